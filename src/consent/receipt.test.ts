import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openReceipt, sealReceipt } from './receipt.ts'
import type { ReceiptPayload } from './wire.ts'

const key = new Uint8Array(32).fill(7)
const payload: ReceiptPayload = {
  v: '0123456789abcdef',
  w: 'fedcba9876543210',
  l: 'fi',
  g: { analytics: 'abcdef01' },
  t: 1_795_000_000,
  e: 1_810_000_000,
  i: 'AAAAAAAAAAAAAAAAAAAAAA',
}

test('a receipt opens to what was sealed', () => {
  expect(openReceipt(key, sealReceipt(key, payload))).toEqual(payload)
})

test('the same payload gives the same receipt, byte for byte', () => {
  expect(sealReceipt(key, payload)).toBe(sealReceipt(key, { ...payload }))
})

test('a receipt under another key is none', () => {
  expect(openReceipt(new Uint8Array(32).fill(8), sealReceipt(key, payload))).toBeUndefined()
})

test('a receipt changed in any one place is none', () => {
  const token = sealReceipt(key, payload)
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, by) => {
      const changed = token.slice(0, at) + by + token.slice(at + 1)
      if (changed !== token) expect(openReceipt(key, changed)).toBeUndefined()
    }),
  )
})

test('whatever else is given is none, and nothing throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), text => {
      expect(openReceipt(key, text)).toBeUndefined()
      expect(openReceipt(key, `${text}.${text}.${text}`)).toBeUndefined()
    }),
  )
})

test('a signed payload of another shape is none', () => {
  const strange = { ...payload, admin: true }
  expect(openReceipt(key, sealReceipt(key, strange))).toBeUndefined()
})

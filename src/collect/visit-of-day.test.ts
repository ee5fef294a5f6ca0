import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { moment, momentOf } from '../base/time.ts'
import { systemChance } from '../platform/chance.ts'
import { openLog } from '../platform/log.ts'
import { openVisitOfDay, siteAt } from './visit-of-day.ts'

const sites = [
  { id: 'shop', kind: 'own-site', name: 'Shop', hosts: ['shop.example', 'www.shop.example'] },
  { id: 'garden', kind: 'own-site', name: 'Garden', hosts: ['garden.example'] },
] as const
const signs = { userAgent: 'Mozilla/5.0', address: '203.0.113.7' }
const visit = { signs, source: undefined, host: 'shop.example' }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function opened(today = '2026-11-22T23:50:00Z') {
  let now = moment(today)
  const salts: Uint8Array[] = []
  const written: string[] = []
  const visits = openVisitOfDay({
    clock: { now: () => now },
    chance: {
      ...systemChance,
      bytes: count => {
        const bytes = systemChance.bytes(count)
        salts.push(bytes)
        return bytes
      },
    },
    log: openLog('silent'),
    siteOf: host => siteAt({ sites }, host),
    record: async (act, day) => void written.push(`${act} ${day}`),
  })
  return {
    ...{ visits, salts, written },
    of: (more: object = {}) => visits.of({ ...visit, ...more }, now),
    pass: (minutes: number) => void (now = momentOf(now + minutes * 60_000)),
  }
}

const isZero = (salt: Uint8Array | undefined) =>
  salt?.length === 32 && salt.every(byte => byte === 0)

test('a visit is found again on its day, and told from another device, site or browser', async () => {
  const { of, pass, visits, salts } = opened()
  const mine = of()
  expect(mine).toMatch(/^[\w-]{22}$/)
  pass(9)
  expect(of()).toBe(mine)
  expect(of({ host: 'www.shop.example:8443' })).toBe(mine)
  expect(of({ host: 'garden.example' })).not.toBe(mine)
  expect(of({ signs: { ...signs, address: '203.0.113.8' } })).not.toBe(mine)
  expect(of({ signs: { ...signs, userAgent: 'Mozilla/4.0' } })).not.toBe(mine)
  expect(salts).toHaveLength(1)
  await visits.close()
})

test('proves: identity.no-reverse (the next day the same address and browser are another visit)', async () => {
  const { of, pass, visits, salts } = opened()
  const mine = of()
  pass(10)
  const next = of()
  expect(next).not.toBe(mine)
  expect(salts).toHaveLength(2)
  expect(isZero(salts[0])).toBe(true)
  expect(isZero(salts[1])).toBe(false)
  await visits.close()
  expect(isZero(salts[1])).toBe(true)
})

test('proves: identity.no-reverse (the salt is gone with its day, though nobody comes after it)', async () => {
  const { of, pass, visits, salts, written } = opened()
  of()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(isZero(salts[0])).toBe(false)
  pass(10)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(isZero(salts[0])).toBe(true)
  expect(written).toEqual([
    'collect.day-salt-made 2026-11-22',
    'collect.day-salt-destroyed 2026-11-22',
  ])
  await visits.close()
  expect(written).toHaveLength(2)
})

test('closing destroys the salt, and writes that down before it is done', async () => {
  const { of, visits, salts, written } = opened('2026-11-22T10:00:00Z')
  of()
  await visits.close()
  expect(isZero(salts[0])).toBe(true)
  expect(written.at(-1)).toBe('collect.day-salt-destroyed 2026-11-22')
})

test('where nobody is counted there is no salt', async () => {
  const { visits, salts, written } = opened()
  await visits.close()
  expect([salts, written]).toEqual([[], []])
})

test.for([
  ['address', { userAgent: 'Mozilla/5.0', address: undefined }],
  ['user agent', { userAgent: undefined, address: '203.0.113.7' }],
  ['user agent but an empty one', { userAgent: '', address: '203.0.113.7' }],
] as const)('without an %s there is no visit to tell apart', async ([, less]) => {
  const { of, visits, salts } = opened()
  expect(of({ signs: less })).toBeUndefined()
  expect(salts).toHaveLength(0)
  await visits.close()
})

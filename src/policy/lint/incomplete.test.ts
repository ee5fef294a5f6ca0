import { expect, test } from 'vitest'
import { findingsIn } from './lint.ts'
import { incomplete } from './incomplete.ts'

const ON = '2026-11-22'
const RULES = [incomplete]
/** Where these rules find something, `L02 consent.given.0`. */
const found = (policy: object, on = ON) =>
  findingsIn(policy, on, RULES).map(({ code, at }) => `${code} ${at.path.join('.')}`)

const kind = (word: string) => ({ policy: { kind: word }, purposes: [{ basis: {} }] })

test.for(['privacy-notice', 'register-description'])(
  'a %s that leaves things out is one finding',
  word => {
    expect(found(kind(word))).toEqual(['L20 '])
  },
)

test('it names everything that is missing', () => {
  const [held] = findingsIn(kind('privacy-notice'), ON, RULES)
  for (const name of ['the controller', 'data protection officer', 'supervisory authority'])
    expect(held?.message).toContain(name)
  expect(held?.message).toContain(
    '(`access`, `rectification`, `erasure`, `restriction`, `objection`, `portability`)',
  )
})

test('a notice of cookies is left alone', () => {
  expect(found(kind('cookie-notice'))).toEqual([])
  expect(found({ policy: {}, purposes: [] })).toEqual([])
})

test('before the GDPR applied, nothing of it was asked', () => {
  expect(found(kind('privacy-notice'), '2018-05-24')).toEqual([])
})

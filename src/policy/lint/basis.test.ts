import { expect, test } from 'vitest'
import { findingsIn } from './lint.ts'
import { severalBases } from './basis.ts'

const ON = '2026-11-22'
const RULES = [severalBases]
/** Where these rules find something, `L02 consent.given.0`. */
const found = (policy: object, on = ON) =>
  findingsIn(policy, on, RULES).map(({ code, at }) => `${code} ${at.path.join('.')}`)

const purpose = (basis: object) => ({ id: 'a', basis })
const policy = (basis: object, more: object = {}) => ({ purposes: [purpose(basis)], ...more })
const TWO = ['legitimate-interest', 'consent']

test('two bases on one channel are one finding a purpose', () => {
  expect(found(policy({ email: TWO }))).toEqual(['L08 purposes.0.basis'])
  expect(found(policy({ email: TWO, sms: TWO }))).toEqual(['L08 purposes.0.basis'])
})

test('two channels with one basis each are well', () => {
  expect(
    found(policy({ email: 'consent', post: 'legitimate-interest', cites: ['1/1995', '2/1995'] })),
  ).toEqual([])
})

const entry = { entries: [{ needs: ['interest', 'consent'], 'consent-to': ['a'] }] }
const kept = { retention: [{ until: ['consent-withdrawn'], purposes: ['a'] }] }

test.for([
  ['an entry', entry, 'L08 entries.0'],
  ['keeping', kept, 'L08 retention.0'],
] as const)('%s by consent needs a purpose that rests on consent', ([, more, place]) => {
  expect(found(policy({ phone: 'legitimate-interest' }, more))).toEqual([place])
  expect(found(policy({ email: TWO }, more))).toEqual(['L08 purposes.0.basis', place])
  expect(found(policy({ email: 'consent' }, more))).toEqual([])
})

test('one channel that rests on consent alone is enough for it', () => {
  expect(
    found(policy({ email: 'consent', phone: 'until-forbidden' }, { ...entry, ...kept })),
  ).toEqual([])
})

test('an entry without consent, and keeping until an objection, ask for none', () => {
  const more = {
    entries: [{ needs: ['interest'], 'consent-to': ['a'] }],
    retention: [{ until: ['objection'], purposes: ['a'] }],
  }
  expect(found(policy({ phone: 'legitimate-interest' }, more))).toEqual([])
})

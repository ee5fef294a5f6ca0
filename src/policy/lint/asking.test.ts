import { expect, test } from 'vitest'
import { findingsIn } from './lint.ts'
import { brokenWay, feeForAsking, onlyInPerson } from './asking.ts'

const ON = '2026-11-22'
const RULES = [brokenWay, feeForAsking, onlyInPerson]
/** Where these rules find something, `L02 consent.given.0`. */
const found = (policy: object, on = ON) =>
  findingsIn(policy, on, RULES).map(({ code, at }) => `${code} ${at.path.join('.')}`)

const right = (more: object) => ({ rights: [{ right: 'access', ...more }] })
const ways = (...by: readonly (readonly [string, string])[]) =>
  right({ by: by.map(([way, medium]) => ({ by: way, in: medium })) })

test('asking more than once a year is no ground for a fee', () => {
  expect(found(right({ fee: 'more-than-once-a-year' }))).toEqual(['L05 rights.0.fee'])
})

test('before the GDPR applied, it was one', () => {
  const policy = right({ fee: 'more-than-once-a-year' })
  expect(found(policy, '2018-05-24')).toEqual([])
  expect(found(policy, '2018-05-25')).toEqual(['L05 rights.0.fee'])
})

test.for(['never', 'manifestly-excessive', 'further-copies'])('a fee %s is well', fee =>
  expect(found(right({ fee }))).toEqual([]),
)

test('a medium in which one can ask only in person is found at its way', () => {
  expect(found(ways(['email', 'electronic'], ['in-person', 'written']))).toEqual([
    'L06 rights.0.by.1',
  ])
  expect(found(ways(['in-person', 'written'], ['in-person', 'electronic']))).toHaveLength(2)
})

test('one more way in the same medium is enough', () => {
  expect(found(ways(['post', 'written'], ['in-person', 'written']))).toEqual([])
})

test('to speak face to face is well beside other media, and not alone', () => {
  expect(found(ways(['email', 'electronic'], ['in-person', 'spoken']))).toEqual([])
  expect(found(ways(['in-person', 'spoken']))).toEqual(['L06 rights.0.by.0'])
})

test('the ways of a right that is told twice are looked at together', () => {
  const told = (way: string) => ({ right: 'access', by: [{ by: way, in: 'written' }] })
  expect(found({ rights: [told('in-person'), told('post')] })).toEqual([])
  const other = { ...told('post'), right: 'erasure' }
  expect(found({ rights: [told('in-person'), other] })).toEqual(['L06 rights.0.by.0'])
})

test('a way that was tried and is broken is found, one that works or was not tried is not', () => {
  const tried = (tested?: string) =>
    right({ by: [{ by: 'web-form', in: 'electronic', ...(tested ? { tested } : {}) }] })
  expect(found(tried('broken'))).toEqual(['L21 rights.0.by.0'])
  expect(found(tried('works'))).toEqual([])
  expect(found(tried())).toEqual([])
})

import { expect, test } from 'vitest'
import { findingsIn } from './lint.ts'
import { yesByAsking, yesByVisiting } from './saying-yes.ts'

const ON = '2026-11-22'
const RULES = [yesByAsking, yesByVisiting]
/** Where these rules find something, `L02 consent.given.0`. */
const found = (policy: object, on = ON) =>
  findingsIn(policy, on, RULES).map(({ code, at }) => `${code} ${at.path.join('.')}`)

const given = (by: string) => ({ consent: { given: [{ by, purposes: ['a'] }] } })

test('using a site is no consent', () => {
  expect(found(given('using-site'))).toEqual(['L02 consent.given.0'])
})

test.for(['giving-data', 'sending-enquiry', 'ordering-material'])(
  '%s is no consent to anything else',
  by => expect(found(given(by))).toEqual(['L17 consent.given.0']),
)

test.for(['banner', 'own-choice'])('a yes by %s is one', by => expect(found(given(by))).toEqual([]))

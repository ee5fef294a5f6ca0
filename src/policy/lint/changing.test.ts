import { expect, test } from 'vitest'
import { findingsIn } from './lint.ts'
import { changedAtWill } from './changing.ts'

const ON = '2026-11-22'
const RULES = [changedAtWill]
/** Where these rules find something, `L02 consent.given.0`. */
const found = (policy: object, on = ON) =>
  findingsIn(policy, on, RULES).map(({ code, at }) => `${code} ${at.path.join('.')}`)

const told = (word: string) => ({ policy: { changes: { told: word } } })

test('a right to change the policy without a word is found', () => {
  expect(found(told('at-will'))).toEqual(['L13 policy.changes'])
  expect(found(told('unstated'))).toEqual(['L13 policy.changes'])
})

test('a change that people hear of before it applies is well', () => {
  expect(found(told('before-use'))).toEqual([])
  expect(found({ policy: {} })).toEqual([])
})

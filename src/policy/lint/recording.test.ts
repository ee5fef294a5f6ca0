import { expect, test } from 'vitest'
import { findingsIn } from './lint.ts'
import { recordedUntold } from './recording.ts'

const ON = '2026-11-22'
const RULES = [recordedUntold]
/** Where these rules find something, `L02 consent.given.0`. */
const found = (policy: object, on = ON) =>
  findingsIn(policy, on, RULES).map(({ code, at }) => `${code} ${at.path.join('.')}`)

const call = (announced: string) => ({ calls: [{ announced }] })

test('a recording that is only told in a policy is found', () => {
  expect(found(call('in-policy-only'))).toEqual(['L24 calls.0'])
  expect(found(call('unstated'))).toEqual(['L24 calls.0'])
})

test('a recording that is told before it starts is well', () => {
  expect(found(call('before-recording'))).toEqual([])
})

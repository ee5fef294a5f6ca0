import { expect, test } from 'vitest'
import { findingsIn } from './lint.ts'
import { someMechanism } from './transfers.ts'

const ON = '2026-11-22'
const RULES = [someMechanism]
/** Where these rules find something, `L02 consent.given.0`. */
const found = (policy: object, on = ON) =>
  findingsIn(policy, on, RULES).map(({ code, at }) => `${code} ${at.path.join('.')}`)

const transfer = (more: object) => ({
  transfers: [
    { to: ['US'], mechanism: 'standard-contractual-clauses', document: 'SCC-1', ...more },
  ],
})

test('one mechanism with its document and country is well', () => {
  expect(found(transfer({}))).toEqual([])
})

test.for([
  [{ mechanism: ['standard-contractual-clauses', 'some-lawful-mechanism'] }],
  [{ mechanism: 'some-lawful-mechanism' }],
  [{ mechanism: ['adequacy', 'derogation'] }],
  [{ mechanism: 'unstated' }],
  [{ document: 'unstated' }],
  [{ to: 'unstated' }],
] as const)('a ground that is left open is found: %j', ([more]) => {
  expect(found(transfer(more))).toEqual(['L12 transfers.0'])
})

test('the message tells what is said, and what is not', () => {
  const [held] = findingsIn(
    transfer({ mechanism: ['adequacy', 'derogation'], to: 'unstated' }),
    ON,
    RULES,
  )
  expect(held?.message).toBe(
    'the ground of this transfer is left open: it rests on `adequacy`, `derogation`, it does not tell `to`',
  )
})

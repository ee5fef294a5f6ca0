import { expect, test } from 'vitest'
import { findingsIn } from './lint.ts'
import { noPeriod, untilThePersonActs } from './keeping.ts'

const ON = '2026-11-22'
const RULES = [noPeriod, untilThePersonActs]
/** Where these rules find something, `L02 consent.given.0`. */
const found = (policy: object, on = ON) =>
  findingsIn(policy, on, RULES).map(({ code, at }) => `${code} ${at.path.join('.')}`)

const rule = (more: object) => ({ retention: [{ id: 'a', ...more }] })

test.for(['consent-withdrawn', 'marketing-forbidden'])('until %s alone is no time', until => {
  expect(found(rule({ keep: 'unstated', until: [until] }))).toEqual(['L07 retention.0'])
})

test('with a time beside it, it only ends keeping sooner', () => {
  expect(found(rule({ keep: '24 months', until: ['consent-withdrawn'] }))).toEqual([])
})

test.for(['as-law-allows', 'as-winding-up-takes', 'unstated'])('%s is no time', keep => {
  expect(found(rule({ keep }))).toEqual(['L18 retention.0.keep'])
  expect(found(rule({ keep, until: ['account-closed'] }))).toEqual(['L18 retention.0.keep'])
})

test('keeping that is left open is found wherever it is', () => {
  const retention = 'unstated'
  expect(found({ retention })).toEqual(['L18 retention'])
  for (const list of ['purposes', 'data', 'calls', 'machines'])
    expect(found({ [list]: [{ retention }] })).toEqual([`L18 ${list}.0.retention`])
  expect(found({ rights: [{ archive: 'unstated' }] })).toEqual(['L18 rights.0.archive'])
})

test('keeping that follows a rule is well, and what says nothing is not judged here', () => {
  expect(found({ ...rule({ keep: '1 day' }), data: [{ retention: 'a' }, {}] })).toEqual([])
})

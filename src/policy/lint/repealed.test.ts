import { expect, test } from 'vitest'
import { findingsIn } from './lint.ts'
import { repealedAct } from './repealed.ts'

const ON = '2026-11-22'
const RULES = [repealedAct]
/** Where these rules find something, `L02 consent.given.0`. */
const found = (policy: object, on = ON) =>
  findingsIn(policy, on, RULES).map(({ code, at }) => `${code} ${at.path.join('.')}`)

test('an act that was repealed is found wherever it is cited', () => {
  expect(found({ rights: [{ right: 'review', cites: ['1050/2018', '523/1999'] }] })).toEqual([
    'L19 rights.0',
  ])
  expect(found({ purposes: [{ basis: { cites: ['523/1999'] } }] })).toEqual([
    'L19 purposes.0.basis',
  ])
  expect(found({ retention: [{ keep: '1 year', law: '523/1999' }] })).toEqual([
    'L19 retention.0.law',
  ])
})

test('it could be cited until the last day it was in force', () => {
  const policy = { rights: [{ cites: ['523/1999'] }] }
  expect(found(policy, '2018-12-31')).toEqual([])
  expect(found(policy, '2019-01-01')).toEqual(['L19 rights.0'])
})

test('acts in force, and acts that the tables do not know, are left alone', () => {
  expect(found({ rights: [{ cites: ['1050/2018', '917/2014', '1/1900'] }] })).toEqual([])
})

test('the message names the act, the day and what stands in its place', () => {
  const [held] = findingsIn({ rights: [{ cites: ['523/1999'] }] }, ON, RULES)
  expect(held?.message).toContain('not in force since 2019-01-01')
  expect(held?.help).toBe('cite `2016/679` and `1050/2018` instead')
})

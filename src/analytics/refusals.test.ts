import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scratch, type Scratch } from '../../test/scratch/index.ts'
import { openAudit } from '../audit/index.ts'
import type { Policy } from '../policy/index.ts'
import { refusalEvidence, refusalReport } from './refusals.ts'

const PERIOD = { from: '2026-11-20', to: '2026-11-22', days: 3 }
const POLICY = { label: '2026-11-22', version: 'a1'.padEnd(64, '0') } as Policy

let world: Scratch
beforeAll(async () => {
  world = await scratch('2026-11-22T12:00:00Z')
  for (const slice of ['audit', 'collect']) await world.migrate(slice)
  await refuse('2026-11-20', 'analytics', 'no-consent', 'page_view', 66, 'a1', 4)
  await refuse('2026-11-22', 'analytics', 'no-consent', 'page_view', 66, 'a1', 5)
  await refuse('2026-11-22', 'analytics', 'no-consent', 'page_view', 66, 'b2', 1)
  await refuse('2026-11-22', '', 'event-not-declared', 'undeclared', 0, 'a1', 3)
  await refuse('2026-11-19', 'analytics', 'no-consent', 'page_view', 66, 'a1', 2)
  await refuse('2026-11-23', 'analytics', 'no-consent', 'page_view', 66, 'a1', 7)
})
afterAll(() => world[Symbol.asyncDispose]())

test('what was refused is told by kind with its reason, its rule and the version of the rule', async () => {
  const report = await refusalReport(world.platform, POLICY, PERIOD)
  const consent = { purpose: 'analytics', reason: 'no-consent', what: 'page_view', line: 66 }
  const silence = { purpose: '', reason: 'event-not-declared', what: 'undeclared', line: 0 }
  expect(report).toMatchObject({
    total: 13,
    reasons: [
      { reason: 'no-consent', count: 10 },
      { reason: 'event-not-declared', count: 3 },
    ],
    days: [
      { day: '2026-11-20', count: 4 },
      { day: '2026-11-22', count: 9 },
    ],
    rows: [
      { ...consent, count: 9, version: 'a1', inForce: true },
      { ...silence, count: 3, version: 'a1', inForce: true },
      { ...consent, count: 1, version: 'b2', inForce: false },
    ],
    more: false,
  })
})

test('a file of evidence has every count of each day, and the audit log has its hash', async () => {
  const { platform } = world
  const audit = openAudit(platform.db, platform.clock)
  const made = await refusalEvidence(platform, audit, PERIOD, 'staff:1')
  const again = await refusalEvidence(platform, audit, PERIOD, 'staff:1')
  if ('wrong' in made || 'wrong' in again) throw new Error('refused')
  expect(made.csv).toBe(
    [
      'day,purpose,reason,what,rule_line,policy_version,times',
      '2026-11-20,analytics,no-consent,page_view,66,a1,4',
      '2026-11-22,,event-not-declared,undeclared,0,a1,3',
      '2026-11-22,analytics,no-consent,page_view,66,a1,5',
      '2026-11-22,analytics,no-consent,page_view,66,b2,1',
      '',
    ].join('\r\n'),
  )
  expect([again.csv, again.sha256]).toEqual([made.csv, made.sha256])
  expect(made.sha256).toBe(createHash('sha256').update(made.csv).digest('hex'))
  const entries = []
  for await (const entry of audit.entries()) entries.push(entry)
  expect(entries.find(one => one.seq === made.entry)).toMatchObject({
    act: 'analytics.refusals-exported',
    by: 'staff:1',
    details: { from: '2026-11-20', to: '2026-11-22', rows: 4, sha256: made.sha256 },
  })
  expect(made.entry).not.toBe(again.entry)
})

let token = 0
function refuse(
  ...[day, purpose, why, what, line, policy, count]: readonly [
    string,
    string,
    string,
    string,
    number,
    string,
    number,
  ]
) {
  const row = `'${day}', '${purpose}', '${why}', ${line}, '${policy}', '${what}', ${count}`
  const settings = `insert_deduplication_token='r${++token}'`
  const text = `insert into collect.refusals settings ${settings} values (${row})`
  return world.platform.ch.run({ text, values: {} })
}

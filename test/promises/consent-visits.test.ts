import { afterAll, beforeAll, expect, test } from 'vitest'
import { ch } from '../../src/platform/clickhouse.ts'
import { sql } from '../../src/platform/postgres.ts'
import { visitorId, type World, world } from '../world.ts'
import { countsVisits, richPolicy } from './consent-policy.ts'

type Row = {
  path: string
  analytics_visitor: string
  analytics_visit: string
  analytics_event: string
  title: string
  browser: string
  purposes: string
}

let here: World

beforeAll(async () => {
  here = await world({ today: '2026-11-22T10:00:00Z', policy: richPolicy() })
})
afterAll(() => here[Symbol.asyncDispose]())

const view = (path: string) => ({ name: 'page_view', fields: { path, title: 'T', browser: 'B' } })
const rows = () =>
  here.rows<Row>(ch`
    select path, toString(analytics_visitor) as analytics_visitor,
           toString(analytics_visit) as analytics_visit,
           toString(analytics_event) as analytics_event, title, browser, purposes
      from collect.analytics order by at, path`)
const rowAt = async (path: string) => (await rows()).find(row => row.path === path)
const salts = async () =>
  here.lupaus.platform.db.rows<{ act: string; details: object }>(sql`
    select act, details from audit.entries where act like 'collect.day-salt%' order by seq`)

test('proves: device.block-is-respected (where the policy does not count visits, who chose nothing leaves nothing)', async () => {
  const answer = await here.send({
    events: [view('/nobody')],
    visitors: { analytics: visitorId('a') },
  })
  expect(answer.headers.get('lupaus-kept')).toBe('0')
  expect(await rows()).toEqual([])
  expect(await salts()).toEqual([])
})

test('proves: identity.anonymous-by-default (a visit is counted with no visitor, and only in coarse fields)', async () => {
  await here.usePolicy(richPolicy(countsVisits))
  const visitors = { analytics: visitorId('a') }
  const answer = await here.send({ events: [view('/counted')], visitors })
  expect(answer.headers.get('lupaus-kept')).toBe('1')
  expect(answer.headers.get('set-cookie')).toBeNull()
  const row = await rowAt('/counted')
  expect(row).toMatchObject({ analytics_visitor: '0', title: '', browser: '', purposes: 'visits' })
  expect(row?.analytics_visit).toMatch(/^[1-9]\d+$/)
})

test('a second page of the same visit is of the same visit, and another browser’s is not', async () => {
  await here.send({ events: [view('/second')] })
  await here.send({ events: [view('/other')], headers: { 'user-agent': 'Mozilla/5.0 Other' } })
  const first = (await rowAt('/counted'))?.analytics_visit
  expect((await rowAt('/second'))?.analytics_visit).toBe(first)
  expect((await rowAt('/other'))?.analytics_visit).not.toBe(first)
})

test('who agreed is a visitor as before, and no visit of the day', async () => {
  const receipt = await here.choose(['analytics'])
  const visitors = { analytics: visitorId('g') }
  await here.send({ receipt, visitors, events: [view('/agreed')] })
  const row = await rowAt('/agreed')
  expect(row?.analytics_visitor).not.toBe('0')
  expect(row?.analytics_visit).toBe('0')
})

test.for([
  ['GPC', { 'sec-gpc': '1' }],
  ['DNT', { dnt: '1' }],
] as const)('proves: device.block-is-respected (%s: nothing is counted)', async ([, headers]) => {
  const answer = await here.send({ events: [view('/signalled')], headers })
  expect(answer.headers.get('lupaus-kept')).toBe('0')
  expect(answer.headers.get('lupaus-refused')).toContain('visits;reason=objected')
  expect(await rowAt('/signalled')).toBeUndefined()
})

test('an unreadable receipt is no silence: nothing is counted', async () => {
  const answer = await here.send({ receipt: 'half-a-receipt', events: [view('/garbled')] })
  expect(answer.headers.get('lupaus-kept')).toBe('0')
})

test('proves: identity.no-reverse (the next day it is another visit, and the salt’s end is written down)', async () => {
  here.turn({ count: 1, unit: 'day' })
  await here.send({ events: [view('/next-day')] })
  const next = await rowAt('/next-day')
  expect(next?.analytics_visit).toMatch(/^[1-9]\d+$/)
  expect(next?.analytics_visit).not.toBe((await rowAt('/counted'))?.analytics_visit)
  await expect.poll(async () => (await salts()).length).toBe(3)
  expect(await salts()).toEqual([
    { act: 'collect.day-salt-made', details: { day: '2026-11-22' } },
    { act: 'collect.day-salt-destroyed', details: { day: '2026-11-22' } },
    { act: 'collect.day-salt-made', details: { day: '2026-11-23' } },
  ])
})

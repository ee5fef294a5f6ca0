import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAudit } from '../audit/index.ts'
import { openHttp, type Http } from '../platform/http.ts'
import { sql } from '../platform/postgres.ts'
import type { Policy } from '../policy/index.ts'
import { openStaff } from '../staff/index.ts'
import { scratch, type Scratch } from '../../test/scratch/index.ts'
import { openAnalytics, type Analytics } from './index.ts'
import type { Overview } from './wire.ts'

const ALL = {
  page_view: ['path', 'title', 'referrer', 'language', 'device', 'browser', 'os'],
  page_leave: ['path', 'visible_seconds'],
  product_view: ['product', 'product_name'],
  cart_add: ['product', 'quantity'],
  purchase: ['product', 'quantity', 'value', 'currency'],
  search: ['query', 'results'],
}

const COUNTED: Overview = {
  from: '2026-11-20',
  to: '2026-11-22',
  previousFrom: '2026-11-17',
  previousTo: '2026-11-19',
  timeZone: 'UTC',
  purpose: 'analytics',
  policy: '2026-11-22',
  madeUp: false,
  currency: 'EUR',
  undeclared: [],
  totals: {
    visits: 3,
    views: 6,
    // 4, 10, 11 and 30 seconds: the mean of 10 and 11, half up.
    visibleSeconds: 11,
    buyingVisits: 2,
    revenue: 59.9,
    choices: 6,
    refused: 12,
  },
  previous: {
    visits: 1,
    views: 1,
    visibleSeconds: null,
    buyingVisits: 0,
    revenue: 0,
    choices: 1,
    refused: 2,
  },
  days: [
    { day: '2026-11-20', visits: 1, views: 2 },
    { day: '2026-11-21', visits: 0, views: 0 },
    { day: '2026-11-22', visits: 2, views: 4 },
  ],
  pages: [
    { path: '/', title: 'Etusivu', visits: 3, views: 4 },
    { path: '/tuote/kettu', title: 'Kettu', visits: 2, views: 2 },
  ],
  referrers: [
    { name: '', visits: 2, views: 3 },
    { name: 'haku.example', visits: 1, views: 2 },
  ],
  devices: [
    { name: 'mobile', visits: 2, views: 4 },
    { name: 'desktop', visits: 1, views: 2 },
  ],
  browsers: [
    { name: 'Firefox', visits: 2, views: 4 },
    { name: 'Safari', visits: 1, views: 2 },
  ],
  languages: [
    { name: 'fi', visits: 2, views: 4 },
    { name: 'sv', visits: 1, views: 2 },
  ],
  products: [
    { product: 'kettu', name: 'Kettu', views: 2, carts: 1, units: 3, revenue: 59.9 },
    { product: 'orava', name: '', views: 0, carts: 0, units: 1, revenue: 0 },
  ],
  searches: [
    { query: 'kettu', searches: 2, empty: 0 },
    { query: 'karhu', searches: 1, empty: 1 },
  ],
  sales: [
    { currency: 'EUR', buyingVisits: 2, units: 3, revenue: 59.9 },
    { currency: 'SEK', buyingVisits: 1, units: 1, revenue: 100 },
  ],
  choices: [
    { day: '2026-11-20', all: 2, some: 0, none: 1 },
    { day: '2026-11-22', all: 0, some: 1, none: 2 },
  ],
  refusals: [
    { purpose: 'analytics', reason: 'no-consent', what: 'page_view', line: 66, count: 9 },
    { purpose: '', reason: 'event-not-declared', what: 'undeclared', line: 0, count: 3 },
  ],
}

let world: Scratch
let http: Http
let analytics: Analytics
let policy: Policy
let cookie: string

beforeAll(async () => {
  world = await scratch('2026-11-22T12:00:00Z')
  for (const slice of ['audit', 'consent', 'staff', 'collect']) await world.migrate(slice)
  const { platform } = world
  const audit = openAudit(platform.db, platform.clock)
  const staff = await openStaff({ platform, audit })
  analytics = openAnalytics({ platform, policy: () => policy, audit, staff })
  http = await openHttp({ trustProxy: false })
  staff.routes(http)
  analytics.routes(http)
  const link = (await staff.setupLink('http://localhost')) ?? ''
  const answer = await http.inject({
    method: 'POST',
    url: '/v1/staff/setup',
    payload: {
      token: link.split('#')[1],
      email: 'alma@pikkukettu.example',
      name: 'Alma',
      password: 'seitsemän veljestä metsässä',
    },
  })
  cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
  policy = declaring(ALL)
  await addEvents()
  await addRefusals()
  await addChoices()
})

afterAll(async () => {
  await http.close()
  await world[Symbol.asyncDispose]()
})

test('every figure of the overview is the one counted by hand', async () => {
  expect(await overview('2026-11-20', '2026-11-22')).toEqual(COUNTED)
})

test('proves: analytics.fields-closed: what the policy does not declare is not read, though it was kept', async () => {
  policy = declaring({ page_view: ['path'] })
  const report = await overview('2026-11-20', '2026-11-22')
  policy = declaring(ALL)
  expect(report.undeclared).toEqual([
    'visible',
    'referrers',
    'devices',
    'browsers',
    'languages',
    'products',
    'searches',
    'sales',
  ])
  expect(report.pages.map(({ title }) => title)).toEqual(['', ''])
  expect([
    report.referrers,
    report.devices,
    report.products,
    report.searches,
    report.sales,
  ]).toEqual([[], [], [], [], []])
  expect(report.totals).toMatchObject({
    views: 6,
    visibleSeconds: null,
    revenue: 0,
    buyingVisits: 0,
  })
})

test('an event kept for another purpose is not counted for this one', async () => {
  policy = declaring(ALL, 'research')
  const report = await overview('2026-11-20', '2026-11-22')
  policy = declaring(ALL)
  expect(report.totals.views).toBe(1)
})

test('a purpose that the policy does not declare gets no report', async () => {
  for (const purpose of ['marketing', 'toString', ''])
    expect(await analytics.report(purpose, {})).toEqual({ refused: 'not-promised' })
  expect(await analytics.report('analytics', {})).toMatchObject({ purpose: 'analytics' })
  expect((await get('?purpose=marketing')).json()).toMatchObject({
    error: 'analytics.not-promised',
  })
})

test('a purpose without a rule or without aims gets no report', async () => {
  policy = { ...declaring(ALL), rules: { ...policy.rules, purposes: {} } }
  expect((await get('')).statusCode).toBe(403)
  policy = declaring(ALL, 'analytics', [])
  expect((await get('')).statusCode).toBe(403)
  policy = declaring(ALL)
  expect((await get('')).statusCode).toBe(200)
})

test('made-up history says that it is', async () => {
  expect(await overview('2026-08-01', '2026-08-01')).toMatchObject({ madeUp: true })
  expect(await overview('2026-07-01', '2026-07-01')).toMatchObject({ madeUp: false })
  await world.platform.db.rows(sql`
    insert into consent.made_up (day, lang, outcome, choices) values ('2026-07-01', 'fi', 'all', 5)`)
  expect(await overview('2026-07-01', '2026-07-01')).toMatchObject({
    madeUp: true,
    totals: { choices: 5 },
  })
})

test('proves: analytics.shop-reports a refund is subtracted on its day, and only where the policy declares it', async () => {
  const line = { product: 'karhu', currency: 'EUR', visit: 7 }
  await add({ at: '2026-04-01 10:00:00', name: 'purchase', ...line, value: 20.15 })
  await add({ at: '2026-04-01 10:00:00', name: 'purchase', ...line, value: 30 })
  await add({ at: '2026-04-02 10:00:00', name: 'refund', ...line, visit: 0, value: 10.05 })
  const before = await overview('2026-04-01', '2026-04-02')
  expect(before.sales).toEqual([{ currency: 'EUR', buyingVisits: 1, units: 2, revenue: 50.15 }])
  policy = declaring({ ...ALL, refund: ['product', 'value', 'currency'] })
  const report = await overview('2026-04-01', '2026-04-02')
  const nextDay = await overview('2026-04-02', '2026-04-02')
  policy = declaring(ALL)
  expect(report.sales).toEqual([{ currency: 'EUR', buyingVisits: 1, units: 2, revenue: 40.1 }])
  expect(report.totals.revenue).toBe(40.1)
  expect(report.products).toMatchObject([{ product: 'karhu', units: 2, revenue: 40.1 }])
  expect(nextDay.totals).toMatchObject({ revenue: -10.05, buyingVisits: 0 })
})

test('a robot is in no figure of a report', async () => {
  const seen = { name: 'page_view', path: '/' }
  await add({ at: '2026-04-10 10:00:00', visit: 8, ...seen })
  await add({ at: '2026-04-10 10:00:00', visit: 9, ...seen, bot: 1 })
  expect((await overview('2026-04-10', '2026-04-10')).totals).toMatchObject({ views: 1, visits: 1 })
})

test('a late event counts on the day it happened, and an empty period is all zeros', async () => {
  const empty = await overview('2026-06-01', '2026-06-02')
  expect(empty.totals).toEqual({
    visits: 0,
    views: 0,
    visibleSeconds: null,
    buyingVisits: 0,
    revenue: 0,
    choices: 0,
    refused: 0,
  })
  await add({ at: '2026-06-01 23:59:59', name: 'page_view', visit: 99, path: '/' })
  const late = await overview('2026-06-01', '2026-06-02')
  expect(late.days).toEqual([
    { day: '2026-06-01', visits: 1, views: 1 },
    { day: '2026-06-02', visits: 0, views: 0 },
  ])
})

test('a report covers 400 days and not 401, forwards only', async () => {
  expect((await get('?from=2025-10-19&to=2026-11-22')).statusCode).toBe(200)
  const wrong = {
    '?from=2025-10-18&to=2026-11-22': 'the period has 401 days; a report covers at most 400',
    '?from=2026-11-23&to=2026-11-22': '`from` (2026-11-23) is after `to` (2026-11-22)',
    '?from=2026-02-30&to=2026-11-22': '`from` is `2026-02-30`, which is no day; write 2026-11-22',
  }
  for (const [query, help] of Object.entries(wrong))
    expect((await get(query)).json()).toEqual({ error: 'analytics.bad-period', help })
  expect((await get('?form=2026-11-22')).statusCode).toBe(400)
})

test('without a period the report covers the 30 days up to today', async () => {
  const report = (await get('')).json<Overview>()
  expect([report.from, report.to, report.days.length]).toEqual(['2026-10-24', '2026-11-22', 30])
})

test('nobody reads a report without signing in', async () => {
  for (const url of ['/v1/reports/overview', '/v1/reports/refusals']) {
    const answer = await http.inject({ url })
    expect([answer.statusCode, answer.json().error]).toEqual([401, 'staff.sign-in-needed'])
  }
  const url = '/v1/reports/refusals/evidence'
  const payload = { from: '2026-11-20', to: '2026-11-22' }
  expect((await http.inject({ method: 'POST', url, payload })).statusCode).toBe(401)
  const form = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
  expect((await http.inject({ method: 'POST', url, headers: form })).statusCode).toBe(415)
})

test('a list has at most 20 rows', async () => {
  for (let n = 0; n < 21; n++)
    await add({ at: '2026-05-01 10:00:00', name: 'page_view', visit: n + 1, path: `/${n}` })
  const report = await overview('2026-05-01', '2026-05-01')
  expect(report.totals.views).toBe(21)
  expect(report.pages).toHaveLength(20)
})

function get(query: string) {
  return http.inject({ url: `/v1/reports/overview${query}`, headers: { cookie } })
}

async function overview(from: string, to: string): Promise<Overview> {
  const answer = await get(`?from=${from}&to=${to}`)
  expect(answer.body).toContain('"totals"')
  return answer.json<Overview>()
}

function declaring(events: object, id = 'analytics', aims = ['site-usage', 'sales']): Policy {
  const collects = Object.entries(events).map(([event, fields]) => ({ event, fields }))
  const purpose = { id, category: 'analytics', basis: 'consent', aims, services: [], collects }
  const rules = { version: 'x', trackers: [], purposes: { [id]: { id } } }
  return { label: '2026-11-22', purposes: [purpose], rules } as unknown as Policy
}

type Row = { readonly at: string; readonly name: string; readonly [column: string]: unknown }

/** Writes straight into the table that collect keeps, as its loader would. */
async function add({ at, visit, ...rest }: Row): Promise<void> {
  const row = {
    day: at.slice(0, 10),
    at,
    analytics_visit: visit ?? 0,
    policy: 'a1',
    purposes: 'analytics',
    ...rest,
  }
  await world.platform.ch.run({
    text: `insert into collect.analytics settings insert_deduplication_token='${++token}' format JSONEachRow ${JSON.stringify(row)}`,
    values: {},
  })
}
let token = 0

async function addEvents(): Promise<void> {
  const phone = { device: 'mobile', browser: 'Firefox', language: 'fi' }
  const desk = { device: 'desktop', browser: 'Safari', language: 'sv' }
  const home = { name: 'page_view', path: '/', title: 'Etusivu' }
  const fox = { name: 'page_view', path: '/tuote/kettu', title: 'Kettu' }
  const seen = { name: 'product_view', product: 'kettu', product_name: 'Kettu' }
  const paid = { name: 'purchase', product: 'kettu', currency: 'EUR' }
  const rows: Row[] = [
    { at: '2026-11-20 08:00:00', visit: 1, ...home, ...phone, referrer: 'haku.example' },
    { at: '2026-11-20 08:00:30', visit: 1, ...fox, ...phone, referrer: '' },
    { at: '2026-11-20 08:00:31', visit: 1, ...seen },
    { at: '2026-11-20 08:00:35', visit: 1, name: 'page_leave', path: '/', visible_seconds: 30 },
    { at: '2026-11-20 08:01:00', visit: 1, ...paid, quantity: 2, value: 39.8 },
    { at: '2026-11-22 09:00:00', visit: 2, ...home, ...desk },
    { at: '2026-11-22 09:00:10', visit: 2, ...fox, ...desk },
    { at: '2026-11-22 09:00:10', visit: 2, ...seen },
    { at: '2026-11-22 09:00:11', visit: 2, name: 'cart_add', product: 'kettu', quantity: 1 },
    { at: '2026-11-22 09:00:12', visit: 2, ...paid, quantity: 1, value: 20.1 },
    { at: '2026-11-22 09:00:12', visit: 2, ...paid, product: 'orava', currency: 'SEK', value: 100 },
    { at: '2026-11-22 09:00:20', visit: 2, name: 'page_leave', visible_seconds: 4 },
    { at: '2026-11-22 09:00:21', visit: 2, name: 'search', query: 'kettu', results: 3 },
    { at: '2026-11-22 09:00:22', visit: 2, name: 'search', query: 'kettu', results: 3 },
    { at: '2026-11-22 09:00:23', visit: 2, name: 'search', query: 'karhu', results: 0 },
    { at: '2026-11-22 09:30:00', visit: 3, ...home, ...phone },
    { at: '2026-11-22 09:31:00', visit: 3, name: 'page_leave', visible_seconds: 10 },
    { at: '2026-11-22 09:32:00', visit: 3, name: 'page_leave', visible_seconds: 11 },
    { at: '2026-11-22 09:40:00', visit: 0, ...home, ...phone },
    { at: '2026-11-22 09:41:00', visit: 4, ...home, ...phone, purposes: 'research' },
    { at: '2026-11-19 23:59:59', visit: 5, ...home, ...phone },
    { at: '2026-08-01 10:00:00', visit: 6, ...home, policy: 'made-up' },
  ]
  // Out of order, as late batches come in.
  for (const row of rows.toReversed()) await add(row)
}

async function addRefusals(): Promise<void> {
  await refuse('2026-11-20', 'analytics', 'no-consent', 'page_view', 66, 4)
  await refuse('2026-11-22', 'analytics', 'no-consent', 'page_view', 66, 5)
  await refuse('2026-11-22', '', 'event-not-declared', 'undeclared', 0, 3)
  await refuse('2026-11-19', 'analytics', 'no-consent', 'page_view', 66, 2)
}

function refuse(day: string, purpose: string, why: string, what: string, line: number, n: number) {
  const row = `'${day}', '${purpose}', '${why}', ${line}, 'a1', '${what}', ${n}`
  const settings = `insert_deduplication_token='r${++token}'`
  const text = `insert into collect.refusals settings ${settings} values (${row})`
  return world.platform.ch.run({ text, values: {} })
}

async function addChoices(): Promise<void> {
  const choices = [
    ['2026-11-20T08:00:00Z', ['analytics'], []],
    ['2026-11-20T09:00:00Z', ['analytics'], []],
    ['2026-11-20T10:00:00Z', [], ['analytics']],
    ['2026-11-22T00:00:00Z', ['analytics'], ['marketing']],
    ['2026-11-22T10:00:00Z', [], ['analytics']],
    ['2026-11-22T23:59:59Z', [], ['analytics']],
    ['2026-11-19T23:59:59Z', [], ['analytics']],
  ] as const
  for (const [at, granted, refused] of choices) {
    const id = world.platform.chance.uuid()
    await world.platform.db.rows(sql`
      insert into consent.choices (choice_id, at, version, lang, words, granted, refused, signals, via, receipt_id, lapses_at)
      values (${id}, ${at}, 'v', 'fi', 'w', ${granted}, ${refused}, '{}', 'banner',
              ${granted.length > 0 ? id : null}, '2027-05-22')`)
  }
}

import { constantFrom, integer, sample, string, tuple } from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openAudit } from '../../src/audit/index.ts'
import { openLog } from '../../src/platform/log.ts'
import { migrate } from '../../src/platform/migrations.ts'
import { openPostgres, type Postgres, sql } from '../../src/platform/postgres.ts'
import { systemChance } from '../../src/platform/chance.ts'
import { keysFrom } from '../../src/platform/secrets.ts'
import type { Policy, Vendor } from '../../src/policy/index.ts'
import { openVendors as openGateway, type Vendors as Gateway } from '../../src/vendors/index.ts'
import { scratchDatabase } from '../postgres-cluster.ts'
import { BROWSER, type CollectWorld, collectWorld, idOf, SHOP } from '../scratch/collect-world.ts'
import { openVendors, type Seen, type Vendors } from '../vendors/vendors.ts'

const GA = 'google-analytics'
const ADS = 'revontuli-ads'
const ALL = 'analytics,marketing'
const ADDRESS = '203.0.113.77'

/** The shop, whose advertiser is told by Meta's interface in this file. */
function shopWith(change: (vendor: Vendor) => Vendor = vendor => vendor): Policy {
  const two = SHOP.vendors.filter(({ id }) => id === GA || id === ADS)
  const catalogue = (id: string) => (id === GA ? GA : 'meta')
  const told = two.map((one): Vendor => ({
    ...{ ...one, through: 'server', transferred: true, catalogue: catalogue(one.id) },
  }))
  return { ...SHOP, vendors: told.map(change) }
}

let world: CollectWorld
let db: Postgres
let vendors: Vendors
let gateway: Gateway
let settings: Record<string, string>

beforeAll(async () => {
  world = await collectWorld()
  db = await openPostgres({ url: await scratchDatabase(), log: openLog('silent') })
  const schema = (slice: string) => new URL(`../../src/${slice}/schema/`, import.meta.url)
  await migrate(db, world.store, [schema('audit'), schema('vendors')])
  vendors = await openVendors()
  settings = {
    LUPAUS_VENDOR_GOOGLE_ANALYTICS_URL: vendors.url,
    LUPAUS_VENDOR_GOOGLE_ANALYTICS_MEASUREMENT_ID: 'G-TEST',
    LUPAUS_VENDOR_GOOGLE_ANALYTICS_API_SECRET: 'canary-secret',
    LUPAUS_VENDOR_REVONTULI_ADS_URL: vendors.url,
    LUPAUS_VENDOR_REVONTULI_ADS_PIXEL_ID: '4711',
    LUPAUS_VENDOR_REVONTULI_ADS_ACCESS_TOKEN: 'canary-token',
  }
  gateway = open()
})

afterAll(async () => {
  await vendors[Symbol.asyncDispose]()
  await db[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})

/** What was left is too old to be told, everyone answers, and everyone is due. */
beforeEach(() => {
  world.policy = shopWith()
  vendors.answer(undefined)
  world.pass({ count: 4, unit: 'day' })
  vendors.forget()
})

function open(more: Record<string, string> = {}): Gateway {
  const clock = { now: () => world.now() }
  const log = openLog('silent')
  const keys = keysFrom(new Uint8Array(32).fill(7))
  return openGateway({
    platform: { clock, log, keys, chance: systemChance, db, ch: world.store },
    policy: () => world.policy,
    audit: openAudit(db, clock),
    settings: { ...settings, ...more },
  })
}

type Event = { name: string; fields?: Record<string, string | number> }

/** Tells everyone who is due what has landed. */
async function tell(through = gateway): Promise<void> {
  await world.collect.flush()
  await through.tell()
}

/** Sends events of one visit. */
async function visit(
  who: string,
  receipt: string,
  events: readonly Event[],
  more: { headers?: Record<string, string>; without?: string[] } = {},
): Promise<void> {
  const { headers = {}, ...rest } = more
  const id = idOf(who)
  const answer = await world.send(
    {
      ...{ receipt, visit: id, visitors: { analytics: id, marketing: id }, ...rest },
      events: events.map(one => ({ agoMs: 0, fields: {}, ...one })),
    },
    { 'x-forwarded-for': ADDRESS, ...headers },
  )
  expect(answer.status).toBe(204)
}

const toGa = () => vendors.seen().filter(one => one.path === '/mp/collect')
const toMeta = () => vendors.seen().filter(one => one.path === '/v21.0/4711/events')
// What vendors are sent has a shape of each vendor's own.
// eslint-disable-next-line typescript/no-explicit-any
const bodyOf = (seen: Seen): any => JSON.parse(seen.body)
const eventsToMeta = () => toMeta().flatMap(one => bodyOf(one).data)

test('a vendor is told of what was permitted for it, once', async () => {
  await visit('a', ALL, [
    { name: 'product_view', fields: { product: 'TAKKI-116', value: 39.9, currency: 'EUR' } },
    {
      name: 'purchase',
      fields: { product: 'TAKKI-116', quantity: 2, value: 79.8, currency: 'EUR' },
    },
  ])
  await tell()

  const told = toGa().map(one => bodyOf(one).events[0])
  expect(told.map(one => String(one.name)).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'purchase',
    'view_item',
  ])
  expect(told.find(one => one.name === 'purchase').params).toMatchObject({
    ...{ value: 79.8, currency: 'EUR', items: [{ item_id: 'TAKKI-116', quantity: 2 }] },
  })
  expect(toGa()[0]?.query).toBe('measurement_id=G-TEST&api_secret=canary-secret')
  expect(
    eventsToMeta()
      .map(one => String(one.event_name))
      .toSorted((a, b) => a.localeCompare(b)),
  ).toEqual(['Purchase', 'ViewContent'])

  world.pass({ count: 2, unit: 'hour' })
  await tell()
  expect(toGa()).toHaveLength(2)
  expect(eventsToMeta()).toHaveLength(2)
})

test('proves: vendor.ga-receives-anonymous whatever names a person, planted wherever a visit has room, stays', async () => {
  const digits = (count: number) => integer({ min: 10 ** (count - 1), max: 10 ** count - 1 })
  const letters = string({
    unit: constantFrom(...'abcdefgh'.split('')),
    minLength: 5,
    maxLength: 8,
  })
  const canaries = [
    ...sample(tuple(letters, letters), 4).map(([a, b]) => `${a}@${b}.example`),
    ...sample(digits(7), 3).map(number => `+35840${number}`),
    ...sample(digits(8), 3).map(token => `${token}abcdef${token}0123456789`),
    ...['131052-308T', '203.0.113.88', '2001:14ba:1::7', 'gclid=EAIaIQobCh', 'TIL-20261122'],
  ]
  for (const canary of canaries) {
    const page = {
      ...{ title: `Hei ${canary}`, referrer: `https://else.example/${canary}?q=${canary}` },
      path: `/tuotteet/${encodeURIComponent(canary)}?mail=${canary}#${canary}`,
    }
    await visit('b', ALL, [
      { name: 'page_view', fields: page },
      { name: 'search', fields: { query: canary, results: 1 } },
      { name: 'product_view', fields: { product: 'TAKKI-116', product_name: canary } },
      { name: 'purchase', fields: { product: 'X', value: 10, currency: 'EUR' } },
    ])
  }
  await tell()

  expect(toGa().length).toBe(canaries.length * 4)
  const left = vendors
    .seen()
    .map(
      one =>
        `${one.path} ${decodeURIComponent(one.query)} ${JSON.stringify(one.headers)} ${one.body}`,
    )
    .join('\n')
    .toLowerCase()
  for (const canary of canaries) expect(left).not.toContain(canary.toLowerCase())
  expect(left).not.toContain('title')
  expect(left).not.toContain('hei ')
})

test('proves: vendor.ip-not-combined a vendor sees our address and nothing of the browser', async () => {
  await visit('a', ALL, [{ name: 'product_view', fields: { product: 'TAKKI-116' } }], {
    headers: { 'accept-language': 'sv-FI', cookie: 'id=canary', referer: 'https://else.example/' },
  })
  await tell()

  expect(toGa()).toHaveLength(1)
  expect(toMeta()).toHaveLength(1)
  for (const seen of vendors.seen()) {
    expect(seen.from).toBe('127.0.0.1')
    expect(Object.keys(seen.headers).toSorted()).toEqual([
      ...['connection', 'content-length', 'content-type', 'host'],
    ])
    const whole = JSON.stringify(seen)
    for (const one of [ADDRESS, BROWSER, 'sv-FI', 'canary-id', 'else.example']) {
      expect(whole).not.toContain(one)
    }
  }
})

test('proves: vendor.no-identification what is told of two events of one visit differs in nothing from two of two', async () => {
  const view = { name: 'product_view', fields: { product: 'TAKKI-116' } }
  await visit('a', ALL, [view, view])
  await visit('b', ALL, [view])
  await visit('c', 'marketing', [view])
  await tell()

  const ga = toGa().map(bodyOf)
  expect(ga).toHaveLength(3)
  expect(new Set(ga.map(one => one.client_id)).size).toBe(3)
  expect(new Set(ga.map(one => JSON.stringify({ ...one, client_id: '' }))).size).toBe(1)
  const meta = eventsToMeta()
  expect(meta).toHaveLength(4)
  const ids = meta.flatMap(one => [one.event_id, ...one.user_data.external_id])
  expect(new Set([...ids, ...ga.map(one => one.client_id)]).size).toBe(11)
  const alike = meta.map(one => JSON.stringify({ ...one, event_id: '', user_data: {} }))
  expect(new Set(alike).size).toBe(1)
  // Nothing of the visitor is in any of it, in whichever form we keep it.
  const keys = await world.store.rows<Record<string, string>>({
    text: `select toString(analytics_visitor) as v, toString(analytics_visit) as t,
      toString(analytics_event) as e, lower(hex(analytics_visitor)) as h from collect.analytics`,
    values: {},
  })
  const text = vendors
    .seen()
    .map(one => one.query + one.body)
    .join()
  const known = keys.flatMap(row => Object.values(row)).filter(key => key !== '0' && key !== '')
  expect(known.length).toBeGreaterThan(3)
  expect(known.filter(key => text.includes(key))).toEqual([])
})

test('proves: ads.offsite without consent to advertising nothing goes to the advertiser', async () => {
  await visit('a', 'analytics', [{ name: 'product_view', fields: { product: 'A1' } }])
  await visit('b', '', [{ name: 'product_view', fields: { product: 'B1' } }])
  await tell()
  expect(toMeta()).toEqual([])
  expect(toGa().map(one => bodyOf(one).events[0].params.items[0].item_id)).toEqual(['A1'])
})

test('proves: signal.dnt-stops-partner-tags an event sent under Do Not Track or GPC goes to nobody', async () => {
  const events = [{ name: 'product_view', fields: { product: 'A1' } }]
  await visit('a', ALL, events, { headers: { dnt: '1' } })
  await visit('a', ALL, events, { headers: { 'sec-gpc': '1' } })
  await tell()
  expect(vendors.seen()).toEqual([])
})

test('proves: signal.vendor-optout-honoured the gateway is no way round the opt-out of a vendor', async () => {
  const events = [{ name: 'product_view', fields: { product: 'A1' } }]
  await visit('a', ALL, events, { without: [GA] })
  await tell()
  expect(toGa()).toEqual([])
  expect(toMeta()).toHaveLength(1)
})

test('proves: transfer.mechanism when the mechanism ends nothing goes, not even what waited', async () => {
  await visit('a', ALL, [{ name: 'product_view', fields: { product: 'A1' } }])
  world.policy = shopWith(one => ({ ...one, transferred: one.id !== GA }))
  await tell()
  expect(toGa()).toEqual([])
  expect(toMeta()).toHaveLength(1)
  expect((await gateway.standing()).map(one => [one.vendor, one.standing])).toEqual([
    ...[
      [GA, 'no-mechanism'],
      [ADS, 'open'],
    ],
  ])
  // What waited in vain is told when the transfer holds again, and only then.
  world.policy = shopWith()
  await tell()
  expect(toGa()).toHaveLength(1)
})

test('proves: ads.offsite a vendor that a policy takes a purpose from, or that it no longer has, is told nothing that waited', async () => {
  await visit('a', ALL, [{ name: 'product_view', fields: { product: 'A1' } }])
  const all = shopWith()
  const rules = all.rules.vendors.map(one =>
    one.id === GA ? { ...one, purposes: ['other'] } : one,
  )
  world.policy = {
    ...{ ...all, vendors: all.vendors.filter(one => one.id !== ADS) },
    rules: { ...all.rules, vendors: rules },
  }
  await tell()
  expect(vendors.seen()).toEqual([])
})

test('proves: consent.withdraw what is withdrawn before it was told is never told', async () => {
  await visit('a', ALL, [{ name: 'product_view', fields: { product: 'A1' } }])
  await visit('b', ALL, [{ name: 'product_view', fields: { product: 'B1' } }])
  vendors.answer(503)
  await tell()
  vendors.answer(undefined)
  vendors.forget()
  await world.collect.forget({ analytics: idOf('a'), marketing: idOf('a') }, [
    'analytics',
    'marketing',
  ])
  world.pass({ count: 1, unit: 'hour' })
  await tell()
  expect(toGa().map(one => bodyOf(one).events[0].params.items[0].item_id)).toEqual(['B1'])
  expect(eventsToMeta().flatMap(one => one.custom_data.content_ids)).toEqual(['B1'])
})

test('proves: consent.withdraw a vendor refused by name later is not told what waits, nor what was on its way', async () => {
  const seen = (product: string) => [{ name: 'product_view', fields: { product } }]
  await visit('a', ALL, seen('A1'))
  await visit('b', ALL, seen('B1'))
  vendors.answer(503)
  await tell()
  vendors.answer(undefined)
  vendors.forget()
  await visit('a', ALL, seen('A2'))
  const ids = { analytics: idOf('a'), marketing: idOf('a') }
  await world.collect.withhold(ids, [GA, 'nobody-we-know'])
  world.pass({ count: 1, unit: 'hour' })
  await tell()

  expect(toGa().map(one => bodyOf(one).events[0].params.items[0].item_id)).toEqual(['B1'])
  // Whoever was not refused is told all the same, and the visitor's own events stay.
  const ads = eventsToMeta().flatMap(one => one.custom_data.content_ids)
  expect(new Set(ads)).toEqual(new Set(['A1', 'A2', 'B1']))
  expect(ads).toHaveLength(3)
  const known = await world.collect.knownAbout(ids)
  expect(known.find(one => one.group === 'analytics')?.events).toBeGreaterThanOrEqual(2)
})

test('what is not taken is sent again later under the same ids, and counted', async () => {
  const day = new Date(world.now()).toISOString().slice(0, 10)
  await visit('a', 'marketing', [
    { name: 'product_view', fields: { product: 'A1' } },
    { name: 'product_view', fields: { product: 'A2' } },
  ])
  vendors.answer(503)
  await tell()
  await tell()
  expect(toMeta()).toHaveLength(1)
  vendors.answer(0)
  world.pass({ count: 11, unit: 'minute' })
  await tell()
  vendors.answer(undefined)
  world.pass({ count: 21, unit: 'minute' })
  await tell()

  const [first, second, third, ...more] = toMeta().map(bodyOf)
  expect(more).toEqual([])
  expect(second).toEqual(first)
  expect(third).toEqual(first)
  const ads = (await gateway.standing()).find(one => one.vendor === ADS)
  expect(ads?.counts.filter(one => one.day === day)).toEqual([
    ...[{ day, event: 'product_view', outcome: 'failed', count: 4 }],
    ...[{ day, event: 'product_view', outcome: 'sent', count: 2 }],
  ])
  expect(await db.rows(sql`select seed from vendors.batches`)).toEqual([])
  const [entry] = await db.rows<{ details: object }>(sql`
    select details from audit.entries where act = 'vendors.told' order by seq desc limit 1`)
  expect(entry?.details).toEqual({
    ...{ vendor: ADS, sent: 2, refused: 0, failed: 0 },
    shape: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

test('a vendor that says no is left alone for a day, or until its settings change; others go on', async () => {
  await visit('a', ALL, [{ name: 'product_view', fields: { product: 'A1' } }])
  vendors.answer(403)
  await tell()
  expect(toGa()).toHaveLength(1)
  vendors.answer(undefined)
  vendors.forget()
  world.pass({ count: 23, unit: 'hour' })
  await tell()
  expect(vendors.seen()).toEqual([])
  expect((await gateway.standing())[0]).toMatchObject({ standing: 'stopped', status: 403 })

  await tell(open({ LUPAUS_VENDOR_GOOGLE_ANALYTICS_API_SECRET: 'another' }))
  expect(toGa()).toHaveLength(1)
  expect(toMeta()).toHaveLength(0)
})

test('a vendor without settings, or without an interface that makes do without a person, is told nothing', async () => {
  await visit('a', ALL, [{ name: 'product_view', fields: { product: 'A1' } }])
  world.policy = shopWith(one => (one.id === ADS ? { ...one, catalogue: 'google-ads' } : one))
  const bare = open({ LUPAUS_VENDOR_GOOGLE_ANALYTICS_API_SECRET: '' })
  await tell(bare)
  expect(vendors.seen()).toEqual([])
  expect((await bare.standing()).map(one => one.standing)).toEqual(['no-settings', 'no-interface'])
})

test('the probes see what was sent, and one place too many', async () => {
  const sighting = () => gateway.probes[0]?.run()
  expect(await sighting()).toMatchObject({ kept: true })
  await db.rows(
    sql`update vendors.states set shape = array_append(shape, 'user_id') where vendor = ${GA}`,
  )
  expect(await sighting()).toMatchObject({ kept: false })
})

test('no secret is in anything that is written down', async () => {
  const kept = await db.rows(sql`select s::text as kept from vendors.states s
    union all select e::text from audit.entries e union all select b::text from vendors.batches b`)
  expect(JSON.stringify(kept)).not.toMatch(/canary-(secret|token)/)
})

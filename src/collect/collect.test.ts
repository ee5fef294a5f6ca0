import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  array,
  boolean,
  constantFrom,
  dictionary,
  integer,
  oneof,
  record,
  sample,
  string,
} from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CollectWorld, collectWorld, idOf } from '../../test/scratch/collect-world.ts'
import { BOOKKEEPING, columnOf, GROUPS } from './groups.ts'
import { BATCH_MAX, type EventIn } from './wire.ts'

const ALL = 'analytics,personalisation,marketing'
const CANARY_IP = '203.0.113.77'

let world: CollectWorld
let serial = 0
beforeAll(async () => {
  world = await collectWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const fresh = () => `${serial++}`.padStart(22, '0')
const view = (path: string, more: Partial<EventIn> = {}): EventIn => ({
  name: 'page_view',
  agoMs: 0,
  fields: { path },
  ...more,
})
const total = async () => {
  const tables = await Promise.all(GROUPS.map(group => world.rows(group)))
  return tables.flat().length
}
const refusedTotal = async (reason: string) => {
  const rows = await world.rows('refusals')
  return rows
    .filter(row => row['reason'] === reason)
    .reduce((sum, row) => sum + Number(row['count']), 0)
}
const paths = async () => (await world.rows('analytics')).map(row => row['path'])

test('a permitted page view is kept with the policy and purpose that allowed it', async () => {
  const fields = {
    path: '/kept?email=x@y.example#top',
    title: 'Kept',
    referrer: 'https://search.example/q?s=secret',
  }
  const answer = await world.send({
    receipt: 'analytics',
    visitors: { analytics: idOf('a') },
    visit: idOf('v'),
    events: [{ id: fresh(), name: 'page_view', agoMs: 5_000, fields }],
  })
  expect(answer.status).toBe(204)
  expect(answer.headers.get('lupaus-kept')).toBe('1')
  expect(answer.headers.get('lupaus-refused')).toBeNull()
  const [row] = await world.rows('analytics')
  expect(row).toMatchObject({
    day: '2026-11-22',
    at: '2026-11-22 09:59:55',
    site: 'shop',
    name: 'page_view',
    path: '/kept',
    title: 'Kept',
    referrer: 'search.example',
    browser: 'Chrome',
    os: 'Linux',
    device: 'computer',
    purposes: 'analytics',
    policy: world.policy.version.slice(0, 16),
  })
  expect(row?.['analytics_visitor']).toMatch(/^\d{10,20}$/)
  expect(row?.['analytics_visit']).toMatch(/^\d{10,20}$/)
})

test('proves: basis.default-deny without a receipt nothing is kept, and the answer names the rule', async () => {
  const before = await total()
  const answer = await world.send({ events: [view('/denied')] })
  expect(answer.status).toBe(204)
  expect(answer.headers.get('lupaus-kept')).toBe('0')
  const { line } = world.policy.rules.purposes['analytics'] ?? {}
  expect(answer.headers.get('lupaus-refused')).toBe(`analytics;reason=no-consent;line=${line}`)
  expect(await total()).toBe(before)

  await world.send({ receipt: 'analytics', events: [view('/denied')] })
  expect(await total()).toBe(before + 1)
})

test.for(['not-a-purpose', 'withdrawn:analytics', '', 'marketing'])(
  'proves: basis.default-deny a receipt `%s` lets no page view in',
  async receipt => {
    await world.send({ receipt, events: [view('/never')] })
    expect(await paths()).not.toContain('/never')
  },
)

test('a signal in the headers refuses, as one in the body does', async () => {
  for (const headers of [{ 'sec-gpc': '1' }, { dnt: '1' }]) {
    const answer = await world.send({ receipt: 'analytics', events: [view('/signalled')] }, headers)
    expect(answer.headers.get('lupaus-refused')).toContain('analytics;reason=objected')
  }
  await world.send({ receipt: 'analytics', signals: ['gpc'], events: [view('/signalled')] })
  expect(await paths()).not.toContain('/signalled')

  await world.send({ receipt: 'analytics', events: [view('/unsignalled')] }, { dnt: '0' })
  expect(await paths()).toContain('/unsignalled')
})

test('proves: analytics.fields-closed what the policy does not declare is refused, counted, never stored', async () => {
  const declared = new Set(world.policy.purposes.flatMap(p => p.collects.map(c => c.event)))
  const isDeclared = (name: string) => [...declared].some(event => event === name)
  const noise = string({ minLength: 1, maxLength: 20 }).map(text => `x_${text}`)
  const event = record({
    name: oneof(constantFrom('page_view', 'search', 'purchase'), noise),
    extra: dictionary(noise, oneof(string({ maxLength: 30 }), integer(), boolean()), {
      maxKeys: 4,
    }),
  })
  const before = await total()
  const [fieldsBefore, eventsBefore] = [
    await refusedTotal('field-not-declared'),
    await refusedTotal('event-not-declared'),
  ]
  const injected = { fields: 0, events: 0, kept: 0 }
  const batches = sample(array(event, { minLength: 30, maxLength: BATCH_MAX }), {
    numRuns: 120,
    seed: 11,
  })
  for (const batch of batches) {
    const answer = await world.send({
      receipt: 'analytics',
      events: batch.map(({ name, extra }) => ({ name, agoMs: 0, fields: { ...extra } })),
    })
    expect(answer.status).toBe(204)
    for (const { name, extra } of batch) {
      if (!isDeclared(name)) injected.events += 1
      else injected.kept += 1
      if (isDeclared(name)) injected.fields += Object.keys(extra).length
    }
  }
  expect(injected.events + injected.kept).toBeGreaterThan(3_000)
  expect(await total()).toBe(before + injected.kept)
  expect(await refusedTotal('field-not-declared')).toBe(fieldsBefore + injected.fields)
  expect(await refusedTotal('event-not-declared')).toBe(eventsBefore + injected.events)
  expect(JSON.stringify(await world.rows('refusals'))).not.toContain('x_')
  for (const group of GROUPS) expect(await storedColumns(group)).toEqual(await declaredOf(group))
})

test('proves: analytics.fields-closed a declared field of one event is no field of another', async () => {
  const answer = await world.send({
    receipt: 'analytics',
    events: [{ name: 'page_leave', agoMs: 0, fields: { path: '/left', query: 'secret words' } }],
  })
  expect(answer.headers.get('lupaus-refused')).toContain('what="page_leave.query"')
  const row = (await world.rows('analytics')).find(one => one['path'] === '/left')
  expect(row?.['query']).toBe('')
})

test('a value outside its shape is refused by name, and the rest of the event is kept', async () => {
  const answer = await world.send({
    receipt: 'analytics',
    events: [{ name: 'page_leave', agoMs: 0, fields: { path: '/shape', visible_seconds: -1 } }],
  })
  expect(answer.headers.get('lupaus-refused')).toMatch(
    /^analytics;reason=value-not-allowed;what="page_leave.visible_seconds";line=\d+$/,
  )
  expect(await paths()).toContain('/shape')
})

test('proves: pixel.same-gate a pixel without consent answers 204, stores nothing, sets no cookie', async () => {
  const before = await total()
  const refused = await world.pixel('?campaign=autumn&path=/letter')
  expect(refused.status).toBe(204)
  expect(refused.headers.get('set-cookie')).toBeNull()
  expect(refused.headers.get('lupaus-refused')).toContain('marketing;reason=no-consent')
  const cookie = `lupaus_choice=marketing; lupaus_m=${idOf('m')}`
  const signalled = await world.pixel('?campaign=autumn', { cookie, dnt: '1' })
  expect(signalled.status).toBe(204)
  expect(await total()).toBe(before)

  const granted = await world.pixel('?campaign=autumn&path=/letter', { cookie })
  expect(granted.status).toBe(200)
  expect(granted.headers.get('content-type')).toBe('image/gif')
  expect(granted.headers.get('cache-control')).toBe('no-store')
  expect(granted.headers.get('set-cookie')).toBeNull()
  expect((await granted.arrayBuffer()).byteLength).toBe(43)
  const [row] = await world.rows('marketing')
  expect(row).toMatchObject({ campaign: 'autumn', path: '/letter', name: 'pixel_view' })
  expect(row?.['marketing_visitor']).not.toBe('0')
})

test('proves: identity.anonymous-by-default one visitor in three tables shares no key and no clock', async () => {
  const id = idOf('s')
  await world.send({
    receipt: ALL,
    visitors: { analytics: id, personalisation: id, marketing: id },
    visit: id,
    events: [
      {
        id,
        name: 'product_view',
        agoMs: 0,
        fields: { product: 'same-visitor', category: 'soft' },
      },
    ],
  })
  const found = await Promise.all(
    GROUPS.map(async group => {
      const rows = await world.rows(group)
      const row = rows.find(one => one['product'] === 'same-visitor')
      expect(row).toBeDefined()
      return row ?? {}
    }),
  )
  const [names, values] = [
    found.flatMap(row => identifying(row).map(([name]) => name)),
    found.flatMap(row => identifying(row).map(([, value]) => String(value))),
  ]
  expect(names).toHaveLength(8)
  expect(new Set(names).size).toBe(names.length)
  expect(new Set(values).size).toBe(values.length)
  expect(values).not.toContain('0')
  expect(JSON.stringify(found)).not.toContain(id)
})

test('proves: device.block-is-respected a browser that stores nothing leaves no key to join by', async () => {
  const blocked = async (path: string) => {
    const event = view(path, { id: fresh() })
    await world.send({ receipt: 'analytics', events: [event] }, { 'x-forwarded-for': CANARY_IP })
    return (await world.rows('analytics')).find(row => row['path'] === path) ?? {}
  }
  const [first, second] = [await blocked('/blocked-1'), await blocked('/blocked-2')]
  for (const row of [first, second]) {
    expect(row).toMatchObject({ analytics_visitor: '0', analytics_visit: '0' })
  }
  expect(first['analytics_event']).not.toBe(second['analytics_event'])
  // Whatever the two share, a stranger's visit with the same kind of browser shares as well.
  const elsewhere = { 'x-forwarded-for': '198.51.100.9' }
  await world.send(
    { receipt: 'analytics', events: [view('/stranger', { id: fresh() })] },
    elsewhere,
  )
  const stranger = (await world.rows('analytics')).find(row => row['path'] === '/stranger') ?? {}
  const shared = Object.keys(first).filter(name => first[name] === second[name])
  expect(shared.filter(name => first[name] !== stranger[name])).toEqual([])

  const visitors = { analytics: idOf('k') }
  await world.send({ receipt: 'analytics', visitors, events: [view('/known')] })
  const known = (await world.rows('analytics')).find(row => row['path'] === '/known')
  expect(known?.['analytics_visitor']).not.toBe('0')
})

test('proves: analytics.ip-is-personal the address of a visitor is in no file and no row', async () => {
  const headers = { 'x-forwarded-for': CANARY_IP }
  const events = [view('/from-canary', { id: fresh() })]
  await world.send({ receipt: 'analytics', events }, headers)
  // The spool as it is before the loader takes it, then everything that the store holds.
  const places = [...spoolTexts(world.folder)]
  for (const table of [...GROUPS, 'refusals'] as const) {
    places.push(JSON.stringify(await world.rows(table)))
  }
  const everywhere = places.join('\n')
  expect(places.filter(place => place.includes('/from-canary'))).toHaveLength(2)
  expect(everywhere).not.toContain(CANARY_IP)
  expect(everywhere).not.toContain('127.0.0.1')
})

test('half a character costs no event: it is written as the sign for what cannot be read', async () => {
  const fields = { path: '/half', title: 'a\ud800b\udc00' }
  const whole = { path: '/half-after', title: 'koko \ud83e\udd8a' }
  await world.send({
    receipt: 'analytics',
    events: [
      { name: 'page_view', agoMs: 0, fields },
      { name: 'page_view', agoMs: 0, fields: whole },
    ],
  })
  const rows = await world.rows('analytics')
  const title = (path: string) => rows.find(row => row['path'] === path)?.['title']
  expect([title('/half'), title('/half-after')]).toEqual(['a\ufffdb\ufffd', 'koko \ud83e\udd8a'])
  expect(world.collect.health().setAside).toBe(0)
})

test('an event sent twice is kept once; events without an id are each kept', async () => {
  const id = fresh()
  const twice = { receipt: 'analytics', events: [view('/twice', { id }), view('/no-id')] }
  await world.send(twice)
  await world.send(twice)
  await world.collect.flush()
  await world.send(twice)
  const seen = await paths()
  expect(seen.filter(path => path === '/twice')).toHaveLength(1)
  expect(seen.filter(path => path === '/no-id')).toHaveLength(3)
})

test('forgetting erases one visitor in the groups named, and nobody else', async () => {
  const [leaver, stayer] = [idOf('L'), idOf('S')]
  for (const id of [leaver, stayer]) {
    const visitors = { analytics: id, personalisation: id }
    const event = { name: 'product_view', agoMs: 0, fields: { product: `of-${id.slice(0, 1)}` } }
    await world.send({ receipt: ALL, visitors, events: [event, event] })
  }
  const visitors = { analytics: leaver, personalisation: leaver, marketing: leaver }
  const known = await world.collect.knownAbout(visitors)
  expect(known.map(({ group, events }) => [group, events])).toEqual([
    ['personalisation', 2],
    ['analytics', 2],
    ['marketing', 0],
  ])
  expect(known[1]).toMatchObject({ firstDay: '2026-11-22', lastDay: '2026-11-22' })
  expect(known[1]?.recent[0]).toMatchObject({ name: 'product_view', product: 'of-L' })
  expect(JSON.stringify(known)).not.toMatch(/\d{12,}/)

  expect(await world.collect.forget(visitors, ['analytics'])).toBe(2)

  const products = async (group: 'analytics' | 'personalisation') =>
    (await world.rows(group)).map(row => row['product']).filter(Boolean)
  expect(await products('analytics')).not.toContain('of-L')
  expect(await products('analytics')).toContain('of-S')
  expect(await products('personalisation')).toContain('of-L')
  expect(await world.collect.forget(visitors, ['analytics'])).toBe(0)
})

test('a robot that says so is a verdict on the row, and the views leave it out', async () => {
  const agent = { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }
  const answer = await world.send({ receipt: 'analytics', events: [view('/bot')] }, agent)
  expect(answer.headers.get('lupaus-refused')).toBeNull()
  await world.send({ receipt: 'analytics', events: [view('/human')] })
  // These tests come from one address, at no person's pace: the first signal is what is meant here.
  const bots = (await world.rows('analytics')).filter(row => Number(row['bot']) % 2 === 1)
  expect(bots.map(row => row['path'])).toEqual(['/bot'])
  const seen = await world.store.rows<{ path: string }>({
    text: `select path from collect.for_analytics where path in ('/bot', '/human')`,
    values: {},
  })
  expect(seen).toEqual([{ path: '/human' }])
})

test('days older than the promise lapse, and their erasure is exact', async () => {
  const [analytics] = world.collect.holdings.filter(one => one.table === 'collect.analytics')
  const before = (await world.rows('analytics')).length
  expect(await analytics?.lapsed(world.now())).toEqual([])
  world.pass({ count: 25, unit: 'month' })
  world.pass({ count: 30, unit: 'day' })
  expect(await analytics?.lapsed(world.now())).toEqual([])
  world.pass({ count: 1, unit: 'day' })
  const days = (await analytics?.lapsed(world.now())) ?? []
  expect(days).toEqual(['2026-11-22'])
  expect(await analytics?.erase(days)).toBe(before)
  expect(await world.rows('analytics')).toEqual([])
})

function identifying(row: Record<string, unknown>) {
  return Object.entries(row).filter(([name]) => /_(visitor|event|visit)$|^at$/.test(name))
}

async function storedColumns(group: (typeof GROUPS)[number]): Promise<string[]> {
  const rows = await world.rows(group)
  const filled = new Set(
    rows.flatMap(row =>
      Object.entries(row)
        .filter(([, value]) => value !== '' && value !== 0 && value !== '0')
        .map(([name]) => name),
    ),
  )
  const declared = new Set([...(await declaredOf(group)), ...BOOKKEEPING[group]])
  const beyond = [...filled].filter(name => !declared.has(name))
  return beyond.length === 0 ? declaredOf(group) : beyond
}

async function declaredOf(group: (typeof GROUPS)[number]): Promise<string[]> {
  const fields = world.policy.purposes
    .filter(purpose => purpose.category === group)
    .flatMap(purpose => purpose.collects.flatMap(collected => collected.fields))
  return [...new Set(fields.map(field => columnOf(group, field)))]
}

function spoolTexts(folder: string): string[] {
  const spool = join(folder, 'spool')
  return readdirSync(spool)
    .filter(name => name.endsWith('.ndjson'))
    .map(name => readFileSync(join(spool, name), 'utf8'))
}

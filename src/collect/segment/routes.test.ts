import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countsVisits, KEYS, read, richPolicy } from '../../../test/promises/consent-policy.ts'
import {
  BROWSER,
  type CollectWorld,
  collectWorld,
  factsOfClient,
} from '../../../test/scratch/collect-world.ts'
import { openHttp } from '../../platform/http.ts'
import { openRateLimit } from '../../platform/rate-limit.ts'
import type { Policy } from '../../policy/index.ts'
import { GROUPS } from '../groups.ts'
import type { FactsOf } from '../collector.ts'
import { takeSegment } from './routes.ts'

const SHOP = 'https://pikkunalle.example'
const EVIL = 'https://evil.example'

let world: CollectWorld
beforeAll(async () => {
  world = await collectWorld({ factsOf: asked => choiceOf(asked) })
  world.policy = policy()
})
afterAll(() => world[Symbol.asyncDispose]())

function policy(): Policy {
  const rich = read(richPolicy(countsVisits))
  const [web] = rich.sources
  if (!web) throw new Error('the policy has sources')
  const machine = { ...web, id: 'press', kind: 'machine' as const, key: 'key-of-a-machine' }
  return { ...rich, sources: [...rich.sources, machine] }
}

/** As the consent slice does it, with our stand-in for a receipt: the list of what it grants. */
const choiceOf: FactsOf = asked => factsOfClient(world.policy, asked, world.now())

type Headers = Record<string, string>
const post = (url: string, body: string | object, headers: Headers = {}) => {
  const isBody = typeof body === 'string' || body instanceof Uint8Array
  return fetch(`${world.origin}${url}`, {
    method: 'POST',
    headers: { 'user-agent': BROWSER, 'accept-language': 'fi', ...headers },
    body: isBody ? body : JSON.stringify(body),
  })
}
const page = (path: string, more: object = {}) => ({
  ...{ type: 'page', anonymousId: 'anon-1', properties: { path } },
  ...more,
})
/** Sends one page with this key; answers the status, and whether it was kept. */
const sendPage = async (key: string, path: string, more: object = {}, headers: Headers = {}) => {
  const answer = await post(`/v1/p?writeKey=${encodeURIComponent(key)}`, page(path, more), headers)
  return `${answer.status} ${answer.headers.get('lupaus-kept')}`
}
const rowsOf = async (path: string) =>
  (await world.rows('analytics')).filter(row => row['path'] === path)
const counted = async (reason: string) =>
  (await world.rows('refusals'))
    .filter(row => row['reason'] === reason)
    .reduce((sum, row) => sum + Number(row['count']), 0)
const yes = { 'lupaus-receipt': 'analytics' }

const CALLS = [
  ...['identify', 'track', 'page', 'screen', 'group', 'alias', 'batch'].map(name => `/v1/${name}`),
  ...['i', 't', 'p', 's', 'g', 'a', 'b'].flatMap(name => [`/v1/${name}`, `/${name}`]),
  ...['page', 'track', 'identify', 'group'].map(name => `/api/s/${name}`),
  ...['/beacon/v1/batch', '/v1/m', '/m'],
]

test.for(CALLS)('an SDK may post to %s, from pages of ours after asking', async url => {
  const body = { ...page('/paths'), event: 'goal', batch: [page('/paths')] }
  const answer = await post(`${url}?writeKey=${KEYS.web}`, body, { origin: SHOP })
  expect([answer.status, await answer.json()]).toEqual([200, { success: true }])
  const asked = await fetch(`${world.origin}${url}`, {
    ...{ method: 'OPTIONS', headers: { origin: SHOP, 'access-control-request-method': 'POST' } },
  })
  expect(asked.status).toBe(204)
  const allowed = Object.fromEntries(asked.headers)
  expect(allowed['access-control-allow-origin']).toBe(SHOP)
  expect(allowed['access-control-allow-credentials']).toBe('true')
  for (const name of ['authorization', 'content-type', 'anonymousid', 'sentat', 'x-write-key'])
    expect(allowed['access-control-allow-headers']).toContain(name)
  const foreign = await fetch(`${world.origin}${url}`, {
    ...{ method: 'OPTIONS', headers: { origin: EVIL } },
  })
  expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
  expect(foreign.headers.get('access-control-allow-credentials')).toBeNull()
})

const CAPTURED = readFileSync(new URL('fixtures/captured.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Captured)
type Captured = { client: string; url: string; headers: Headers; gzip: boolean; body: object }

test('captured requests of six SDKs leave the same rows, and no person (proves: collect.only-when-given)', async () => {
  const before = new Set((await world.rows('analytics')).map(row => row['analytics_event']))
  for (const { client, url, headers, gzip, body } of CAPTURED) {
    const own = client.includes('node') ? KEYS.till : KEYS.web
    const key = Buffer.from(`${own}:`).toString('base64')
    const text = JSON.stringify(body)
    const answer = await post(url, gzip ? gzipSync(text) : text, {
      ...{ ...headers, ...yes, authorization: `Basic ${key}` },
    })
    expect(answer.status).toBe(200)
  }
  const rows = (await Promise.all(GROUPS.map(group => world.rows(group)))).flat()
  const kept = rows.filter(row => !before.has(row['analytics_event']))
  const said = JSON.stringify([kept, await world.rows('refusals')])
  expect(said).toContain('Etusivu')
  expect(said).not.toMatch(/matti|example\.fi|Meikäläinen|Acme|anon-1/i)
  const seen = (name: string) =>
    kept
      .filter(row => row['name'] === name && row['source_id'] === 'web')
      .map(({ path, title, language, product }) => ({ path, title, language, product }))
  expect(seen('page_view')).toHaveLength(4)
  expect(new Set(seen('page_view').map(row => JSON.stringify(row))).size).toBe(1)
  expect(seen('page_view')[0]).toMatchObject({ path: '/', title: 'Etusivu', language: 'en-US' })
  expect(seen('product_view').map(row => row.product)).toEqual(['p1', 'p1', 'p1', 'p1'])
  expect(kept.filter(row => row['name'] === 'purchase').map(row => Number(row['value']))).toEqual([
    49.9, 49.9,
  ])
  expect(await counted('event-not-declared')).toBeGreaterThan(10)
})

test.for([
  ['text/plain', false],
  ['application/x-www-form-urlencoded', true],
  ['multipart/form-data', false],
  ['not a type at all;;', true],
  ['', false],
] as const)('a body is read whatever it is called: %s, packed: %s', async ([type, isPacked]) => {
  const text = JSON.stringify({ batch: [page(`/type-${type}-${isPacked}`)] })
  const answer = await post(
    `/v1/b?writeKey=${KEYS.web}`,
    isPacked ? gzipSync(text) : Buffer.from(text),
    {
      ...yes,
      ...(type && { 'content-type': type }),
    },
  )
  expect(answer.headers.get('lupaus-kept')).toBe('1')
})

test('what the headers call packed is read as what it is', async () => {
  const headers = { ...yes, 'content-encoding': 'gzip' }
  expect(await sendPage(KEYS.web, '/unpacked', {}, headers)).toBe('200 1')
})

test.for([
  ['/v1/b', '{"batch":[', 400, 'no-json'],
  ['/v1/b', '{}', 400, 'no-batch'],
  ['/v1/p', '', 400, 'no-json'],
  ['/v1/b', 'x'.repeat(512_001), 413, 'too-large'],
  ['/v1/b', gzipSync(Buffer.alloc(9_000_000)), 413, 'too-large'],
  ['/v1/t', JSON.stringify({ event: 'x'.repeat(32_768) }), 413, 'event-too-large'],
] as const)('a broken request to %s is told so in words', async ([url, body, status, error]) => {
  const answer = await post(`${url}?writeKey=${KEYS.web}`, body)
  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject({ success: false, error, help: expect.any(String) })
})

test('an unknown key is refused for good, and counted', async () => {
  const before = await counted('no-such-source')
  for (const key of ['nobody', '', world.policy.sources[2]?.key ?? ''])
    expect(await sendPage(key, '/nobody', {}, yes)).toBe('401 null')
  expect(await counted('no-such-source')).toBe(before + 3)
  expect(await rowsOf('/nobody')).toEqual([])
})

test.for([
  [KEYS.web, { origin: EVIL }, '403 null'],
  [KEYS.web, { origin: 'null' }, '403 null'],
  [KEYS.web, { 'sec-fetch-site': 'cross-site' }, '403 null'],
  [KEYS.web, { origin: SHOP }, '200 1'],
  [KEYS.till, { origin: SHOP }, '403 null'],
  [KEYS.partner, { origin: SHOP }, '403 null'],
  [KEYS.till, {}, '200 1'],
  ['key-of-a-machine', {}, '403 null'],
] as const)('the key %s with %j is answered %s', async ([key, headers, answer]) => {
  expect(await sendPage(key, '/from', {}, { ...yes, ...headers })).toBe(answer)
})

test('a secret that a browser sends is called leaked, and a foreign page may not even read that', async () => {
  const answer = await post(`/v1/p?writeKey=${KEYS.till}`, page('/leaked'), { origin: EVIL })
  expect(await answer.json()).toMatchObject({ error: 'leaked-key' })
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
})

test('what consent refuses is well received and leaves nothing (proves: basis.default-deny)', async () => {
  world.policy = read(richPolicy())
  const no = { consent: { categoryPreferences: { analytics: false } } }
  const managed = { consentManagement: { allowedConsentIds: ['analytics'], deniedConsentIds: [] } }
  const believed = { consent: { categoryPreferences: { analytics: true } } }
  expect(await sendPage(KEYS.till, '/silent')).toBe('200 0')
  expect(await sendPage(KEYS.till, '/no', { context: no })).toBe('200 0')
  expect(await sendPage(KEYS.till, '/no', { context: no }, yes)).toBe('200 0')
  expect(await sendPage(KEYS.till, '/odd', { context: { consent: 'all' } }, yes)).toBe('200 0')
  expect(await sendPage(KEYS.till, '/yes', { context: believed })).toBe('200 1')
  expect(await sendPage(KEYS.till, '/managed', { context: managed })).toBe('200 1')
  expect(await sendPage(KEYS.web, '/cookie', {}, { cookie: 'lupaus_choice=analytics' })).toBe(
    '200 1',
  )
  expect(await sendPage(KEYS.till, '/cookie', {}, { cookie: 'lupaus_choice=analytics' })).toBe(
    '200 0',
  )
  world.policy = policy()
})

test('a partner’s event needs a receipt for us (proves: partner.site-data)', async () => {
  const said = { context: { consent: { categoryPreferences: { analytics: true, visits: true } } } }
  expect(await sendPage(KEYS.partner, '/partner-none')).toBe('200 0')
  expect(await sendPage(KEYS.partner, '/partner-said', said)).toBe('200 0')
  const foreign = { 'lupaus-receipt': 'foreign analytics' }
  expect(await sendPage(KEYS.partner, '/partner-foreign', said, foreign)).toBe('200 0')
  const inside = { context: { lupaus: { receipt: 'analytics' } } }
  expect(await sendPage(KEYS.partner, '/partner', inside)).toBe('200 1')
  const rows = (await world.rows('analytics')).filter(row =>
    String(row['path']).startsWith('/partner'),
  )
  expect(rows.map(row => [row['path'], row['source_id']])).toEqual([['/partner', 'toys']])
})

test.for([
  [{ 'sec-gpc': '1' }, {}],
  [{ dnt: '1' }, {}],
  [{}, { gpc: true }],
  [{}, { signals: ['dnt'] }],
] as const)(
  'a signal outranks a yes by header %j or context %j (proves: signal.dnt-stops-partner-tags)',
  async ([headers, context]) => {
    const both = { 'lupaus-receipt': 'analytics,marketing', ...headers }
    expect(await sendPage(KEYS.web, '/signal', { context }, both)).toBe('200 0')
    expect(await sendPage(KEYS.web, '/no-signal', {}, { ...both, 'sec-gpc': '0', dnt: '0' })).toBe(
      '200 1',
    )
  },
)

const pixel = (query: string, headers: Headers = {}) =>
  fetch(`${world.origin}/pixel/v1/page?writeKey=${KEYS.web}&anonymousId=a&${query}`, {
    headers: { 'user-agent': BROWSER, 'accept-language': 'fi', ...headers },
  })

test('a pixel of RudderStack passes the gate of any event (proves: pixel.same-gate)', async () => {
  world.policy = read(richPolicy())
  const cookie = { cookie: 'lupaus_choice=analytics' }
  const kept = await pixel('properties.path=/gif&context.page.title=Nalle', cookie)
  expect([kept.status, kept.headers.get('content-type')]).toEqual([200, 'image/gif'])
  expect(kept.headers.get('cache-control')).toBe('no-store')
  expect(await rowsOf('/gif')).toMatchObject([{ name: 'page_view', title: 'Nalle' }])
  const refused = await pixel('properties.path=/gif-no')
  expect([refused.status, await refused.text()]).toEqual([204, ''])
  const signalled = await pixel('properties.path=/gif-no', { ...cookie, dnt: '1' })
  expect(signalled.status).toBe(204)
  const foreign = await pixel('properties.path=/gif-no', { ...cookie, referer: `${EVIL}/a` })
  expect(foreign.status).toBe(403)
  const ours = await pixel('properties.path=/gif-own', { ...cookie, referer: `${SHOP}/a` })
  expect(ours.status).toBe(200)
  const polluted = await pixel('__proto__.x=1&constructor.prototype.x=1&properties=2', cookie)
  expect([polluted.status, ({} as Headers)['x']]).toEqual([200, undefined])
  expect(await rowsOf('/gif-no')).toEqual([])
  for (const answer of [kept, refused, foreign]) expect(answer.headers.get('set-cookie')).toBeNull()
  const head = await fetch(`${world.origin}/pixel/v1/page?writeKey=${KEYS.web}`, { method: 'HEAD' })
  expect(head.status).toBe(404)
  world.policy = policy()
})

test('settings name this server alone, for keys that may be seen and no others', async () => {
  const ask = async (url: string) => {
    const answer = await fetch(`${world.origin}${url}`, { headers: { origin: SHOP } })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  const host = new URL(world.origin).host
  for (const base of ['/v1', '']) {
    const { status, body } = await ask(`${base}/projects/${KEYS.web}/settings`)
    expect(status).toBe(200)
    expect(body['integrations']).toEqual({
      'Segment.io': expect.objectContaining({ apiHost: `${host}/v1`, protocol: 'http' }),
    })
    expect(body['consentSettings']).toMatchObject({
      allCategories: ['personalisation', 'analytics', 'marketing'],
    })
    expect((await ask(`${base}/projects/${KEYS.till}/settings`)).status).toBe(401)
  }
  const { body } = await ask(`/sourceConfig/?writeKey=${KEYS.web}`)
  expect(body['source']).toMatchObject({ id: 'web', enabled: true, destinations: [] })
  expect((await ask('/sourceConfig/?writeKey=nobody')).status).toBe(401)
})

test('a server is counted by its key and others by their address; a full disk takes nothing', async () => {
  const ask = await edge({ points: 1, serverPoints: 2, hasRoom: true })
  const from = async (key: string, remoteAddress: string) =>
    (await ask(key, remoteAddress)).statusCode
  expect(await from(KEYS.web, '192.0.2.1')).toBe(200)
  const stopped = await ask(KEYS.web, '192.0.2.1')
  expect(stopped.statusCode).toBe(429)
  expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0)
  expect(await from(KEYS.web, '192.0.2.2')).toBe(200)
  expect(await from('nobody', '192.0.2.2')).toBe(429)
  expect(await from(KEYS.till, '192.0.2.1')).toBe(200)
  expect(await from(KEYS.till, '192.0.2.1')).toBe(200)
  expect(await from(KEYS.till, '192.0.2.3')).toBe(429)
  const full = await edge({ points: 9, serverPoints: 9, hasRoom: false })
  expect((await full(KEYS.till, '192.0.2.1')).statusCode).toBe(503)
})

/** The routes alone, over a collector that keeps nothing: for what is answered before it. */
async function edge(limits: { points: number; serverPoints: number; hasRoom: boolean }) {
  const http = await openHttp({ trustProxy: false })
  takeSegment(http, {
    collector: {
      receive: () => Promise.resolve({ kept: 0, refused: [] }),
      receiveAll: () => Promise.resolve({ kept: 0, refused: [] }),
      refuse: () => Promise.resolve(),
    },
    clock: { now: () => world.now() },
    policy: () => world.policy,
    limit: openRateLimit({ points: limits.points, perSeconds: 60, salt: new Uint8Array(32) }),
    hasRoom: () => limits.hasRoom,
    serverRequestsPerMinute: limits.serverPoints,
  })
  return (key: string, remoteAddress: string) =>
    http.inject({
      ...{ method: 'POST', url: '/v1/p', remoteAddress, payload: JSON.stringify(page('/edge')) },
      headers: { 'x-write-key': key },
    })
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { after, moment } from '../../src/base/time.ts'
import { keep, planOf, type Sender } from '../../src/collect/keep.ts'
import { GROUPS } from '../../src/collect/groups.ts'
import type { Facts, Policy, Signal } from '../../src/policy/index.ts'
import { BROWSER, type CollectWorld, collectWorld, WORLD_START } from '../scratch/collect-world.ts'
import { withSources } from '../scratch/sources.ts'
import { compiled, type Lists, type Node } from './changed.ts'

const KEYS = { web: 'parity-web', app: 'parity-app' } as const
const GRANTS = [
  ...[[], ['analytics'], ['marketing'], ['fitting-content'], ['analytics', 'marketing']],
  ['analytics', 'marketing', 'fitting-content'],
]
const SIGNALS: readonly (readonly Signal[])[] = [[], ['gpc'], ['dnt'], ['gpc', 'dnt']]
const NOW = moment(WORLD_START)

/** A policy with one source of each kind; its site and its app may do the same. */
function withBoth(name: string, change: (policy: Lists) => void = () => {}): Policy {
  return compiled(name, policy => {
    const sites = policy['sites'] as Node[]
    if (!sites.some(({ id }) => id === 'app'))
      policy['sites'] = [
        ...sites,
        { id: 'app', kind: 'mobile-app', name: 'App', hosts: ['app.example'], 'app-ids': ['a.b'] },
      ]
    withSources(policy, [
      { id: 'web', kind: 'web', key: KEYS.web, site: 'shop', asserts: ['orders'] },
      { id: 'app', kind: 'app', key: KEYS.app, site: 'app', asserts: ['orders'] },
    ])
    change(policy)
  })
}

/** Every purpose that may do something on the web may do it in the app. */
const DEALER = withBoth('machine-dealer')
/** The shop's published policy has no app: no purpose has a basis there. */
const SHOP = withBoth('childrens-shop')

let world: CollectWorld
beforeAll(async () => {
  world = await collectWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

function factsOf(policy: Policy, granted: readonly string[], signals: readonly Signal[]): Facts {
  const terms = (id: string) =>
    policy.appRules.purposes[id]?.terms ?? policy.rules.purposes[id]?.terms ?? ''
  return {
    granted: Object.fromEntries(granted.map(id => [id, terms(id)])),
    ...{ chosenUnder: [], signals, now: NOW, withdrawn: false },
    until: after(NOW, { count: 6, unit: 'month' }),
  }
}

const TRAITS = { device: 'phone', browser: 'Chrome', os: 'Android', os_version: '15' }
const HAPPENED = [
  { name: 'page_view', fields: { path: '/tractors', title: 'Tractors', language: 'fi' } },
  { name: 'product_view', fields: { product: 't-1', category: 'Tractors', price: 9 } },
  { name: 'search', fields: { query: 'tyre', results: 0 } },
  {
    name: 'purchase',
    fields: { product: 't-1', quantity: 1, value: 9, currency: 'EUR', email: 'x' },
  },
  { name: 'page_leave', fields: { path: '/tractors', visible_seconds: 7 } },
  { name: 'screen_view', fields: { screen: 'Tractors' } },
].map((event, index) => ({ ...event, id: `event-${index}`, agoMs: 0 }))

/** What is kept and refused of one visit that comes by this source. */
function judged(policy: Policy, by: 'web' | 'app', facts: Facts | undefined) {
  const source = policy.sources.find(({ id }) => id === by)
  const sender: Sender = { facts, traits: { ...TRAITS, country: 'FI', bot: 0 }, source }
  const { kept, refused } = keep(planOf(policy, source?.channel), HAPPENED, sender)
  return { kept: kept.map(one => ({ ...one, fields: [...one.fields] })), refused }
}

test('proves: analytics.mobile-parity one visit is kept and refused alike on the web and in the app', () => {
  let kept = 0
  for (const granted of GRANTS)
    for (const signals of SIGNALS) {
      const facts = factsOf(DEALER, granted, signals)
      const web = judged(DEALER, 'web', facts)
      expect(judged(DEALER, 'app', facts)).toEqual(web)
      kept += web.kept.length
    }
  expect(kept).toBeGreaterThan(10)
  const nobody = judged(DEALER, 'web', undefined)
  expect(nobody.kept).toEqual([])
  expect(judged(DEALER, 'app', undefined)).toEqual(nobody)
})

test('proves: analytics.mobile-parity an app is permitted nothing by what is permitted on the web', () => {
  const facts = factsOf(SHOP, ['analytics', 'marketing', 'personalisation'], [])
  expect(judged(SHOP, 'web', facts).kept.length).toBeGreaterThan(3)
  const app = judged(SHOP, 'app', facts)
  expect(app.kept).toEqual([])
  expect(app.refused.map(({ reason }) => reason)).toEqual(HAPPENED.map(() => 'event-not-declared'))
  const onlyAnalytics = withBoth('childrens-shop', policy => {
    for (const purpose of policy.purposes)
      if (purpose['id'] === 'analytics') purpose['basis'] = { web: 'consent', app: 'consent' }
  })
  const some = judged(onlyAnalytics, 'app', factsOf(onlyAnalytics, ['analytics', 'marketing'], []))
  expect(new Set(some.kept.map(({ group }) => group))).toEqual(new Set(['analytics']))
})

/** The same calls of an SDK by the web's key or the app's; the receipt is as in `collect-world`. */
async function visit(by: 'web' | 'app', receipt: string, anonymousId: string) {
  const track = (event: string, properties: Node) => ({ type: 'track', event, properties })
  const calls = [
    track('Product Viewed', { product_id: 't-1', category: 'Tractors' }),
    track('Products Searched', { query: 'tyre', results: 0 }),
    track('Order Completed', {
      order_id: `order-${anonymousId}`,
      currency: 'EUR',
      products: [{ product_id: 't-1', price: 9, quantity: 2 }],
    }),
  ]
  const context = { lupaus: { receipt } }
  const batch = calls.map((call, n) => ({
    ...call,
    context,
    anonymousId,
    messageId: `${by}-${anonymousId}-${n}`,
  }))
  return fetch(`${world.origin}/v1/batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': BROWSER, 'accept-language': 'fi' },
    body: JSON.stringify({ writeKey: KEYS[by], batch }),
  })
}

/** All rows of a source, without what names the source and the message. */
async function rowsOf(source: string) {
  const all = await Promise.all(
    GROUPS.map(async group => {
      const rows = (await world.rows(group)).filter(row => row['source_id'] === source)
      return rows.map(row => [group, Object.entries(row).filter(([name]) => !OWN.test(name))])
    }),
  )
  return all.flat().toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}
const OWN = /^(site|source_id|channel|.*_(visitor|event|order))$/

test('proves: analytics.mobile-parity the rows of an app are those of the web but for where they came from', async () => {
  world.policy = DEALER
  const receipt = 'analytics,marketing,fitting-content'
  for (const by of ['web', 'app'] as const)
    expect((await visit(by, receipt, `${by}-1`)).status).toBe(200)
  const web = await rowsOf('web')
  expect(web.length).toBeGreaterThan(5)
  expect(await rowsOf('app')).toEqual(web)
  for (const by of ['web', 'app'] as const)
    for (const denied of ['', 'withdrawn:analytics,marketing']) {
      const answer = await visit(by, denied, `${by}-2`)
      expect([answer.status, answer.headers.get('lupaus-kept')]).toEqual([200, '0'])
    }
  expect(await rowsOf('app')).toEqual(web)
  expect(await rowsOf('web')).toEqual(web)
})

test('proves: analytics.mobile-parity an app without a basis of its own leaves no row', async () => {
  world.policy = SHOP
  const before = await rowsOf('app')
  const answer = await visit('app', 'analytics,marketing,personalisation', 'app-3')
  expect([answer.status, answer.headers.get('lupaus-kept')]).toEqual([200, '0'])
  expect(await rowsOf('app')).toEqual(before)
  const web = await visit('web', 'analytics,marketing,personalisation', 'web-3')
  expect(Number(web.headers.get('lupaus-kept'))).toBeGreaterThan(0)
})

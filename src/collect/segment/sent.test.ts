import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  source,
  BROWSER,
  asked,
  only,
  mapped,
  sentBy,
  eventsOf,
  track,
  fieldsOf,
} from '../../../test/scratch/segment.ts'
import type { Source } from '../../policy/index.ts'
import { type Request, sentOf } from './sent.ts'

test.for([
  ['Product Viewed', 'product_view'],
  ['product_viewed', 'product_view'],
  ['PRODUCT  viewed', 'product_view'],
  ['Viewed Product', 'product_view'],
  ['Product List Viewed', 'list_view'],
  ['Products Searched', 'search'],
  ['Product Added', 'cart_add'],
  ['Product Removed', 'cart_remove'],
  ['Checkout Started', 'checkout_start'],
  ['Order Completed', 'purchase'],
  ['Order Refunded', 'refund'],
  ['Application Opened', 'app_open'],
  ['Application Installed', 'app_install'],
  ['Application Updated', 'app_update'],
  ['product_view', 'product_view'],
  ['Signed Up', 'Signed Up'],
  ['x'.repeat(99), 'x'.repeat(64)],
] as const)('`%s` is `%s`', ([name, ours]) => {
  expect(eventsOf(track(name))[0]?.name).toBe(ours)
})

test('a page is read from its properties, then from its context, then from its address', () => {
  const context = { page: { path: '/b', title: 'B', referrer: 'https://a.example/', search: '' } }
  const page = (properties: object, more: object = {}) =>
    fieldsOf({ type: 'page', properties, context, ...more }, only('path', 'title', 'referrer'))
  expect(page({})).toEqual({ path: '/b', title: 'B', referrer: 'https://a.example/' })
  expect(page({ path: '/a', title: 'A' })).toMatchObject({ path: '/a', title: 'A' })
  expect(page({ url: 'https://shop.example/c?d=e#f' })).toMatchObject({ path: '/c' })
  expect(page({ url: 'https://shop.example' })).toMatchObject({ path: '/' })
  expect(page({ referrer: '$direct' })).not.toHaveProperty('referrer')
  expect(page({}, { name: 'Koti' })).toMatchObject({ title: 'B' })
  expect(page({}, { name: 'Koti', context: {} })).toEqual({ title: 'Koti' })
})

test('what SDKs add to a page by themselves is no field, and what a site adds is', () => {
  const properties = {
    search: '?a',
    hash: '#',
    tab_url: 'x',
    initial_referrer: 'y',
    width: 1,
    a: 1,
  }
  expect(fieldsOf({ type: 'page', properties }, only('path'))).toEqual({ a: 1 })
})

test('a campaign is read from the context or the address, and click ids after their names', () => {
  const url = 'https://shop.example/?utm_source=uutiskirje&utm_campaign=syksy&gclid=abc'
  const page = (context: object, more?: Partial<Request>) =>
    fieldsOf({ type: 'page', properties: { url }, context }, more)
  expect(page({})).toMatchObject({
    ...{ campaign_source: 'uutiskirje', campaign: 'syksy', click_id: 'gclid=abc' },
  })
  expect(page({ campaign: { source: 'a', name: 'b' } })).toMatchObject({
    ...{ campaign_source: 'a', campaign: 'b' },
  })
  expect(page({}, only('path'))).toEqual({ path: '/' })
  expect(page({}, only('channel'))).toEqual({
    ...{ campaign_source: 'uutiskirje', campaign: 'syksy', click_id: 'gclid=abc' },
  })
  const letter = 'https://shop.example/?mc_eid=f00dcafe'
  expect(fieldsOf({ type: 'page', properties: { url: letter } })['click_id']).toBe('mc_eid')
})

test('what the context tells of app and device is read where it is declared, and only there', () => {
  const context = {
    ...{ locale: 'fi-FI', app: { version: '2.1' }, os: { name: 'iOS', version: '19' } },
    ...{ device: { type: 'ios', id: 'IDFV' }, screen: { width: 390, height: 844 } },
    ...{ location: { city: 'Turku', region: 'Varsinais-Suomi' }, ip: '192.0.2.7' },
  }
  const screen = { type: 'screen', name: 'Etusivu', context }
  expect(fieldsOf(screen)).toEqual({
    ...{ screen: 'Etusivu', language: 'fi-FI', app_version: '2.1', os: 'iOS', os_version: '19' },
    ...{ device: 'ios', screen_size: '390x844', city: 'Turku', region: 'Varsinais-Suomi' },
  })
  expect(fieldsOf(screen, only('language'))).toEqual({ screen: 'Etusivu', language: 'fi-FI' })
})

test('products and searches have their properties in our words, numbers as numbers', () => {
  const product = { product_id: 7, name: 'Nalle', price: '19.90', quantity: '2', brand: 'Pehmo' }
  expect(fieldsOf(track('Product Added', product))).toEqual({
    ...{ product: '7', product_name: 'Nalle', price: 19.9, quantity: 2, value: 39.8 },
    brand: 'Pehmo',
  })
  expect(fieldsOf(track('Product Added', { sku: 'N-1' }))).toEqual({ product: 'N-1' })
  const both = { product_id: 'p1', sku: 'N-1' }
  expect(fieldsOf(track('Product Viewed', both))).toEqual({ product: 'p1', sku: 'N-1' })
  expect(fieldsOf(track('Products Searched', { query: 'nalle', results: 3 }))).toEqual({
    ...{ query: 'nalle', results: 3 },
  })
  expect(fieldsOf(track('Product Viewed', { price: '19,90' }))).toEqual({ price: '19,90' })
})

test.for(['identify', 'alias', 'group'])(
  'nothing of `%s` is read but its name (proves: collect.only-when-given)',
  type => {
    const traits = { email: 'matti@example.fi', name: 'Matti', phone: '+358401234567' }
    const message = { type, userId: 'matti@example.fi', previousId: 'matti', groupId: 'g', traits }
    const sent = sentBy({ ...message, properties: traits, context: { traits }, messageId: 'm' })
    expect(sent.events).toEqual([{ id: 'm', name: type, agoMs: 0, fields: {} }])
    expect(JSON.stringify(sent)).not.toMatch(/matti|\+358/i)
  },
)

test('a person is never a key: only the id of a device or install is', () => {
  const page = {
    type: 'page',
    userId: 'matti@example.fi',
    context: { traits: { email: 'a@b.fi' } },
  }
  expect(sentBy(page)).toMatchObject({ visitors: {}, subject: undefined })
  const visitors = { personalisation: 'anon-1', analytics: 'anon-1', marketing: 'anon-1' }
  const sent = sentBy({ ...page, anonymousId: 'anon-1' })
  expect(sent).toMatchObject({ visitors, subject: 'anon-1' })
  expect(JSON.stringify(sent)).not.toMatch(/matti|a@b/)
  for (const nobody of [
    '',
    '0',
    '00000000-0000-0000-0000-000000000000',
    'null',
    'Anonymous',
    {},
    null,
  ])
    expect(sentBy({ ...page, anonymousId: nobody }).visitors).toEqual({})
})

test('proves: consent.withdraw rows stand under the ids of our tag where the page tells them', () => {
  const visitors = { analytics: 'a'.repeat(22), marketing: 'm'.repeat(22) }
  const page = (ids: unknown) => ({
    ...{ type: 'page', anonymousId: 'anon-1' },
    context: { lupaus: { receipt: 'r.e.c', visitors: ids } },
  })
  expect(sentBy(page(visitors)).visitors).toEqual(visitors)
  expect(sentBy(page({ analytics: 'short', other: 'a'.repeat(22) })).visitors).toEqual({})
  expect(sentBy(page('garbage')).visitors).toEqual({})
  expect(sentBy(page(undefined)).visitors).toEqual({
    ...{ personalisation: 'anon-1', analytics: 'anon-1', marketing: 'anon-1' },
  })
  const two = mapped([page(visitors), page({ analytics: 'b'.repeat(22) })])
  expect(two.sent.map(one => one.visitors.analytics)).toEqual(['a'.repeat(22), 'b'.repeat(22)])
})

test('ids that are longer than ids are kept stay apart', () => {
  const [one, two] = ['a', 'b'].map(end =>
    sentBy({ type: 'page', anonymousId: 'x'.repeat(128) + end }),
  )
  expect(one?.subject).not.toBe(two?.subject)
  expect(one?.subject?.length).toBeLessThanOrEqual(128)
  expect(sentBy({ type: 'page', anonymousId: 'x'.repeat(128) }).subject).toBe('x'.repeat(128))
})

test('a session of the client is a visit of this visitor alone', () => {
  const page = (anonymousId: string | undefined) =>
    sentBy({ type: 'page', anonymousId, context: { sessionId: 1_795_350_206_387 } }).visit
  expect(page('a')).toBe('a 1795350206387')
  expect(page('b')).not.toBe(page('a'))
  expect(page(undefined)).toBeUndefined()
})

const AT = (iso: string) => ({ type: 'page', timestamp: iso })
const SENT_AT = { sentAt: '2020-01-01T00:00:10.000Z' }

test.for([
  ['both by the same wrong clock', AT('2020-01-01T00:00:00.000Z'), SENT_AT, 10_000],
  ['sent before it happened', AT('2020-01-01T00:00:11.000Z'), SENT_AT, 0],
  [
    'by its own time of sending',
    { ...AT('2026-11-22T09:00:00Z'), sentAt: '2026-11-22T09:00:01Z' },
    SENT_AT,
    1000,
  ],
  [
    'by the first of its times',
    { ...AT('2026-11-22T09:00:00Z'), originalTimestamp: '2026-11-22T09:59:59Z' },
    {},
    1000,
  ],
  ['without a time of sending', AT('2026-11-22T09:59:00Z'), {}, 60_000],
  ['in seconds', { type: 'page', timestamp: 1_795_341_599 }, {}, 1000],
  ['in milliseconds', { type: 'page', timestamp: 1_795_341_599_000 }, {}, 1000],
  ['without any time', { type: 'page', timestamp: null }, SENT_AT, 0],
  ['a whole day ago', AT('2026-11-21T10:00:00.000Z'), {}, 86_400_000],
] as const)('an event %s happened so long ago', ([, message, more, ago]) => {
  expect(eventsOf(message, more)[0]?.agoMs).toBe(ago)
})

test.for([
  ['over a day old', AT('2026-11-21T09:59:59.999Z'), [], 'too-old'],
  ['a month old, and may say so', AT('2026-10-23T10:00:00.000Z'), ['time'], undefined],
  ['over a month old', AT('2026-10-23T09:59:59.999Z'), ['time'], 'too-old'],
  ['at no time at all', AT('eilen'), [], 'malformed'],
  [
    'at a time without end',
    { type: 'page', timestamp: Number.POSITIVE_INFINITY },
    ['time'],
    'malformed',
  ],
] as const)('an event %s is refused, never moved', ([, message, asserts, reason]) => {
  const { sent, refused } = mapped([message], { source: source({ asserts }) })
  expect(refused.map(one => one.reason)).toEqual(reason === undefined ? [] : [reason])
  expect(sent).toHaveLength(reason === undefined ? 1 : 0)
})

test('one message for each visitor and choice, in the order they came', () => {
  const page = (anonymousId: string, path: string, context: object = {}) => ({
    ...{ type: 'page', anonymousId, properties: { path }, context },
  })
  const no = { consent: { categoryPreferences: { analytics: false } } }
  const { sent } = mapped([page('a', '/1'), page('b', '/2'), page('a', '/3'), page('a', '/4', no)])
  expect(sent.map(one => [one.subject, one.events.map(event => event.fields['path'])])).toEqual([
    ['a', ['/1', '/3']],
    ['b', ['/2']],
    ['a', ['/4']],
  ])
  expect(sent.map(one => one.claims?.refused)).toEqual([undefined, undefined, ['analytics']])
})

test('a receipt in the event outranks that of the request, and one that cannot be read is a no', () => {
  const page = (lupaus?: unknown) => sentBy({ type: 'page', context: { lupaus } }, { receipt: 'r' })
  expect(page()).toMatchObject({ receipt: 'r' })
  expect(page()).not.toHaveProperty('claims')
  expect(page({ receipt: 'own' })).toMatchObject({ receipt: 'own' })
  for (const broken of [
    {},
    { receipt: 1 },
    { receipt: '' },
    { receipt: 'x'.repeat(2049) },
    'r',
    null,
  ])
    expect(page(broken)).toMatchObject({
      receipt: undefined,
      claims: { granted: [], refused: ['*'] },
    })
})

test('a partner cannot say yes for a visitor (proves: partner.site-data)', () => {
  const context = { consent: { categoryPreferences: { analytics: true, marketing: false } } }
  const partner = source({ kind: 'partner', asserts: ['consent', 'orders'] })
  expect(sentBy({ type: 'page', context }, { source: partner })).toMatchObject({
    ...{ receipt: undefined, claims: { granted: [], refused: ['marketing'] } },
  })
})

test.for([
  [{}, []],
  [{ gpc: true }, ['gpc']],
  [{ gpc: '1' }, ['gpc']],
  [{ gpc: 0 }, []],
  [{ gpc: null }, []],
  [{ gpc: {} }, ['gpc']],
  [{ signals: ['dnt'] }, ['dnt']],
  [{ signals: [] }, []],
  [{ signals: 'none' }, ['gpc', 'dnt']],
] as const)('signals %j in the context count as %j', ([context, signals]) => {
  expect(sentBy({ type: 'page', context }).signals).toEqual(signals)
})

test('signals of the request and of the event add up', () => {
  const { signals } = sentBy({ type: 'page', context: { gpc: true } }, { signals: ['dnt'] })
  expect([...signals].toSorted()).toEqual(['dnt', 'gpc'])
})

test('a server is no visitor: its own headers say nothing, and those of others where it may', () => {
  const context = { userAgent: 'Mozilla/5.0 (iPhone)', ip: '198.51.100.7' }
  const server = (asserts: Source['asserts']) =>
    sentBy({ type: 'page', context }, { source: source({ kind: 'server', asserts }) }).signs
  expect(server([])).toEqual({ userAgent: undefined, address: undefined })
  expect(server(['device'])).toEqual({ userAgent: context.userAgent, address: context.ip })
  expect(sentBy({ type: 'page', context }).signs).toEqual(BROWSER)
})

test('an app is looked at as a device, not as the library that sends for it', () => {
  const signs = { ...BROWSER, userAgent: 'okhttp/4.9.2' }
  const app = (userAgent?: string) => {
    const more = { source: source({ kind: 'app', channel: 'app' }), signs }
    return sentBy({ type: 'screen', context: { userAgent } }, more).signs
  }
  expect(app()).toMatchObject({ userAgent: undefined, address: '192.0.2.1' })
  expect(app('Dalvik/2.1.0 (Linux; Android 16)').userAgent).toMatch(/^Dalvik/)
})

test('what is no event is counted, and spoils no other', () => {
  const rest = [
    null,
    1,
    'a',
    [],
    {},
    { type: 'merge' },
    { type: 'track' },
    { type: 'track', event: 1 },
  ]
  const { sent, refused } = mapped([...rest, { type: 'page' }])
  expect(sent).toHaveLength(1)
  expect(refused.map(one => one.reason)).toEqual(rest.map(() => 'malformed'))
})

test('an unknown property is passed on by name, a nested one fits no field, and 33 are one too many', () => {
  const nested = fieldsOf(track('Product Viewed', { product: { id: 1 }, path: ['/a'], x: null }))
  expect(nested).toEqual({ product: Number.NaN, path: Number.NaN })
  const many = (count: number) =>
    fieldsOf(
      track('goal', Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, 1]))),
    )
  expect(Object.keys(many(32))).toHaveLength(32)
  expect(many(32)).not.toHaveProperty('undeclared')
  expect(Object.keys(many(5000))).toHaveLength(33)
  expect(many(33)['undeclared']).toBeNaN()
  expect(Object.keys(fieldsOf(track('goal', { ['y'.repeat(999)]: 1 })))).toEqual(['y'.repeat(64)])
})

test('names of every object are names like any other', () => {
  const text =
    '{"type":"track","event":"goal","properties":{"__proto__":"a","constructor":1,"goal":"x"},"__proto__":{"type":"page"}}'
  const fields = eventsOf(JSON.parse(text) as object)[0]?.fields ?? {}
  expect(Object.entries(fields)).toEqual([
    ['__proto__', 'a'],
    ['constructor', 1],
    ['goal', 'x'],
  ])
  expect(Object.getPrototypeOf(fields)).toBeNull()
})

test('half a character is replaced, for no store takes it', () => {
  const half = fieldsOf({
    type: 'page',
    properties: { path: '/a\ud800', title: `${'x'.repeat(255)}🧸` },
  })
  expect(half['path']).toBe('/a\ufffd')
  expect(half['title']).toBe(`${'x'.repeat(255)}\ufffd`)
})

test('whatever is sent comes to bounded events of plain values, and nothing is thrown', () => {
  const key = fc.constantFrom(
    ...['type', 'event', 'properties', 'context', 'page', 'consent', 'products', 'timestamp'],
    ...['categoryPreferences', 'consentManagement', 'anonymousId', 'lupaus', 'url', '__proto__'],
  )
  const { json } = fc.letrec(tie => ({
    json: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('page', 'track', 'Order Completed', 'https://a.example/?gclid=1', '\ud800'),
      fc.jsonValue(),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(key, tie('json'), { maxKeys: 6 }),
    ),
  }))
  fc.assert(
    fc.property(fc.array(json, { maxLength: 4 }), messages => {
      const all = sentOf(
        messages,
        asked({ source: source({ kind: 'server', asserts: ['device'] }) }),
      )
      for (const { fields, agoMs, id } of all?.sent.flatMap(one => one.events) ?? []) {
        expect(agoMs >= 0 && agoMs <= 86_400_000).toBe(true)
        expect((id ?? '').length).toBeLessThanOrEqual(128)
        for (const value of Object.values(fields))
          expect(['string', 'number', 'boolean']).toContain(typeof value)
      }
    }),
    { numRuns: 400 },
  )
})

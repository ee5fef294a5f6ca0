import { ADDED, CONTEXT, orderOf, PAGE, PRODUCT, SEARCH, TRAITS } from '../clients/visit.ts'
import type { Sample } from './parsers-bodies.ts'

const context = {
  ...{ ...CONTEXT, app: { version: '4.2.0' }, os: { name: 'iOS', version: '18' }, sessionId: 7 },
  ...{ screen: { width: 1, height: 2 }, location: { region: 'x', city: 'y' }, signals: ['gpc'] },
  consent: { categoryPreferences: { analytics: true } },
  consentManagement: { allowedConsentIds: ['analytics'], deniedConsentIds: [] },
}
const call = {
  ...{ anonymousId: 'device-1', messageId: 'message-1', context, sentAt: '2026-11-22T10:00:00Z' },
  timestamp: '2026-11-22T09:59:58Z',
}
const track = (event: string, properties: unknown) => ({
  ...call,
  type: 'track',
  event,
  properties,
})
const segment: readonly Sample['body'][] = [
  { ...call, type: 'page', name: 'Lelut', properties: PAGE },
  track('Product Viewed', PRODUCT),
  track('Product Added', ADDED),
  track('Products Searched', SEARCH),
  track('Order Completed', orderOf('T-1')),
  track('Order Refunded', { ...orderOf('T-1'), refund_id: 'R-1' }),
  { ...call, type: 'screen', name: 'Lelut', properties: {} },
  { ...call, type: 'identify', traits: TRAITS },
]
const SEGMENT_NAMES = [
  ...['type', 'event', 'name', 'properties', 'context', 'anonymousId', 'messageId', 'timestamp'],
  ...['originalTimestamp', 'sentAt', 'batch', 'writeKey', 'page', 'campaign', 'consent', 'lupaus'],
  ...['products', 'order_id', 'revenue', 'total', 'refund_id', 'sku', 'price', 'quantity', 'query'],
  ...['path', 'url', 'search', 'referrer', 'receipt', 'gpc', 'currency', '__proto__', 'toString'],
] as const

/** Calls of Segment's and RudderStack's SDKs, one by one and in a batch. */
export const SEGMENT: readonly Sample[] = [
  ...segment,
  { batch: segment },
  { batch: [segment[4]] },
].map(body => ({ body, names: SEGMENT_NAMES }))

const items = JSON.stringify([['nalle-1', 'Nalle', ['pehmolelut'], 19.9, 2]])
const matomo = [
  {
    url: PAGE.url,
    urlref: PAGE.referrer,
    action_name: 'Lelut',
    _pks: 'nalle-1',
    _pkp: '19.9',
    uid: 'x',
  },
  { idgoal: '0', ec_id: 'T-1', revenue: '39.8', ec_items: items, ec_sh: '4.9' },
  { search: 'nalle', search_cat: 'x', search_count: '3' },
  { e_c: 'shop', e_a: 'goal', e_n: 'letter', e_v: '1' },
  { link: 'https://x.example/a?b', url: PAGE.url },
].map(one => ({
  idsite: 'pikkunalle-web',
  rec: '1',
  _id: '0123456789abcdef',
  rand: '123456',
  ...one,
}))
const MATOMO_NAMES = [
  ...['idsite', 'rec', 'url', 'urlref', 'action_name', '_id', 'cid', 'uid', 'rand', 'cdt', 'cdo'],
  ...[
    'token_auth',
    'idgoal',
    'ec_id',
    'ec_items',
    'revenue',
    'search',
    'e_c',
    'e_a',
    'e_n',
    'ping',
  ],
  ...['download', '_cvar', 'res', 'lang', 'requests', '__proto__', 'constructor', 'dimension1'],
] as const

/** Bulks of Matomo's clients: as objects, and as the queries that they are sent as. */
export const MATOMO: readonly Sample[] = [
  { requests: matomo },
  { requests: matomo.map(one => `?${new URLSearchParams(one).toString()}`) },
  { requests: [matomo[1]], token_auth: 'x' },
].map(body => ({ body, names: MATOMO_NAMES }))

const events = [
  {
    name: 'page_view',
    agoMs: 5,
    fields: { path: '/fi/', title: 'x', referrer: 'https://y.example' },
  },
  {
    id: 'a'.repeat(22),
    name: 'purchase',
    agoMs: 0,
    fields: { order: 'T', value: 1, currency: 'EUR' },
  },
  { name: 'search', agoMs: 0, fields: { query: 'nalle', results: 3 } },
]
/** A batch of our own tag. */
export const OWN: readonly Sample[] = [
  { receipt: 'x', visitors: {}, signals: ['dnt'], events },
].map(body => ({
  body,
  names: ['id', 'name', 'agoMs', 'fields', 'path', 'value', 'visit', '__proto__'],
}))

const reading = { machine: 'M-1', class: 'product-data', at: '2026-11-22T09:00:00Z', name: 'rpm' }
/** Readings of a machine. */
export const READINGS: readonly Sample[] = [
  { readings: [{ ...reading, value: 1.5, unit: 'rpm', owner: 'C-1', id: 'r1' }] },
].map(body => ({ body, names: ['machine', 'class', 'at', 'owner', 'value', 'unit', '__proto__'] }))

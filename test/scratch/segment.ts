import { moment } from '../../src/base/time.ts'
import type { Happened, Sent } from '../../src/collect/intake.ts'
import { type Request, sentOf } from '../../src/collect/segment/sent.ts'
import { FIELD_SHAPES } from '../../src/collect/wire.ts'
import type { Source } from '../../src/policy/index.ts'

const ALL: ReadonlySet<string> = new Set(Object.keys(FIELD_SHAPES.properties))
const EVENTS = [
  ...['page_view', 'screen_view', 'product_view', 'list_view', 'search', 'cart_add', 'cart_remove'],
  ...['checkout_start', 'purchase', 'refund', 'goal', 'app_open', 'app_install', 'app_update'],
]
const NOW = moment('2026-11-22T10:00:00.000Z')

export const source = (more: Partial<Source> = {}): Source => ({
  ...{ id: 'shop-web', kind: 'web', key: 'pikkunalle-web', site: 'shop', channel: 'web' },
  ...{ partner: undefined, machines: undefined, asserts: ['orders'], line: 1 },
  ...more,
})
export const BROWSER = {
  userAgent: 'Mozilla/5.0 (X11)',
  address: '192.0.2.1',
  acceptLanguage: 'fi',
}
export const asked = (more: Partial<Request> = {}): Request => ({
  ...{ source: source(), now: NOW, kind: undefined, sentAt: undefined, receipt: undefined },
  ...{ signals: [], signs: BROWSER, host: '' },
  declared: event => (EVENTS.includes(event) ? ALL : undefined),
  ...more,
})
/** Declares these fields of every event, and no other. */
export const only = (...fields: string[]): Partial<Request> => ({ declared: () => new Set(fields) })

export const mapped = (messages: readonly unknown[], more: Partial<Request> = {}) => {
  const all = sentOf(messages, asked(more))
  if (!all) throw new Error('too many rows')
  return all
}
export const sentBy = (message: object, more: Partial<Request> = {}): Sent => {
  const [sent] = mapped([message], more).sent
  if (!sent) throw new Error('nothing was sent')
  return sent
}
export const eventsOf = (message: object, more: Partial<Request> = {}): readonly Happened[] =>
  sentBy(message, more).events
export const track = (event: string, properties: object = {}, more: object = {}) => ({
  ...{ type: 'track', event, properties },
  ...more,
})
export const fieldsOf = (message: object, more: Partial<Request> = {}) => ({
  ...eventsOf(message, more)[0]?.fields,
})

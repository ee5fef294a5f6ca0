import { isoOf } from '../base/time.ts'
import type { Told } from './event.ts'
import type { Kind } from './kind.ts'

/** HubSpot's custom events. One must be about somebody: `utk` is chance, so that it is about nobody. */
export const hubspot: Kind = {
  base: 'https://api.hubapi.com',
  needs: ['EVENT_PREFIX', 'ACCESS_TOKEN'],
  eventsMax: 1,
  names: {
    page_view: 'page_view',
    product_view: 'product_view',
    list_view: 'list_view',
    search: 'search',
    cart_add: 'cart_add',
    cart_remove: 'cart_remove',
    checkout_start: 'checkout_start',
    purchase: 'purchase',
    refund: 'refund',
    goal: 'goal',
  },
  shape: [
    'eventName',
    'utk',
    'uuid',
    'occurredAt',
    'properties.page',
    'properties.product',
    'properties.quantity',
    'properties.value',
    'properties.currency',
  ],
  request: (events, settings, base) => {
    const [event] = events
    return {
      url: `${base}/events/v3/send`,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${settings.ACCESS_TOKEN ?? ''}`,
      },
      body: JSON.stringify(event ? payload(event, settings.EVENT_PREFIX ?? '') : {}),
    }
  },
}

function payload(event: Told, prefix: string) {
  const { name, at, id, nobody, page, product, quantity, value, currency } = event
  return {
    eventName: `${prefix}_${hubspot.names[name]}`,
    utk: Buffer.from(nobody).toString('hex').slice(0, 32),
    uuid: id,
    occurredAt: isoOf(at),
    properties: { page, product, quantity, value, currency },
  }
}

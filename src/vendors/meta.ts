import type { Told } from './event.ts'
import type { Kind } from './kind.ts'

const VERSION = 'v21.0'

/**
 * Meta's Conversions API. An event must be about somebody: `external_id` is chance, so it is about
 * nobody, and as nobody's browser sent it `action_source` is not a web site.
 */
export const meta: Kind = {
  base: 'https://graph.facebook.com',
  needs: ['PIXEL_ID', 'ACCESS_TOKEN'],
  eventsMax: 100,
  names: {
    page_view: 'PageView',
    product_view: 'ViewContent',
    search: 'Search',
    cart_add: 'AddToCart',
    checkout_start: 'InitiateCheckout',
    purchase: 'Purchase',
  },
  shape: [
    'access_token',
    'data[].event_name',
    'data[].event_time',
    'data[].event_id',
    'data[].action_source',
    'data[].user_data.external_id[]',
    'data[].custom_data.currency',
    'data[].custom_data.value',
    'data[].custom_data.content_type',
    'data[].custom_data.content_ids[]',
    'data[].custom_data.num_items',
  ],
  request: (events, settings, base) => ({
    url: `${base}/${VERSION}/${settings.PIXEL_ID ?? ''}/events`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ data: events.map(dataOf), access_token: settings.ACCESS_TOKEN }),
  }),
}

function dataOf({ name, at, id, nobody, value, currency, product, quantity }: Told) {
  const about = product === undefined ? {} : { content_type: 'product', content_ids: [product] }
  return {
    event_name: meta.names[name],
    event_time: at / 1000,
    event_id: id,
    action_source: 'system_generated',
    user_data: { external_id: [Buffer.from(nobody).toString('hex')] },
    custom_data: { currency, value, ...about, num_items: quantity },
  }
}

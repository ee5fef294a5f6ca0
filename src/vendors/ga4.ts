import type { Told } from './event.ts'
import type { Kind } from './kind.ts'

const CONSENT = { ad_user_data: 'DENIED', ad_personalization: 'DENIED' } as const

/**
 * Google Analytics 4, Measurement Protocol, at its address in the Union. It wants a client of every
 * request, so each event is a request of its own about a client of its own.
 */
export const ga4: Kind = {
  base: 'https://region1.google-analytics.com',
  needs: ['MEASUREMENT_ID', 'API_SECRET'],
  eventsMax: 1,
  names: {
    page_view: 'page_view',
    page_leave: 'page_leave',
    link_click: 'link_click',
    product_view: 'view_item',
    list_view: 'view_item_list',
    search: 'search',
    cart_add: 'add_to_cart',
    cart_remove: 'remove_from_cart',
    checkout_start: 'begin_checkout',
    purchase: 'purchase',
    refund: 'refund',
    goal: 'goal',
    screen_view: 'screen_view',
    app_open: 'app_opened',
    app_install: 'app_installed',
    app_update: 'app_updated',
  },
  shape: [
    'client_id',
    'timestamp_micros',
    'consent.ad_user_data',
    'consent.ad_personalization',
    'events[].name',
    'events[].params.page_location',
    'events[].params.currency',
    'events[].params.value',
    'events[].params.transaction_id',
    'events[].params.items[].item_id',
    'events[].params.items[].quantity',
  ],
  request: (events, settings, base) => {
    const [event] = events
    const query = new URLSearchParams({
      measurement_id: settings.MEASUREMENT_ID ?? '',
      api_secret: settings.API_SECRET ?? '',
    })
    return {
      url: `${base}/mp/collect?${query.toString()}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(event ? payload(event) : {}),
    }
  },
}

function payload(event: Told) {
  const { page, product, quantity, value, currency, name, id } = event
  const isOrder = name === 'purchase' || name === 'refund'
  return {
    client_id: clientOf(event.nobody),
    timestamp_micros: event.at * 1000,
    consent: CONSENT,
    events: [
      {
        name: ga4.names[name],
        params: {
          page_location: page,
          currency,
          value,
          // It counts an order with the same number once; ours never leaves.
          transaction_id: isOrder ? id : undefined,
          items: product === undefined ? undefined : [{ item_id: product, quantity }],
        },
      },
    ],
  }
}

/** Two numbers with a dot, as its own script makes them. */
function clientOf(chance: Uint8Array): string {
  const view = Buffer.from(chance)
  return `${view.readUInt32BE(0)}.${view.readUInt32BE(4)}`
}

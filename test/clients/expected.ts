/** What a row says, without its keys and its time, and without what is empty in it. */
export type Said = Readonly<Record<string, unknown>>
type Tables = Readonly<Record<'analytics' | 'personalisation' | 'marketing', readonly Said[]>>

/** What a client cannot say, and is therefore missing from its rows. */
export type Lacks = {
  /** An app has screens and no pages, and is a site of its own. */
  readonly pages?: true
  /** Matomo tells the whole cart, never what was put into it. */
  readonly cart?: true
  /** Matomo has one currency for a whole site, and no coupons. */
  readonly productCurrency?: true
}

/** The rows of the little visit: the same ones, whichever client sent it. */
export function rowsOf(lacks: Lacks): Tables {
  const place = lacks.pages ? 'app' : 'shop'
  const row = (name: string, fields: Said): Said => ({ name, site: place, ...fields })
  const currency = lacks.productCurrency ? {} : { currency: 'EUR' }
  const coupon = lacks.productCurrency ? {} : { coupon: 'SYKSY' }
  const nalle = { product: 'nalle-1', product_name: 'Nalle', category: 'pehmolelut', price: 19.9 }
  const palapeli = { product: 'palapeli-7', product_name: 'Palapeli', category: 'pelit', price: 20 }
  const sums = { shipping: 4.9, tax: 12.5 }
  const line = { currency: 'EUR', ...coupon }
  const rows = [
    ...(lacks.cart
      ? []
      : [row('cart_add', { product: 'nalle-1', quantity: 2, price: 19.9, currency: 'EUR' })]),
    ...(lacks.pages ? [] : [row('page_view', PAGE_VIEW)]),
    row('product_view', { ...nalle, ...currency }),
    row('purchase', { ...nalle, quantity: 2, value: 39.8, ...line, ...sums }),
    row('purchase', { ...palapeli, quantity: 1, value: 20, ...line }),
    ...(lacks.pages ? [row('screen_view', SCREEN_VIEW)] : []),
    row('search', { query: 'nalle [email]' }),
  ]
  return {
    analytics: rows.map(one => ({ ...one, purposes: 'analytics' })),
    personalisation: [
      { name: 'product_view', product: 'nalle-1', category: 'pehmolelut' },
      { name: 'search', query: 'nalle [email]' },
    ].map(one => ({ ...one, purposes: 'personalisation' })),
    marketing: [
      { name: 'product_view', product: 'nalle-1' },
      { name: 'purchase', value: 20, currency: 'EUR' },
      { name: 'purchase', value: 39.8, currency: 'EUR' },
    ].map(one => ({ ...one, purposes: 'marketing' })),
  }
}

const PAGE_VIEW = {
  ...{ path: '/fi/lelut', title: 'Lelut', referrer: 'www.google.com', language: 'fi-FI' },
  ...{ device: 'computer', browser: 'Chrome', os: 'Linux' },
  ...{ campaign: 'syksy', campaign_source: 'uutiskirje', campaign_medium: 'email' },
}
const SCREEN_VIEW = { screen: 'Lelut', language: 'fi-FI', app_version: '4.2.0' }

/** The user agent of the visitor's browser, the same for every client. */
export const AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36'

/** An address that a visitor never gave for this, in every place where clients let one slip in. */
export const EMAIL = 'matti.meikalainen@posti.example'

/** The little visit that every client sends: a page, a product, a cart, a search, an order, a name. */
export type Visit = {
  /** Id that the client made for this device. */
  readonly anonymousId: string
  readonly order: string
  readonly choice: 'yes' | 'no' | 'nothing'
  /** Receipt of that choice, for clients that no cookie reaches. */
  readonly receipt: string | undefined
}

const QUERY = `?utm_source=uutiskirje&utm_medium=email&utm_campaign=syksy&email=${encodeURIComponent(EMAIL)}`
const ORIGIN = 'https://pikkunalle.example'

export const PAGE = {
  url: `${ORIGIN}/fi/lelut${QUERY}`,
  path: '/fi/lelut',
  search: QUERY,
  title: 'Lelut',
  referrer: 'https://www.google.com/search?q=nalle',
}

/** The web page's context, for a server that tells of a visit to it. */
export const CONTEXT = {
  page: PAGE,
  campaign: { source: 'uutiskirje', medium: 'email', name: 'syksy' },
  locale: 'fi-FI',
  userAgent: AGENT,
}

export const PRODUCT = {
  product_id: 'nalle-1',
  name: 'Nalle',
  category: 'pehmolelut',
  price: 19.9,
  currency: 'EUR',
}
export const ADDED = { ...PRODUCT, quantity: 2 }
export const SEARCH = { query: `Nalle  ${EMAIL}` }

/** An order of two lines; the e-mail is one that shops put there by mistake. */
export function orderOf(order: string) {
  return {
    order_id: order,
    ...{ total: 64.7, shipping: 4.9, tax: 12.5, coupon: 'SYKSY', currency: 'EUR' },
    customer_email: EMAIL,
    products: [
      { product_id: 'nalle-1', name: 'Nalle', category: 'pehmolelut', price: 19.9, quantity: 2 },
      { product_id: 'palapeli-7', name: 'Palapeli', category: 'pelit', price: 20, quantity: 1 },
    ],
  }
}

export const USER = 'asiakas-4711'
export const TRAITS = { email: EMAIL, name: 'Matti Meikäläinen' }

/** Purposes of the shop that ask first. */
export const PURPOSES = ['personalisation', 'analytics', 'marketing'] as const

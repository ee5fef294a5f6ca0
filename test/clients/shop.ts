import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** What a server of the shop signs its events with; the policy holds only its hash. */
export const SERVER_SECRET = 'a server of Pikku Nalle'
export const WEB_KEY = 'pikkunalle-web'
export const APP_KEY = 'pikkunalle-app'

/** How the policy names where events come from; the guide shows the same lines. */
export const SOURCES = `event-sources:
  - { id: shop-web, kind: web, key: ${WEB_KEY}, site: shop, asserts: [orders] }
  - { id: shop-app, kind: app, key: ${APP_KEY}, site: app, asserts: [orders] }
  - id: shop-server
    kind: server
    key: sha256:${createHash('sha256').update(SERVER_SECRET).digest('hex')}
    site: shop
    asserts: [consent, orders, device]
`

const APP = `  - id: app
    kind: mobile-app
    name: Pikku Nalle -sovellus
    hosts: [api.pikkunalle.example]
    app-ids: [example.pikkunalle]
`

const PAGE = 'fields: [path, title, referrer, language, device, browser, os]\n'
const CAMPAIGN = ', campaign, campaign_source, campaign_medium]\n'
const SCREENS = `      - event: screen_view
        fields: [screen, language, app_version]
      - event: app_open
        fields: [language, app_version]
`
const PRODUCT = 'fields: [product, product_name, category, value, currency]\n'
const CART = 'event: cart_add\n        fields: [product, quantity, value, currency]\n'
const ORDER = 'event: purchase\n        fields: [product, quantity, value, currency]\n'
const ADS = 'event: purchase\n        fields: [value, currency]\n'

/** The children's shop with an app, sources of events, and orders whole. Throws when it has changed. */
export function shopPolicy(): string {
  const changes: readonly (readonly [string, string])[] = [
    [
      '\nsubjects: [visitors, customers]\n',
      `${APP}\n${SOURCES}\nsubjects: [visitors, customers]\n`,
    ],
    [PAGE, PAGE.replace(']\n', CAMPAIGN) + SCREENS],
    [PRODUCT, PRODUCT.replace('value', 'price')],
    [CART, CART.replace('value', 'price')],
    [
      ORDER,
      ORDER.replace(
        '[product,',
        '[order, product, product_name, category, price, shipping, tax, coupon,',
      ),
    ],
    [ADS, ADS.replace('[value', '[order, value')],
  ]
  const shop = readFileSync('policies/childrens-shop.yaml', 'utf8')
  // The shop's own sources are not those of the guide.
  const bare = shop.replace(/^event-sources:\n(?:[ #].*\n|\n)*/m, '')
  const text = changes.reduce(replaced, bare)
  return [
    ['basis: { web: consent }', 'basis: { web: consent, app: consent }'],
    ['subjects: [visitors, customers]', 'subjects: [visitors, app-users, customers]'],
    ['of: [visitors, customers]', 'of: [visitors, app-users, customers]'],
  ].reduce((before, [from = '', to = '']) => {
    if (!before.includes(from)) throw new Error(`the shop has no \`${from}\``)
    return before.replaceAll(from, to)
  }, text)
}

function replaced(text: string, [from, to]: readonly [string, string]): string {
  if (text.split(from).length !== 2) throw new Error(`the shop has not one \`${from}\``)
  return text.replace(from, () => to)
}

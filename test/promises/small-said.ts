import { type Policy, readPolicy } from '../../src/policy/index.ts'

const TEXT = `
lupaus: 1
policy:
  id: small-shop
  version: 2026-11-22
  in-force-from: 2026-11-22
  review-by: 2027-11-22
  languages: [fi, sv, en]
controller:
  name: Pikkupuoti Oy
  business-id: 1234567-1
  street: Satukatu 1
  postal-code: "00100"
  city: { fi: Helsinki, sv: Helsingfors, en: Helsinki }
  country: FI
  email: tietosuoja@pikkupuoti.example
  website: https://www.pikkupuoti.example/
authority: fi-data-protection-ombudsman
minors: { possible: false }
sites:
  - { id: shop, kind: own-site, name: Pikkupuoti, hosts: [www.pikkupuoti.example] }
categories:
  - { id: functional, lifetimes: { from: 15 minutes, to: 26 months } }
  - { id: personalisation, lifetimes: { from: 15 minutes, to: 26 months } }
  - { id: analytics, lifetimes: { from: 30 seconds, to: 26 months } }
  - { id: marketing, lifetimes: { from: 30 seconds, to: 26 months } }
purposes:
  - id: functions
    category: functional
    basis: { web: service-requested }
    aims: [site-functions]
    services: [consent-record, sign-in, shopping-cart]
  - id: recommendations
    category: personalisation
    basis: { web: consent }
    aims: [product-recommendations, fitting-content]
    profiling: { by: recent-views, means: what-is-shown, decides: nothing-alone }
    collects: [{ event: product_view, fields: [product] }]
  - id: usage
    category: analytics
    basis: { web: consent }
    aims: [site-usage, popular-products, trends, sales]
    vendors: [count]
  - id: ads
    category: marketing
    basis: { web: consent }
    aims: [ad-targeting]
    profiling: { by: recent-views, means: what-is-shown, decides: nothing-alone }
    vendors: [ads]
trackers:
  - id: choice
    name: lupaus_choice
    store: cookie
    party: first
    vendor: self
    purpose: functions
    use: remembers-choice
    service: consent-record
    lifetime: 12 months
  - id: cart
    name: shop_cart
    store: local-storage
    party: first
    vendor: self
    purpose: functions
    use: keeps-cart
    service: shopping-cart
    lifetime: 15 minutes
  - id: login
    name: shop_login
    store: cookie
    party: first
    vendor: self
    purpose: functions
    use: keeps-signed-in
    service: sign-in
    lifetime: session
  - id: person
    name: lupaus_p
    store: cookie
    party: first
    vendor: self
    purpose: recommendations
    use: recommends-products
    lifetime: 13 months
    rolling: { up-to: 26 months }
  - id: usage
    name: _cnt*
    store: cookie
    party: first
    vendor: count
    purpose: usage
    use: tells-browsers-apart
    lifetime: 1 month
  - id: pixel
    name: px.gif
    store: pixel
    party: third
    vendor: ads
    purpose: ads
    use: counts-pixel-views
    lifetime: 30 seconds
vendors:
  - id: count
    name: Count Analytics
    company: Count Ltd
    country: IE
    hosts: [count.example]
    privacy: https://count.example/privacy
    opt-out: https://count.example/opt-out
  - id: ads
    name: Ads Co
    company: Ads Oy
    country: FI
    hosts: [ads.example]
    privacy: https://ads.example/privacy
signals:
  - { signal: gpc, refuses: [usage, ads] }
  - { signal: dnt, refuses: [usage, ads] }
consent: { lasts: 12 months }
`

/** The parts of the small policy that are read from a text, as those of every policy are. */
export function smallRead(): Pick<Policy, 'said' | 'kind' | 'personRules'> {
  const { policy, diagnostics } = readPolicy(TEXT, 'small-shop.yaml')
  if (policy) return { said: policy.said, kind: policy.kind, personRules: policy.personRules }
  throw new Error(diagnostics.map(({ line, message }) => `${line}: ${message}`).join('\n'))
}

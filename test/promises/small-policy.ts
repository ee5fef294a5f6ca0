import { momentOf, secondsOf, type Span } from '../../src/base/time.ts'
import type { Rule } from '../../src/policy/decide.ts'
import type { Policy, Purpose, Tracker } from '../../src/policy/policy.ts'
import { smallRead } from './small-said.ts'

const purposes: readonly Purpose[] = [
  {
    id: 'functions',
    category: 'functional',
    basis: 'service-requested',
    aims: ['site-functions'],
    services: ['consent-record', 'sign-in', 'shopping-cart'],
    collects: [],
    vendors: [],
    line: 20,
  },
  {
    id: 'recommendations',
    category: 'personalisation',
    basis: 'consent',
    aims: ['product-recommendations', 'fitting-content'],
    services: [],
    collects: [{ event: 'product_view', fields: ['product'] }],
    vendors: [],
    line: 30,
  },
  {
    id: 'usage',
    category: 'analytics',
    basis: 'consent',
    aims: ['site-usage', 'popular-products', 'trends', 'sales'],
    services: [],
    collects: [
      { event: 'page_view', fields: ['path', 'referrer', 'device'] },
      { event: 'purchase', fields: ['value', 'currency'] },
    ],
    vendors: ['count'],
    line: 40,
  },
  {
    id: 'ads',
    category: 'marketing',
    basis: 'consent',
    aims: ['ad-targeting'],
    services: [],
    collects: [],
    vendors: ['ads'],
    line: 50,
  },
]

const own = {
  party: 'first',
  vendor: undefined,
  service: undefined,
  rollingUpTo: undefined,
} as const

const trackers: readonly Tracker[] = [
  {
    ...own,
    id: 'choice',
    name: 'lupaus_choice',
    store: 'cookie',
    purpose: 'functions',
    category: 'functional',
    use: 'remembers-choice',
    service: 'consent-record',
    lifetime: { count: 12, unit: 'month' },
    line: 60,
  },
  {
    ...own,
    id: 'cart',
    name: 'shop_cart',
    store: 'local-storage',
    purpose: 'functions',
    category: 'functional',
    use: 'keeps-cart',
    service: 'shopping-cart',
    lifetime: { count: 15, unit: 'minute' },
    line: 61,
  },
  {
    ...own,
    id: 'login',
    name: 'shop_login',
    store: 'cookie',
    purpose: 'functions',
    category: 'functional',
    use: 'keeps-signed-in',
    service: 'sign-in',
    lifetime: 'session',
    line: 62,
  },
  {
    ...own,
    id: 'person',
    name: 'lupaus_p',
    store: 'cookie',
    purpose: 'recommendations',
    category: 'personalisation',
    use: 'recommends-products',
    lifetime: { count: 13, unit: 'month' },
    rollingUpTo: { count: 26, unit: 'month' },
    line: 63,
  },
  {
    ...own,
    id: 'usage',
    name: '_cnt*',
    store: 'cookie',
    vendor: 'count',
    purpose: 'usage',
    category: 'analytics',
    use: 'tells-browsers-apart',
    lifetime: { count: 1, unit: 'month' },
    line: 64,
  },
  {
    ...own,
    id: 'pixel',
    name: 'px.gif',
    store: 'pixel',
    party: 'third',
    vendor: 'ads',
    purpose: 'ads',
    category: 'marketing',
    use: 'counts-pixel-views',
    lifetime: { count: 30, unit: 'second' },
    line: 65,
  },
]

const PROMISES = [
  'device.only-declared',
  'device.vendor-per-tracker',
  'device.lifetime-defined',
  'device.persistent-until-deleted',
  'device.necessary-is-narrow',
  'consent.categories',
  'consent.refuse-nonessential',
  'consent.withdraw',
  'signal.dnt-stops-partner-tags',
  'notice.explains-technology',
  'notice.versioned-and-dated',
  'analytics.ip-is-personal',
  'pixel.same-gate',
  'basis.default-deny',
]

const from = momentOf(0)
const seconds = (span: Span | 'session' | undefined) =>
  span === undefined || span === 'session' ? 0 : secondsOf(span, from)

const ruleOf = ({ id, line, basis, collects }: Purpose): Rule => ({
  id,
  line,
  basis,
  terms: `terms-${id}`,
  events: Object.fromEntries(collects.map(({ event, fields }) => [event, fields])),
  refusedBy: id === 'usage' || id === 'ads' ? ['gpc', 'dnt'] : [],
})

/** A small policy that uses every kind of row, for tests of words and their rendering. */
export const SMALL_POLICY: Policy = {
  id: 'small-shop',
  label: '2026-11-22',
  version: '0123456789abcdef'.repeat(4),
  inForceFrom: '2026-11-22',
  reviewBy: '2027-11-22',
  languages: ['fi', 'sv', 'en'],
  controller: {
    name: 'Pikkupuoti Oy',
    businessId: '1234567-8',
    street: 'Satukatu 1',
    postalCode: '00100',
    city: { fi: 'Helsinki', sv: 'Helsingfors', en: 'Helsinki' },
    country: 'FI',
    email: 'tietosuoja@pikkupuoti.example',
    website: 'https://www.pikkupuoti.example/',
  },
  authority: 'fi-data-protection-ombudsman',
  sites: [{ id: 'shop', kind: 'own-site', name: 'Pikkupuoti', hosts: ['www.pikkupuoti.example'] }],
  categories: [],
  purposes,
  trackers,
  vendors: [
    {
      id: 'count',
      name: 'Count Analytics',
      company: 'Count Ltd',
      country: 'IE',
      hosts: ['count.example'],
      privacy: 'https://count.example/privacy',
      optOut: 'https://count.example/opt-out',
    },
    {
      id: 'ads',
      name: 'Ads & <Co>',
      company: 'Ads Inc.',
      country: 'US',
      hosts: ['ads.example'],
      privacy: 'https://ads.example/privacy',
      optOut: undefined,
    },
  ],
  signals: [
    { signal: 'gpc', refuses: ['usage', 'ads'], line: 70 },
    { signal: 'dnt', refuses: ['usage', 'ads'], line: 71 },
  ],
  consentFor: { count: 12, unit: 'month' },
  links: [],
  ...smallRead(),
  promises: PROMISES.map((slug, at) => ({ slug, line: 80 + at, rule: 'trackers' })),
  rules: {
    version: '0123456789abcdef'.repeat(4),
    purposes: Object.fromEntries(purposes.map(purpose => [purpose.id, ruleOf(purpose)])),
    trackers: trackers.map(({ id, name, store, purpose, lifetime, rollingUpTo }) => ({
      id,
      name,
      store,
      purpose,
      seconds: seconds(lifetime),
      capSeconds: seconds(rollingUpTo),
    })),
  },
}

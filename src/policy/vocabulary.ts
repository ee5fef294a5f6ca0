/**
 * The closed lists of the language. A policy picks from them and cannot add to them, so that every
 * item has words in every language and means one thing to the machine.
 */

/** The four uses of device techniques; the only units of consent on the banner's first layer. */
export const CATEGORIES = ['functional', 'personalisation', 'analytics', 'marketing'] as const
export type Category = (typeof CATEGORIES)[number]

export const STORES = [
  'cookie',
  'local-storage',
  'session-storage',
  'indexed-db',
  'cache',
  'service-worker',
  'pixel',
] as const
export type Store = (typeof STORES)[number]

/** Services a visitor asks for by using them; § 205(2) needs one for each unasked tracker. */
export const SERVICES = [
  'consent-record',
  'session',
  'customer-recognition',
  'sign-in',
  'shopping-cart',
  'checkout',
  'language-choice',
  'newsletter-form',
  'quote-form',
  'presentation',
] as const
export type Service = (typeof SERVICES)[number]

/** What a purpose is for. */
export const AIMS = [
  'site-functions',
  'product-recommendations',
  'fitting-content',
  'site-usage',
  'popular-products',
  'trends',
  'sales',
  'product-interest',
  'useful-functions',
  'ad-targeting',
  'offer-services',
  'develop-services',
  'service-quality',
  'better-experience',
  'service-function',
  'information-security',
  'abuse-prevention',
  'disturbance-detection',
  'statistics',
  'usage-analysis',
  'customer-identification',
  'sell-services',
  'direct-marketing',
  'partner-marketing',
  'surveys',
  'market-research',
  'managing-sales',
  'managing-purchases',
  'quotes',
  'orders-and-deliveries',
  'invoicing',
  'accounting',
  'onsite-ads',
  'offsite-ads',
  'target-groups',
  'picture-of-interests',
  'call-quality',
  'customer-communication',
  'newsletter',
  'contests',
  'requests-of-persons',
  'machine-upkeep',
  'comparison-reports',
] as const
export type Aim = (typeof AIMS)[number]

/** What one tracker does, in the notice's table. */
export const TRACKER_USES = [
  'remembers-choice',
  'keeps-session',
  'recognises-customer',
  'keeps-signed-in',
  'keeps-cart',
  'keeps-checkout',
  'remembers-language',
  'tells-browsers-apart',
  'tells-visits-apart',
  'remembers-link-followed',
  'remembers-products-seen',
  'recommends-products',
  'measures-ads',
  'counts-pixel-views',
  'targets-ads',
  'plays-videos',
  'shows-presentation',
  'automates-marketing',
  'shares-in-social-media',
] as const
export type TrackerUse = (typeof TRACKER_USES)[number]

/** Everything the tag and the API may ever send; a policy declares which of it is kept. */
export const EVENT_NAMES = [
  'page_view',
  'page_leave',
  'link_click',
  'product_view',
  'list_view',
  'search',
  'cart_add',
  'cart_remove',
  'checkout_start',
  'purchase',
  'refund',
  'pixel_view',
  'goal',
  'screen_view',
  'app_open',
  'app_install',
  'app_update',
] as const
export type EventName = (typeof EVENT_NAMES)[number]

/** Every field an event may have, whoever sends it. Wire shape and columns follow this list. */
export const FIELD_NAMES = [
  'path',
  'title',
  'referrer',
  'language',
  'device',
  'browser',
  'os',
  'visible_seconds',
  'link_kind',
  'link_target',
  'product',
  'product_name',
  'category',
  'query',
  'results',
  'quantity',
  'value',
  'currency',
  'campaign',
  'campaign_source',
  'campaign_medium',
  'campaign_term',
  'campaign_content',
  'click_id',
  'channel',
  'source',
  'referrer_path',
  'country',
  'region',
  'city',
  'screen_size',
  'os_version',
  'screen',
  'app_version',
  'order',
  'price',
  'shipping',
  'tax',
  'discount',
  'coupon',
  'goal',
] as const
export type FieldName = (typeof FIELD_NAMES)[number]

/** Where events come from: our tag or another in a page, an app, a server, a partner, a machine. */
export const SOURCE_KINDS = ['web', 'app', 'server', 'partner', 'machine'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/**
 * What a source may say of others and be believed: what a visitor chose, that something happened
 * over a day ago, orders and refunds, region and town, the visitor's own device.
 */
export const ASSERTIONS = ['consent', 'time', 'orders', 'place', 'device'] as const
export type Assertion = (typeof ASSERTIONS)[number]

export const HELP_TOPICS = ['delete-cookies', 'vendor-privacy'] as const
export type HelpTopic = (typeof HELP_TOPICS)[number]

/** Signals a browser sends by itself. */
export const SIGNALS = ['gpc', 'dnt'] as const

/** Grounds on which a purpose may stand: Art. 6(1), and § 205(2) of Act 917/2014. */
export const BASES = [
  'consent',
  'service-requested',
  'legitimate-interest',
  'contract',
  'pre-contract',
  'legal-obligation',
  'until-forbidden',
  'soft-opt-in',
] as const

/** Interests a company may rest on, once they are weighed: Art. 6(1)(f). */
export const INTERESTS = [
  'marketing-own-services',
  'developing-services',
  'customer-relations',
  'quality-of-service',
  'information-security',
  'preventing-abuse',
  'statistics-on-business',
  'defending-claims',
] as const

export const SITE_KINDS = ['own-site', 'mobile-app', 'partner-site'] as const
export type SiteKind = (typeof SITE_KINDS)[number]

export const AUTHORITIES = ['fi-data-protection-ombudsman'] as const

/** The cookie that carries a visitor's receipt; consent/wire.ts calls it the same. */
export const CHOICE_COOKIE = 'lupaus_choice'

/** Cookies of our tag with the visitor id of a group; consent/wire.ts calls them the same. */
export const VISITOR_COOKIES = {
  personalisation: 'lupaus_p',
  analytics: 'lupaus_a',
  marketing: 'lupaus_m',
} as const satisfies Partial<Record<Category, string>>

import type { PurposeGroup } from '../consent/wire.ts'
import type { Purpose } from '../policy/index.ts'
import type { FieldName } from './wire.ts'

/** Purpose groups that keep events, in the order they are written and reported. */
export const GROUPS = [
  'personalisation',
  'analytics',
  'marketing',
] as const satisfies PurposeGroup[]

/** What was bought and seen, wherever a group may keep it. */
const PRODUCTS = [
  'product',
  'product_name',
  'category',
  'quantity',
  'price',
  'value',
  'currency',
  'order',
] as const satisfies FieldName[]

/** Fields a group's table has room for. A field that a policy declares beyond them is refused. */
export const ROOM: Readonly<Record<PurposeGroup, readonly FieldName[]>> = {
  personalisation: [
    ...PRODUCTS,
    ...['path', 'screen', 'app_version', 'query', 'results'],
    ...['language', 'device', 'country'],
  ] as const,
  analytics: [
    ...PRODUCTS,
    ...['path', 'title', 'screen', 'app_version', 'visible_seconds', 'link_kind', 'link_target'],
    ...['query', 'results', 'goal'],
    ...['language', 'device', 'browser', 'os', 'os_version', 'screen_size'],
    ...['country', 'region', 'city'],
    ...['referrer', 'referrer_path', 'channel', 'source', 'campaign', 'campaign_source'],
    ...['campaign_medium', 'campaign_term', 'campaign_content', 'click_id'],
    ...['shipping', 'tax', 'discount', 'coupon'],
  ] as const,
  marketing: [
    ...PRODUCTS,
    ...['path', 'screen', 'app_version', 'goal', 'language', 'device', 'country', 'region'],
    ...['referrer', 'channel', 'source', 'campaign', 'campaign_source', 'campaign_medium'],
    ...['campaign_term', 'campaign_content', 'click_id', 'discount', 'coupon'],
  ] as const,
}

/**
 * The column of a field. Numbers of orders, and those of clicks in analytics, are kept as keys of
 * the group: as they came, they would join two tables.
 */
export function columnOf(group: PurposeGroup, field: FieldName): string {
  if (field === 'order') return `${group}_order`
  return field === 'click_id' && group === 'analytics' ? 'analytics_click' : field
}

/** Columns every table of events has besides fields: when, whose, by which policy and purposes. */
export const BOOKKEEPING: Readonly<Record<PurposeGroup, readonly string[]>> = {
  personalisation: [
    ...['day', 'name', 'source_id', 'personalisation_visitor', 'personalisation_event'],
    ...['policy', 'purposes', 'bot', 'rules'],
  ],
  analytics: [
    ...['day', 'at', 'site', 'name', 'source_id'],
    ...['analytics_visitor', 'analytics_visit', 'analytics_event'],
    ...['policy', 'purposes', 'vendors', 'bot', 'rules'],
  ],
  marketing: [
    ...['day', 'name', 'source_id', 'partner', 'marketing_visitor', 'marketing_event'],
    ...['policy', 'purposes', 'vendors', 'bot', 'rules'],
  ],
}

/** The group whose table keeps events of this category; functional purposes keep none here. */
export function groupOf(category: Purpose['category']): PurposeGroup | undefined {
  return category === 'functional' ? undefined : category
}

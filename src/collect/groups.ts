import type { PurposeGroup } from '../consent/wire.ts'
import type { Purpose } from '../policy/index.ts'
import type { FieldName } from './wire.ts'

/** Purpose groups that keep events, in the order they are written and reported. */
export const GROUPS = [
  'personalisation',
  'analytics',
  'marketing',
] as const satisfies PurposeGroup[]

/** Fields a group's table has room for. A field that a policy declares beyond them is refused. */
export const ROOM: Readonly<Record<PurposeGroup, readonly FieldName[]>> = {
  personalisation: [
    'path',
    'language',
    'product',
    'product_name',
    'category',
    'query',
    'quantity',
    'value',
    'currency',
  ],
  analytics: [
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
  ],
  marketing: [
    'campaign',
    'path',
    'referrer',
    'product',
    'product_name',
    'category',
    'quantity',
    'value',
    'currency',
  ],
}

/** Columns every table of events has besides fields: when, whose, by which policy and purposes. */
export const BOOKKEEPING: Readonly<Record<PurposeGroup, readonly string[]>> = {
  personalisation: [
    'day',
    'name',
    'personalisation_visitor',
    'personalisation_event',
    'policy',
    'purposes',
  ],
  analytics: [
    'day',
    'at',
    'site',
    'name',
    'analytics_visitor',
    'analytics_visit',
    'analytics_event',
    'policy',
    'purposes',
  ],
  marketing: ['day', 'name', 'marketing_visitor', 'marketing_event', 'policy', 'purposes'],
}

/** The group whose table keeps events of this category; functional purposes keep none here. */
export function groupOf(category: Purpose['category']): PurposeGroup | undefined {
  return category === 'functional' ? undefined : category
}

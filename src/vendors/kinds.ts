import type { GatewayKind } from '../policy/index.ts'
import { ga4 } from './ga4.ts'
import { hubspot } from './hubspot.ts'
import type { Kind } from './kind.ts'
import { linkedin } from './linkedin.ts'
import { meta } from './meta.ts'

/**
 * The interfaces we can tell of an event about nobody. The others count only who is known: by a
 * click, an e-mail address or a cookie of theirs, none of which leaves.
 */
export const KINDS: Readonly<Partial<Record<GatewayKind, Kind>>> = {
  'ga4-measurement-protocol': ga4,
  'meta-conversions': meta,
  'linkedin-conversions': linkedin,
  'hubspot-events': hubspot,
}

/** Every place of a payload that holds something: keys with dots between, `[]` for a list. */
export function shapeOf(value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value)) return unique(value.flatMap(one => shapeOf(one, `${at}[]`)))
  if (typeof value !== 'object' || value === null) return [at]
  return unique(
    Object.entries(value).flatMap(([key, held]) => shapeOf(held, at === '' ? key : `${at}.${key}`)),
  )
}

function unique(places: readonly string[]): readonly string[] {
  return [...new Set(places)].toSorted()
}

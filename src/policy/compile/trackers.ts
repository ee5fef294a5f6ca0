import type { TrackerText } from '../check/place.ts'
import type { Law } from '../law/index.ts'
import { longest, spanOf } from '../lifetime.ts'
import type { Span } from '../../base/time.ts'

/**
 * How long browsers really keep something from each setting, where they cut its declared lifetime:
 * what the policy says of it, but never past what browsers are known to do with every cookie.
 * Undefined where it lives as long as it is declared to.
 */
export function keptByBrowsers(tracker: TrackerText, law: Law): Span | undefined {
  const lifetime = spanOf(tracker.lifetime)
  if (!lifetime) return undefined
  const days = tracker.store === 'cookie' ? law.cookieCapDays() : undefined
  const said = tracker['browsers-keep']
  const cuts: readonly (Span | undefined)[] = [
    said === undefined ? undefined : spanOf(said),
    days === undefined ? undefined : { count: days, unit: 'day' },
  ]
  const [shortest] = cuts
    .filter(cut => cut !== undefined)
    .toSorted((a, b) => longest(a) - longest(b))
  return shortest && longest(lifetime) > longest(shortest) ? shortest : undefined
}

import { RudderAnalytics } from '@rudderstack/analytics-js/bundled'
import { lupausNow } from './when-allowed.ts'

/** Events of a page, sent to Lupaus instead of RudderStack. `key` is the key of the source. */
export function connect(lupaus: string, key: string) {
  const analytics = new RudderAnalytics()
  analytics.load(key, lupaus, {
    configUrl: lupaus,
    // Otherwise it writes cookies and local storage that the policy does not declare; with `none`
    // it would call every event another visitor's.
    storage: { type: 'memoryStorage' },
    sessions: { autoTrack: false },
    context: { lupaus: lupausNow() },
  })
  return analytics
}

import { AnalyticsBrowser } from '@segment/analytics-next'
import { lupausNow } from './when-allowed.ts'

/** Events of a page, sent to Lupaus instead of Segment. `key` is the key of the source. */
export function connect(lupaus: string, key: string) {
  const { host, protocol } = new URL(lupaus)
  const analytics = AnalyticsBrowser.load(
    { writeKey: key, cdnURL: lupaus },
    {
      // Otherwise it writes cookies and local storage that the policy does not declare.
      disableClientPersistence: true,
      integrations: {
        'Segment.io': {
          apiHost: `${host}/v1`,
          protocol: protocol === 'https:' ? 'https' : 'http',
        },
      },
    },
  )
  void analytics.addSourceMiddleware(({ payload, next }) => {
    payload.obj.context = { ...payload.obj.context, lupaus: lupausNow() }
    next(payload)
  })
  return analytics
}

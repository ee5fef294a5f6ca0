import { AnalyticsBrowser } from '@segment/analytics-next'
import { connect as rudder } from './connect/rudder-web.ts'
import { connect as segment } from './connect/segment-web.ts'
import { ADDED, orderOf, PRODUCT, SEARCH, TRAITS, USER, type Visit } from './visit.ts'

// The script with the SDKs, bundled for the browser. The test calls one of these.

declare global {
  interface Window {
    clients: Clients
  }
}

export type Lupaus = { readonly url: string; readonly key: string }

const clients = {
  async segment({ url, key }: Lupaus, visit: Visit): Promise<void> {
    const analytics = segment(url, key)
    await analytics.setAnonymousId(visit.anonymousId)
    await analytics.page()
    await analytics.track('Product Viewed', PRODUCT)
    await analytics.track('Product Added', ADDED)
    await analytics.track('Products Searched', SEARCH)
    await analytics.track('Order Completed', orderOf(visit.order))
    await analytics.identify(USER, TRAITS)
  },
  async rudder({ url, key }: Lupaus, visit: Visit): Promise<void> {
    const analytics = rudder(url, key)
    await new Promise<void>(resolve => analytics.ready(resolve))
    analytics.setAnonymousId(visit.anonymousId)
    analytics.page()
    analytics.track('Product Viewed', PRODUCT)
    analytics.track('Product Added', ADDED)
    analytics.track('Products Searched', SEARCH)
    analytics.track('Order Completed', orderOf(visit.order))
    analytics.identify(USER, TRAITS)
  },
  /** As Segment's own page says to load it. */
  async bySegmentsBook({ url, key }: Lupaus): Promise<void> {
    const { host } = new URL(url)
    const integrations = { 'Segment.io': { apiHost: `${host}/v1`, protocol: 'http' } } as const
    await AnalyticsBrowser.load({ writeKey: key, cdnURL: url }, { integrations }).page()
  },
}
window.clients = clients

/** What the test may call in the page. */
export type Clients = typeof clients

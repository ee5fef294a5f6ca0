import { connect, consentOf } from './connect/segment-node.ts'
import { SERVER_SECRET } from './shop.ts'
import {
  ADDED,
  CONTEXT,
  orderOf,
  PRODUCT,
  PURPOSES,
  SEARCH,
  TRAITS,
  USER,
  type Visit,
} from './visit.ts'

/** Segment's SDK for servers: what a server was told of the visit, and of the choice. */
export async function segmentNode(lupaus: string, visit: Visit): Promise<void> {
  const { anonymousId, choice } = visit
  const analytics = connect(lupaus, SERVER_SECRET)
  const said = choice === 'yes' ? consentOf(PURPOSES, []) : consentOf([], PURPOSES)
  const of = { anonymousId, context: choice === 'nothing' ? CONTEXT : { ...CONTEXT, ...said } }
  analytics.page({ ...of, properties: CONTEXT.page })
  analytics.track({ ...of, event: 'Product Viewed', properties: PRODUCT })
  analytics.track({ ...of, event: 'Product Added', properties: ADDED })
  analytics.track({ ...of, event: 'Products Searched', properties: SEARCH })
  analytics.track({ ...of, event: 'Order Completed', properties: orderOf(visit.order) })
  analytics.identify({ ...of, userId: USER, traits: TRAITS })
  await analytics.closeAndFlush()
}

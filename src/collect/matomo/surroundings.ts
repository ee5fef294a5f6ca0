import type { Happened } from '../intake.ts'
import type { Declared } from '../segment/declared.ts'

/** What Matomo's clients add by themselves. */
const AROUND: ReadonlySet<string> = new Set([
  ...['title', 'referrer', 'language', 'screen_size', 'region', 'city', 'campaign'],
  ...['campaign_source', 'campaign_medium', 'campaign_term', 'campaign_content', 'click_id'],
])
/** What the server tells a channel and a source by, where the policy declares one of them. */
const ORIGIN: ReadonlySet<string> = new Set([
  ...['referrer', 'campaign', 'campaign_source', 'campaign_medium', 'click_id'],
])

/**
 * Leaves out what a client added by itself and the policy does not declare: that it sends more is
 * not the site's doing, so it is not counted. What the site itself said stays, to be refused by name.
 */
export function asFarAsDeclared(event: Happened, declared: Declared): Happened {
  const names = declared(event.name)
  if (!names) return event
  const tracesOrigin = names.has('channel') || names.has('source')
  const isRead = (name: string) =>
    !AROUND.has(name) || names.has(name) || (tracesOrigin && ORIGIN.has(name))
  const fields = Object.entries(event.fields).filter(([name]) => isRead(name))
  return { ...event, fields: Object.fromEntries(fields) }
}

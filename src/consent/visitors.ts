import { type PurposeGroup, VISITOR_COOKIES, type VisitorIds } from './wire.ts'

/** The id, and behind a dot when the tag first set it: that part is for the device alone. */
const COOKIE = /^([\w-]{22})(?:\.[0-9a-z]{1,12})?$/
const GROUPS: readonly PurposeGroup[] = ['personalisation', 'analytics', 'marketing']

/** Visitor ids in the cookies of a request, as the tag writes them; what is no id of ours is none. */
export function visitorsIn(valueOf: (cookie: string) => string | undefined): VisitorIds {
  const ids: VisitorIds = {}
  for (const group of GROUPS) {
    const id = COOKIE.exec(valueOf(VISITOR_COOKIES[group]) ?? '')?.[1]
    if (id !== undefined) ids[group] = id
  }
  return ids
}

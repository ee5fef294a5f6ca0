import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { dayOf, type Moment, momentOf } from '../base/time.ts'
import type { PurposeGroup, VisitorIds } from '../consent/wire.ts'
import type { Keys } from '../platform/secrets.ts'
import { GROUPS } from './groups.ts'
import type { Kept } from './keep.ts'
import type { RefusalCount } from './refuse.ts'

const VISITORS_MAX = 20_000

/** Tables a spool line can belong to. */
export const TABLES = [...GROUPS, 'refusals'] as const
export type Table = (typeof TABLES)[number]

/** One stored row on its way: the table, and its JSON without the opening brace. */
export type Line = {
  readonly table: Table
  readonly rest: string
  /** Table and month of a row without an id: rows of one lot are inserted together or not at all. */
  readonly lot?: string
}

/** What is said of a whole batch. */
export type Occasion = {
  readonly now: Moment
  readonly site: string
  /** First 16 hexadecimal digits of the policy version. */
  readonly policy: string
  readonly visitors: VisitorIds
  readonly visit: string | undefined
  /** Id of the declared source; empty for the tag on an own site. */
  readonly source: string
  /** A visit without identity, when one is needed. */
  readonly visitOfDay: string | undefined
}

/** Turns what was kept into rows. Each group's keys are its own, so its rows join no other's. */
export type Lines = {
  ofEvent(kept: Kept, occasion: Occasion): Line
  ofRefusal(count: RefusalCount, occasion: Pick<Occasion, 'now' | 'policy'>): Line
  /** The key of a visitor in a group's table, as decimal text; `0` without an id. */
  visitorKey(group: PurposeGroup, id: string | undefined): string
}

/** Derives the groups' keys once. */
export function openLines(keys: Keys): Lines {
  const tables = {
    personalisation: pseudonyms(keys, 'personalisation'),
    analytics: pseudonyms(keys, 'analytics'),
    marketing: pseudonyms(keys, 'marketing'),
  }
  const dayText = lastDay()
  return {
    ofEvent({ group, event, purposes, fields, anonymous }, occasion) {
      const own = tables[group]
      const at = momentOf(occasion.now - event.agoMs)
      const visitor = anonymous ? undefined : occasion.visitors[group]
      let rest =
        `"t":"${group}","day":"${dayText(at)}","name":"${event.name}"` +
        `,"${group}_visitor":"${own.visitor(visitor)}"` +
        `,"${group}_event":"${own.event(event.id)}"` +
        `,"policy":"${occasion.policy}","purposes":${JSON.stringify(purposes)}`
      // Only analytics has a clock; a second shared by two tables would join them. A visit without
      // a visitor would be a visitor's key by another name.
      if (group === 'analytics') {
        rest +=
          `,"at":${Math.floor(at / 1000)},"site":${JSON.stringify(occasion.site)}` +
          `,"analytics_visit":"${own.visit(visitor === undefined ? occasion.visitOfDay : occasion.visit)}"`
      }
      for (const [name, value] of fields) rest += `,"${name}":${JSON.stringify(value)}`
      const line = { table: group, rest: `${rest}}\n` }
      if (event.id !== undefined) return line
      return { ...line, lot: `${group} ${dayText(at).slice(0, 7)}` }
    },
    ofRefusal({ purpose, reason, line, what, count }, { now, policy }) {
      const said = JSON.stringify({ purpose, reason, line, what, count, policy })
      const rest = `"t":"refusals","day":"${dayText(now)}",${said.slice(1)}\n`
      return { table: 'refusals', rest }
    },
    visitorKey: (group, id) => tables[group].visitor(id),
  }
}

type Pseudonyms = {
  visitor(id: string | undefined): string
  visit(id: string | undefined): string
  event(id: string | undefined): string
}

function pseudonyms(keys: Keys, group: PurposeGroup): Pseudonyms {
  const [visitors, visits, events] = ['visitors', 'visits', 'events'].map(kind =>
    createSecretKey(keys.derive(`${kind}.${group}`)),
  )
  if (!visitors || !visits || !events) throw new Error('bug: a group has three keys')
  return {
    visitor: remembered(id => pseudonym(visitors, id)),
    visit: remembered(id => pseudonym(visits, id)),
    event: id => (id === undefined ? '0' : pseudonym(events, id)),
  }
}

/** 64 bits of HMAC-SHA-256 as decimal text; never `0`, which means that there was no id. */
function pseudonym(key: KeyObject, id: string): string {
  const bits = createHmac('sha256', key).update(id).digest().readBigUInt64BE(0)
  return bits === 0n ? '1' : bits.toString()
}

function remembered(key: (id: string) => string): (id: string | undefined) => string {
  const known = new LRUCache<string, string>({ max: VISITORS_MAX })
  return id => {
    if (id === undefined) return '0'
    const found = known.get(id) ?? key(id)
    known.set(id, found)
    return found
  }
}

function lastDay(): (at: Moment) => string {
  let [from, text] = [Number.POSITIVE_INFINITY, '']
  return at => {
    const day = Math.floor(at / 86_400_000)
    if (day !== from) [from, text] = [day, dayOf(at)]
    return text
  }
}

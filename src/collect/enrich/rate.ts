import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Moment } from '../../base/time.ts'
import type { Chance } from '../../platform/chance.ts'
import type { Happened, Sent } from '../intake.ts'
import { BOT } from './bots.ts'

/** More events than this in ten seconds, or more paths in a minute, are no person's. */
export const EVENTS_MAX = 30
export const EVENTS_SECONDS = 10
export const PATHS_MAX = 25
export const PATHS_SECONDS = 60
/** Visitors watched at a time; the one seen longest ago is forgotten first. */
export const WATCHED_MAX = 10_000

/** The rate signal of what was sent, as a bit of `BOT`; 0 for a human pace. */
export type RateOf = (sent: Pick<Sent, 'events' | 'visit' | 'signs'>, now: Moment) => number

type Watch = { eventsFrom: number; events: number; pathsFrom: number; paths: Set<string> }

/**
 * Counts in memory by visit, else by address and browser. Keys are hashes with a salt that dies
 * with the process; times are those of the events, so that what a telephone kept while it had no
 * network is not taken for a flood.
 */
export function openRate(chance: Chance): RateOf {
  const salt = chance.bytes(32)
  const watches = new LRUCache<string, Watch>({ max: WATCHED_MAX })
  const hash = (text: string) =>
    createHash('sha256').update(salt).update(text).digest('base64url').slice(0, 16)
  return (sent, now) => {
    const who = whoOf(sent)
    if (who === undefined) return 0
    const key = hash(who)
    const watch = watches.get(key) ?? fresh()
    watches.set(key, watch)
    let bits = 0
    for (const event of acts(sent.events)) bits |= count(watch, event, now - event.agoMs, hash)
    return bits
  }
}

function whoOf({ visit, signs }: Pick<Sent, 'visit' | 'signs'>): string | undefined {
  if (visit !== undefined) return `visit ${visit}`
  return signs.address === undefined ? undefined : `${signs.address} ${signs.userAgent ?? ''}`
}

function fresh(): Watch {
  return { eventsFrom: -Infinity, events: 0, pathsFrom: -Infinity, paths: new Set() }
}

/** The lines of one order, or the products of one list, are one act. */
function* acts(events: readonly Happened[]): Generator<Happened> {
  let last: Happened | undefined
  for (const event of events) {
    const isSame = event.name === last?.name && event.agoMs === last.agoMs
    if (!isSame || event.name === 'page_view') yield event
    last = event
  }
}

function count(watch: Watch, event: Happened, at: number, hash: (text: string) => string): number {
  if (Math.abs(at - watch.eventsFrom) >= EVENTS_SECONDS * 1_000) {
    watch.eventsFrom = at
    watch.events = 0
  }
  if (Math.abs(at - watch.pathsFrom) >= PATHS_SECONDS * 1_000) {
    watch.pathsFrom = at
    watch.paths.clear()
  }
  watch.events++
  const { path } = event.fields
  if (typeof path === 'string' && watch.paths.size <= PATHS_MAX) watch.paths.add(hash(path))
  return watch.events > EVENTS_MAX || watch.paths.size > PATHS_MAX ? BOT.rate : 0
}

import { dayOf } from '../base/time.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import type { Db } from '../platform/postgres.ts'
import { type Facts, decideVendor, type Policy } from '../policy/index.ts'
import { hostCovers, isLoopback } from './hosts.ts'
import type { Stopped } from './read-report.ts'
import { addViolations, hostsOn, violationsSince } from './store.ts'
import { type CookieReport, type Standing, STANDINGS, type ViolationRow } from './wire.ts'

/** Different rows that one process holds before it writes; beyond them nothing more is counted. */
const HELD_MAX = 2000
/** Different hosts that one day keeps by name; any more are counted together. */
const HOSTS_MAX = 200
const FLUSH_MS = 5_000

/** What was stopped, counted by day: in memory first, and every five seconds in the database. */
export type Violations = {
  /** Counts what a browser reports; `facts` are those of the receipt that came with it, if one did. */
  stopped(entries: readonly Stopped[], facts: Facts | undefined): void
  /** Counts what our middleware reports of a site's cookies. */
  cookies(report: CookieReport): void
  /** What is kept since a day, with what is not yet written. */
  since(day: string): Promise<readonly ViolationRow[]>
  /** Counts by directive and standing since this process began: closed words alone. */
  readonly counted: () => readonly {
    readonly directive: string
    readonly standing: string
    readonly count: number
  }[]
  /** Writes down what was counted; what cannot be written stays for the next time. */
  flush(): Promise<void>
  close(): Promise<void>
}

export type ViolationParts = {
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
  readonly policy: () => Policy
}

/** Opens the count. */
export function openViolations(parts: ViolationParts): Violations {
  const held = new Map<string, ViolationRow>()
  const totals = new Map<string, { directive: string; standing: string; count: number }>()
  const add = (row: ViolationRow) => {
    const key = JSON.stringify([row.day, row.directive, row.host, row.standing, row.disposition])
    const before = held.get(key)
    if (!before && held.size >= HELD_MAX) return
    held.set(key, { ...row, count: (before?.count ?? 0) + row.count })
  }
  const count = (row: Omit<ViolationRow, 'day'>) => {
    const { directive, standing } = row
    const key = `${directive} ${standing}`
    const total = (totals.get(key)?.count ?? 0) + row.count
    totals.set(key, { directive, standing, count: total })
    add({ ...row, day: dayOf(parts.clock.now()) })
  }
  const flush = flusher(parts, held, add)
  const timer = setInterval(() => void flush().catch(() => undefined), FLUSH_MS)
  timer.unref()
  return {
    stopped: (entries, facts) => {
      for (const { directive, blocked, disposition } of entries) {
        const host = 'host' in blocked ? shown(blocked.host) : `(${blocked.kind})`
        const standing = standingOf(parts.policy(), blocked, facts)
        count({ ...{ directive, disposition, standing, count: 1 }, host })
      }
    },
    cookies: ({ cookies }) => {
      for (const { tracker, standing, count: times } of cookies) {
        const host = tracker ?? '(undeclared)'
        count({ directive: 'set-cookie', host, standing, disposition: 'enforce', count: times })
      }
    },
    since: async day => {
      await flush()
      return violationsSince(parts.db, day)
    },
    counted: () => [...totals.values()],
    flush,
    close: async () => {
      clearInterval(timer)
      await flush().catch(error => parts.log.warn({ err: error }, 'stopped loads were not counted'))
    },
  }
}

function flusher(
  { db, clock, log }: ViolationParts,
  held: Map<string, ViolationRow>,
  add: (row: ViolationRow) => void,
): () => Promise<void> {
  let failed = false
  const write = async () => {
    if (held.size === 0) return
    const rows = [...held.values()]
    held.clear()
    try {
      const room = HOSTS_MAX - (await hostsOn(db, dayOf(clock.now())))
      await addViolations(db, together(rows, Math.max(0, room)))
      failed = false
    } catch (error) {
      for (const row of rows) add(row)
      if (!failed) log.warn({ err: error }, 'stopped loads could not be written down')
      failed = true
      throw error
    }
  }
  let writing: Promise<void> = Promise.resolve()
  // One after the other: rows that were just written must not be read as room.
  return () => (writing = writing.catch(() => undefined).then(write))
}

/** Undeclared hosts past the room there is are one host: whoever makes names up fills no table. */
function together(rows: readonly ViolationRow[], room: number): ViolationRow[] {
  const named = new Set<string>()
  const merged = new Map<string, ViolationRow>()
  for (const row of rows) {
    const isFree = row.standing !== 'undeclared' || row.host.startsWith('(')
    const isNamed = isFree || named.has(row.host) || named.size < room
    if (isNamed && !isFree) named.add(row.host)
    const host = isNamed ? row.host : '(others)'
    const key = JSON.stringify([row.day, row.directive, host, row.standing, row.disposition])
    merged.set(key, { ...row, host, count: row.count + (merged.get(key)?.count ?? 0) })
  }
  return [...merged.values()]
}

function standingOf(
  policy: Policy,
  blocked: Stopped['blocked'],
  facts: Facts | undefined,
): Standing {
  const [undeclared, declared, permitted, own, inline] = STANDINGS
  if ('kind' in blocked) return inline
  const { host } = blocked
  if (isOwn(policy, host)) return own
  const vendors = policy.vendors.filter(({ hosts }) => hosts.some(one => hostCovers(one, host)))
  if (vendors.length === 0) return undeclared
  const may = vendors.some(({ id }) => !('refused' in decideVendor(policy.rules, id, facts)))
  return may ? permitted : declared
}

/** Whether a host is one of the policy's own sites; this machine's with any port. */
export function isOwn({ sites }: Pick<Policy, 'sites'>, host: string): boolean {
  const bare = host.replace(/:\d+$/, '')
  const isHere = isLoopback(bare)
  return sites.some(({ hosts }) => hosts.some(one => one === host || (isHere && one === bare)))
}

const LABEL_MAX = 24
const DIGITS_MAX = 4

/** A host as it is kept: labels that look like a number for someone are made `x`. */
export function shown(host: string): string {
  const labels = host.split('.')
  // The last two are what a company registers; only what stands before them is made for a visitor.
  return labels
    .map((label, at) => (at < labels.length - 2 && isPrivate(label) ? 'x' : label))
    .join('.')
}

function isPrivate(label: string): boolean {
  const digits = label.replaceAll(/\D/g, '').length
  return label.length > LABEL_MAX || digits > DIGITS_MAX || /^[0-9a-f]{8,}$/.test(label)
}

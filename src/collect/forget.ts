import type { PurposeGroup, VisitorIds } from '../consent/wire.ts'
import type { Ch } from '../platform/clickhouse.ts'
import { GROUPS } from './groups.ts'
import type { Lines } from './lines.ts'
import { aboutVisitor, eraseVisitor, recentOfVisitor, rowsOfVisitor } from './store.ts'

/** What is kept of one browser in one purpose group. */
export type Known = {
  readonly group: PurposeGroup
  readonly events: number
  /** First and last day, `2026-11-22`; empty when there are no events. */
  readonly firstDay: string
  readonly lastDay: string
  /** The latest rows in plain columns, without keys; empty columns are left out. */
  readonly recent: readonly Readonly<Record<string, string>>[]
}

/** All that is kept of one browser in one purpose group. */
export type Copied = {
  readonly group: PurposeGroup
  readonly events: number
  /** Oldest first, in plain columns without keys; as many as one copy takes. */
  readonly rows: readonly Readonly<Record<string, string>>[]
}

/** Most rows of one group that a copy takes. */
const COPY_MAX = 20_000

/** What is kept of visitors, and how to find it. */
export type Memory = {
  readonly store: Ch
  readonly lines: Lines
  readonly flush: () => Promise<void>
}

/**
 * Erases a visitor's events of these groups and makes sure that none is left; answers how many
 * there were. What is still in the spool is loaded first, so that it cannot come back.
 */
export async function forget(
  { store, lines, flush }: Memory,
  visitors: VisitorIds,
  groups: readonly PurposeGroup[],
): Promise<number> {
  await flush()
  let erased = 0
  for (const group of groups) {
    if (visitors[group] === undefined) continue
    const visitor = lines.visitorKey(group, visitors[group])
    const { events } = await aboutVisitor(store, group, visitor)
    if (events === 0) continue
    await eraseVisitor(store, group, visitor)
    const left = await aboutVisitor(store, group, visitor)
    if (left.events > 0) throw new Error(`${left.events} events of a visitor were not erased`)
    erased += events
  }
  return erased
}

/** What is kept of a browser: for each group that it carries an id for. */
export async function knownAbout(
  { store, lines, flush }: Memory,
  visitors: VisitorIds,
): Promise<readonly Known[]> {
  await flush()
  const known: Known[] = []
  for (const group of GROUPS) {
    if (visitors[group] === undefined) continue
    const visitor = lines.visitorKey(group, visitors[group])
    const about = await aboutVisitor(store, group, visitor)
    const recent = await recentOfVisitor(store, group, visitor)
    known.push({ group, ...about, recent: recent.map(plain) })
  }
  return known
}

/** A copy of all that is kept of a browser: for each group that it carries an id for. */
export async function copyOf(
  { store, lines, flush }: Memory,
  visitors: VisitorIds,
): Promise<readonly Copied[]> {
  await flush()
  const copied: Copied[] = []
  for (const group of GROUPS) {
    if (visitors[group] === undefined) continue
    const visitor = lines.visitorKey(group, visitors[group])
    const { events } = await aboutVisitor(store, group, visitor)
    const rows = await rowsOfVisitor(store, group, visitor, COPY_MAX)
    copied.push({ group, events, rows: rows.map(plain) })
  }
  return copied
}

function plain(row: Record<string, unknown>): Record<string, string> {
  const filled = Object.entries(row)
    .map(([name, value]) => [name, String(value)] as const)
    .filter(([, text]) => text !== '' && text !== '0')
  return Object.fromEntries(filled)
}

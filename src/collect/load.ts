import { mkdirSync, readdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../base/fault.ts'
import type { Alone } from '../platform/alone.ts'
import type { Ch } from '../platform/clickhouse.ts'
import type { Log } from '../platform/log.ts'
import { dropTornLine, moveFile, removeFile, syncFolder } from './disk.ts'
import { TABLES } from './lines.ts'
import type { Segment, Spool } from './spool.ts'
import {
  clearLoading,
  insertLot,
  insertRefusals,
  type Kind,
  lacksRows,
  openLoading,
  readSegment,
} from './store.ts'

const ROUND_MS = 1_000
/** The longest wait between two rounds, of a store that does not answer. */
const WAIT_MS_MAX = 30_000
const TRIES_MAX = 5
const ASIDE = 'set-aside'

/** Carries finished segments from the spool into the store. */
export type Loader = {
  /** Resolves when everything acknowledged before the call is in the store, or set aside. */
  flush(): Promise<void>
  /** Segments that could not be loaded and wait for a person; they are tried again at each start. */
  setAside(): number
  close(): Promise<void>
}

type LoaderParts = {
  readonly spool: Spool
  readonly store: Ch
  readonly log: Log
  readonly folder: string
  /** Where other processes load into the same store, one at a time does. */
  readonly alone?: Alone
}

type Pending = {
  readonly segment: Segment
  tries: number
  /** Tries that ended for another reason than a store that is away. */
  failures: number
}

/** Puts segments that were set aside back among those to load: an upgrade may have cured them. */
export function bringBack(folder: string): void {
  const aside = join(folder, ASIDE)
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(aside)) renameSync(join(aside, name), join(folder, name))
}

/** How long to wait before a round, after so many in a row to which the store did not answer. */
export function waitMs(rounds: number): number {
  return Math.min(WAIT_MS_MAX, ROUND_MS * 2 ** Math.min(rounds, 10))
}

/** Loads what earlier processes left, then a round a second; less often while the store is away. */
export async function openLoader(parts: LoaderParts): Promise<Loader> {
  const alone: Alone = parts.alone ?? (work => work())
  const pending: Pending[] = []
  let chain: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let ended = false
  let away = 0

  const round = async () => {
    for (const segment of await parts.spool.take()) pending.push({ segment, tries: 0, failures: 0 })
    if (pending.length === 0) return
    away += 1
    if (await alone(() => loadAll(parts, pending))) away = 0
  }
  const next = () => {
    const done = chain.then(round)
    chain = done.catch(error => parts.log.error({ err: error }, 'a load round failed'))
    return done
  }
  const tick = () => {
    if (ended) return
    timer = setTimeout(() => void next().then(tick, tick), waitMs(away))
  }
  const flush = async () => {
    for (let tries = 0; tries <= TRIES_MAX; tries++) {
      await next()
      if (pending.length === 0) return
      if (away > 0) break
    }
    throw notLoaded(pending.length)
  }
  await alone(() => openLoading(parts.store))
  // A start goes on without room for what is left: reading works, and the spool keeps its files.
  await flush().catch(error => parts.log.error({ err: error }, 'segments are left to load'))
  tick()
  return {
    flush,
    setAside: () => readdirSync(join(parts.folder, ASIDE)).length,
    async close() {
      clearTimeout(timer)
      await next().catch(() => undefined)
      ended = true
    },
  }
}

/** Tries each segment once, and keeps those to try again; false when the store is away. */
async function loadAll(parts: LoaderParts, pending: Pending[]): Promise<boolean> {
  const again: Pending[] = []
  let isThere = true
  for (const one of pending.splice(0)) {
    const outcome: Outcome = isThere ? await loaded(parts, one) : 'later'
    isThere = outcome !== 'later'
    if (outcome !== 'done') again.push(one)
  }
  pending.push(...again)
  return isThere
}

/** `done`: in the store and gone from disk, or set aside. `later`: nothing can be loaded now. */
type Outcome = 'done' | 'again' | 'later'

async function loaded(parts: LoaderParts, one: Pending): Promise<Outcome> {
  const { segment } = one
  try {
    await insert(parts.store, segment, (one.tries += 1))
    await removeFile(segment.path)
    return 'done'
  } catch (error) {
    const about = { err: error, segment: segment.name, tries: one.tries }
    parts.log.warn(about, 'a segment of events could not be loaded')
    if (isAway(error)) return 'later'
    if (noRoom(error) || (one.failures += 1) < TRIES_MAX) return 'again'
    await moveFile(segment.path, join(parts.folder, ASIDE, segment.name))
    await syncFolder(parts.folder)
    parts.log.error(about, 'the segment was set aside; it is tried again at the next start')
    return 'done'
  }
}

async function insert(store: Ch, segment: Segment, tries: number): Promise<void> {
  // Only a process that died can leave a torn line; what this one sealed is whole.
  if (!segment.tables) await dropTornLine(segment.path)
  if (statSync(segment.path).size === 0) return
  const wasTriedBefore = !segment.tables || tries > 1
  for (const table of TABLES) {
    if (segment.tables && !segment.tables.has(table)) continue
    const token = `${segment.name}:${table}`
    if (table === 'refusals') await insertRefusals(store, segment.path, token)
    else await insertRows(store, table, { path: segment.path, token, wasTriedBefore })
  }
}

async function insertRows(
  store: Ch,
  kind: Kind,
  segment: { readonly path: string; readonly token: string; readonly wasTriedBefore: boolean },
): Promise<void> {
  for (const lot of await readSegment(store, kind, segment.path)) {
    const token = `${segment.token}:${lot.month}`
    await insertLot(store, kind, lot, token)
    if (!segment.wasTriedBefore) continue
    if (await lacksRows(store, kind, lot)) await insertLot(store, kind, lot, `${token}:again`)
  }
  await clearLoading(store, kind)
}

function notLoaded(segments: number): Fault {
  return new Fault(
    'clickhouse.unavailable',
    `${segments} spooled files of events are not in the store yet`,
    'make room on the disk of the store, or bring the store back; they are tried again by themselves',
  )
}

/** A store that does not answer is no fault of the segment either, and has room for none. */
function isAway(error: unknown): boolean {
  return error instanceof Fault && error.code === 'clickhouse.unavailable'
}

/** A full disk is no fault of the segment: it waits until there is room. */
function noRoom(error: unknown): boolean {
  return error instanceof Error && /NOT_ENOUGH_SPACE|code: 243/i.test(error.message)
}

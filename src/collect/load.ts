import { mkdirSync, readdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../base/fault.ts'
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
}

/** Puts segments that were set aside back among those to load: an upgrade may have cured them. */
export function bringBack(folder: string): void {
  const aside = join(folder, ASIDE)
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(aside)) renameSync(join(aside, name), join(folder, name))
}

/** Loads what earlier processes left, then a round a second. */
export async function openLoader(parts: LoaderParts): Promise<Loader> {
  const pending: { segment: Segment; tries: number }[] = []
  let chain: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let ended = false

  const round = async () => {
    for (const segment of await parts.spool.take()) pending.push({ segment, tries: 0 })
    for (const one of pending.splice(0)) {
      if (await loaded(parts, one.segment, ++one.tries)) continue
      pending.push(one)
    }
  }
  const next = () => {
    const done = chain.then(round)
    chain = done.catch(error => parts.log.error({ err: error }, 'a load round failed'))
    return done
  }
  const tick = () => {
    if (ended) return
    timer = setTimeout(() => void next().then(tick, tick), ROUND_MS)
  }
  const flush = async () => {
    for (let tries = 0; tries <= TRIES_MAX; tries++) {
      await next()
      if (pending.length === 0) return
    }
    throw notLoaded(pending.length)
  }
  await openLoading(parts.store)
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

/** Whether this segment is dealt with: in the store and gone from disk, or set aside. */
async function loaded(parts: LoaderParts, segment: Segment, tries: number): Promise<boolean> {
  try {
    await insert(parts.store, segment, tries)
    await removeFile(segment.path)
    return true
  } catch (error) {
    const about = { err: error, segment: segment.name, tries }
    parts.log.warn(about, 'a segment of events could not be loaded')
    if (tries < TRIES_MAX || noRoom(error)) return false
    await moveFile(segment.path, join(parts.folder, ASIDE, segment.name))
    await syncFolder(parts.folder)
    parts.log.error(about, 'the segment was set aside; it is tried again at the next start')
    return true
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
    'make room on the disk of the data folder; they are tried again every second',
  )
}

/** A full disk is no fault of the segment: it waits until there is room. */
function noRoom(error: unknown): boolean {
  return error instanceof Error && /NOT_ENOUGH_SPACE|code: 243/i.test(error.message)
}

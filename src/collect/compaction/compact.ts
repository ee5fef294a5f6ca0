import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Audit } from '../../audit/index.ts'
import type { Ch } from '../../platform/clickhouse.ts'
import { GROUPS } from '../groups.ts'
import type { Kind } from '../store.ts'
import { dropLater, dropSoon, hiddenRows, partsOf, rewrite } from './store.ts'

/** ClickHouse looks for files to drop at least twice a minute. */
const WAIT_SECONDS = 120

/** What one table's compaction did. */
export type Compaction = {
  readonly table: string
  /** Erased rows that the files still held, found by reading them without what hides them. */
  readonly found: number
  /** The same afterwards: rows erased meanwhile, which are the next compaction's. */
  readonly left: number
  /** Files that held erased rows: gone from disk, and waiting to go. */
  readonly removed: number
  readonly waiting: number
}

export type CompactParts = {
  readonly store: Ch
  readonly audit: Pick<Audit, 'append'> | undefined
  readonly flush: () => Promise<void>
}

/**
 * Takes erased rows from disk: the months that hold any are written anew, the old files are waited
 * for until they are gone, and what was found and removed is written down. What was erased is out
 * of every answer already; this is about the bytes.
 */
export async function compact(
  { store, audit, flush }: CompactParts,
  waitSeconds: number = WAIT_SECONDS,
): Promise<readonly Compaction[]> {
  await flush()
  const done: Compaction[] = []
  for (const kind of [...GROUPS, 'machines'] as const) {
    const one = await compactTable(store, kind, waitSeconds)
    if (one) done.push(one)
  }
  const details = { tables: done.map(one => ({ ...one })) }
  await audit?.append({ act: 'collect.compacted', by: 'collect', details })
  return done
}

async function compactTable(
  store: Ch,
  kind: Kind,
  waitSeconds: number,
): Promise<Compaction | undefined> {
  const hidden = await hiddenRows(store, kind)
  if (hidden.length === 0) return undefined
  const months = hidden.map(({ partition }) => `${partition}_`)
  const old = (await partsOf(store, kind)).filter(path =>
    months.some(month => basename(path).startsWith(month)),
  )
  // A server keeps its files elsewhere and drops them by its own settings.
  const isHere = store.kind === 'embedded'
  try {
    if (isHere) await dropSoon(store, kind)
    for (const { partition } of hidden) await rewrite(store, kind, partition)
    const waiting = await remaining(store, kind, old, isHere ? waitSeconds : 0)
    return {
      table: `collect.${kind}`,
      found: rowsIn(hidden),
      left: rowsIn(await hiddenRows(store, kind)),
      removed: old.length - waiting,
      waiting,
    }
  } finally {
    if (isHere) await dropLater(store, kind)
  }
}

/** How many of these files are still there after at most so many seconds. */
async function remaining(
  store: Ch,
  kind: Kind,
  old: readonly string[],
  seconds: number,
): Promise<number> {
  const there = async () => {
    const known = new Set(await partsOf(store, kind))
    return old.filter(path => known.has(path) || (store.kind === 'embedded' && existsSync(path)))
  }
  let left = await there()
  for (let waited = 0; left.length > 0 && waited < seconds; waited++) {
    await pause(1_000)
    left = await there()
  }
  return left.length
}

function rowsIn(hidden: readonly { readonly rows: number }[]): number {
  return hidden.reduce((sum, { rows }) => sum + rows, 0)
}

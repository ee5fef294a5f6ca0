import type { Words } from '../base/lang.ts'
import type { Json } from '../base/json.ts'
import { momentOf, type Moment } from '../base/time.ts'
import { type Db, sql } from '../platform/postgres.ts'
import type { Entry } from './entry.ts'

export const PAGE_MAX = 1000
const CHAIN_LOCK = 4_700_002

type Row = {
  seq: string
  at: Date
  act: string
  by: string
  details: Json
  prev: string
  hash: string
}

/** Makes every other writer of the chain wait until this transaction ends. */
export async function lockChain(tx: Db): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`)
}

/** The newest entry, or undefined while there is none. */
export async function lastEntry(db: Db): Promise<Entry | undefined> {
  const rows = await db.rows<Row>(sql`
    select seq, at, act, by, details, prev, hash
      from audit.entries
     order by seq desc limit 1`)
  return rows.map(entryOf)[0]
}

export async function addEntry(tx: Db, entry: Entry): Promise<void> {
  await tx.rows(sql`
    insert into audit.entries (seq, at, act, by, details, prev, hash)
    values (${entry.seq}, ${entry.at}, ${entry.act}, ${entry.by},
            ${JSON.stringify(entry.details)}, ${entry.prev}, ${entry.hash})`)
}

/** Entries after `seq`, oldest first, at most `PAGE_MAX`. */
export async function entriesAfter(db: Db, seq: number): Promise<Entry[]> {
  const rows = await db.rows<Row>(sql`
    select seq, at, act, by, details, prev, hash
      from audit.entries
     where seq > ${seq}
     order by seq limit ${PAGE_MAX}`)
  return rows.map(entryOf)
}

/** The newest sighting of each promise. */
export async function latestSightings(
  db: Db,
): Promise<{ promise: string; kept: boolean; saw: Words; at: Moment; entry: number }[]> {
  const rows = await db.rows<{
    promise: string
    kept: boolean
    saw: Words
    at: Date
    seq: string
  }>(sql`
    select distinct on (details ->> 'promise')
           details ->> 'promise' as promise, (details ->> 'kept')::boolean as kept,
           details -> 'saw' as saw, at, seq
      from audit.entries
     where act = 'probe.saw'
     order by details ->> 'promise', seq desc limit ${PAGE_MAX}`)
  return rows.map(row => ({
    promise: row.promise,
    kept: row.kept,
    saw: row.saw,
    at: momentOf(row.at.getTime()),
    entry: Number(row.seq),
  }))
}

function entryOf(row: Row): Entry {
  return { ...row, seq: Number(row.seq), at: row.at.toISOString() }
}

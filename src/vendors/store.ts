import { isoOf, type Moment, momentOf } from '../base/time.ts'
import { ch, type Ch } from '../platform/clickhouse.ts'
import { type Db, sql } from '../platform/postgres.ts'

const STREAMS_MAX = 200

/** Where a row lies: it grows as rows land in one month of one table on one shard. */
export type Position = { readonly block: string; readonly place: string }

/** One month of one table on one shard. */
export type Stream = {
  readonly from: 'analytics' | 'marketing'
  readonly shard: number
  readonly month: number
}

/** What the view gives of an event: no key of anyone, and no clock. */
export type EventRow = Position & {
  readonly day: string
  readonly name: string
  readonly site: string
  readonly purposes: string
  readonly path: string
  readonly product: string
  readonly quantity: number
  readonly value: number
  readonly currency: string
}

/** Rows on their way to a vendor: what lies behind `after` up to `to`. */
export type Batch = Stream & {
  readonly after: Position
  readonly to: Position
  readonly seed: Uint8Array
  /** Places of rows that were acknowledged though the batch was not. */
  readonly done: readonly string[]
}

/** Where a vendor stands. */
export type State = {
  readonly settings: string
  readonly dueAt: Moment
  readonly failures: number
  /** Status by which it refused; then it is not told until `dueAt`, or until the settings change. */
  readonly stoppedBy: number | undefined
  /** Places of the last payload that held anything. */
  readonly shape: readonly string[]
}

export type Outcome = 'sent' | 'refused' | 'failed'
export type Count = { readonly event: string; readonly outcome: Outcome; readonly count: number }

/** Months of tables in which events for this vendor landed, of these days on. */
export async function streamsOf(store: Ch, vendor: string, from: string): Promise<Stream[]> {
  return store.rows<Stream>(ch`
    select from_table as from, toInt32(shard) as shard, toInt32(month) as month
    from collect.for_vendors
    where day >= toDate(${from}) and has(splitByChar(',', vendors), ${vendor})
    group by from_table, shard, month order by from_table, month, shard limit ${STREAMS_MAX}`)
}

/** The next events for a vendor behind a place, in the order they landed. */
export async function eventsAfter(
  store: Ch,
  about: Stream & {
    readonly vendor: string
    readonly day: string
    readonly after: Position
    readonly to?: Position
    readonly limit: number
  },
): Promise<EventRow[]> {
  const { from, shard, month, vendor, day, after, limit } = about
  const to = about.to ?? LAST
  return store.rows<EventRow>(ch`
    select toString(block) as block, toString(place) as place, toString(day) as day, name, site,
      purposes, path, product, quantity, toFloat64(value) as value, currency
    from (
      select block, place, day, name, site, purposes, path, product, quantity, value, currency
      from collect.for_vendors
      where from_table = ${from} and shard = ${shard} and month = ${month}
        and day >= toDate(${day}) and has(splitByChar(',', vendors), ${vendor})
        and (block, place) > (toUInt64(${after.block}), toUInt64(${after.place}))
        and (block, place) <= (toUInt64(${to.block}), toUInt64(${to.place}))
      order by block, place limit ${limit}) as next
    order by next.block, next.place`)
}

const LAST: Position = { block: '18446744073709551615', place: '18446744073709551615' }

/** Where a vendor was left in a stream; the beginning when it never was there. */
export async function cursorOf(db: Db, vendor: string, stream: Stream): Promise<Position> {
  const [row] = await db.rows<Position>(sql`
    select block::text, place::text from vendors.cursors
     where vendor = ${vendor} and from_table = ${stream.from}
       and shard = ${stream.shard} and month = ${stream.month}`)
  return row ?? { block: '0', place: '0' }
}

/** Moves a vendor on. */
export async function moveCursor(db: Db, vendor: string, to: Stream & Position): Promise<void> {
  await db.rows(sql`
    insert into vendors.cursors (vendor, from_table, shard, month, block, place)
    values (${vendor}, ${to.from}, ${to.shard}, ${to.month}, ${to.block}, ${to.place})
    on conflict (vendor, from_table, shard, month)
    do update set block = excluded.block, place = excluded.place`)
}

type BatchRow = {
  readonly from_table: Stream['from']
  readonly shard: number
  readonly month: number
  readonly after_block: string
  readonly after_place: string
  readonly to_block: string
  readonly to_place: string
  readonly seed: Uint8Array
  readonly done: readonly string[]
}

/** The batch under way to a vendor. */
export async function batchOf(db: Db, vendor: string): Promise<Batch | undefined> {
  const [row] = await db.rows<BatchRow>(sql`
    select from_table, shard, month, after_block, after_place, to_block, to_place, seed, done
      from vendors.batches where vendor = ${vendor}`)
  if (!row) return undefined
  const { from_table, shard, month, seed, done } = row
  const after = { block: row.after_block, place: row.after_place }
  return { from: from_table, shard, month, after, to: toOf(row), seed, done }
}

function toOf({ to_block, to_place }: BatchRow): Position {
  return { block: to_block, place: to_place }
}

/** Notes a batch before anything of it leaves. */
export async function addBatch(db: Db, vendor: string, batch: Batch): Promise<void> {
  const { from, shard, month, after, to, seed, done } = batch
  await db.rows(sql`
    insert into vendors.batches
      (vendor, from_table, shard, month, after_block, after_place, to_block, to_place, seed, done)
    values (${vendor}, ${from}, ${shard}, ${month}, ${after.block}, ${after.place},
      ${to.block}, ${to.place}, ${seed}, ${done})`)
}

/** Notes what of a batch was acknowledged. */
export async function keepDone(db: Db, vendor: string, done: readonly string[]): Promise<void> {
  await db.rows(sql`update vendors.batches set done = ${done} where vendor = ${vendor}`)
}

/** Forgets a batch, and with it the chance that its ids were made of. */
export async function dropBatch(db: Db, vendor: string): Promise<void> {
  await db.rows(sql`delete from vendors.batches where vendor = ${vendor}`)
}

/** Where a vendor stands; undefined before it was ever told. */
export async function stateOf(db: Db, vendor: string): Promise<State | undefined> {
  const [row] = await db.rows<{
    settings: string
    due_at: Date
    failures: number
    stopped_by: number | null
    shape: string[]
  }>(sql`
    select settings, due_at, failures, stopped_by, shape from vendors.states
     where vendor = ${vendor}`)
  if (!row) return undefined
  const { settings, due_at, failures, stopped_by, shape } = row
  const dueAt = momentOf(due_at.getTime())
  return { settings, dueAt, failures, stoppedBy: stopped_by ?? undefined, shape }
}

/** Writes down where a vendor stands. */
export async function keepState(db: Db, vendor: string, state: State): Promise<void> {
  await db.rows(sql`
    insert into vendors.states (vendor, settings, due_at, failures, stopped_by, shape)
    values (${vendor}, ${state.settings}, ${isoOf(state.dueAt)}, ${state.failures},
      ${state.stoppedBy ?? null}, ${state.shape})
    on conflict (vendor) do update set settings = excluded.settings, due_at = excluded.due_at,
      failures = excluded.failures, stopped_by = excluded.stopped_by, shape = excluded.shape`)
}

/** Forgets batches to vendors that are no longer told anything. */
export async function dropOthers(db: Db, vendors: readonly string[]): Promise<void> {
  await db.rows(sql`delete from vendors.batches where not vendor = any(${vendors})`)
}

/** Adds to the counts of a day. */
export async function addCounts(
  db: Db,
  vendor: string,
  day: string,
  counts: readonly Count[],
): Promise<void> {
  await db.rows(sql`
    insert into vendors.counts (day, vendor, event, outcome, count)
    select ${day}::date, ${vendor}, told.event, told.outcome, told.count
      from unnest(${counts.map(one => one.event)}::text[],
        ${counts.map(one => one.outcome)}::text[],
        ${counts.map(one => one.count)}::bigint[]) as told (event, outcome, count)
    on conflict (day, vendor, event, outcome)
    do update set count = vendors.counts.count + excluded.count`)
}

/** What vendors were told from a day on, newest day first. */
export async function countsFrom(
  db: Db,
  day: string,
): Promise<readonly (Count & { readonly day: string; readonly vendor: string })[]> {
  const rows = await db.rows<
    Omit<Count, 'count'> & { day: string; vendor: string; count: string }
  >(sql`
    select day, vendor, event, outcome, count from vendors.counts where day >= ${day}::date
     order by day desc, vendor, event, outcome limit 10000`)
  return rows.map(row => ({ ...row, count: Number(row.count) }))
}

/** Columns of what is read for vendors. */
export async function viewColumns(store: Ch): Promise<readonly string[]> {
  const rows = await store.rows<{ name: string }>(ch`
    select name from system.columns where database = 'collect' and table = 'for_vendors'
    order by position limit 100`)
  return rows.map(row => row.name)
}

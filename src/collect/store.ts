import { dayOf, type Moment } from '../base/time.ts'
import type { PurposeGroup } from '../consent/wire.ts'
import { ch, type Ch, type ChStatement } from '../platform/clickhouse.ts'
import { GROUPS } from './groups.ts'

const VERSIONS_MAX = 500
/**
 * A client that tells only how long ago an event happened may tell the same two days later. A clock
 * that was set back makes the second earlier than the first; one day on is looked at for that.
 */
const REPEAT_DAYS = 2
const SWEEP_MAX = 1_000
const RECENT_MAX = 20

/** Tables whose rows are looked at one by one before they are inserted. */
export type Kind = PurposeGroup | 'machines'

/** One month's rows of one table of a segment: they become one part, or none. */
export type Lot = {
  readonly month: number
  /** Days on which a row of these may have been stored before. */
  readonly days: readonly string[]
  readonly hasOrders: boolean
}

/** Makes the tables, in memory, in which a segment's rows are looked at before they are stored. */
export async function openLoading(store: Ch): Promise<void> {
  for (const kind of [...GROUPS, 'machines'] as const) {
    await store.run(
      loading(kind)`
        create or replace table collect.{loading:Identifier} engine = Memory as
        select *, '' as t, toUInt32(0) as n, toUInt64(0) as whole, toUInt32(0) as report
        from collect.{table:Identifier} where 0`,
    )
  }
}

/** Reads one table's rows of a segment into memory; answers its lots, oldest month first. */
export async function readSegment(store: Ch, kind: Kind, path: string): Promise<readonly Lot[]> {
  await clearLoading(store, kind)
  const columns = await store.rows<{ shape: string }>(
    loading(kind)`
      select arrayStringConcat(groupArray(concat(name, ' ', type)), ', ') as shape
      from (select name, type from system.columns
        where database = 'collect' and table = {loading:String} order by position)`,
  )
  await store.load(
    loading(kind, { path, shape: columns[0]?.shape ?? '' })`
      insert into collect.{loading:Identifier}
      select * from file({path:String}, 'JSONEachRow', {shape:String}) where t = {table:String}
      settings insert_deduplication_token = '', input_format_skip_unknown_fields = 1`,
    path,
  )
  const rows = await store.rows<{ month: number; days: string[]; orders: number }>(
    loading(kind, { back: REPEAT_DAYS })`
      select toYYYYMM(day) as month,
        arraySort(groupUniqArrayArray(arrayMap(n -> toString(addDays(day, n - {back:Int32})),
          range(toUInt32({back:Int32} + 2))))) as days,
        max(name in ('purchase', 'refund')) as orders
      from collect.{loading:Identifier} group by month order by month`,
  )
  return rows.map(({ month, days, orders }) => ({ month, days, hasOrders: orders !== 0 }))
}

/** Forgets what `readSegment` read. */
export async function clearLoading(store: Ch, kind: Kind): Promise<void> {
  await store.run(loading(kind)`truncate table collect.{loading:Identifier}`)
}

/**
 * Stores a lot of what `readSegment` read. The same token inserts once, however often it is asked,
 * and so does the same id: within two days for any event, for ever for lines of orders. Only the
 * lot's own ids are held in memory, and only the days that they may lie on are looked through.
 */
export async function insertLot(store: Ch, kind: Kind, lot: Lot, token: string): Promise<void> {
  const values = { month: lot.month, days: lot.days, token }
  await store.run(
    lot.hasOrders && kind !== 'machines'
      ? insertWithOrders(kind, values)
      : insertPlain(kind, values),
  )
}

/**
 * Whether rows of a lot are missing though it was inserted. ClickHouse writes a token down just
 * before it names the part: a process killed between the two has the token and not the rows. Rows
 * without an id share the fate of the one of their lot that the spool gave an id.
 */
export async function lacksRows(store: Ch, kind: Kind, lot: Lot): Promise<boolean> {
  const rows = await store.rows<{ id: string }>(
    loading(kind, { month: lot.month, days: lot.days })`
      select {event:Identifier} as id from collect.{loading:Identifier}
      where toYYYYMM(day) = {month:UInt32} and id != 0 and id not in (
        select {event:Identifier} from collect.{table:Identifier}
        where day in {days:Array(Date)} and {event:Identifier} in (
          select {event:Identifier} from collect.{loading:Identifier}))
      limit 1`,
  )
  return rows.length > 0
}

function insertPlain(kind: Kind, values: ChStatement['values']): ChStatement {
  return loading(kind, values)`
    insert into collect.{table:Identifier}
    select * except ('^(t|n|whole|report)$') from collect.{loading:Identifier}
    where toYYYYMM(day) = {month:UInt32} and ({event:Identifier} = 0 or {event:Identifier} not in (
      select {event:Identifier} from collect.{table:Identifier}
      where day in {days:Array(Date)} and {event:Identifier} in (
        select {event:Identifier} from collect.{loading:Identifier})))
    limit 1 by {event:Identifier}, if({event:Identifier} = 0, n + 1, 0)
    settings insert_deduplication_token = {token:String}, max_insert_threads = 1,
      max_block_size = 10000000, max_insert_block_size = 10000000,
      min_insert_block_size_rows = 10000000, min_insert_block_size_bytes = 0`
}

/**
 * The same for lots with orders in them. Lines of orders are looked for on all days. Of an order
 * that browser and server both tell of, the first report is kept whole and the other not at all.
 */
function insertWithOrders(group: PurposeGroup, values: ChStatement['values']): ChStatement {
  return loading(group, { ...values, order: `${group}_order` })`
    insert into collect.{table:Identifier}
    select * except ('^(t|n|whole|report)$') from collect.{loading:Identifier}
    where toYYYYMM(day) = {month:UInt32} and ({event:Identifier} = 0 or (
      {event:Identifier} not in (
        select {event:Identifier} from collect.{table:Identifier}
        where day in {days:Array(Date)} and {event:Identifier} in (
          select {event:Identifier} from collect.{loading:Identifier}))
      and {event:Identifier} not in (
        select {event:Identifier} from collect.{table:Identifier}
        where name in ('purchase', 'refund') and {event:Identifier} in (
          select {event:Identifier} from collect.{loading:Identifier}
          where name in ('purchase', 'refund')))))
      and (whole = 0 or (
        (whole, report) in (
          select whole, argMin(report, n) from collect.{loading:Identifier}
          where whole != 0 group by whole)
        and whole not in (
          select {event:Identifier} from collect.{table:Identifier}
          where name = 'purchase' and {event:Identifier} in (
            select whole from collect.{loading:Identifier} where whole != 0))
        and (report = 0 or {order:Identifier} = 0 or {order:Identifier} not in (
          select {order:Identifier} from collect.{table:Identifier}
          where name = 'purchase' and {order:Identifier} in (
            select {order:Identifier} from collect.{loading:Identifier}
            where report != 0 and {order:Identifier} != 0)))))
    limit 1 by {event:Identifier}, if({event:Identifier} = 0, n + 1, 0)
    settings insert_deduplication_token = {token:String}, max_insert_threads = 1,
      max_block_size = 10000000, max_insert_block_size = 10000000,
      min_insert_block_size_rows = 10000000, min_insert_block_size_bytes = 0`
}

/** Adds a segment's counts of refusals. The same segment counts once. */
export async function insertRefusals(store: Ch, path: string, token: string): Promise<void> {
  await store.load(
    ch`
    insert into collect.refusals (day, purpose, reason, line, policy, what, count)
    select day, purpose, reason, line, policy, what, sum(count)
    from file(${path}, 'JSONEachRow', 't LowCardinality(String), day Date,
      purpose LowCardinality(String), reason LowCardinality(String), line UInt32,
      policy LowCardinality(String), what LowCardinality(String), count UInt64')
    where t = 'refusals'
    group by day, purpose, reason, line, policy, what
    settings insert_deduplication_token = ${token}, input_format_skip_unknown_fields = 1,
      max_insert_threads = 1, max_block_size = 10000000, max_insert_block_size = 10000000,
      min_insert_block_size_rows = 10000000, min_insert_block_size_bytes = 0`,
    path,
  )
}

/** A statement about the rows of one table that are being loaded. */
function loading(kind: Kind, values: ChStatement['values'] = {}) {
  return ([text = '']: TemplateStringsArray): ChStatement => ({
    text,
    values: { ...values, table: kind, event: `${kind}_event`, loading: `${kind}_loading` },
  })
}

/**
 * Erases a visitor's events of one group; the key is decimal text. Patch parts: the rows are gone
 * from every answer within milliseconds, and from disk at the next merge.
 */
export async function eraseVisitor(store: Ch, group: PurposeGroup, visitor: string): Promise<void> {
  await store.run(
    of(group, { visitor })`
      delete from collect.{table:Identifier}
      where {key:Identifier} = toUInt64({visitor:String})
      settings lightweight_delete_mode = 'lightweight_update'`,
  )
}

/** Events of a visitor in one group: how many, from which day to which. */
export async function aboutVisitor(
  store: Ch,
  group: PurposeGroup,
  visitor: string,
): Promise<{ readonly events: number; readonly firstDay: string; readonly lastDay: string }> {
  const [row] = await store.rows<{ events: string; first_day: string; last_day: string }>(
    of(group, { visitor })`
      select count() as events, if(events = 0, '', toString(min(day))) as first_day,
        if(events = 0, '', toString(max(day))) as last_day
      from collect.{table:Identifier} where {key:Identifier} = toUInt64({visitor:String})`,
  )
  return {
    events: Number(row?.events ?? 0),
    firstDay: row?.first_day ?? '',
    lastDay: row?.last_day ?? '',
  }
}

/** A visitor's latest rows of one group, newest first, without any key. */
export async function recentOfVisitor(
  store: Ch,
  group: PurposeGroup,
  visitor: string,
): Promise<Record<string, unknown>[]> {
  return store.rows(
    of(group, { visitor })`
      select * except ('_(visitor|visit|event|order|click)$|^(policy|rules|bot|click_id|vendors)$')
      from collect.{table:Identifier} where {key:Identifier} = toUInt64({visitor:String})
      order by {order:Identifier} desc, name limit {recent:UInt32}`,
  )
}

/** All of a visitor's rows of one group, oldest first, without any key; at most `max`. */
export async function rowsOfVisitor(
  store: Ch,
  group: PurposeGroup,
  visitor: string,
  max: number,
): Promise<Record<string, unknown>[]> {
  return store.rows(
    of(group, { visitor, max })`
      select * except ('_(visitor|visit|event|order|click)$|^(rules|bot)$')
      from collect.{table:Identifier} where {key:Identifier} = toUInt64({visitor:String})
      order by {order:Identifier}, name limit {max:UInt32}`,
  )
}

/** The policy versions, by their first 16 digits, that rows of any group were permitted by. */
export async function versionsOfRows(store: Ch): Promise<string[]> {
  const rows = await store.rows<{ policy: string }>(ch`
    select distinct policy from (select policy from collect.analytics
      union all select policy from collect.personalisation
      union all select policy from collect.marketing) order by policy limit ${VERSIONS_MAX}`)
  return rows.map(row => row.policy)
}

/** Rows of all groups whose path is this: what a probe looks for. */
export async function rowsWithPath(store: Ch, path: string): Promise<number> {
  const [row] = await store.rows<{ rows: string }>(ch`
    select (select count() from collect.analytics where path = ${path})
      + (select count() from collect.personalisation where path = ${path})
      + (select count() from collect.marketing where path = ${path}) as rows`)
  return Number(row?.rows ?? 0)
}

/** Days of one group before `before`, oldest first: what has outlived its time. */
export async function daysBefore(
  store: Ch,
  group: Kind,
  before: Moment,
): Promise<readonly string[]> {
  const rows = await store.rows<{ of_day: string }>(
    of(group, { before: dayOf(before) })`
      select distinct toString(day) as of_day from collect.{table:Identifier}
      where day < toDate({before:String}) order by of_day limit {sweep:UInt32}`,
  )
  return rows.map(row => row.of_day)
}

/** Erases whole days of one group; answers how many events that were. */
export async function eraseDays(store: Ch, group: Kind, days: readonly string[]): Promise<number> {
  const [row] = await store.rows<{ events: string }>(
    of(group, { days })`
      select count() as events from collect.{table:Identifier}
      where has({days:Array(String)}, toString(day))`,
  )
  await store.run(
    of(group, { days })`
      delete from collect.{table:Identifier} where has({days:Array(String)}, toString(day))
      settings lightweight_delete_mode = 'lightweight_update'`,
  )
  return Number(row?.events ?? 0)
}

/** What a made-up row carries where a real one names its policy version. */
export const MADE_UP = 'made-up'

/** Erases the made-up events of one group, and no others. */
export async function eraseMadeUp(store: Ch, group: PurposeGroup): Promise<void> {
  await store.run(
    of(group, { mark: MADE_UP })`
      delete from collect.{table:Identifier} where policy = {mark:String}
      settings lightweight_delete_mode = 'lightweight_update'`,
  )
}

/** The columns of the events' tables, in the order of the table. */
export async function columnsOf(store: Ch): Promise<readonly { table: string; name: string }[]> {
  return store.rows(ch`
    select table, name from system.columns
    where database = 'collect' and table in ('personalisation', 'analytics', 'marketing')
    order by table, position`)
}

/** Columns of one group with a value in rows of this policy version, and how many rows those are. */
export async function filledColumns(
  store: Ch,
  group: PurposeGroup,
  policy: string,
): Promise<{ readonly rows: number; readonly columns: readonly string[] }> {
  const [row] = await store.rows<Record<string, string>>(
    of(group, { policy })`
      select * apply (x -> countIf(x != defaultValueOfArgumentType(x)))
      from collect.{table:Identifier} where policy = {policy:String}`,
  )
  const counts = Object.entries(row ?? {})
  const names = counts.map(([text]) => /notEquals\((\w+),/.exec(text)?.[1] ?? text)
  const rows = Number(counts[names.indexOf('day')]?.[1] ?? 0)
  return { rows, columns: names.filter((_, i) => counts[i]?.[1] !== '0') }
}

/** Whatever parses as an IP address in the texts of one group, and how many rows were read. */
export async function addressesIn(
  store: Ch,
  group: PurposeGroup,
): Promise<{ readonly rows: number; readonly found: readonly string[] }> {
  const [row] = await store.rows<Record<string, unknown>>(
    of(group, {})`
      select count() as looked_at, * apply (x -> arrayFilter(
        v -> isIPv4String(v) or (countSubstrings(v, ':') >= 3 and isIPv6String(v)),
        arrayFlatten(groupUniqArray(100000)(splitByRegexp('[^0-9a-fA-F.:]+', toString(x))))))
      from (select * except ('^day$|^at$') from collect.{table:Identifier})`,
    { maxSeconds: 60 },
  )
  const { looked_at, ...columns } = row ?? {}
  return { rows: Number(looked_at ?? 0), found: Object.values(columns).flat().map(String) }
}

/** Keys that occur in more than one group; there must be none. */
export async function commonKeys(
  store: Ch,
): Promise<{ readonly keys: number; readonly common: number }> {
  const [row] = await store.rows<{ keys: string; common: string }>(
    ch`
    select count() as keys, countIf(tables > 1) as common from (
      select key, count() as tables from (
        select distinct 'a' as table, analytics_visitor as key from collect.analytics
        union all select distinct 'p', personalisation_visitor from collect.personalisation
        union all select distinct 'm', marketing_visitor from collect.marketing)
      where key != 0 group by key)`,
    { maxSeconds: 60 },
  )
  return { keys: Number(row?.keys ?? 0), common: Number(row?.common ?? 0) }
}

/**
 * Events of analytics without a visitor's key, and those of them that a visit's key joins though no
 * purpose that counts without identity allowed them.
 */
export async function keyless(
  store: Ch,
  withoutIdentity: readonly string[],
): Promise<{ readonly rows: number; readonly joined: number }> {
  const [row] = await store.rows<{ rows: string; joined: string }>(ch`
    select countIf(analytics_visitor = 0) as rows,
      countIf(analytics_visitor = 0 and analytics_visit != 0
        and not arrayAll(one -> has(${withoutIdentity}, one), splitByChar(',', purposes))) as joined
    from collect.analytics`)
  return { rows: Number(row?.rows ?? 0), joined: Number(row?.joined ?? 0) }
}

/** A statement about one group's table; its table, key and limits are already bound. */
function of(group: Kind, values: ChStatement['values']) {
  return ([text = '']: TemplateStringsArray): ChStatement => ({
    text,
    values: {
      ...values,
      table: group,
      key: `${group}_visitor`,
      event: `${group}_event`,
      order: group === 'analytics' ? 'at' : 'day',
      recent: RECENT_MAX,
      sweep: SWEEP_MAX,
    },
  })
}

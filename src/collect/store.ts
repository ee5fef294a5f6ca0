import { dayOf, type Moment, momentOf } from '../base/time.ts'
import type { PurposeGroup } from '../consent/wire.ts'
import { ch, type Ch, type ChStatement } from '../platform/clickhouse.ts'
import type { Table } from './lines.ts'

const VERSIONS_MAX = 500
const DAY_MS = 86_400_000
/** A retry may cross midnight, and `agoMs` reaches one day back. */
const REPEAT_DAYS = 2
const SWEEP_MAX = 1_000
const RECENT_MAX = 20

/** Inserts one table's rows of a segment. The same segment inserts once, however often it is asked. */
export async function insertSegment(
  store: Ch,
  table: Table,
  segment: { readonly name: string; readonly path: string; readonly from: Moment },
): Promise<void> {
  const token = `${segment.name}:${table}`
  const since = dayOf(momentOf(segment.from - REPEAT_DAYS * DAY_MS))
  await store.run(INSERTS[table](segment.path, since, token))
}

/**
 * Whether rows of a segment are missing though it was inserted. ClickHouse writes a token down just
 * before it names the part: a process killed between the two has the token and not the rows. Rows
 * without an id share the fate of the marked one of their month.
 */
export async function lacksRows(
  store: Ch,
  group: PurposeGroup,
  segment: { readonly path: string; readonly from: Moment },
): Promise<boolean> {
  const since = dayOf(momentOf(segment.from - REPEAT_DAYS * DAY_MS))
  const rows = await store.rows<{ id: string }>(
    of(group, { path: segment.path, since, shape: `t String, mark UInt64, ${group}_event UInt64` })`
      select greatest({event:Identifier}, mark) as id
      from file({path:String}, 'JSONEachRow', {shape:String})
      where t = {table:String} and id != 0 and id not in (
        select {event:Identifier} from collect.{table:Identifier} where day >= toDate({since:String}))
      limit 1 settings input_format_skip_unknown_fields = 1`,
  )
  return rows.length > 0
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
      select * except ('_(visitor|visit|event)$|^policy$')
      from collect.{table:Identifier} where {key:Identifier} = toUInt64({visitor:String})
      order by {order:Identifier} desc, name limit {recent:UInt32}`,
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
  group: PurposeGroup,
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
export async function eraseDays(
  store: Ch,
  group: PurposeGroup,
  days: readonly string[],
): Promise<number> {
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

/** Visits of analytics without a visitor key, and those of them that could still be joined. */
export async function keyless(
  store: Ch,
): Promise<{ readonly rows: number; readonly joined: number }> {
  const [row] = await store.rows<{ rows: string; joined: string }>(ch`
    select countIf(analytics_visitor = 0) as rows,
      countIf(analytics_visitor = 0 and analytics_visit != 0) as joined
    from collect.analytics`)
  return { rows: Number(row?.rows ?? 0), joined: Number(row?.joined ?? 0) }
}

/** A statement about one group's table; its table, key and limits are already bound. */
function of(group: PurposeGroup, values: ChStatement['values']) {
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

const INSERTS: Readonly<
  Record<Table, (path: string, since: string, token: string) => ChStatement>
> = {
  analytics: (path, since, token) => ch`
    insert into collect.analytics (day, at, site, name, analytics_visitor, analytics_visit,
      analytics_event, policy, purposes, path, title, referrer, language, device, browser, os,
      visible_seconds, link_kind, link_target, product, product_name, category, query, results,
      quantity, value, currency, campaign)
    select day, toDateTime(at, 'UTC'), site, name, analytics_visitor, analytics_visit,
      greatest(analytics_event, mark) as id, policy, purposes, path, title, referrer, language, device, browser, os, visible_seconds, link_kind,
      link_target, product, product_name, category, query, results, quantity, value, currency,
      campaign
    from file(${path}, 'JSONEachRow', 't LowCardinality(String), n UInt32, mark UInt64, day Date,
      at UInt32, site LowCardinality(String), name LowCardinality(String),
      analytics_visitor UInt64, analytics_visit UInt64, analytics_event UInt64,
      policy LowCardinality(String), purposes LowCardinality(String), path LowCardinality(String),
      title LowCardinality(String), referrer LowCardinality(String),
      language LowCardinality(String), device LowCardinality(String),
      browser LowCardinality(String), os LowCardinality(String), visible_seconds UInt32,
      link_kind LowCardinality(String), link_target LowCardinality(String),
      product LowCardinality(String), product_name LowCardinality(String),
      category LowCardinality(String), query LowCardinality(String), results UInt32,
      quantity UInt32, value Float64, currency LowCardinality(String),
      campaign LowCardinality(String)')
    where t = 'analytics' and (id = 0 or id not in (
      select analytics_event from collect.analytics where day >= toDate(${since})))
    limit 1 by id, if(id = 0, n + 1, 0)
    settings insert_deduplication_token = ${token}, input_format_skip_unknown_fields = 1,
      max_insert_threads = 1, max_block_size = 10000000, max_insert_block_size = 10000000,
      min_insert_block_size_rows = 10000000, min_insert_block_size_bytes = 0`,
  personalisation: (path, since, token) => ch`
    insert into collect.personalisation (day, name, personalisation_visitor,
      personalisation_event, policy, purposes, path, language, product, product_name, category,
      query, quantity, value, currency)
    select day, name, personalisation_visitor, greatest(personalisation_event, mark) as id, policy, purposes, path,
      language, product, product_name, category, query, quantity, value, currency
    from file(${path}, 'JSONEachRow', 't LowCardinality(String), n UInt32, mark UInt64, day Date,
      name LowCardinality(String), personalisation_visitor UInt64, personalisation_event UInt64,
      policy LowCardinality(String), purposes LowCardinality(String), path LowCardinality(String),
      language LowCardinality(String), product LowCardinality(String),
      product_name LowCardinality(String), category LowCardinality(String),
      query LowCardinality(String), quantity UInt32, value Float64,
      currency LowCardinality(String)')
    where t = 'personalisation' and (id = 0 or id not in (
      select personalisation_event from collect.personalisation where day >= toDate(${since})))
    limit 1 by id, if(id = 0, n + 1, 0)
    settings insert_deduplication_token = ${token}, input_format_skip_unknown_fields = 1,
      max_insert_threads = 1, max_block_size = 10000000, max_insert_block_size = 10000000,
      min_insert_block_size_rows = 10000000, min_insert_block_size_bytes = 0`,
  marketing: (path, since, token) => ch`
    insert into collect.marketing (day, name, marketing_visitor, marketing_event, policy,
      purposes, campaign, path, referrer, product, product_name, category, quantity, value,
      currency)
    select day, name, marketing_visitor, greatest(marketing_event, mark) as id, policy, purposes, campaign, path,
      referrer, product, product_name, category, quantity, value, currency
    from file(${path}, 'JSONEachRow', 't LowCardinality(String), n UInt32, mark UInt64, day Date,
      name LowCardinality(String), marketing_visitor UInt64, marketing_event UInt64,
      policy LowCardinality(String), purposes LowCardinality(String),
      campaign LowCardinality(String), path LowCardinality(String),
      referrer LowCardinality(String), product LowCardinality(String),
      product_name LowCardinality(String), category LowCardinality(String), quantity UInt32,
      value Float64, currency LowCardinality(String)')
    where t = 'marketing' and (id = 0 or id not in (
      select marketing_event from collect.marketing where day >= toDate(${since})))
    limit 1 by id, if(id = 0, n + 1, 0)
    settings insert_deduplication_token = ${token}, input_format_skip_unknown_fields = 1,
      max_insert_threads = 1, max_block_size = 10000000, max_insert_block_size = 10000000,
      min_insert_block_size_rows = 10000000, min_insert_block_size_bytes = 0`,
  refusals: (path, _since, token) => ch`
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
}

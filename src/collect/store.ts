import { dayOf, type Moment, momentOf } from '../base/time.ts'
import type { PurposeGroup } from '../consent/wire.ts'
import { ch, type Ch, type ChStatement } from '../platform/clickhouse.ts'
import type { Table } from './lines.ts'

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

/** Erases a visitor's events of one group at once; the keys are decimal text. */
export async function eraseVisitor(store: Ch, group: PurposeGroup, visitor: string): Promise<void> {
  await store.run(ERASES[group](visitor))
}

/** Events of a visitor in one group: how many, from which day to which. */
export async function aboutVisitor(
  store: Ch,
  group: PurposeGroup,
  visitor: string,
): Promise<{ readonly events: number; readonly firstDay: string; readonly lastDay: string }> {
  const [row] = await store.rows<{ events: string; first_day: string; last_day: string }>(
    COUNTS[group](visitor),
  )
  return {
    events: Number(row?.events ?? 0),
    firstDay: row?.first_day ?? '',
    lastDay: row?.last_day ?? '',
  }
}

/** A visitor's latest rows of one group, newest first, without any key. */
export function recentOfVisitor(
  store: Ch,
  group: PurposeGroup,
  visitor: string,
): Promise<Record<string, unknown>[]> {
  return store.rows(RECENT[group](visitor))
}

/** Rows in one table. */
export async function rowsIn(store: Ch, table: Table): Promise<number> {
  const [row] = await store.rows<{ rows: string }>(ROWS[table])
  return Number(row?.rows ?? 0)
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
      analytics_event, policy, purposes, path, title, referrer, language, device, browser, os, visible_seconds, link_kind,
      link_target, product, product_name, category, query, results, quantity, value, currency,
      campaign
    from file(${path}, 'JSONEachRow', 't LowCardinality(String), n UInt32, day Date,
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
    where t = 'analytics' and (analytics_event = 0 or analytics_event not in (
      select analytics_event from collect.analytics where day >= toDate(${since})))
    limit 1 by analytics_event, if(analytics_event = 0, n + 1, 0)
    settings insert_deduplication_token = ${token}, input_format_skip_unknown_fields = 1,
      max_insert_threads = 1, max_block_size = 10000000, max_insert_block_size = 10000000,
      min_insert_block_size_rows = 10000000, min_insert_block_size_bytes = 0`,
  personalisation: (path, since, token) => ch`
    insert into collect.personalisation (day, name, personalisation_visitor,
      personalisation_event, policy, purposes, path, language, product, product_name, category,
      query, quantity, value, currency)
    select day, name, personalisation_visitor, personalisation_event, policy, purposes, path,
      language, product, product_name, category, query, quantity, value, currency
    from file(${path}, 'JSONEachRow', 't LowCardinality(String), n UInt32, day Date,
      name LowCardinality(String), personalisation_visitor UInt64, personalisation_event UInt64,
      policy LowCardinality(String), purposes LowCardinality(String), path LowCardinality(String),
      language LowCardinality(String), product LowCardinality(String),
      product_name LowCardinality(String), category LowCardinality(String),
      query LowCardinality(String), quantity UInt32, value Float64,
      currency LowCardinality(String)')
    where t = 'personalisation' and (personalisation_event = 0 or personalisation_event not in (
      select personalisation_event from collect.personalisation where day >= toDate(${since})))
    limit 1 by personalisation_event, if(personalisation_event = 0, n + 1, 0)
    settings insert_deduplication_token = ${token}, input_format_skip_unknown_fields = 1,
      max_insert_threads = 1, max_block_size = 10000000, max_insert_block_size = 10000000,
      min_insert_block_size_rows = 10000000, min_insert_block_size_bytes = 0`,
  marketing: (path, since, token) => ch`
    insert into collect.marketing (day, name, marketing_visitor, marketing_event, policy,
      purposes, campaign, path, referrer, product, product_name, category, quantity, value,
      currency)
    select day, name, marketing_visitor, marketing_event, policy, purposes, campaign, path,
      referrer, product, product_name, category, quantity, value, currency
    from file(${path}, 'JSONEachRow', 't LowCardinality(String), n UInt32, day Date,
      name LowCardinality(String), marketing_visitor UInt64, marketing_event UInt64,
      policy LowCardinality(String), purposes LowCardinality(String),
      campaign LowCardinality(String), path LowCardinality(String),
      referrer LowCardinality(String), product LowCardinality(String),
      product_name LowCardinality(String), category LowCardinality(String), quantity UInt32,
      value Float64, currency LowCardinality(String)')
    where t = 'marketing' and (marketing_event = 0 or marketing_event not in (
      select marketing_event from collect.marketing where day >= toDate(${since})))
    limit 1 by marketing_event, if(marketing_event = 0, n + 1, 0)
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

// Patch parts: the rows are gone from every answer within milliseconds, and from disk at the next
// merge.
const ERASES: Readonly<Record<PurposeGroup, (visitor: string) => ChStatement>> = {
  personalisation: visitor => ch`
    delete from collect.personalisation where personalisation_visitor = toUInt64(${visitor})
    settings lightweight_delete_mode = 'lightweight_update'`,
  analytics: visitor => ch`
    delete from collect.analytics where analytics_visitor = toUInt64(${visitor})
    settings lightweight_delete_mode = 'lightweight_update'`,
  marketing: visitor => ch`
    delete from collect.marketing where marketing_visitor = toUInt64(${visitor})
    settings lightweight_delete_mode = 'lightweight_update'`,
}

const COUNTS: Readonly<Record<PurposeGroup, (visitor: string) => ChStatement>> = {
  personalisation: visitor => ch`
    select count() as events, if(events = 0, '', toString(min(day))) as first_day,
      if(events = 0, '', toString(max(day))) as last_day
    from collect.personalisation where personalisation_visitor = toUInt64(${visitor})`,
  analytics: visitor => ch`
    select count() as events, if(events = 0, '', toString(min(day))) as first_day,
      if(events = 0, '', toString(max(day))) as last_day
    from collect.analytics where analytics_visitor = toUInt64(${visitor})`,
  marketing: visitor => ch`
    select count() as events, if(events = 0, '', toString(min(day))) as first_day,
      if(events = 0, '', toString(max(day))) as last_day
    from collect.marketing where marketing_visitor = toUInt64(${visitor})`,
}

const RECENT: Readonly<Record<PurposeGroup, (visitor: string) => ChStatement>> = {
  personalisation: visitor => ch`
    select * except (personalisation_visitor, personalisation_event, policy)
    from collect.personalisation where personalisation_visitor = toUInt64(${visitor})
    order by day desc, name, product, path limit ${RECENT_MAX}`,
  analytics: visitor => ch`
    select * except (analytics_visitor, analytics_visit, analytics_event, policy, day)
    from collect.analytics where analytics_visitor = toUInt64(${visitor})
    order by at desc, name, path limit ${RECENT_MAX}`,
  marketing: visitor => ch`
    select * except (marketing_visitor, marketing_event, policy)
    from collect.marketing where marketing_visitor = toUInt64(${visitor})
    order by day desc, name, product, campaign limit ${RECENT_MAX}`,
}

const ROWS: Readonly<Record<Table, ChStatement>> = {
  personalisation: ch`select count() as rows from collect.personalisation`,
  analytics: ch`select count() as rows from collect.analytics`,
  marketing: ch`select count() as rows from collect.marketing`,
  refusals: ch`select sum(count) as rows from collect.refusals`,
}

/** Days of one group before `before`, oldest first: what has outlived its time. */
export async function daysBefore(
  store: Ch,
  group: PurposeGroup,
  before: Moment,
): Promise<readonly string[]> {
  const rows = await store.rows<{ of_day: string }>(OLD_DAYS[group](dayOf(before)))
  return rows.map(row => row.of_day)
}

/** Erases whole days of one group; answers how many events that were. */
export async function eraseDays(
  store: Ch,
  group: PurposeGroup,
  days: readonly string[],
): Promise<number> {
  const [row] = await store.rows<{ events: string }>(COUNT_DAYS[group](days))
  await store.run(ERASE_DAYS[group](days))
  return Number(row?.events ?? 0)
}

const OLD_DAYS: Readonly<Record<PurposeGroup, (before: string) => ChStatement>> = {
  personalisation: before => ch`
    select distinct toString(day) as of_day from collect.personalisation
    where day < toDate(${before}) order by of_day limit ${SWEEP_MAX}`,
  analytics: before => ch`
    select distinct toString(day) as of_day from collect.analytics
    where day < toDate(${before}) order by of_day limit ${SWEEP_MAX}`,
  marketing: before => ch`
    select distinct toString(day) as of_day from collect.marketing
    where day < toDate(${before}) order by of_day limit ${SWEEP_MAX}`,
}

const COUNT_DAYS: Readonly<Record<PurposeGroup, (days: readonly string[]) => ChStatement>> = {
  personalisation: days => ch`
    select count() as events from collect.personalisation where has(${days}, toString(day))`,
  analytics: days => ch`
    select count() as events from collect.analytics where has(${days}, toString(day))`,
  marketing: days => ch`
    select count() as events from collect.marketing where has(${days}, toString(day))`,
}

const ERASE_DAYS: Readonly<Record<PurposeGroup, (days: readonly string[]) => ChStatement>> = {
  personalisation: days => ch`
    delete from collect.personalisation where has(${days}, toString(day))
    settings lightweight_delete_mode = 'lightweight_update'`,
  analytics: days => ch`
    delete from collect.analytics where has(${days}, toString(day))
    settings lightweight_delete_mode = 'lightweight_update'`,
  marketing: days => ch`
    delete from collect.marketing where has(${days}, toString(day))
    settings lightweight_delete_mode = 'lightweight_update'`,
}

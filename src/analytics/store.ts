import { ch, type Ch } from '../platform/clickhouse.ts'
import { sql, type Db } from '../platform/postgres.ts'
import type { Period } from './period.ts'
import type { Reading } from './reading.ts'
import { ROWS_MAX, type ChoiceDay, type Named, type RefusalRow } from './wire.ts'

const MOST_CURRENCIES = 20

/** Visits and page views of each day that has any. A visit over midnight counts on both days. */
export async function viewsByDay(
  events: Ch,
  { from, to }: Period,
  { purpose }: Reading,
): Promise<{ day: string; visits: number; views: number }[]> {
  const rows = await events.rows<{ date: string; visits: string; views: string }>(ch`
    select toString(day) as date, uniqExactIf(visit, visit != 0) as visits, count() as views
      from collect.for_analytics
     where day between toDate(${from}) and toDate(${to}) and name = 'page_view'
       and has(splitByChar(',', purposes), ${purpose})
     group by day order by day`)
  return rows.map(row => ({ day: row.date, visits: +row.visits, views: +row.views }))
}

/** Distinct visits and page views of a whole period. */
export async function viewTotals(
  events: Ch,
  { from, to }: Period,
  { purpose }: Reading,
): Promise<{ visits: number; views: number }> {
  const [row] = await events.rows<{ visits: string; views: string }>(ch`
    select uniqExactIf(visit, visit != 0) as visits, count() as views
      from collect.for_analytics
     where day between toDate(${from}) and toDate(${to}) and name = 'page_view'
       and has(splitByChar(',', purposes), ${purpose})`)
  return { visits: +(row?.visits ?? 0), views: +(row?.views ?? 0) }
}

/** Middle value of the seconds pages were visible; between two middle ones, their mean. */
export async function visibleMedian(
  events: Ch,
  { from, to }: Period,
  { purpose }: Reading,
): Promise<number | undefined> {
  const [row] = await events.rows<{ middle: number; measured: string }>(ch`
    select quantileExactInclusive(0.5)(visible_seconds) as middle, count() as measured
      from collect.for_analytics
     where day between toDate(${from}) and toDate(${to}) and name = 'page_leave'
       and has(splitByChar(',', purposes), ${purpose})`)
  return row && +row.measured > 0 ? row.middle : undefined
}

/** Pages by views; the title is the newest one seen, where titles may be read. */
export async function topPages(
  events: Ch,
  { from, to }: Period,
  reading: Reading,
): Promise<{ path: string; title: string; visits: number; views: number }[]> {
  const titles = reading.declares('page_view', 'title')
  const rows = await events.rows<{
    path: string
    newest: string
    visits: string
    views: string
  }>(ch`
    select path, if(${titles}, argMax(title, (at, title)), '') as newest,
           uniqExactIf(visit, visit != 0) as visits, count() as views
      from collect.for_analytics
     where day between toDate(${from}) and toDate(${to}) and name = 'page_view'
       and has(splitByChar(',', purposes), ${reading.purpose})
     group by path order by views desc, visits desc, path limit ${ROWS_MAX}`)
  return rows.map(row => ({
    path: row.path,
    title: row.newest,
    visits: +row.visits,
    views: +row.views,
  }))
}

/** Where visits came from: the referrer of each visit's first page view; '' for none. */
export async function topReferrers(
  events: Ch,
  { from, to }: Period,
  { purpose }: Reading,
): Promise<Named[]> {
  const rows = await events.rows<NamedRow>(ch`
    select entry as value, count() as visits, sum(seen) as views
      from (select argMin(referrer, (at, referrer)) as entry, count() as seen
              from collect.for_analytics
             where day between toDate(${from}) and toDate(${to}) and name = 'page_view'
               and visit != 0 and has(splitByChar(',', purposes), ${purpose})
             group by visit)
     group by entry order by visits desc, views desc, entry limit ${ROWS_MAX}`)
  return rows.map(namedOf)
}

/** Values of what a browser says of itself, by visits. */
export async function topAgents(
  events: Ch,
  { from, to }: Period,
  { purpose }: Reading,
  field: 'device' | 'browser' | 'language',
): Promise<Named[]> {
  const rows = await events.rows<NamedRow>(ch`
    select multiIf(${field} = 'device', device, ${field} = 'browser', browser, language) as value,
           uniqExactIf(visit, visit != 0) as visits, count() as views
      from collect.for_analytics
     where day between toDate(${from}) and toDate(${to}) and name = 'page_view'
       and has(splitByChar(',', purposes), ${purpose})
     group by value order by visits desc, views desc, value limit ${ROWS_MAX}`)
  return rows.map(namedOf)
}

type ProductEvent = 'product_view' | 'cart_add' | 'purchase' | 'refund'

/** Products by money less refunds, then units, then views; money only of one currency. */
export async function topProducts(
  events: Ch,
  { from, to }: Period,
  { purpose }: Reading,
  reads: {
    readonly names: readonly ProductEvent[]
    readonly titles: boolean
    readonly money: boolean
    readonly quantities: boolean
    readonly currency: string
  },
): Promise<
  {
    product: string
    name: string
    views: number
    carts: number
    units: number
    revenue: number
  }[]
> {
  const rows = await events.rows<{
    product: string
    title: string
    views: string
    carts: string
    units: string
    revenue: number
  }>(ch`
    select product, argMaxIf(product_name, (at, product_name), product_name != '' and ${reads.titles}) as title,
           countIf(name = 'product_view') as views, countIf(name = 'cart_add') as carts,
           sumIf(if(${reads.quantities}, greatest(quantity, 1), 1), name = 'purchase') as units,
           sumIf(if(name = 'refund', -value, value), name in ('purchase', 'refund')
             and currency = ${reads.currency} and ${reads.money}) as revenue
      from collect.for_analytics
     where day between toDate(${from}) and toDate(${to}) and product != ''
       and has(${reads.names}, name)
       and has(splitByChar(',', purposes), ${purpose})
     group by product order by revenue desc, units desc, views desc, product limit ${ROWS_MAX}`)
  return rows.map(row => ({
    product: row.product,
    name: row.title,
    views: +row.views,
    carts: +row.carts,
    units: +row.units,
    revenue: row.revenue,
  }))
}

/** What was searched for, and how often nothing was found. */
export async function topSearches(
  events: Ch,
  { from, to }: Period,
  reading: Reading,
): Promise<{ query: string; searches: number; empty: number }[]> {
  const counted = reading.declares('search', 'results')
  const rows = await events.rows<{ query: string; searches: string; empty: string }>(ch`
    select query, count() as searches, countIf(results = 0 and ${counted}) as empty
      from collect.for_analytics
     where day between toDate(${from}) and toDate(${to}) and name = 'search' and query != ''
       and has(splitByChar(',', purposes), ${reading.purpose})
     group by query order by searches desc, query limit ${ROWS_MAX}`)
  return rows.map(row => ({ query: row.query, searches: +row.searches, empty: +row.empty }))
}

/** Sales by currency, the one with most purchases first; a refund counts on the day it was made. */
export async function salesByCurrency(
  events: Ch,
  { from, to }: Period,
  reading: Reading,
): Promise<{ currency: string; buyingVisits: number; units: number; revenue: number }[]> {
  const counted = reading.declares('purchase', 'quantity')
  const repaid = reading.declares('refund', 'value', 'currency')
  const rows = await events.rows<{
    currency: string
    buying: string
    units: string
    revenue: number
  }>(ch`
    select currency, uniqExactIf(visit, visit != 0 and name = 'purchase') as buying,
           sumIf(if(${counted}, greatest(quantity, 1), 1), name = 'purchase') as units,
           sum(if(name = 'refund', -value, value)) as revenue
      from collect.for_analytics
     where day between toDate(${from}) and toDate(${to})
       and (name = 'purchase' or name = 'refund' and ${repaid})
       and has(splitByChar(',', purposes), ${reading.purpose})
     group by currency
     order by countIf(name = 'purchase') desc, currency limit ${MOST_CURRENCIES}`)
  return rows.map(row => ({
    currency: row.currency,
    buyingVisits: +row.buying,
    units: +row.units,
    revenue: row.revenue,
  }))
}

/** Visits in which something was bought, in whatever currency. */
export async function buyingVisits(
  events: Ch,
  { from, to }: Period,
  { purpose }: Reading,
): Promise<number> {
  const [row] = await events.rows<{ buying: string }>(ch`
    select uniqExactIf(visit, visit != 0) as buying
      from collect.for_analytics
     where day between toDate(${from}) and toDate(${to}) and name = 'purchase'
       and has(splitByChar(',', purposes), ${purpose})`)
  return +(row?.buying ?? 0)
}

/** Whether any event or refusal of the period was made up for a demonstration. */
export async function isMadeUp(events: Ch, { from, to }: Period): Promise<boolean> {
  const rows = await events.rows(ch`
    select 1 as found from collect.for_analytics
     where day between toDate(${from}) and toDate(${to}) and policy = 'made-up' limit 1
    union all
    select 1 as found from collect.for_analytics_refusals
     where day between toDate(${from}) and toDate(${to}) and policy = 'made-up' limit 1`)
  return rows.length > 0
}

/** Whether any answer of the period was made up for a demonstration. */
export async function hasMadeUpChoices(db: Db, { from, to }: Period): Promise<boolean> {
  const rows = await db.rows(sql`
    select day from consent.for_analytics
     where day between ${from}::date and ${to}::date and via = 'made-up' limit 1`)
  return rows.length > 0
}

/** What was refused, by rule, most first. */
export async function topRefusals(events: Ch, { from, to }: Period): Promise<RefusalRow[]> {
  const rows = await events.rows<
    Omit<RefusalRow, 'count' | 'line'> & { line: number; times: string }
  >(
    ch`
    select purpose, reason, what, line, sum(refused) as times
      from collect.for_analytics_refusals
     where day between toDate(${from}) and toDate(${to})
     group by purpose, reason, what, line
     order by times desc, purpose, reason, what, line limit ${ROWS_MAX}`,
  )
  return rows.map(({ times, ...row }) => ({ ...row, count: +times }))
}

/** How much was refused in all. */
export async function refusedTotal(events: Ch, { from, to }: Period): Promise<number> {
  const [row] = await events.rows<{ times: string }>(ch`
    select sum(refused) as times from collect.for_analytics_refusals
     where day between toDate(${from}) and toDate(${to})`)
  return +(row?.times ?? 0)
}

/** Kinds of refusals of a period with the version whose rule it was, most frequent first. */
export async function refusalKinds(
  events: Ch,
  { from, to }: Period,
  limit: number,
): Promise<(RefusalRow & { version: string })[]> {
  const rows = await events.rows<
    Omit<RefusalRow, 'count' | 'line'> & { line: number; version: string; times: string }
  >(ch`
    select purpose, reason, what, line, policy as version, sum(refused) as times
      from collect.for_analytics_refusals
     where day between toDate(${from}) and toDate(${to})
     group by purpose, reason, what, line, policy
     order by times desc, purpose, reason, what, line, policy limit ${limit}`)
  return rows.map(({ times, ...row }) => ({ ...row, count: +times }))
}

/** How much was refused on each day that has any. */
export async function refusalsByDay(
  events: Ch,
  { from, to }: Period,
): Promise<{ day: string; count: number }[]> {
  const rows = await events.rows<{ date: string; times: string }>(ch`
    select toString(day) as date, sum(refused) as times from collect.for_analytics_refusals
     where day between toDate(${from}) and toDate(${to}) group by day order by day`)
  return rows.map(row => ({ day: row.date, count: +row.times }))
}

/** Every count of a period, day by day, in one fixed order. */
export async function refusalsOfDays(
  events: Ch,
  { from, to }: Period,
  limit: number,
): Promise<(RefusalRow & { day: string; version: string })[]> {
  const rows = await events.rows<
    Omit<RefusalRow, 'count' | 'line'> & {
      date: string
      line: number
      version: string
      times: string
    }
  >(ch`
    select toString(day) as date, purpose, reason, what, line, policy as version,
           sum(refused) as times
      from collect.for_analytics_refusals
     where day between toDate(${from}) and toDate(${to})
     group by day, purpose, reason, what, line, policy
     order by day, purpose, reason, what, line, version limit ${limit}`)
  return rows.map(({ times, date, ...row }) => ({ ...row, day: date, count: +times }))
}

/** Answers to the question of consent, by day and outcome. */
export async function choicesByDay(db: Db, { from, to }: Period): Promise<ChoiceDay[]> {
  const rows = await db.rows<{ day: string; all: string; some: string; none: string }>(sql`
    select to_char(day, 'YYYY-MM-DD') as day,
           coalesce(sum(choices) filter (where outcome = 'all'), 0) as all,
           coalesce(sum(choices) filter (where outcome = 'some'), 0) as some,
           coalesce(sum(choices) filter (where outcome = 'none'), 0) as none
      from consent.for_analytics
     where day between ${from}::date and ${to}::date
     group by day order by day`)
  return rows.map(row => ({ day: row.day, all: +row.all, some: +row.some, none: +row.none }))
}

type NamedRow = { value: string; visits: string; views: string }

function namedOf(row: NamedRow): Named {
  return { name: row.value, visits: +row.visits, views: +row.views }
}

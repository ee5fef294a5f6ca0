import type { Platform } from '../platform/index.ts'
import type { Policy } from '../policy/index.ts'
import { daysOf, periodBefore, type Period } from './period.ts'
import type { Reading } from './reading.ts'
import {
  buyingVisits,
  choicesByDay,
  hasMadeUpChoices,
  isMadeUp,
  refusedTotal,
  salesByCurrency,
  topAgents,
  topPages,
  topProducts,
  topReferrers,
  topRefusals,
  topSearches,
  viewsByDay,
  viewTotals,
  visibleMedian,
} from './store.ts'
import { PARTS, type Overview, type Part, type Totals } from './wire.ts'

/** The overview of a period for one purpose: only fields that the purpose declares are read. */
export async function overview(
  { ch, db }: Pick<Platform, 'ch' | 'db'>,
  policy: Policy,
  reading: Reading,
  period: Period,
): Promise<Overview> {
  const before = periodBefore(period)
  const may = partsOf(reading)
  const both = { ...period, from: before.from }
  const sold = may.sales ? await salesByCurrency(ch, both, reading) : []
  const currency = sold[0]?.currency ?? ''
  const visits = await visitsOf({ ch, db }, reading, period)
  const [totals, previous, products, searches, sales, refusals, events, answers] =
    await Promise.all([
      totalsOf({ ch, db }, reading, period, currency),
      totalsOf({ ch, db }, reading, before, currency),
      may.products ? productsOf(ch, reading, period, currency) : [],
      may.searches ? topSearches(ch, period, reading) : [],
      may.sales ? salesByCurrency(ch, period, reading) : [],
      topRefusals(ch, period),
      isMadeUp(ch, both),
      hasMadeUpChoices(db, both),
    ])
  return {
    from: period.from,
    to: period.to,
    previousFrom: before.from,
    previousTo: before.to,
    timeZone: 'UTC',
    purpose: reading.purpose,
    policy: policy.label,
    madeUp: events || answers,
    currency,
    undeclared: PARTS.filter(part => !may[part]),
    totals,
    previous,
    ...visits,
    products,
    searches,
    sales: sales.map(row => ({ ...row, revenue: cents(row.revenue) })),
    refusals,
  }
}

/** What visits say: by day, by page, by where they came from and on what. */
async function visitsOf(
  { ch, db }: Pick<Platform, 'ch' | 'db'>,
  reading: Reading,
  period: Period,
): Promise<
  Pick<Overview, 'days' | 'choices' | 'pages' | 'referrers' | 'devices' | 'browsers' | 'languages'>
> {
  const may = partsOf(reading)
  const agents = (part: Part, field: 'device' | 'browser' | 'language') =>
    may[part] ? topAgents(ch, period, reading, field) : []
  const [days, choices, pages, referrers, devices, browsers, languages] = await Promise.all([
    may.views ? viewsByDay(ch, period, reading) : [],
    choicesByDay(db, period),
    may.pages ? topPages(ch, period, reading) : [],
    may.referrers ? topReferrers(ch, period, reading) : [],
    agents('devices', 'device'),
    agents('browsers', 'browser'),
    agents('languages', 'language'),
  ])
  return {
    days: daysOf(period).map(day => days.find(one => one.day === day) ?? quietDay(day)),
    ...{ choices, pages, referrers, devices, browsers, languages },
  }
}

function quietDay(day: string) {
  return { day, visits: 0, views: 0 }
}

async function productsOf(
  ch: Platform['ch'],
  reading: Reading,
  period: Period,
  currency: string,
): Promise<Overview['products']> {
  const names = (['product_view', 'cart_add', 'purchase', 'refund'] as const).filter(name =>
    name === 'refund'
      ? reading.declares(name, 'product', 'value', 'currency')
      : reading.declares(name, 'product'),
  )
  const rows = await topProducts(ch, period, reading, {
    names,
    titles: reading.declares('product_view', 'product_name'),
    quantities: reading.declares('purchase', 'quantity'),
    money: reading.declares('purchase', 'value', 'currency'),
    currency,
  })
  return rows.map(row => ({ ...row, revenue: cents(row.revenue) }))
}

async function totalsOf(
  { ch, db }: Pick<Platform, 'ch' | 'db'>,
  reading: Reading,
  period: Period,
  currency: string,
): Promise<Totals> {
  const may = partsOf(reading)
  const [views, visible, buying, sales, choices, refused] = await Promise.all([
    may.views ? viewTotals(ch, period, reading) : { visits: 0, views: 0 },
    may.visible ? visibleMedian(ch, period, reading) : undefined,
    may.sales ? buyingVisits(ch, period, reading) : 0,
    may.sales ? salesByCurrency(ch, period, reading) : [],
    choicesByDay(db, period),
    refusedTotal(ch, period),
  ])
  return {
    ...views,
    visibleSeconds: visible === undefined ? null : Math.round(visible),
    buyingVisits: buying,
    revenue: cents(sales.find(row => row.currency === currency)?.revenue ?? 0),
    choices: choices.reduce((sum, { all, some, none }) => sum + all + some + none, 0),
    refused,
  }
}

function partsOf(reading: Reading): Readonly<Record<Part, boolean>> {
  return {
    views: reading.declares('page_view'),
    visible: reading.declares('page_leave', 'visible_seconds'),
    pages: reading.declares('page_view', 'path'),
    referrers: reading.declares('page_view', 'referrer'),
    devices: reading.declares('page_view', 'device'),
    browsers: reading.declares('page_view', 'browser'),
    languages: reading.declares('page_view', 'language'),
    products:
      reading.declares('product_view', 'product') || reading.declares('purchase', 'product'),
    searches: reading.declares('search', 'query'),
    sales: reading.declares('purchase', 'value', 'currency'),
  }
}

/** Half up, also below zero, where more was paid back than bought. */
function cents(money: number): number {
  return Math.round(Number((money * 100).toFixed(6))) / 100
}

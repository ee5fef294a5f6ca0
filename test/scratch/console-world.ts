import { mkdtempSync, rmSync } from 'node:fs'
import { openAnalytics } from '../../src/analytics/index.ts'
import { openAudit } from '../../src/audit/index.ts'
import { dayOf, momentOf } from '../../src/base/time.ts'
import { openHttp } from '../../src/platform/http.ts'
import { sql } from '../../src/platform/postgres.ts'
import type { Policy } from '../../src/policy/index.ts'
import { consoleRoutes, openStaff } from '../../src/staff/index.ts'
import { scratch, type Scratch } from './index.ts'

const DAY_MS = 86_400_000

/** The console over its own slices on real databases, with nothing in them yet. */
export type ConsoleWorld = AsyncDisposable & {
  readonly origin: string
  readonly setupLink: string
  readonly world: Scratch
  /** Today's date, by the clock of this machine: the browser's own clock counts periods. */
  readonly today: string
  setPolicy(policy: Policy): void
}

/** Builds the console, opens everything and listens on a free port. */
export async function consoleWorld(): Promise<ConsoleWorld> {
  const dist = mkdtempSync('/tmp/lupaus-console-')
  // @ts-expect-error The build script is plain JavaScript.
  const { buildConsole } = await import('../../console/build.mjs')
  await buildConsole(dist)
  const now = momentOf(Date.now())
  const world = await scratch(new Date(now).toISOString())
  for (const slice of ['audit', 'consent', 'staff', 'collect']) await world.migrate(slice)
  const { platform } = world
  let policy = shopPolicy()
  const audit = openAudit(platform.db, platform.clock)
  const staff = await openStaff({ platform, audit })
  const analytics = openAnalytics({ platform, policy: () => policy, audit, staff })
  const http = await openHttp({ trustProxy: false })
  for (const routes of [staff.routes, analytics.routes, consoleRoutes(dist, platform.chance)])
    routes(http)
  const origin = await http.listen({ port: 0, host: '127.0.0.1' })
  return {
    origin,
    world,
    today: dayOf(now),
    setupLink: (await staff.setupLink(origin)) ?? '',
    setPolicy: next => void (policy = next),
    async [Symbol.asyncDispose]() {
      await http.close()
      await world[Symbol.asyncDispose]()
      rmSync(dist, { recursive: true, force: true })
    },
  }
}

/** A policy that declares every field the overview reads. */
export function shopPolicy(aims: readonly string[] = ['site-usage', 'sales']): Policy {
  const events = {
    page_view: ['path', 'title', 'referrer', 'language', 'device', 'browser', 'os'],
    page_leave: ['path', 'visible_seconds'],
    product_view: ['product', 'product_name'],
    cart_add: ['product', 'quantity'],
    purchase: ['product', 'quantity', 'value', 'currency'],
    search: ['query', 'results'],
  }
  const collects = Object.entries(events).map(([event, fields]) => ({ event, fields }))
  const id = 'analytics'
  const purpose = { id, category: 'analytics', basis: 'consent', aims, services: [], collects }
  const rules = { version: 'x', trackers: [], purposes: { [id]: { id } } }
  return { label: '2026-11-22', version: 'x', purposes: [purpose], rules } as unknown as Policy
}

const PAGES = ['/', '/tuotteet', '/tuote/kettu', '/tuote/villapipo', '/kori', '/tietoa-meista']
const PRODUCTS = [
  ['kettu', 'Pehmokettu', 29.9],
  ['villapipo', 'Villapipo, raidallinen', 24.5],
  ['palapeli', 'Palapeli: metsän eläimet', 18],
  ['sadetakki', 'Sadetakki, sinappi', 49.9],
] as const
const AGENTS = [
  ['mobile', 'Chrome', 'fi'],
  ['mobile', 'Safari', 'sv'],
  ['desktop', 'Firefox', 'fi'],
  ['tablet', 'Safari', 'en'],
] as const
const REFERRERS = ['', '', 'haku.example', 'uutiset.example', 'vanhempien-lehti.example']

/** Sixty days whose sums are known: day n of the last thirty has 10 + n % 5 visits of three views. */
export async function fill({ world, today }: ConsoleWorld, version = 'a1'): Promise<void> {
  const rows: object[] = []
  const end = Date.parse(today)
  for (let back = 59; back >= 0; back--) {
    const day = new Date(end - back * DAY_MS).toISOString().slice(0, 10)
    const visits = back < 30 ? 10 + (back % 5) : 6
    for (let n = 0; n < visits; n++) rows.push(...visit(day, back * 100 + n + 1, n, version))
  }
  const { ch, chance, db } = world.platform
  const settings = "insert_deduplication_token='fill', input_format_skip_unknown_fields=0"
  const lines = rows.map(row => JSON.stringify(row)).join('\n')
  await ch.run({
    text: `insert into collect.analytics settings ${settings} format JSONEachRow ${lines}`,
    values: {},
  })
  await ch.run({
    text: `insert into collect.refusals settings insert_deduplication_token='no' values
      ('${today}', 'analytics', 'no-consent', 66, '${version}', 'page_view', 1240),
      ('${today}', 'marketing', 'objected', 98, '${version}', 'product_view', 320),
      ('${today}', 'analytics', 'field-not-declared', 66, '${version}', 'page_view.campaign', 41),
      ('${today}', '', 'event-not-declared', 0, '${version}', 'undeclared', 17),
      ('${today}', '', 'bot', 0, '${version}', 'page_view', 230)`,
    values: {},
  })
  for (let back = 29; back >= 0; back--)
    for (const [i, granted] of [['analytics', 'marketing'], ['analytics'], [], []].entries()) {
      const id = chance.uuid()
      const at = new Date(end - back * DAY_MS + i * 1000).toISOString()
      const refused = ['analytics', 'marketing'].filter(one => !granted.includes(one))
      await db.rows(sql`
        insert into consent.choices (choice_id, at, version, lang, words, granted, refused,
          signals, via, receipt_id, lapses_at)
        values (${id}, ${at}, 'v', 'fi', 'w', ${granted}, ${refused}, '{}', 'banner',
                ${granted.length > 0 ? id : null}, '2099-01-01')`)
    }
}

function visit(day: string, id: number, n: number, version: string): object[] {
  const [device, browser, language] = AGENTS[n % AGENTS.length] ?? AGENTS[0]
  const [product, name, price] = PRODUCTS[n % PRODUCTS.length] ?? PRODUCTS[0]
  const stamp = { day, analytics_visit: id, policy: version, purposes: 'analytics' }
  const at = (second: number) => `${day} 10:00:${String(second).padStart(2, '0')}`
  const agent = { device, browser, language, referrer: REFERRERS[n % REFERRERS.length] }
  const views = [0, 1, 2].map(i => ({
    ...stamp,
    ...agent,
    at: at(i),
    name: 'page_view',
    path: PAGES[(n + i) % PAGES.length],
  }))
  const seen = { ...stamp, at: at(3), name: 'product_view', product, product_name: name }
  const left = { ...stamp, at: at(4), name: 'page_leave', visible_seconds: 20 + n }
  const search = { ...stamp, at: at(5), name: 'search', query: 'kettu', results: 2 }
  const bought = {
    ...stamp,
    at: at(6),
    name: 'purchase',
    product,
    quantity: 1,
    value: price,
    currency: 'EUR',
  }
  return [...views, seen, left, ...(n === 0 ? [bought, search] : [])]
}

import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { demoShop } from '../demo/shop.ts'
import { systemChance } from '../src/platform/chance.ts'
import { systemClock } from '../src/platform/clock.ts'
import { type Http, openHttp } from '../src/platform/http.ts'
import type { Policy } from '../src/policy/index.ts'

/** What the tag costs a first visit; medians over pairs of visits made by turns. */
export type VisitCost = {
  /** Requests that the tag adds before anybody has chosen. */
  readonly requests: number
  /** Milliseconds for which the browser compiles and runs the tag's script, and does nothing else. */
  readonly blockingMs: number
  readonly pairs: number
  readonly without: Visit
  readonly withTag: Visit
}

/** What one visit measured; milliseconds, but for the score of layout shift and the count. */
export type Visit = {
  readonly firstPaintMs: number
  readonly largestPaintMs: number
  readonly totalBlockingMs: number
  readonly layoutShift: number
  readonly requests: number
}

const PAIRS = 21
const TRACES = 9
const SETTLED_MS = 400
const TAG = /<script src="\/lupaus\.js"[^>]*><\/script>/

/** Visits the shop's front page in Chromium with and without the tag, by turns, each time as a new visitor. */
export async function compareVisits(policy: Policy, tag: Buffer): Promise<VisitCost> {
  await using withTag = await openShop(policy, tag)
  await using without = await openShop(policy, undefined)
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ARGS })
  try {
    const seen: Record<'withTag' | 'without', Visit[]> = { withTag: [], without: [] }
    // The first pair warms the browser, and is not counted.
    for (let pair = 0; pair <= PAIRS; pair += 1) {
      const given = [
        ['without', without],
        ['withTag', withTag],
      ] as const
      for (const [name, shop] of pair % 2 === 0 ? given : given.toReversed()) {
        const visit = await visitOf(browser, shop.origin)
        if (pair > 0) seen[name].push(visit)
      }
    }
    const [bare, tagged] = [medians(seen.without), medians(seen.withTag)]
    const blocking: number[] = []
    for (let trace = 0; trace < TRACES; trace += 1) {
      blocking.push(await scriptMs(browser, withTag.origin))
    }
    const requests = tagged.requests - bare.requests
    return { requests, blockingMs: median(blocking), pairs: PAIRS, without: bare, withTag: tagged }
  } finally {
    await browser.close()
  }
}

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--host-resolver-rules=MAP * ~NOTFOUND,EXCLUDE 127.0.0.1,EXCLUDE localhost',
]

type Shop = AsyncDisposable & { readonly origin: string }

/** The shop with its tag, or with the tag's element taken out of every page. */
async function openShop(policy: Policy, tag: Buffer | undefined): Promise<Shop> {
  const http: Http = await openHttp({ trustProxy: false })
  http.addHook('onSend', async (_, __, payload) =>
    tag === undefined && typeof payload === 'string' ? payload.replace(TAG, '') : payload,
  )
  demoShop({ policy: () => policy, clock: systemClock, chance: systemChance })(http)
  http.get('/lupaus.js', (_, reply) =>
    reply.type('text/javascript; charset=utf-8').header('content-encoding', 'gzip').send(tag),
  )
  await http.listen({ port: 0, host: '127.0.0.1' })
  return { origin: `http://127.0.0.1:${portOf(http)}`, [Symbol.asyncDispose]: () => http.close() }
}

function portOf(http: Http): number {
  const address = http.server.address()
  if (address === null || typeof address === 'string') throw new Error('the shop has no port')
  return address.port
}

async function visitOf(browser: Browser, origin: string): Promise<Visit> {
  const context = await browser.newContext({ locale: 'fi-FI' })
  try {
    const page = await context.newPage()
    await page.addInitScript(WATCH)
    await page.goto(`${origin}/fi/`, { waitUntil: 'load' })
    await page.waitForTimeout(SETTLED_MS)
    return await page.evaluate<Visit>('self.seenCost()')
  } finally {
    await context.close()
  }
}

/** Told by the browser itself, as Lighthouse reads it. */
const WATCH = `
const seen = { largestPaintMs: 0, totalBlockingMs: 0, layoutShift: 0 }
const watch = (type, act) => new PerformanceObserver(list => list.getEntries().forEach(act)).observe({ type, buffered: true })
watch('largest-contentful-paint', ({ startTime }) => { seen.largestPaintMs = startTime })
watch('longtask', ({ duration }) => { seen.totalBlockingMs += Math.max(0, duration - 50) })
watch('layout-shift', ({ value, hadRecentInput }) => { if (!hadRecentInput) seen.layoutShift += value })
self.seenCost = () => ({
  firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  ...seen,
  requests: performance.getEntriesByType('resource').length,
})`

/** Milliseconds of one visit in which the main thread compiled and ran the tag's script. */
async function scriptMs(browser: Browser, origin: string): Promise<number> {
  const page: Page = await browser.newPage()
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8'] })
  await page.goto(`${origin}/fi/`, { waitUntil: 'load' })
  const trace: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse(
    String(await browser.stopTracing()),
  )
  await page.close()
  // Compiling is a part of it.
  const runs = trace.traceEvents.filter(
    ({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.endsWith('/lupaus.js'),
  )
  return runs.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000
}

type TraceEvent = {
  readonly name: string
  /** Microseconds. */
  readonly dur?: number
  readonly args?: { readonly data?: { readonly url?: string } }
}

function medians(visits: readonly Visit[]): Visit {
  const of = (key: keyof Visit) => median(visits.map(visit => visit[key]))
  return {
    firstPaintMs: of('firstPaintMs'),
    largestPaintMs: of('largestPaintMs'),
    totalBlockingMs: of('totalBlockingMs'),
    layoutShift: of('layoutShift'),
    requests: of('requests'),
  }
}

function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  return Math.round(middle * 1000) / 1000
}

async function chromiumPath(): Promise<string> {
  const given = process.env['LUPAUS_CHROMIUM'] ?? ''
  if (given !== '') return given
  // It carries the libraries that a bare Debian lacks, but unpacks them only for this runtime name.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x'
  const { default: bundled } = await import('@sparticuz/chromium')
  const unpacked = join(tmpdir(), 'chromium')
  return existsSync(unpacked) ? unpacked : bundled.executablePath()
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '../../src/base/time.ts'
import { ch } from '../../src/platform/clickhouse.ts'
import { type World, world } from '../world.ts'
import { type Between, between, type Passed } from './between.ts'
import { type Lacks, rowsOf, type Said } from './expected.ts'
import { matomoNode, matomoWeb } from './matomo.ts'
import type { Clients } from './page.ts'
import { rudderNode } from './rudder-node.ts'
import { segmentNode } from './segment-node.ts'
import { segmentReactNative } from './segment-react-native.ts'
import { shopPolicy, WEB_KEY } from './shop.ts'
import { openSite, type Site, type Visitor } from './site.ts'
import { EMAIL, PURPOSES, USER, type Visit } from './visit.ts'

let lupaus: World
let door: Between
let site: Site
beforeAll(async () => {
  lupaus = await world({ policy: shopPolicy() })
  door = await between(lupaus.url)
  site = await openSite(door.url)
})
afterAll(async () => {
  await site[Symbol.asyncDispose]()
  await door[Symbol.asyncDispose]()
  await lupaus[Symbol.asyncDispose]()
})

/** Where clients send what happened; what they ask for before is no event. */
const EVENTS = /^\/(v1\/(batch|[bptisga]|page|track|identify)$|matomo\.php)/
const TABLES = ['analytics', 'personalisation', 'marketing'] as const

type Client = {
  readonly name: string
  readonly lacks: Lacks
  readonly send: (visit: Visit) => Promise<void>
}

const SERVERS: readonly Client[] = [
  { name: 'Segment for Node', lacks: {}, send: visit => segmentNode(door.url, visit) },
  { name: 'RudderStack for Node', lacks: {}, send: visit => rudderNode(door.url, visit) },
  {
    name: 'Segment for React Native',
    lacks: { pages: true },
    send: visit => segmentReactNative(door.url, visit),
  },
  {
    name: 'Matomo for Node',
    lacks: { cart: true, productCurrency: true },
    send: visit => matomoNode(door.url, visit),
  },
]
const PAGES: readonly Client[] = [
  { name: 'Segment for the web', lacks: {}, send: inPage(page => ofSdk('segment', page)) },
  { name: 'RudderStack for the web', lacks: {}, send: inPage(page => ofSdk('rudder', page)) },
  {
    name: 'Matomo for the web',
    lacks: { cart: true, productCurrency: true },
    send: inPage(({ page }) => ({
      posts: 4,
      send: visit => matomoWeb(door.url, visit, page),
    })),
  },
]

test.for([...SERVERS, ...PAGES])(
  'with consent, $name makes the rows that every client makes',
  async ({ name, lacks, send }) => {
    const visit = await visitOf(name, 'yes')
    await send(visit)
    expectTaken(door.take())
    const expected = rowsOf(lacks)
    for (const table of TABLES) expect(await said(table), table).toEqual(sorted(expected[table]))
    expect(await visitorsToday()).toEqual([1, 1, 1])
  },
)

test.for(
  SERVERS.flatMap(one => [
    { ...one, choice: 'no' as const },
    { ...one, choice: 'nothing' as const },
  ]),
)(
  'without consent ($choice was said), nothing of $name is kept, and it is told that all is well',
  async ({ name, send, choice }) => {
    await send(await visitOf(name, choice))
    const passed = door.take()
    expectTaken(passed)
    expect(refusals(passed)).toMatch(/analytics;reason=(no-consent|withdrawn)/)
    expect(await countsToday()).toEqual([0, 0, 0])
  },
)

test.for(PAGES)(
  'without consent nothing of $name is kept, and nothing is stored on the device',
  async ({ name, send }) => {
    await send(await visitOf(name, 'no'))
    const passed = door.take()
    expectTaken(passed)
    expect(refusals(passed)).toMatch(/analytics;reason=(no-consent|withdrawn)/)
    expect(await countsToday()).toEqual([0, 0, 0])
  },
)

test('an SDK is not even loaded before a choice, and the device stays empty', async () => {
  lupaus.turn({ count: 1, unit: 'day' })
  door.take()
  await using visitor = await site.visitor()
  await visitor.page.getByRole('button', { name: 'Hyväksy kaikki', exact: true }).waitFor()
  expect(await visitor.page.evaluate(() => typeof window.clients)).toBe('undefined')
  expect(await visitor.stored()).toEqual([])
  expect(door.posts(/./)).toBe(0)
  expect(await countsToday()).toEqual([0, 0, 0])
})

test.for(['segment', 'rudder'] as const)(
  'proves: consent.withdraw what %s sent goes when the visitor takes the consent back',
  async client => {
    const visit = await visitOf(`${client}, taken back`, 'yes')
    await using visitor = await site.visitor()
    const { page } = visitor
    await visitor.press('Hyväksy kaikki')
    await page.waitForFunction(() => typeof window.clients === 'object')
    await expect.poll(() => door.posts(/^\/v1\/events$/), { timeout: 10_000 }).toBe(1)
    const { posts, send } = ofSdk(client, visitor)
    await send(visit)
    await expect.poll(() => door.posts(EVENTS), { timeout: 10_000 }).toBe(posts)
    expect(Math.min(...(await countsToday()))).toBeGreaterThan(0)
    await page.evaluate(() => window.lupaus?.refuse())
    await expect.poll(countsToday, { timeout: 10_000 }).toEqual([0, 0, 0])
  },
)

test('what a server had no room for RudderStack sends again, and it is kept once', async () => {
  const visit = await visitOf('RudderStack, again', 'yes')
  await using visitor = await site.visitor()
  await visitor.press('Hyväksy kaikki')
  await visitor.page.waitForFunction(() => typeof window.clients === 'object')
  // The tag's own events go their way first.
  await expect.poll(() => door.posts(/^\/v1\/events$/), { timeout: 10_000 }).toBe(1)
  door.fail()
  await ofSdk('rudder', visitor).send(visit)
  await expect.poll(() => door.posts(EVENTS), { timeout: 15_000 }).toBe(7)
  expect(await said('analytics')).toEqual(sorted(rowsOf({}).analytics))
})

test('loaded as its maker says and without our tag, Segment writes to the device unasked', async () => {
  await using visitor = await site.visitor('bare')
  await visitor.page.addScriptTag({ url: '/page.js' })
  await visitor.page.evaluate(at => window.clients.bySegmentsBook(at), {
    url: door.url,
    key: WEB_KEY,
  })
  // What the guide warns of, and what shows that the look at the device sees anything at all.
  expect(await visitor.stored()).toContain('cookie ajs_anonymous_id')
  door.take()
})

test('no table holds an e-mail, an id of a client, or an address of the network', async () => {
  const tables = await lupaus.rows<{ name: string }>(ch`
    select name from system.tables where database = 'collect' and engine like '%MergeTree'`)
  expect(tables.length).toBeGreaterThan(4)
  const all: string[] = []
  for (const { name } of tables)
    all.push(
      JSON.stringify(await lupaus.rows({ text: `select * from collect.${name}`, values: {} })),
    )
  const text = all.join('\n')
  expect(text).toContain('nalle-1')
  const never = [EMAIL, 'meikalainen', 'Meikäläinen', USER, 'device of', 'of-matti', '127.0.0.1']
  for (const one of never) expect(text).not.toContain(one)
})

/** A visit on a day of its own, so that its rows are told from any other's. */
async function visitOf(name: string, choice: Visit['choice']): Promise<Visit> {
  lupaus.turn({ count: 1, unit: 'day' })
  door.take()
  const receipt =
    choice === 'nothing' ? undefined : await lupaus.choose(choice === 'yes' ? PURPOSES : [])
  return { anonymousId: `device of ${name}, ${choice}`, order: `T ${name}`, choice, receipt }
}

type InPage = { readonly posts: number; readonly send: (visit: Visit) => Promise<void> }

/** The visit in a browser whose owner pressed a button of the banner. */
function inPage(of: (visitor: Visitor) => InPage): Client['send'] {
  return async visit => {
    await using visitor = await site.visitor()
    const { page } = visitor
    const agrees = visit.choice === 'yes'
    await visitor.press(agrees ? 'Hyväksy kaikki' : 'Vain välttämättömät')
    if (agrees) {
      await page.waitForFunction(() => typeof window.clients === 'object')
      // With its first event the tag gives this browser its ids.
      await expect.poll(() => door.posts(/^\/v1\/events$/), { timeout: 10_000 }).toBe(1)
    } else {
      // The page's own script loads no SDK now; somebody does so all the same.
      expect(await page.evaluate(() => typeof window.clients)).toBe('undefined')
      await page.addScriptTag({ url: '/page.js' })
    }
    const { posts, send } = of(visitor)
    await send(visit)
    await expect.poll(() => door.posts(EVENTS), { timeout: 10_000 }).toBe(posts)
    // As long as it takes the SDKs to send again what they take for lost.
    if (!agrees) await page.waitForTimeout(1_200)
    const stored = await visitor.stored()
    if (agrees) expect(stored.filter(one => !one.startsWith('cookie lupaus_'))).toEqual([])
    else expect(stored).toEqual(['cookie lupaus_choice'])
    expect([...visitor.hosts].toSorted()).toEqual(['127.0.0.1', 'pikkunalle.example'])
  }
}

function ofSdk(client: Exclude<keyof Clients, 'bySegmentsBook'>, { page }: Visitor): InPage {
  const at = { url: door.url, key: WEB_KEY }
  return {
    posts: 6,
    send: visit =>
      page.evaluate(([name, where, what]) => window.clients[name](where, what), [
        client,
        at,
        visit,
      ] as const),
  }
}

/** That every request was answered with a yes, and that nothing was sent twice. */
function expectTaken(passed: readonly Passed[]): void {
  const events = passed.filter(({ method, url }) => method !== 'OPTIONS' && EVENTS.test(url))
  expect(events.length).toBeGreaterThan(0)
  for (const { url, status, answer, headers } of events) {
    if (url.startsWith('/matomo.php')) expect([200, 204]).toContain(status)
    else expect([status, answer]).toEqual([200, '{"success":true}'])
    expect(headers['x-retry-count'] ?? headers['rsa-retry-attempt']).toBeUndefined()
  }
  const ids = events.flatMap(({ body }) => body.match(/"messageId":"[^"]+"/g) ?? [])
  expect(new Set(ids).size).toBe(ids.length)
}

function refusals(passed: readonly Passed[]): string {
  return passed.map(({ answerHeaders }) => String(answerHeaders['lupaus-refused'])).join(', ')
}

type Table = (typeof TABLES)[number]

/** Today's rows of a table, but for those of our own tag. */
async function rowsToday(table: Table): Promise<Record<string, unknown>[]> {
  const day = dayOf(lupaus.now())
  const text = `select * from collect.${table} where day = {day:Date} and source_id != ''`
  return lupaus.rows<Record<string, unknown>>({ text, values: { day } })
}

const KEYS = /^(day|at|policy|rules|source_id|vendors)$|_(visitor|visit|event|order|click)$/

async function said(table: Table): Promise<Said[]> {
  const rows = await rowsToday(table)
  return sorted(
    rows.map(row =>
      Object.fromEntries(
        Object.entries(row).filter(
          ([name, value]) => !KEYS.test(name) && value !== '' && value !== 0,
        ),
      ),
    ),
  )
}

function sorted(rows: readonly Said[]): Said[] {
  const text = (row: Said) =>
    JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return rows.toSorted((a, b) => (text(a) < text(b) ? -1 : 1))
}

/** How many visitors each table knows of today; a key of one table is none of another. */
async function visitorsToday(): Promise<number[]> {
  const keys = await Promise.all(
    TABLES.map(async table => (await rowsToday(table)).map(row => String(row[`${table}_visitor`]))),
  )
  expect(keys.flat()).not.toContain('0')
  expect(new Set(keys.flat()).size).toBe(keys.reduce((sum, own) => sum + new Set(own).size, 0))
  return keys.map(own => new Set(own).size)
}

/** Rows of each table today, our own tag's too. */
async function countsToday(): Promise<number[]> {
  const day = dayOf(lupaus.now())
  return Promise.all(
    TABLES.map(async table => {
      const text = `select * from collect.${table} where day = {day:Date}`
      return (await lupaus.rows({ text, values: { day } })).length
    }),
  )
}

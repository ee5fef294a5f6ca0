import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HandedOver, HandOverRequest } from '../../src/consent/wire.ts'
import { sql } from '../../src/platform/postgres.ts'
import { buildTag } from '../../tag/build.mjs'
import { openBrowser } from '../browser.ts'
import { SHOP_POLICY, visitorId, type World, world } from '../world.ts'
import { KEYS, richPolicy } from './consent-policy.ts'

const FOLDER = join(tmpdir(), `lupaus-hand-over-${process.pid}`)
const SHOP = 'http://pikkunalle.example'
const GARDEN = 'http://garden.example'
const visitors = { analytics: visitorId('h'), marketing: visitorId('m') }
const since = { analytics: 1_795_000_000 }

let here: World
let browser: Browser
beforeAll(async () => {
  const { handOver } = await buildTag(FOLDER)
  const today = new Date(Date.now()).toISOString()
  const page: NonNullable<Parameters<typeof world>[0]>['site'] = () => http => {
    http.get('/page', async (request, reply) => {
      const { port } = http.server.address() as AddressInfo
      const to = (host: string) => `http://${host}:${port}/page?color=red%20one#end`
      const hosts = request.host.startsWith('garden') ? 'pikkunalle.example' : 'garden.example'
      return reply.type('text/html').send(`<!doctype html><title>Page</title>
<script src="/lupaus-hand-over.js"></script><script src="/lupaus.js"></script>
<a id="across" href="${to(hosts)}">across</a> <a id="www" href="${to('www.pikkunalle.example')}">www</a>
<a id="toys" href="${to('toys.example')}">toys</a>`)
    })
  }
  here = await world({ today, policy: richPolicy(), handOver, site: page })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await here[Symbol.asyncDispose]()
  rmSync(FOLDER, { recursive: true, force: true })
})

function post(path: string, body: object, origin?: string, headers: Record<string, string> = {}) {
  const from = origin === undefined ? {} : { origin }
  return fetch(`${here.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...from, ...headers },
    body: JSON.stringify(body),
  })
}

const give = (
  more: Partial<HandOverRequest>,
  origin = SHOP,
  headers: Record<string, string> = {},
) => post('/v1/hand-over', { receipt: '', to: 'garden.example', ...more }, origin, headers)
const take = (token: string, origin = GARDEN) => post('/v1/hand-over/take', { token }, origin)

async function tokenFor(more: Partial<HandOverRequest> = {}): Promise<string> {
  const receipt = more.receipt ?? (await here.choose(['analytics']))
  const answer = await give({ ...more, receipt })
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { token: string }).token
}

async function refusal(answer: Response): Promise<string> {
  expect(answer.status).toBe(409)
  return ((await answer.json()) as { error: string }).error
}

async function tally(outcome: string): Promise<number> {
  const all = await here.lupaus.consent.tallies()
  return all.find(one => one.about === 'hand-over' && one.outcome === outcome)?.count ?? 0
}

test('proves: analytics.between-own-sites (a choice follows a link to another own site, once)', async () => {
  const receipt = await here.choose(['analytics'])
  const token = await tokenFor({ receipt, visitors, since })
  const taken = await take(token)
  expect(taken.headers.get('cache-control')).toBe('no-store')
  const handed = (await taken.json()) as HandedOver
  expect(handed).toEqual({ receipt, visitors: { analytics: visitors.analytics }, since })

  const before = await tally('replayed')
  expect(await refusal(await take(token))).toBe('replayed')
  expect(await tally('replayed')).toBe(before + 1)
  const twice = await tokenFor({ receipt })
  const answers = await Promise.all([1, 2, 3, 4].map(() => take(twice)))
  expect(answers.filter(answer => answer.ok)).toHaveLength(1)
})

test('proves: analytics.between-own-sites (the database alone opens nothing, and the link carries no id)', async () => {
  const token = await tokenFor({ visitors, since })
  const rows = await here.lupaus.platform.db.rows<{ token_hash: string; sealed: Uint8Array }>(
    sql`select token_hash, sealed from consent.hand_overs`,
  )
  const kept = rows.map(row => row.token_hash + Buffer.from(row.sealed).toString('latin1')).join()
  expect(rows.length).toBeGreaterThan(0)
  for (const secret of [visitors.analytics, token, token.slice(0, 24)]) {
    expect(kept).not.toContain(secret)
  }
  expect(token).toMatch(/^[\w-]{46}$/)
  await take(token)
})

test('proves: analytics.between-own-sites (it lasts a minute and no longer)', async () => {
  const [inTime, late] = [await tokenFor(), await tokenFor()]
  here.turn({ count: 59, unit: 'second' })
  expect((await take(inTime)).status).toBe(200)
  here.turn({ count: 1, unit: 'second' })
  expect(await refusal(await take(late))).toBe('lapsed')
  here.turn({ count: -60, unit: 'second' })
})

test.for([
  ['a partner', 'toys.example'],
  ['a stranger', 'evil.example'],
  ['the same site', 'www.pikkunalle.example'],
  ['nowhere', ''],
])('proves: analytics.between-own-sites (nothing is handed to %s)', async ([, to]) => {
  const receipt = await here.choose(['analytics'])
  const answer = await give({ receipt, to: to || ' ' })
  expect(await refusal(answer)).toBe('foreign-host')
})

test('proves: analytics.between-own-sites (only the site that it is for can take it, and no other after it)', async () => {
  const token = await tokenFor()
  expect(await refusal(await take(token, SHOP))).toBe('foreign-host')
  expect(await refusal(await take(token))).toBe('replayed')
  expect((await take(await tokenFor(), 'https://evil.example')).status).toBe(403)
  expect((await post('/v1/hand-over/take', { token })).status).toBe(403)
  const receipt = await here.choose(['analytics'])
  expect((await give({ receipt }, 'https://evil.example')).status).toBe(403)
})

const POOR: Readonly<Record<string, () => Promise<string>>> = {
  'a refusal': async () => here.choose([]),
  'a receipt of a partner': async () => here.choose(['analytics'], { source: KEYS.partner }),
  'no receipt': async () => 'x.y.z',
}

test.for(Object.keys(POOR))(
  'proves: analytics.between-own-sites (%s is not handed over)',
  async poor => {
    const receipt = (await POOR[poor]?.()) ?? ''
    expect(await refusal(await give({ receipt }))).toBe('no-consent')
  },
)

test('proves: analytics.between-own-sites (a choice that was taken back stays where it is)', async () => {
  const receipt = await here.choose(['analytics'])
  const token = await tokenFor({ receipt })
  await here.choose([], { previous: receipt })
  expect(await refusal(await take(token))).toBe('withdrawn')
  expect(await refusal(await give({ receipt }))).toBe('withdrawn')
})

test('a signal that refuses all that was granted stops the hand-over', async () => {
  const receipt = await here.choose(['analytics'])
  expect(await refusal(await give({ receipt }, SHOP, { 'sec-gpc': '1' }))).toBe('no-consent')
})

test('a token that we did not sign is not looked up', async () => {
  const token = await tokenFor()
  const forged = `${token.slice(0, 24)}${'A'.repeat(22)}`
  expect(await refusal(await take(forged))).toBe('replayed')
  expect((await take(token)).status).toBe(200)
})

test('the script is served only where there is more than one own site', async () => {
  const script = await fetch(`${here.url}/lupaus-hand-over.js`)
  expect(script.status).toBe(200)
  expect(await script.text()).toContain('garden.example')
  await here.usePolicy(SHOP_POLICY)
  expect((await fetch(`${here.url}/lupaus-hand-over.js`)).status).toBe(404)
  await here.usePolicy(richPolicy())
})

test('proves: analytics.between-own-sites (in a browser: the choice arrives, and the address is clean at once)', async () => {
  const { context, page } = await agreed()
  await page.click('#across')
  await page.waitForURL(/garden\.example/)
  await expect
    .poll(() => cookieOf(context, 'garden.example', 'lupaus_choice'), { timeout: 15_000 })
    .toBeDefined()
  const there = new URL(page.url())
  expect([there.search, there.hash]).toEqual(['?color=red%20one', '#end'])
  const [mine, theirs] = await Promise.all(
    ['pikkunalle.example', 'garden.example'].map(host => cookieOf(context, host, 'lupaus_choice')),
  )
  expect(theirs).toBe(mine)
  await context.close()
})

test('proves: analytics.between-own-sites (in a browser: a partner’s link and a refusal carry nothing)', async () => {
  const { context, page } = await agreed()
  const asked: string[] = []
  page.on('request', request => void asked.push(request.url()))
  await page.click('#toys')
  await page.waitForURL(/toys\.example/)
  expect(asked.filter(carries)).toEqual([])

  await context.clearCookies()
  await page.goto(at('pikkunalle.example'))
  await page.click('#across')
  await page.waitForURL(/garden\.example/)
  expect(asked.filter(carries)).toEqual([])
  await context.close()
})

const carries = (url: string) => /\/v1\/hand-over|lupaus_hand=/.test(url)

function at(host: string): string {
  return `http://${host}:${new URL(here.url).port}/page`
}

/** A browser that agreed to analytics in the shop. */
async function agreed(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext()
  const receipt = await here.choose(['analytics'])
  await context.addCookies([
    { name: 'lupaus_choice', value: receipt, url: at('pikkunalle.example') },
  ])
  const page = await context.newPage()
  await page.goto(at('pikkunalle.example'))
  return { context, page }
}

async function cookieOf(context: BrowserContext, host: string, name: string) {
  const all = await context.cookies(at(host))
  return all.find(cookie => cookie.name === name)?.value
}

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../src/platform/postgres.ts'
import { openBrowser } from '../browser.ts'
import { AGENT, SHOP_POLICY, visitorId, type World, world } from '../world.ts'
import {
  cookieNames,
  get,
  hiddenFields,
  post,
  readPayload,
  receiptOf,
  visitor,
} from './centre-pages.ts'

let lupaus: World
let browser: Browser

const OPT_OUT = 'https://revontuli.example/opt-out'
const SETTINGS = 'https://revontuli.example/settings'
const POLICY = SHOP_POLICY.replace(
  `opt-out: ${OPT_OUT}`,
  `opt-out: ${OPT_OUT}\n    settings: ${SETTINGS}`,
)

beforeAll(async () => {
  lupaus = await world({ policy: POLICY })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await lupaus[Symbol.asyncDispose]()
})

const textAt = async (path: string, cookie = '') =>
  (await get(lupaus, path, cookie === '' ? {} : { cookie })).text()
/** A form of any page of ours, sent from there. */
const send = (path: string, fields: Record<string, string>, cookie = '', origin = lupaus.url) =>
  fetch(lupaus.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'user-agent': AGENT, origin, cookie },
    body: new URLSearchParams(fields),
  })

test('proves: consent.optout-links-listed, each vendor’s own way to say no stands beside its switch', async () => {
  for (const lang of ['fi', 'sv', 'en']) {
    const text = await textAt(`/privacy?lang=${lang}`)
    for (const { id, optOut } of lupaus.policy().vendors) {
      const row = text.slice(text.indexOf(`id="vendor:${id}"`)).split('</li>')[0]
      expect(row).toContain(`href="${optOut}"`)
    }
  }
})

test('proves: consent.social-controls, a vendor’s settings stand beside a switch of our own that works', async () => {
  const { context, page, open } = await visitor(browser, lupaus)
  await open()
  const row = page.locator('li', { has: page.locator('[id="vendor:revontuli-ads"]') })
  expect(await row.locator(`a[href="${SETTINGS}"]`).count()).toBe(1)

  await page.locator('input[name=purpose][value=marketing]').check()
  await page.locator('[id="vendor:tuike-video"]').check()
  await page.locator('button[value=save]').click()
  await page.locator('button[value=of-age]').click()

  expect(readPayload(await receiptOf(context))).toMatchObject({ a: 1, x: ['revontuli-ads'] })
  expect(await page.locator('[id="vendor:revontuli-ads"]').isChecked()).toBe(false)
  expect(await page.locator('[id="vendor:tuike-video"]').isChecked()).toBe(true)
  await open('/privacy/why')
  expect(await page.textContent('main')).toContain('Revontuli Ads takes no part: you left it out')
  await context.close()
})

test('proves: consent.withdraw, one vendor is withdrawn as easily as it was allowed', async () => {
  const receipt = await lupaus.choose(['marketing', 'analytics'], { lang: 'en' })
  const fields = await hiddenFields(lupaus)
  const cookie = `lupaus_choice=${receipt}; lupaus_m=1`

  const form: [string, string][] = [
    ...Object.entries(fields),
    ['choice', 'save'],
    ['purpose', 'analytics'],
    ['purpose', 'marketing'],
    ['vendor:tuike-video', 'marketing'],
    ['vendor:google-analytics', 'analytics'],
  ]
  const left = await post(lupaus, form, { origin: lupaus.url, cookie })

  const payload = readPayload(left.receipt ?? '')
  expect(Object.keys(payload.g).toSorted()).toEqual(['analytics', 'marketing'])
  expect(payload.x).toEqual(['revontuli-ads'])
  // A form that is not surely ours may not bring the vendor back.
  const back: [string, string][] = [
    ...form.filter(([name]) => name !== 'token'),
    ['vendor:revontuli-ads', '1'],
  ]
  const again = await post(lupaus, back, { cookie: `lupaus_choice=${left.receipt}` })
  expect(readPayload(again.receipt ?? '').x).toEqual(['revontuli-ads'])
  expect(again.location).toContain('did=narrowed')
})

test('who is too young keeps all but what profiles, and no purpose is profiled unasked', async () => {
  const { context, page, open } = await visitor(browser, lupaus)
  await open()
  await page.getByRole('button', { name: 'Accept all' }).click()
  const [yes, no] = [page.locator('button[value=of-age]'), page.locator('button[value=too-young]')]
  const [a, b] = [await yes.boundingBox(), await no.boundingBox()]
  expect([a?.width, a?.height]).toEqual([b?.width, b?.height])

  await no.click()

  const payload = readPayload(await receiptOf(context))
  expect(Object.keys(payload.g)).toEqual(['analytics'])
  expect(payload.a).toBeUndefined()
  expect(await page.textContent('[role=status]')).toContain('Thank you for saying so')
  await context.close()
})

test('after a change only what changed is asked, in words; either answer keeps the rest', async () => {
  const cookies = await Promise.all(
    [1, 2].map(() => lupaus.choose(['analytics', 'marketing'], { lang: 'en' })),
  )
  await lupaus.usePolicy(
    POLICY.replace('fields: [query, results]', 'fields: [query, results, language]'),
  )
  const [yes, no] = await Promise.all(
    cookies.map(async receipt => {
      const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' })
      await context.addCookies([{ name: 'lupaus_choice', value: receipt, url: lupaus.url }])
      const page = await context.newPage()
      await page.goto(`${lupaus.url}/privacy?lang=en`)
      return { context, page }
    }),
  )
  const card = yes?.page.locator('.delta')

  expect(await card?.textContent()).toContain('language')
  expect(await card?.locator('h3').allTextContents()).toEqual(['Analytics'])
  await yes?.page.locator('button[value=add]').click()
  await no?.page.locator('button[value=keep]').click()

  const payloads = await Promise.all(
    [yes, no].map(async one => one && readPayload(await receiptOf(one.context))),
  )
  expect(payloads.map(one => Object.keys(one?.g ?? {}).toSorted())).toEqual([
    ['analytics', 'marketing'],
    ['marketing'],
  ])
  for (const one of [yes, no]) {
    expect(await one?.page.locator('.delta').count()).toBe(0)
    await one?.context.close()
  }
  await lupaus.usePolicy(POLICY)
})

test('proves: device.persistent-until-deleted, a button erases a cookie that no script sees, and nothing brings it back', async () => {
  const { context, page, open } = await visitor(browser, lupaus)
  const since = Math.floor(lupaus.now() / 1000 - 40 * 86_400).toString(36)
  const url = lupaus.url
  await context.addCookies([
    { name: 'lupaus_choice', value: await lupaus.choose(['analytics'], { lang: 'en' }), url },
    { name: 'lupaus_a', value: `${visitorId('A')}.${since}`, url },
    { name: 'shop_login', value: 's', url, httpOnly: true },
    { name: 'stranger', value: '1', domain: '127.0.0.1', path: '/privacy', httpOnly: true },
  ])
  await open('/privacy/device')
  expect(await page.locator('tr', { hasText: 'lupaus_a' }).textContent()).toContain(
    '13 October 2026',
  )

  for (const name of ['lupaus_a', 'shop_login', 'stranger']) {
    await page.getByRole('button', { name: `Erase ${name}` }).click()
    expect(await page.textContent('[role=status]')).toBe(`Erased: ${name}.`)
  }

  expect(await cookieNames(context)).toEqual(['lupaus_choice'])
  for (const path of ['/privacy', '/privacy/device', '/privacy/data']) await open(path)
  expect(await cookieNames(context)).toEqual(['lupaus_choice'])
  await context.close()
})

test('no cookie is erased by a form from elsewhere, one without our token, or one it was not sent', async () => {
  const { token } = await hiddenFields(lupaus)
  const erase = (fields: Record<string, string>, origin?: string) =>
    send('/privacy/device/erase', { lang: 'en', ...fields }, 'shop_cart=1', origin)
  const lines = async (answer: Promise<Response>) => (await answer).headers.getSetCookie().length

  expect(await lines(erase({ token: token ?? '', cookie: 'shop_cart' }))).toBeGreaterThan(0)
  expect(
    await lines(erase({ token: token ?? '', cookie: 'shop_cart' }, 'https://evil.example')),
  ).toBe(0)
  expect(await lines(erase({ token: 'x', cookie: 'shop_cart' }))).toBe(0)
  expect(await lines(erase({ token: token ?? '', cookie: 'other' }))).toBe(0)
})

test('the receipts stand newest first, and the file proves what was shown', async () => {
  const first = await lupaus.choose(['analytics'], { lang: 'sv' })
  lupaus.turn({ count: 1, unit: 'day' })
  const second = await lupaus.choose(['analytics', 'marketing'], { lang: 'en', previous: first })
  const cookie = `lupaus_choice=${second}`

  const page = await textAt('/privacy/receipts?lang=en', cookie)
  const file = JSON.parse(await textAt('/privacy/receipt', cookie))

  const days = [...page.matchAll(/<h2>(\d+ \w+ \d{4})/g)].map(([, day]) => day)
  expect(days).toHaveLength(2)
  expect(new Date(days[0] ?? '') > new Date(days[1] ?? '')).toBe(true)
  expect(page).toContain('replaced')
  expect(file.proof.sha256.slice(0, 16)).toBe(readPayload(second).b)
  expect(file.proof.shown.version).toBe(lupaus.policy().version)
  expect(file.proof.entry.seq).toBeGreaterThan(0)
  const refusal = await lupaus.choose([], { lang: 'en', previous: second })
  const alone = await textAt('/privacy/receipts?lang=en', `lupaus_choice=${refusal}`)
  expect(alone).toContain('we cannot tell which earlier choices were yours')
})

test('what is kept of a browser is taken along whole, erased with a certificate, and gone at once', async () => {
  const visitors = { analytics: visitorId('G'), personalisation: visitorId('H') }
  const receipt = await lupaus.choose(['analytics', 'personalisation'], { lang: 'en' })
  const views = Array.from(
    { length: 25 },
    (_, at) => ({ name: 'page_view', fields: { path: `/mine/${at}` } }) as const,
  )
  const seen = { name: 'product_view', fields: { product: 'bear', category: 'toys' } } as const
  await lupaus.send({ receipt, visitors, events: [...views, seen] })
  const cookie = `lupaus_choice=${receipt}; lupaus_a=${visitors.analytics}; lupaus_p=${visitors.personalisation}; shop_cart=1`

  const file = JSON.parse(await textAt('/privacy/data.json?lang=en', cookie))
  const confirm = await textAt('/privacy/erase?lang=en', cookie)
  const { token } = await hiddenFields(lupaus)
  const form = { lang: 'en', token: token ?? '', what: 'mine' }
  const foreign = await send('/privacy/erase', form, cookie, 'https://evil.example')
  const unproven = await send('/privacy/erase', { ...form, token: '' }, cookie)
  const before = await lupaus.counts()
  const erased = await send('/privacy/erase', form, cookie)
  const page = await erased.text()

  const kept = file.kept.map((one: { group: string; rows: unknown[] }) => [
    one.group,
    one.rows.length,
  ])
  expect(kept).toEqual([
    ['personalisation', 1],
    ['analytics', 26],
  ])
  expect(JSON.stringify(file.kept)).toContain('/mine/24')
  expect(JSON.stringify(file.kept)).not.toMatch(/_(visitor|visit|event)"/)
  expect(confirm).toContain('On our server: 27 events')
  expect([foreign.status, unproven.status]).toEqual([403, 403])
  expect(before.analytics).toBe(26)
  expect(page).toContain('It is erased')
  expect(await lupaus.counts()).toMatchObject({ analytics: 0, personalisation: 0 })
  const ended = new Set(erased.headers.getSetCookie().map(line => /^(\w+)=;/.exec(line)?.[1]))
  expect(ended).toEqual(new Set([undefined, 'lupaus_p', 'lupaus_a']))
  const certificate = /<code>([0-9a-f-]{36})<\/code>/.exec(page)?.[1]
  const entries = await lupaus.lupaus.platform.db.rows<{ details: unknown }>(
    sql`select details from audit.entries where act = 'visitor.erased'`,
  )
  expect(entries.at(-1)?.details).toMatchObject({ certificate, events: 27, left: 0 })
})

test('everything of the site goes from the browser, its local storage too, without a script of ours', async () => {
  const context = await browser.newContext({ locale: 'en-GB' })
  await context.route('**/*.js', route => route.abort())
  const page = await context.newPage()
  const url = lupaus.url
  await context.addCookies([
    { name: 'lupaus_choice', value: await lupaus.choose([], { lang: 'en' }), url },
    { name: 'shop_cart', value: '1', url, httpOnly: true },
    { name: 'deep', value: '1', domain: '127.0.0.1', path: '/en/cart' },
  ])
  await page.goto(`${url}/privacy/erase?lang=en`)
  await page.evaluate(() => localStorage.setItem('shop_language', 'fi'))

  await page.getByRole('button', { name: 'Erase everything of this site' }).click()

  expect(await page.textContent('h1')).toContain('It is erased')
  expect(await cookieNames(context)).toEqual([])
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  await context.close()
})

test('the page about the device finds what only a script sees, where one runs', async () => {
  const context = await browser.newContext({ locale: 'en-GB' })
  await context.route('**/lupaus.js', route => route.abort())
  const page = await context.newPage()
  await page.goto(`${lupaus.url}/privacy/device?lang=en`)
  await page.evaluate(() => localStorage.setItem('shop_language', 'fi'))
  await page.reload()
  const item = page.locator('[data-name=shop_language]')

  await item.getByRole('button').click()

  await item.getByText('not here').waitFor()
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  expect(await page.locator('[data-script-off]').isHidden()).toBe(true)
  await context.close()
})

test('the policy for machines is named on the pages and served as JSON-LD', async () => {
  const answer = await get(lupaus, '/privacy')
  expect(answer.headers.get('link')).toContain('/privacy/policy.jsonld>; rel="alternate"')
  const jsonld = await get(lupaus, '/privacy/policy.jsonld')
  expect(jsonld.headers.get('content-type')).toContain('application/ld+json')
  expect(JSON.stringify(await jsonld.json())).toContain(lupaus.policy().version)
})

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ch } from '../../src/platform/clickhouse.ts'
import { openBrowser } from '../browser.ts'
import { SHOP_POLICY, visitorId, type World, world } from '../world.ts'
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

beforeAll(async () => {
  lupaus = await world()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await lupaus[Symbol.asyncDispose]()
})

const COOKIES = {
  lupaus_a: visitorId('A'),
  lupaus_m: 'GA1.1.1.1',
  shop_cart: 'x-2',
  stranger: 'secret',
}

test('proves: consent.refuse-nonessential, one press without JavaScript refuses all and leaves no identifier', async () => {
  const { context, page, open } = await visitor(browser, lupaus)
  for (const [name, value] of Object.entries(COOKIES))
    await context.addCookies([{ name, value, url: lupaus.url }])

  await open()
  await page.getByRole('button', { name: 'Only necessary' }).click()

  expect(await page.textContent('.now')).toContain('You have refused everything')
  expect(await cookieNames(context)).toEqual(['lupaus_choice', 'shop_cart', 'stranger'])
  const payload = readPayload(await receiptOf(context))
  expect(payload.g).toEqual({})
  expect(payload).not.toHaveProperty('i')
  await context.close()
})

test('accepting everything keeps the cookies that refusing removes', async () => {
  const { context, page, open } = await visitor(browser, lupaus)
  for (const [name, value] of Object.entries(COOKIES))
    await context.addCookies([{ name, value, url: lupaus.url }])

  await open()
  await page.getByRole('button', { name: 'Accept all' }).click()

  expect(Object.keys(readPayload(await receiptOf(context)).g)).toEqual(['analytics'])
  await page.getByRole('button', { name: 'I am 13 or older' }).click()

  expect(await page.textContent('.now')).toContain('You allow:')
  // Marketing waited for the answer, and so its cookie was not kept meanwhile.
  expect(await cookieNames(context)).toEqual(['lupaus_a', 'lupaus_choice', 'shop_cart', 'stranger'])
  const payload = readPayload(await receiptOf(context))
  expect(Object.keys(payload.g)).toHaveLength(3)
  expect([payload.a, payload.x]).toEqual([1, undefined])
  await context.close()
})

test('accept and refuse are equal in size and one press each', async () => {
  const { context, page, open } = await visitor(browser, lupaus)
  await open()
  const accept = page.getByRole('button', { name: 'Accept all' })
  const refuse = page.getByRole('button', { name: 'Only necessary' })

  const [a, b] = [await accept.boundingBox(), await refuse.boundingBox()]

  expect({ width: a?.width, height: a?.height, y: a?.y }).toEqual({
    width: b?.width,
    height: b?.height,
    y: b?.y,
  })
  await context.close()
})

test('proves: consent.withdraw, one press ends it for the next event and erases what was kept', async () => {
  const { context, page, open } = await visitor(browser, lupaus, { lang: 'fi' })
  const visitors = { analytics: visitorId('W') }
  await context.addCookies([{ name: 'lupaus_a', value: visitors.analytics, url: lupaus.url }])
  const kept = () => lupaus.rows(ch`select path from collect.analytics where path = '/withdraw'`)
  const view = { name: 'page_view', fields: { path: '/withdraw' } }

  await open()
  await page.locator('input[name=purpose][value=analytics]').check()
  await page.locator('button[value=save]').click()
  const receipt = await receiptOf(context)
  await lupaus.send({ receipt, visitors, events: [view] })
  expect(await kept()).toHaveLength(1)
  await open()
  expect(await page.textContent('main')).toContain('1 tapahtuma')
  lupaus.turn({ count: 1, unit: 'hour' })
  await page.getByRole('button', { name: 'Peruuta kaikki suostumukset' }).click()
  await lupaus.lupaus.consent.settled()

  expect(await page.textContent('.now')).toContain('Olet kieltänyt kaiken')
  expect(await cookieNames(context)).toEqual(['lupaus_choice'])
  const answer = await lupaus.send({ receipt, visitors, events: [view] })
  expect(answer.headers.get('lupaus-refused')).toContain('withdrawn')
  expect(await kept()).toEqual([])
  await context.close()
})

test('one purpose can be exchanged for another, and the page shows what holds', async () => {
  const { context, page, open } = await visitor(browser, lupaus, { lang: 'sv' })
  await open()
  await page.locator('input[name=purpose][value=analytics]').check()
  await page.locator('button[value=save]').click()
  expect(await page.locator('input[name=purpose][value=analytics]').isChecked()).toBe(true)

  await page.locator('input[name=purpose][value=analytics]').uncheck()
  await page.locator('input[name=purpose][value=personalisation]').check()
  await page.locator('button[value=save]').click()
  await page.locator('button[value=of-age]').click()

  expect(await page.locator('input[name=purpose][value=analytics]').isChecked()).toBe(false)
  expect(await page.locator('input[name=purpose][value=personalisation]').isChecked()).toBe(true)
  expect(await page.textContent('.now')).toContain('Du tillåter: Personanpassning')
  await context.close()
})

test('a form on another site cannot grant, though its fields are genuine', async () => {
  const fields = { ...(await hiddenFields(lupaus)), choice: 'all' }
  const inputs = Object.entries(fields)
    .map(([name, value]) => `<input name="${name}" value="${value}">`)
    .join('')
  const form = `<form method="post" action="${lupaus.url}/privacy/choices">${inputs}<button>Win</button></form>`
  const server = createServer((_, reply) => reply.setHeader('content-type', 'text/html').end(form))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const { context, page } = await visitor(browser, lupaus)

  await page.goto(`http://evil.example:${port}/`)
  const answer = page.waitForResponse(response => response.url().endsWith('/privacy/choices'))
  await page.getByRole('button').click()

  expect((await answer).status()).toBe(403)
  expect(await cookieNames(context)).toEqual([])
  await context.close()
  server.close()
})

test.for([
  ['another origin', { origin: 'https://evil.example' }],
  ['an opaque origin', { origin: 'null' }],
  ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
  ['a sister site', { 'sec-fetch-site': 'same-site', origin: 'https://a.shop.example' }],
] as const)(
  'a grant from %s changes nothing, a refusal from there goes through',
  async ([, headers]) => {
    const fields = await hiddenFields(lupaus)

    const grant = await post(lupaus, { ...fields, choice: 'all' }, headers)
    const refusal = await post(lupaus, { ...fields, choice: 'necessary' }, headers)

    expect([grant.status, grant.receipt]).toEqual([403, undefined])
    expect(refusal.status).toBe(303)
    expect(readPayload(refusal.receipt ?? '').g).toEqual({})
  },
)

test.for([
  ['no token', { token: '' }, {}],
  ['a forged token', { token: '495000.AAAA' }, {}],
  ['no word of where it comes from', {}, { origin: '' }],
] as const)(
  'proves: consent.refuse-nonessential, a form with %s may only narrow',
  async ([, more, without]) => {
    const fields: Record<string, string> = { ...(await hiddenFields(lupaus)), ...more }
    const own = 'origin' in without ? {} : { origin: lupaus.url }
    const cookie = `lupaus_choice=${await lupaus.choose(['analytics', 'marketing'], { lang: 'en' })}`

    const nothing = await post(lupaus, { ...fields, choice: 'all' }, own)
    const narrowed = await post(
      lupaus,
      [
        ...Object.entries(fields),
        ['choice', 'save'],
        ['purpose', 'analytics'],
        ['purpose', 'personalisation'],
      ],
      { ...own, cookie },
    )

    expect(readPayload(nothing.receipt ?? '').g).toEqual({})
    expect(Object.keys(readPayload(narrowed.receipt ?? '').g)).toEqual(['analytics'])
    expect(narrowed.location).toContain('did=narrowed')
  },
)

test('the very same form from our own page grants', async () => {
  const fields = await hiddenFields(lupaus)
  const granted = await post(lupaus, { ...fields, choice: 'all' }, { origin: lupaus.url })

  expect(Object.keys(readPayload(granted.receipt ?? '').g)).toEqual(['analytics'])
  expect(granted.location).toMatch(/^\/privacy\/age\?lang=en&purposes=personalisation%2Cmarketing&/)
})

test('a form stays good for 24 hours, and for 25 no more', async () => {
  const fields = { ...(await hiddenFields(lupaus)), choice: 'all' }
  const from = { origin: lupaus.url }

  lupaus.turn({ count: 24, unit: 'hour' })
  const late = await post(lupaus, fields, from)
  lupaus.turn({ count: 1, unit: 'hour' })
  const tooLate = await post(lupaus, fields, from)

  expect(Object.keys(readPayload(late.receipt ?? '').g)).toEqual(['analytics'])
  expect(readPayload(tooLate.receipt ?? '').g).toEqual({})
})

test('a page that was open while the policy changed cannot grant what nobody has read', async () => {
  const fields = await hiddenFields(lupaus)
  const from = { origin: lupaus.url }
  const cookie = `lupaus_choice=${await lupaus.choose(['analytics', 'marketing'], { lang: 'en' })}`
  await lupaus.usePolicy(SHOP_POLICY.replace('Satukuja 3', 'Satukuja 5'))

  const first = await post(lupaus, { ...fields, choice: 'all' }, from)
  const more = await post(lupaus, { ...fields, choice: 'all' }, { ...from, cookie })
  const less = { ...fields, choice: 'save', purpose: 'analytics' }
  const narrowed = await post(lupaus, less, { ...from, cookie })
  const other = `lupaus_choice=${await lupaus.choose(['marketing'], { lang: 'en' })}`
  const mixed = await post(lupaus, less, { ...from, cookie: other })
  await lupaus.usePolicy(SHOP_POLICY)

  expect([first.location, first.receipt]).toEqual(['/privacy?lang=en&did=unchanged', undefined])
  expect([more.location, more.receipt]).toEqual(['/privacy?lang=en&did=unchanged', undefined])
  expect(Object.keys(readPayload(narrowed.receipt ?? '').g)).toEqual(['analytics'])
  expect(mixed.location).toContain('did=reset')
  expect(readPayload(mixed.receipt ?? '').g).toEqual({})
})

test('GPC is named with what it refuses, and a choice made knowingly outranks it', async () => {
  const { context, page, open } = await visitor(browser, lupaus, { headers: { 'sec-gpc': '1' } })
  await open()
  expect(await page.textContent('main')).toContain('Global Privacy Control')
  expect(await page.locator('input[name=purpose][value=analytics]').isChecked()).toBe(false)

  await page.locator('input[name=purpose][value=analytics]').check()
  await page.locator('button[value=save]').click()

  expect(await page.locator('input[name=purpose][value=analytics]').isChecked()).toBe(true)
  expect(await page.textContent('main')).toContain('A signal from your browser refuses this.')
  await context.close()
  const plain = await (await get(lupaus, '/privacy?lang=en')).text()
  expect(plain).not.toContain('Global Privacy Control')
})

test('the page names the cookies that came along, and repeats none of their values', async () => {
  const { context, page, open } = await visitor(browser, lupaus)
  for (const [name, value] of Object.entries(COOKIES))
    await context.addCookies([{ name, value, url: lupaus.url }])

  await open('/privacy/device')
  const text = await page.content()

  for (const name of Object.keys(COOKIES)) expect(text).toContain(name)
  for (const value of Object.values(COOKIES)) expect(text).not.toContain(value)
  expect(await page.locator('h2', { hasText: 'Not named' }).count()).toBe(1)
  expect(await page.locator('ul li', { hasText: 'stranger' }).count()).toBe(1)
  await context.close()
})

test('a browser without our identifiers is told that nothing is kept', async () => {
  const text = await (await get(lupaus, '/privacy?lang=en')).text()
  expect(text).toContain('This browser carries no identifier of ours')
})

test('a browser that refuses cookies is told that nothing is remembered', async () => {
  const text = await (await get(lupaus, '/privacy?lang=en&did=saved')).text()
  expect(text).toContain('Nothing is remembered')
  expect(text).not.toContain('Your choice is saved')
})

test('the 61st new grant of a minute waits, and a refusal never does', async () => {
  const fields = await hiddenFields(lupaus)
  const from = { origin: lupaus.url }
  const statuses = new Set<number>()
  for (let at = 0; at < 61; at += 1)
    statuses.add((await post(lupaus, { ...fields, choice: 'all' }, from)).status)

  expect(statuses).toContain(429)
  expect((await post(lupaus, { ...fields, choice: 'necessary' }, from)).status).toBe(303)
})

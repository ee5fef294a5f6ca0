import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { BUTTONS, type TagShop, tagShop, type Visitor } from './tag-shop.ts'

let shop: TagShop
beforeAll(async () => {
  shop = await tagShop(text =>
    text.replace(
      '  # Only with consent to marketing.\n',
      `  - { id: base, name: shop_stats, store: indexed-db, party: first, vendor: self, purpose: analytics, use: tells-visits-apart, lifetime: 30 days }
  - { id: short, name: shop_tab, store: session-storage, party: first, vendor: self, purpose: analytics, use: tells-visits-apart, lifetime: session }
  - { id: wide, name: "shop_seen*", store: cookie, party: first, vendor: self, purpose: analytics, use: tells-visits-apart, lifetime: 30 days }
`,
    ),
  )
  shop.bodies.set('/en/shop/bear', '<h1>Bear</h1><a href="/en/" id="on">Home</a>')
  shop.bodies.set(
    '/en/partner',
    `<h1>Partner</h1><template data-lupaus-purpose="marketing" data-lupaus-tracker="partner-pixel">
<script src="/probe.js"></script><p id="ad">ad</p></template>
<template data-lupaus-purpose="marketing" data-lupaus-tracker="unheard-of"><p id="stray">x</p></template>`,
  )
})
beforeEach(() => {
  shop.down = false
})
afterAll(() => shop[Symbol.asyncDispose]())

async function until(claim: () => boolean | Promise<boolean>): Promise<void> {
  await expect.poll(claim, { timeout: 10_000 }).toBe(true)
}

/** Accepts and waits until the first batch has made the ids. */
async function accepted(visitor: Visitor, path?: string): Promise<void> {
  const batches = shop.batches.length
  await visitor.go(path)
  await visitor.press('accept')
  await until(() => shop.batches.length > batches)
}

const receiptOf = async (visitor: Visitor) =>
  (await visitor.context.cookies()).find(({ name }) => name === 'lupaus_choice')?.value ?? ''
const payload = (receipt: string) =>
  JSON.parse(Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString())

test.for([
  { lang: 'fi', width: 390, scheme: 'light' },
  { lang: 'sv', width: 390, scheme: 'dark' },
  { lang: 'en', width: 1280, scheme: 'dark' },
] as const)(
  'refusing is as easy to see and to do as accepting: $lang, $width px (proves: consent.refuse-nonessential)',
  async ({ lang, width, scheme }) => {
    await using visitor = await shop.visitor({
      viewport: { width, height: 800 },
      colorScheme: scheme,
    })
    await visitor.go(`/${lang}/`)
    const looks = await Promise.all(
      [BUTTONS.refuse, BUTTONS.accept].map(name =>
        visitor.page.getByRole('button', { name }).evaluate(button => {
          const style = getComputedStyle(button)
          const { width: wide, height, top } = button.getBoundingClientRect()
          const { color, backgroundColor, fontSize, fontWeight, borderColor, opacity } = style
          const look = { color, backgroundColor, fontSize, fontWeight, borderColor, opacity }
          return { ...look, wide, height, top, parent: button.parentElement?.className }
        }),
      ),
    )
    expect(looks[0]).toEqual(looks[1])
    expect(looks[0]?.height).toBeGreaterThanOrEqual(44)
  },
)

test('one click refuses: the device keeps a receipt that is the same for everyone, and nothing is sent (proves: consent.refuse-nonessential)', async () => {
  const receipts: string[] = []
  for (const path of ['/en/', '/en/shop/bear']) {
    await using visitor = await shop.visitor()
    await visitor.go(path)
    const requests = shop.requests.length
    await visitor.press('refuse')
    await visitor.page.locator('h1').click()
    await visitor.go(path)
    await visitor.page.waitForTimeout(1300)
    expect(await visitor.stored()).toEqual(['cookie lupaus_choice'])
    expect(shop.requests.slice(requests)).toEqual(['POST /v1/choices'])
    await expect(visitor.page.getByRole('button', { name: 'Accept all' }).count()).resolves.toBe(0)
    receipts.push(await receiptOf(visitor))
  }
  expect(receipts[0]).toBe(receipts[1])
  expect(payload(receipts[0] ?? '').i).toBeUndefined()
})

test('a refusal after a grant erases what the grant let in, in the same page (proves: consent.refuse-nonessential)', async () => {
  await using visitor = await shop.visitor()
  await accepted(visitor)
  await visitor.press('open')
  await visitor.page.locator('section').getByRole('button', { name: 'Only necessary' }).click()
  await until(async () => payload(await receiptOf(visitor)).i === undefined)
  expect(await visitor.stored()).toEqual(['cookie lupaus_choice'])
})

test('withdrawing takes no more clicks than giving, stops measuring at once and erases every store (proves: consent.withdraw)', async () => {
  await using visitor = await shop.visitor()
  const giving = 1 // Accept all.
  await accepted(visitor, '/en/shop/bear')
  await visitor.page.evaluate(async () => {
    const host = '; Domain=shop.example'
    document.cookie = `shop_seen=1; Path=/; Max-Age=900${host}`
    document.cookie = 'shop_seen_1=1; Path=/en/shop; Max-Age=900'
    document.cookie = 'shop_seen_2=1; Path=/en/; Max-Age=900'
    document.cookie = 'shop_cart=1; Path=/; Max-Age=900'
    sessionStorage.setItem('shop_tab', '1')
    window.lupaus?.store('lupaus_link', '/')
    window.lupaus?.store('lupaus_seen', ['bear'])
    await new Promise(done => {
      const opening = indexedDB.open('shop_stats')
      opening.addEventListener('success', () => {
        opening.result.close()
        done(undefined)
      })
    })
  })
  const before = await visitor.stored()
  expect(before).toHaveLength(13)
  const old = { receipt: await receiptOf(visitor), ids: shop.batches.at(-1)?.visitors }
  const batches = shop.batches.length
  const asked = visitor.page.waitForRequest(/\/v1\/choices/)

  await visitor.page.evaluate(() => window.lupaus?.track('search', { query: 'bear' }))
  const clicks = 1
  await visitor.page.getByRole('button', { name: 'Only necessary' }).click()

  expect(clicks).toBeLessThanOrEqual(giving)
  const told = (await asked).postDataJSON()
  expect(told).toMatchObject({ granted: [], previous: old.receipt, visitors: old.ids })
  await until(async () => payload(await receiptOf(visitor)).i === undefined)
  await until(async () => (await visitor.stored()).length === 2)
  expect(await visitor.stored()).toEqual(['cookie lupaus_choice', 'cookie shop_cart'])
  // Neither what waited in the queue nor what happens now is sent, nor comes back at the next page.
  await visitor.page.locator('#on').click()
  await visitor.page.waitForTimeout(1500)
  expect(shop.batches.length).toBe(batches)
  expect(await visitor.stored()).toEqual(['cookie lupaus_choice', 'cookie shop_cart'])
  expect(visitor.errors).toEqual([])
})

test('taking back one purpose leaves the others as they were (proves: consent.withdraw)', async () => {
  await using visitor = await shop.visitor()
  await accepted(visitor)
  const marketing = shop.batches.at(-1)?.visitors?.marketing
  await visitor.press('open')
  await visitor.page.locator('#analytics').click()
  const asked = visitor.page.waitForRequest(/\/v1\/choices/)
  await visitor.page.getByRole('button', { name: 'Save my choices' }).click()
  expect(Object.keys((await asked).postDataJSON().visitors)).toEqual(['analytics'])
  await visitor.page.locator('section').waitFor({ state: 'hidden' })
  const cookies = await visitor.context.cookies()
  expect(cookies.find(({ name }) => name === 'lupaus_m')?.value).toContain(marketing)
  expect(cookies.map(({ name }) => name)).not.toContain('lupaus_a')
  expect(await visitor.page.evaluate(() => window.lupaus?.track('page_view', { path: '/' }))).toBe(
    false,
  )
})

test('a refusal that the server does not hear holds all the same, and is told at the next load (proves: consent.withdraw)', async () => {
  await using visitor = await shop.visitor()
  await accepted(visitor)
  shop.down = true
  await visitor.page.evaluate(() => window.lupaus?.refuse())
  await until(async () => (await visitor.stored()).length === 1)
  expect(await receiptOf(visitor)).toMatch(/^~/)
  shop.down = false
  const asked = visitor.page.waitForRequest(/\/v1\/choices/)
  await visitor.go()
  expect((await asked).postDataJSON()).toMatchObject({ granted: [], visitors: {} })
  await until(async () => (await receiptOf(visitor)).startsWith('ey'))
  await expect(visitor.page.getByRole('button', { name: 'Accept all' }).count()).resolves.toBe(0)
})

test('a grant that the server does not record does not count, and the visitor is told', async () => {
  await using visitor = await shop.visitor()
  await visitor.go()
  shop.down = true
  await visitor.press('accept')
  await visitor.page.getByRole('alert').waitFor()
  expect(await visitor.stored()).toEqual([])
  expect(await visitor.page.evaluate(() => window.lupaus?.allows('analytics'))).toBe(false)
  shop.down = false
  await visitor.press('accept')
  await until(async () =>
    Boolean(await visitor.page.evaluate(() => window.lupaus?.allows('analytics'))),
  )
})

test('a script that clicks cannot grant, on either layer, but can refuse (proves: consent.refuse-nonessential)', async () => {
  await using visitor = await shop.visitor()
  await visitor.go()
  // From a timer: a call from the test would itself pass for a gesture.
  const clickFromTimer = (text: string) =>
    visitor.page.evaluate(
      wanted =>
        new Promise<void>(done => {
          setTimeout(() => {
            const root = document.body.firstElementChild?.shadowRoot
            const buttons = [...(root?.querySelectorAll('section button') ?? [])]
            const button = buttons.find(one => one.textContent === wanted)
            if (button instanceof HTMLElement) button.click()
            button?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))
            setTimeout(done, 300)
          }, 50)
        }),
      text,
    )
  await clickFromTimer('Accept all')
  await visitor.press('choose')
  await clickFromTimer('Save my choices')
  expect(await visitor.stored()).toEqual([])
  await clickFromTimer('Only necessary')
  await until(async () => (await receiptOf(visitor)).startsWith('ey'))
  expect(await visitor.page.evaluate(() => window.lupaus?.allows('analytics'))).toBe(false)
})

test('the keyboard alone can choose, and Escape is no answer', async () => {
  await using visitor = await shop.visitor()
  await visitor.go()
  const { page } = visitor
  const focused = () =>
    page.evaluate(() => document.body.firstElementChild?.shadowRoot?.activeElement?.textContent)
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Read more about cookies')
  await page.keyboard.press('Escape')
  expect(await visitor.stored()).toEqual([])
  await page.getByRole('button', { name: 'Accept all' }).waitFor()
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Only necessary')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('button[name=of-age]').waitFor()
  for (const said of ['too-young', 'of-age']) {
    await page.keyboard.press('Tab')
    await page.locator(`button[name=${said}]:focus`).waitFor()
  }
  await page.keyboard.press('Enter')
  await until(async () => (await receiptOf(visitor)) !== '')
  await until(async () => (await focused()) === 'Cookie choices')
  await page.keyboard.press('Enter')
  await page.locator('#analytics').waitFor()
  await page.keyboard.press('Escape')
  await until(async () => (await focused()) === 'Cookie choices')
  expect(await page.evaluate(() => window.lupaus?.allows('analytics'))).toBe(true)
})

for (const signal of ['gpc', 'dnt'] as const) {
  const turnOn = (visitor: Visitor) =>
    visitor.page.addInitScript(which => {
      const name = which === 'gpc' ? 'globalPrivacyControl' : 'doNotTrack'
      const value = which === 'gpc' ? true : '1'
      Object.defineProperty(navigator, name, { get: () => value })
    }, signal)

  test(`with ${signal} on, partner content is not put in and nothing is asked of partners (proves: signal.dnt-stops-partner-tags)`, async () => {
    await using visitor = await shop.visitor()
    await accepted(visitor)
    // The same browser with consent but no signal runs it: the guard is the signal.
    await visitor.go('/en/partner')
    await visitor.page.locator('#ad').waitFor()
    expect(await visitor.page.evaluate('window.partnerRan')).toBe(true)
    expect(await visitor.page.locator('#stray').count()).toBe(0)

    await turnOn(visitor)
    const requests = shop.requests.length
    await visitor.go('/en/partner')
    await visitor.page.waitForTimeout(300)
    expect(await visitor.page.locator('#ad').count()).toBe(0)
    expect(shop.requests.slice(requests)).not.toContain('GET /probe.js')
    expect(await visitor.stored()).not.toContain('cookie lupaus_m')
    // The older yes now stands against the signal, so the visitor is asked again.
    await visitor.page.getByText('the settings of your browser have changed').first().waitFor()
  })

  test(`with ${signal} on and no choice yet, only what the signal leaves open is asked (proves: signal.dnt-stops-partner-tags)`, async () => {
    await using visitor = await shop.visitor()
    await turnOn(visitor)
    await visitor.go('/en/partner')
    await visitor.page.getByText('Your browser asks that you not be tracked').waitFor()
    expect(await visitor.page.evaluate('window.partnerRan')).toBeUndefined()
    expect(await visitor.stored()).toEqual([])
  })
}

test('a yes to marketing brings partner content at the next page, and its end takes it away at once', async () => {
  await using visitor = await shop.visitor()
  await accepted(visitor, '/en/partner')
  expect(await visitor.page.locator('#ad').count()).toBe(0)
  await visitor.go('/en/partner')
  await visitor.page.locator('#ad').waitFor()
  const reloaded = visitor.page.waitForEvent('load')
  await visitor.page.getByRole('button', { name: 'Only necessary' }).click()
  await reloaded
  expect(await visitor.page.locator('#ad').count()).toBe(0)
})

test('any element with data-lupaus-open opens the choices, and a link does not lead away', async () => {
  shop.bodies.set('/en/foot', '<h1>Foot</h1><a href="/en/" data-lupaus-open>Your choices</a>')
  await using visitor = await shop.visitor()
  await visitor.go('/en/foot')
  await visitor.page.getByText('Your choices').click()
  await visitor.page.getByText('Choose what you allow').waitFor()
  expect(visitor.page.url()).toBe(`${shop.origin}/en/foot`)
})

test('a lapsed, garbled or foreign receipt is a no, and is asked about', async () => {
  const day = 86_400
  const now = Math.floor(Date.now() / 1000)
  const rules = shop.policy.rules.purposes
  const receipt = (changes: object) => {
    const g = { analytics: rules['analytics']?.terms }
    const held = { v: 'a'.repeat(16), w: 'b'.repeat(16), l: 'en', g, t: now, e: now + day }
    return `e30.${Buffer.from(JSON.stringify({ ...held, ...changes })).toString('base64url')}.x`
  }
  const cases = [
    [receipt({}), true, 0],
    [receipt({ e: now - 1 }), false, 1],
    [receipt({ g: { analytics: 'other' } }), false, 1],
    [receipt({ g: undefined }), false, 1],
    [receipt({ e: 'x' }), false, 1],
    ['nonsense', false, 1],
    [receipt({ g: {} }), false, 0],
  ] as const
  for (const [value, allowed, asked] of cases) {
    await using visitor = await shop.visitor()
    await visitor.context.addCookies([{ name: 'lupaus_choice', value, url: shop.origin }])
    await visitor.go()
    expect(await visitor.page.evaluate(() => window.lupaus?.allows('analytics')), value).toBe(
      allowed,
    )
    const accept = visitor.page.locator('section:visible button[name=accept]')
    await expect.poll(() => accept.count(), { message: value }).toBe(asked)
  }
})

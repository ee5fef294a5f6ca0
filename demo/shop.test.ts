import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LANGS } from '../src/base/lang.ts'
import { openBrowser } from '../test/browser.ts'
import { openShop } from '../test/demo-shop.ts'
import { PRODUCTS, search } from './catalogue/index.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const LOOK = `(async () => {
  const { violations } = await axe.run()
  return [
    ...(document.documentElement.scrollWidth > innerWidth ? ['too wide'] : []),
    ...violations.map(each => each.id + ': ' + each.nodes.map(node => node.html).join(' ')),
  ]
})()`
const HTML_MAX = 40_000
const NAUGHTY = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '${7*7}{{7*7}}',
  '\u0000\u202Eabc',
  '😀'.repeat(400),
  '%',
  '__proto__',
]

let browser: Browser
let shop: Awaited<ReturnType<typeof openShop>>
beforeAll(async () => {
  browser = await openBrowser()
  shop = await openShop()
})
afterAll(async () => {
  await browser.close()
  await shop[Symbol.asyncDispose]()
})

test('a visitor without JavaScript finds, adds, changes, removes and orders', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' })
  const tab = await context.newPage()
  await tab.goto(`${shop.origin}/en/`)
  await tab.fill('#q', 'moose')
  await tab.press('#q', 'Enter')
  await tab.click('text=Harald the pull-along moose')
  await tab.fill('#quantity', '2')
  await tab.click('text=Add to cart')
  expect(new URL(tab.url()).pathname).toBe('/en/cart')
  expect(await tab.textContent('.total dd')).toBe('€65.70')

  await tab.fill('input[name=quantity]', '3')
  await tab.click('button:text-is("Update")')
  expect(await tab.textContent('.total dd')).toBe('€89.70')
  await tab.goto(`${shop.origin}/en/p/kuu`)
  await tab.click('text=Add to cart')
  await tab.click('[aria-label="Remove: Kuu night light"]')
  expect(await tab.locator('.lines > li').count()).toBe(1)

  await order(tab, { postal: '1234' })
  expect(await tab.textContent('[role=alert]')).toContain('five digits')
  expect(await tab.inputValue('#name')).toBe('Aino Esimerkki')
  await order(tab, {})
  expect(new URL(tab.url()).pathname).toBe('/en/thanks')
  expect(await tab.textContent('main')).toContain('€89.70')
  expect(await context.cookies()).toEqual([])
  await tab.reload()
  expect(await tab.textContent('h1')).toBe('There is no order here')
  await context.close()
})

test('a search that finds nothing helps, and one that finds says how many', async () => {
  const none = await (await shop.get('/en/search?q=submarine')).text()
  expect(none).toContain('Nothing found for')
  expect(none).toContain('data-lupaus-results="0"')
  expect(none).toContain('/en/search?q=wool')
  const found = await (await shop.get('/en/search?q=pram')).text()
  expect(found).toMatch(/data-lupaus-query="pram"\s+data-lupaus-results="[1-9]/)
})

test.for([
  ['vaunuja', 'fi', 'pilvi'],
  ['VAUNUT', 'fi', 'pilvi'],
  ['vagnar', 'sv', 'pilvi'],
  ['moose', 'fi', 'hirvi'],
  ['unipussi', 'sv', 'uni'],
  ['rain suit', 'en', 'kura'],
] as const)('%j on the %s pages finds %s', ([query, lang, slug]) => {
  expect(search(query, lang).map(product => product.slug)).toContain(slug)
})

test.for(NAUGHTY)('%j is only ever text', async text => {
  const query = await shop.get(`/sv/search?q=${encodeURIComponent(text)}`)
  expect(query.status).toBe(200)
  const letter = await shop.post('/sv/newsletter', { email: text, consent: text })
  expect(letter.status).toBe(422)
  const cart = await shop.post('/sv/cart/add', { product: text, quantity: text })
  expect(cart.status).toBe(400)
  const cookie = await shop.get(
    '/sv/cart',
    `shop_cart=${encodeURIComponent(text)}; shop_login=${encodeURIComponent(text)}`,
  )
  expect(cookie.status).toBe(200)
  for (const answer of [query, letter, cart, cookie]) {
    const page = await answer.text()
    expect(page).not.toMatch(/<script>|<img src=x|' onmouseover='/)
    expect(Buffer.byteLength(page)).toBeLessThan(HTML_MAX)
  }
})

test.for(['fi', 'sv', 'en'] as const)(
  'the home page speaks %s to a browser that does',
  async lang => {
    const answer = await shop.get('/', '', { 'accept-language': `${lang},de;q=0.5` })
    expect(answer.headers.get('content-language')).toBe(lang)
    expect(await answer.text()).toContain(`<html lang="${lang}">`)
  },
)

test('a link without a language leads to the same page in the visitor’s own', async () => {
  const answer = await shop.get('/search?q=ull', '', { 'accept-language': 'sv' })
  expect(answer.headers.get('location')).toBe('/sv/search?q=ull')
})

test('switching language stays on the page, in each language', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const tab = await context.newPage()
  await tab.goto(`${shop.origin}/fi/search?q=villa`)
  await tab.click('[data-shop-language=sv]')
  expect(tab.url()).toBe(`${shop.origin}/sv/search?q=villa`)
  await tab.goto(`${shop.origin}/sv/p/kuu`)
  await tab.click('[data-shop-language=en]')
  expect(await tab.textContent('h1')).toBe('Kuu night light')
  await context.close()
})

test('a sign-up for the letter needs its own consent', async () => {
  expect((await shop.post('/en/newsletter', { email: 'a@example.com' })).status).toBe(422)
  const fine = await shop.post('/en/newsletter', { email: 'a@example.com', consent: 'yes' })
  expect(fine.status).toBe(200)
  expect(await fine.text()).not.toContain('a@example.com')
})

test('every page of every product is small, whole and under the policy of its day', async () => {
  for (const lang of LANGS)
    for (const product of PRODUCTS) {
      const answer = await shop.get(`/${lang}/p/${product.slug}`)
      const page = await answer.text()
      expect(Buffer.byteLength(page)).toBeLessThan(HTML_MAX)
      expect(page).not.toContain('undefined')
      expect(page).toContain(product.story[lang].slice(0, 20))
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      for (const [, path] of page.matchAll(/(?:src|href)="(\/shop-assets\/[^"]+)"/g))
        ASSETS.add(path ?? '')
    }
  for (const path of ASSETS) {
    const { status, headers } = await shop.get(path)
    expect([path, status, headers.get('cache-control')]).toEqual([
      path,
      200,
      'public, max-age=31536000, immutable',
    ])
  }
  expect(ASSETS.size).toBeGreaterThan(PRODUCTS.length)
  expect((await shop.get('/shop-assets/shop.css')).status).toBe(404)
})
const ASSETS = new Set<string>()

test.for([
  ['light', 1280],
  ['dark', 390],
] as const)('axe finds nothing on any page, %s at %i px', async ([colorScheme, width]) => {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } })
  const tab = await context.newPage()
  const problems: string[] = []
  const look = async () => {
    tab.on('pageerror', error => problems.push(error.message))
    await tab.evaluate(AXE)
    const found = await tab.evaluate<string[]>(LOOK)
    problems.push(...found.map(each => `${tab.url()} ${each}`))
  }
  const places = [
    '',
    'c/sleep',
    'p/porras',
    'search?q=villa',
    'search?q=xyz',
    'search',
    'cart',
    'newsletter',
    'account',
    'zzz',
  ]
  for (const place of places) {
    await tab.goto(`${shop.origin}/fi/${place}`)
    await look()
  }
  await tab.goto(`${shop.origin}/sv/p/pilvi`)
  await tab.click('form.add .button')
  await look()
  await tab.goto(`${shop.origin}/sv/checkout`)
  await look()
  await tab.click('.sheet .button')
  await look()
  await order(tab, {})
  await look()
  expect(problems).toEqual([])
  await context.close()
})

async function order(tab: Page, other: Record<string, string>): Promise<void> {
  if (!tab.url().endsWith('/checkout')) await tab.click('.sum a.button')
  const address = {
    name: 'Aino Esimerkki',
    email: 'aino@example.com',
    street: 'Satukuja 1',
    postal: '00100',
    city: 'Helsinki',
  }
  for (const [name, value] of Object.entries({ ...address, ...other }))
    await tab.fill(`.sheet [name=${name}]`, value)
  await tab.click('.sheet .button')
}

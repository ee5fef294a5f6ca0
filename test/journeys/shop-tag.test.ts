import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tagConfig, tagFields } from '../../src/policy/index.ts'
import { buildTag } from '../../tag/build.mjs'
import { openBrowser } from '../browser.ts'
import { openShop, shopPolicy } from '../demo-shop.ts'

/** The shop with the real tag, and a browser whose visitor granted these purposes. */
async function shopper(granted: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'shop-tag-'))
  const { code, measure } = await buildTag(folder)
  rmSync(folder, { recursive: true })
  const shop = await openShop({
    tag: policy => `self.lupausConfig=${JSON.stringify(tagConfig(policy))};${code}`,
    measure: `const lupausFields=${JSON.stringify(tagFields(shopPolicy()))};${measure}`,
  })
  const browser = await openBrowser()
  const context = await browser.newContext({ locale: 'fi-FI' })
  const { rules } = shop.policy
  const now = Math.floor(Date.now() / 1000)
  const payload = {
    v: rules.version.slice(0, 16),
    w: '0'.repeat(16),
    l: 'fi',
    g: Object.fromEntries(granted.map(id => [id, rules.purposes[id]?.terms])),
    t: now - 60,
    e: now + 86_400,
    i: 'a'.repeat(22),
  }
  // The tag reads a receipt and leaves the checking of its signature to the server.
  const value = `x.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.x`
  await context.addCookies([{ name: 'lupaus_choice', value, url: shop.origin }])
  return {
    shop,
    tab: await context.newPage(),
    async [Symbol.asyncDispose]() {
      await browser.close()
      await shop[Symbol.asyncDispose]()
    },
  }
}

test('with personalisation the shop shows what was seen and what may please', async () => {
  await using given = await shopper(['personalisation'])
  const { shop, tab } = given
  await tab.goto(`${shop.origin}/fi/p/kuu`)
  await tab.goto(`${shop.origin}/fi/`)
  await tab.waitForSelector('[data-shop-strip=seen]:not([hidden])')
  expect(await tab.locator('[data-shop-strip=seen] h3').allTextContents()).toEqual(['Yövalo Kuu'])
  const picked = await tab.locator('[data-shop-strip=picked] h3').allTextContents()
  expect(picked.toSorted()).toEqual(['Ensisänky Pesä', 'Unipussi Uni'])
})

test('without personalisation there are no such shelves, and nothing is kept of what was seen', async () => {
  await using given = await shopper(['analytics'])
  const { shop, tab } = given
  await tab.goto(`${shop.origin}/fi/p/kuu`)
  await tab.goto(`${shop.origin}/fi/`, { waitUntil: 'networkidle' })
  expect(await tab.locator('[data-shop-strip]:not([hidden])').count()).toBe(0)
  expect(await tab.evaluate(() => Object.keys(localStorage))).not.toContain('lupaus_seen')
})

test('the language is kept only once the visitor chooses one, and / then speaks it', async () => {
  await using given = await shopper([])
  const { shop, tab } = given
  await tab.goto(`${shop.origin}/`)
  expect(await tab.evaluate(() => Object.keys(localStorage))).toEqual([])
  await tab.click('[data-shop-language=sv]')
  await tab.waitForURL(`${shop.origin}/sv/`)
  expect(await tab.evaluate(() => Object.keys(localStorage))).toEqual(['shop_language'])
  await tab.goto(`${shop.origin}/`)
  await tab.waitForURL(`${shop.origin}/sv/`)
})

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildTag } from '../../tag/build.mjs'
import { weigh } from '../../bench/tag.ts'
import { TAG_FOLDER, type TagShop, tagShop } from './tag-shop.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SHOTS = process.env['LUPAUS_SHOTS']

let shop: TagShop
beforeAll(async () => {
  shop = await tagShop()
  shop.headers.set('/fi/', "default-src 'self'")
  for (const lang of ['fi', 'sv', 'en']) {
    shop.bodies.set(`/${lang}/film`, `<h1>Film</h1>${EMBED}<p>Under</p>`)
  }
})
afterAll(() => shop[Symbol.asyncDispose]())

const EMBED =
  '<div data-lupaus-embed="tuike-video" data-src="https://player.tuike.example/1" data-title="Nalle"><a href="https://tuike.example/1">Tuike</a></div>'
const GROWN = (text: string) =>
  text.replace('fields: [campaign, path]', 'fields: [campaign, path, title]')

const LOOKS = (['fi', 'sv', 'en'] as const).flatMap(lang => [
  { lang, scheme: 'light', width: lang === 'sv' ? 1280 : 390 } as const,
  { lang, scheme: 'dark', width: lang === 'sv' ? 390 : 1280 } as const,
])

test.for(LOOKS)(
  'axe finds nothing on any layer: $lang, $scheme, $width px',
  async ({ lang, scheme, width }) => {
    await using visitor = await shop.visitor({
      colorScheme: scheme,
      viewport: { width, height: 800 },
      reducedMotion: 'reduce',
    })
    const { page } = visitor
    const look = async (name: string) => {
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${lang}-${scheme}-${width}.png` })
      // Through the debugger, which the page's content policy does not bind.
      await page.evaluate(AXE)
      const found = await page.evaluate<{
        violations: { id: string; nodes: { html: string }[] }[]
      }>(
        'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })',
      )
      expect(
        found.violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
        name,
      ).toEqual([])
    }
    const targets = async () => {
      for (const target of await page
        .locator('section, .ground')
        .locator('button, a, summary, input')
        .filter({ visible: true })
        .all()) {
        const box = await target.boundingBox()
        const least = Math.min(box?.width ?? 0, box?.height ?? 0)
        expect(least, await target.innerText()).toBeGreaterThanOrEqual(24)
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
    shop.become(text => text)
    await visitor.go(`/${lang}/`)
    await look('first')
    await visitor.press('choose')
    await page.locator('summary').first().click()
    await look('second')
    await targets()
    await visitor.press('refuse')
    await look('link')
    await visitor.go(`/${lang}/film`)
    await page.locator('.ground button').first().waitFor()
    await look('embed')
    await targets()
    await page.locator('button[name=show]').click()
    await page.locator('button[name=of-age]').waitFor()
    await look('age')
    await targets()
    await page.locator('button[name=of-age]').click()
    await page.locator('iframe').waitFor()
    shop.become(GROWN)
    await visitor.go(`/${lang}/`)
    await page.locator('button[name=accept]').waitFor()
    await look('delta')
    await targets()
    expect(visitor.errors).toEqual([])
  },
)

/** What the tag may weigh, gzipped: the gate alone, and all that the first page loads of it. */
const GATE_MAX = 3 * 1024
const TAG_MAX = 9 * 1024

test('the gate, and all of the tag with the shop and words in three languages, keep their byte budgets', async () => {
  const { gateGzipBytes, tagGzipBytes } = await weigh(TAG_FOLDER)
  expect(gateGzipBytes).toBeLessThanOrEqual(GATE_MAX)
  expect(tagGzipBytes).toBeLessThanOrEqual(TAG_MAX)
})

test('the tag is one script that imports nothing but its own parts, and evaluates no text', async () => {
  const { code, measure, embed } = await buildTag(TAG_FOLDER)
  for (const text of [code, measure, embed]) {
    expect(text).not.toMatch(/\beval\(|new Function|\bimport\s*[{"']/)
  }
  const parts = [...code.matchAll(/\bimport\(`\$\{[\w.]+\}([^`]*)`/g)].map(([, path]) => path)
  expect(new Set(parts)).toEqual(new Set(['/lupaus-measure.js', '/lupaus-embed.js']))
  expect(code.match(/\bimport\(/g)).toHaveLength(parts.length)
  expect(gzipSync(code).length).toBeGreaterThan(1000)
})

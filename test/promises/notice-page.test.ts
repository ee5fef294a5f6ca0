import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LANGS, type Lang } from '../../src/base/lang.ts'
import { noticeOf, type Policy, renderNotice } from '../../src/policy/index.ts'
import { openBrowser } from '../browser.ts'
import { POLICY_NAMES, policyOf } from './all-policies.ts'

const shop = policyOf('childrens-shop')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const NARROW = { width: 390, height: 844 }
const WIDE = { width: 1280, height: 900 }
const looks = LANGS.flatMap(lang =>
  (['light', 'dark'] as const).map(scheme => [lang, scheme] as const),
)

let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))
afterAll(() => browser.close())

test.for(looks)(
  'axe finds nothing wrong with the notice in %s, %s',
  async ([lang, colorScheme]) => {
    for (const viewport of [NARROW, WIDE]) {
      await using held = await opened(lang, { viewport, colorScheme })
      expect(await violations(held.page)).toEqual([])
    }
  },
)

// Each document is looked at in one language, on a phone in the dark or a desk in the light; every look
// of the shop's notice is above, and only words differ from language to language.
const others = POLICY_NAMES.map(
  (name, row) => [name, LANGS[row % 3] ?? 'fi', row % 2 === 0 ? 'dark' : 'light'] as const,
)

test.for(others)('axe finds nothing wrong with %s in %s, %s', async ([name, lang, colorScheme]) => {
  const viewport = colorScheme === 'dark' ? NARROW : WIDE
  await using held = await opened(lang, { viewport, colorScheme }, policyOf(name))
  expect(await violations(held.page)).toEqual([])
  const wider = () => document.documentElement.scrollWidth > window.innerWidth
  expect(await held.page.evaluate(wider)).toBe(false)
})

test('axe does find what is wrong: a link without words, and grey on grey', async () => {
  await using held = await opened('fi', { viewport: WIDE, colorScheme: 'light' })
  await held.page.evaluate(() => {
    const wrong = '<a href="/"></a><p style="color:#999;background:#888">harmaa</p>'
    document.querySelector('main')?.insertAdjacentHTML('beforeend', wrong)
  })
  expect(await violations(held.page)).toEqual(
    expect.arrayContaining(['link-name', 'color-contrast']),
  )
})

test.for(LANGS)(
  'the notice in %s fits a phone and says each cell’s label on its card',
  async lang => {
    await using held = await opened(lang, { viewport: NARROW, colorScheme: 'light' })
    const seen = await held.page.evaluate(() => ({
      wider: document.documentElement.scrollWidth > window.innerWidth,
      unlabelled: [...document.querySelectorAll('tbody td')].filter(
        cell => getComputedStyle(cell, '::before').content.length < 6,
      ).length,
      // Narrower or lower than a fingertip: links outside running text.
      small: [...document.querySelectorAll('nav a')].filter(
        link => link.checkVisibility() && link.getBoundingClientRect().height < 24,
      ).length,
    }))
    expect(seen).toEqual({ wider: false, unlabelled: 0, small: 0 })
  },
)

test.for(LANGS)(
  'the notice in %s has one heading, its landmarks, and no dead link inside',
  async lang => {
    await using held = await opened(lang, { viewport: WIDE, colorScheme: 'light' })
    const seen = await held.page.evaluate(() => ({
      lang: document.documentElement.lang,
      h1: document.querySelectorAll('h1').length,
      landmarks: ['header', 'main', 'footer'].map(name => document.querySelectorAll(name).length),
      captions: document.querySelectorAll('table:not(:has(caption))').length,
      scopes: document.querySelectorAll('th:not([scope])').length,
      scripts: document.querySelectorAll('script, [style], [onclick]').length,
      dead: [...document.querySelectorAll('a[href^="#"]')].filter(
        link => !document.getElementById(link.getAttribute('href')?.slice(1) ?? ''),
      ).length,
      twice:
        [...document.querySelectorAll('[id]')].length -
        new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)).size,
    }))
    expect(seen).toEqual({
      lang,
      h1: 1,
      landmarks: [1, 1, 1],
      captions: 0,
      scopes: 0,
      scripts: 0,
      dead: 0,
      twice: 0,
    })
  },
)

type Look = { viewport: { width: number; height: number }; colorScheme: 'light' | 'dark' }

async function opened(
  lang: Lang,
  look: Look,
  policy: Policy = shop,
): Promise<{ page: Page } & AsyncDisposable> {
  const page = await browser.newPage(look)
  await page.setContent(renderNotice(noticeOf(policy, lang), 'html', 'alone'))
  return { page, [Symbol.asyncDispose]: () => page.close() }
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string }[] }> }
    }
    const found = await checker.run({ resultTypes: ['violations'] })
    return found.violations.map(({ id }) => id)
  })
}

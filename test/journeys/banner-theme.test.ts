import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { type TagShop, tagShop, type Visitor } from './tag-shop.ts'

// How the banner looks and is reached under whatever page, theme and browser setting it stands.

const SHOTS = process.env['LUPAUS_SHOTS']
const TALL = `<h1>Shop</h1>${'<p>Text of the page itself.</p>'.repeat(40)}`
const OPEN = "default-src 'self'; style-src 'unsafe-inline'; script-src 'self'"

/** Every variable by which a site may give the banner its own look. */
const THEME = ['paper', 'ink', 'fill', 'font', 'corner'].map(name => `--lupaus-${name}`)

let shop: TagShop
beforeAll(async () => {
  shop = await tagShop()
  const put = (path: string, body: string) => {
    shop.bodies.set(path, body)
    shop.headers.set(path, OPEN)
  }
  put('/en/tall', TALL)
  put('/fi/tall', TALL)
  put('/en/hostile', `<style>${HOSTILE}</style>${TALL}`)
})
afterAll(() => shop[Symbol.asyncDispose]())

// What a page may try, by neglect or on purpose, to make one answer easier than the other.
const HOSTILE = `
  body * { all: unset !important; font: 3px cursive !important; color: #fefefe !important; display: none !important;
    opacity: 0.01 !important; visibility: hidden !important; width: 1px !important; transform: scale(0) !important }
  body [name=refuse], button:first-of-type { display: none !important }
  [name=accept] { font-size: 60px !important; background: lime !important }`

/** All that the browser computes for the two answers, but for what their words alone change. */
function looks(page: Page, names: readonly string[]) {
  return page.evaluate(wanted => {
    const root = document.querySelector('body > div[data-nosnippet]')?.shadowRoot
    return wanted.map(name => {
      const button = root?.querySelector(`section button[name=${name}]`)
      if (!button) throw new Error(`there is no ${name}`)
      const style = getComputedStyle(button)
      const said = [...style].map(key => [key, style.getPropertyValue(key)])
      const { width, height } = button.getBoundingClientRect()
      // Where each stands in its row differs, and nothing else may.
      const where = /^(inset|perspective-origin|transform-origin|(top|left|right|bottom)$)/
      const css = said.filter(([key = '']) => !where.test(key))
      return { css: Object.fromEntries(css), width: Math.round(width), height: Math.round(height) }
    })
  }, names)
}

async function areEqual(visitor: Visitor, one: string, other: string): Promise<void> {
  // Neither pressed nor pointed at.
  await visitor.page.mouse.move(1, 1)
  await visitor.page.evaluate(() => {
    const held = document.activeElement?.shadowRoot?.activeElement
    if (held instanceof HTMLElement) held.blur()
  })
  const [first, second] = await looks(visitor.page, [one, other])
  expect(first).toEqual(second)
  expect(first?.height).toBeGreaterThanOrEqual(24)
  expect(first?.css['visibility']).toBe('visible')
  expect(Number(first?.css['opacity'])).toBe(1)
}

const EXTREMES = ['red', 'transparent', '99px', '0', '60px serif', 'inherit', 'initial', '}x{']

test('no theme makes one answer unlike the other, at any extreme of any variable (proves: consent.refuse-nonessential)', async () => {
  await using visitor = await shop.visitor()
  await visitor.go('/en/tall')
  await visitor.page.locator('button[name=refuse]').waitFor()
  await areEqual(visitor, 'refuse', 'accept')
  for (const value of EXTREMES) {
    await visitor.page.evaluate(
      ([names, text]) => {
        for (const host of [document.documentElement, document.querySelector('[data-nosnippet]')]) {
          for (const name of names) (host as HTMLElement).style.setProperty(name, text)
        }
      },
      [THEME, value] as const,
    )
    await areEqual(visitor, 'refuse', 'accept')
  }
})

test('each variable of the theme changes what it is for', async () => {
  await using visitor = await shop.visitor()
  await visitor.go('/en/tall')
  await visitor.page.locator('button[name=refuse]').waitFor()
  await visitor.page.evaluate(() => {
    const { style } = document.documentElement
    style.setProperty('--lupaus-paper', 'rgb(1, 2, 3)')
    style.setProperty('--lupaus-ink', 'rgb(4, 5, 6)')
    style.setProperty('--lupaus-fill', 'rgb(7, 8, 9)')
    style.setProperty('--lupaus-font', 'monospace')
    style.setProperty('--lupaus-corner', '3px')
  })
  const [refuse] = await looks(visitor.page, ['refuse'])
  expect(refuse?.css).toMatchObject({
    color: 'rgb(1, 2, 3)',
    'background-color': 'rgb(7, 8, 9)',
    'font-family': 'monospace',
    'border-top-left-radius': '3px',
  })
  const card = await visitor.page.locator('section').evaluate(one => {
    const { color, backgroundColor } = getComputedStyle(one)
    return { color, backgroundColor }
  })
  expect(card).toEqual({ color: 'rgb(4, 5, 6)', backgroundColor: 'rgb(1, 2, 3)' })
})

test('a page whose own style is hostile changes nothing of the banner (proves: consent.refuse-nonessential)', async () => {
  await using visitor = await shop.visitor()
  await visitor.go('/en/tall')
  await visitor.page.locator('button[name=refuse]').waitFor()
  const plain = await looks(visitor.page, ['refuse', 'accept', 'choose'])
  const box = await visitor.page.locator('section').boundingBox()
  await visitor.go('/en/hostile')
  await visitor.page.locator('button[name=refuse]').waitFor()
  expect(await looks(visitor.page, ['refuse', 'accept', 'choose'])).toEqual(plain)
  expect(await visitor.page.locator('section').boundingBox()).toEqual(box)
  await visitor.page.locator('button[name=refuse]').click()
  await visitor.page.locator('button[name=open]').waitFor()
})

/** Reaches all that the keyboard can, and tells what of it was out of sight or covered. */
async function hiddenOnes(page: Page): Promise<readonly string[]> {
  const hidden: string[] = []
  const seen = new Set<string>()
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const { activeElement: outer } = document
      const root = outer?.shadowRoot
      const held = root?.activeElement
      if (!root || !held) return undefined
      const { left, top, right, bottom } = held.getBoundingClientRect()
      const middle = [(left + right) / 2, (top + bottom) / 2] as const
      const hit = root.elementFromPoint(...middle)
      const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
      const name = held.getAttribute('name') ?? held.id ?? ''
      return {
        what: `${held.tagName} ${name} ${held.textContent.slice(0, 20)}`,
        shown: inside && !!hit && (held.contains(hit) || hit.contains(held)),
      }
    })
    if (!at) continue
    if (seen.has(at.what)) break
    seen.add(at.what)
    if (!at.shown) hidden.push(at.what)
  }
  expect(seen.size).toBeGreaterThanOrEqual(2)
  return hidden
}

/** What is wider than the window, or cut at a side of the card. */
function cut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : []
    const root = document.querySelector('body > div[data-nosnippet]')?.shadowRoot
    const section = root?.querySelector('section')
    const held = [...(section?.querySelectorAll<HTMLElement>('*') ?? [])]
    const over = held.filter(one => {
      if (!one.offsetParent) return false
      const { left, right } = one.getBoundingClientRect()
      return (
        left < 0 ||
        right > innerWidth ||
        (one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
      )
    })
    const side = (section?.scrollWidth ?? 0) > (section?.clientWidth ?? 0) ? ['the card'] : []
    return [...wide, ...side, ...over.map(one => `${one.tagName} ${one.textContent.slice(0, 30)}`)]
  })
}

const SETTINGS: readonly (BrowserContextOptions & {
  readonly name: string
  readonly dir?: 'rtl'
})[] = [
  { name: '400 % zoom', viewport: { width: 320, height: 256 } },
  { name: '200 % zoom of a telephone', viewport: { width: 195, height: 422 } },
  { name: '200 % zoom of a desk', viewport: { width: 640, height: 400 } },
  { name: 'forced colours', forcedColors: 'active', viewport: { width: 390, height: 800 } },
  { name: 'right to left', dir: 'rtl', viewport: { width: 390, height: 800 } },
]

test.for(SETTINGS)(
  'with $name nothing is cut and the keyboard reaches all in sight on each layer',
  async ({ name, dir, ...settings }) => {
    await using visitor = await shop.visitor(settings)
    const { page } = visitor
    const look = async (layer: string) => {
      if (SHOTS)
        await page.screenshot({ path: `${SHOTS}/${name.replaceAll(/\W/g, '')}-${layer}.png` })
      expect(await cut(page), layer).toEqual([])
      expect(await hiddenOnes(page), layer).toEqual([])
    }
    if (dir) {
      await page.addInitScript(to => {
        new MutationObserver((_, self) => {
          document.documentElement.dir = to
          self.disconnect()
        }).observe(document, { childList: true })
      }, dir)
    }
    // Finnish has the longest words.
    await visitor.go('/fi/tall')
    await page.locator('button[name=refuse]').waitFor()
    await look('first')
    if (dir) await areMirrored(page)
    await areEqual(visitor, 'refuse', 'accept')
    await page.locator('button[name=choose]').click()
    await page.locator('button[name=save]').waitFor()
    await look('second')
    await areEqual(visitor, 'none', 'save')
    await page.locator('#marketing').click()
    await page.locator('button[name=save]').click()
    await page.locator('button[name=of-age]').waitFor()
    await look('age')
    await areEqual(visitor, 'too-young', 'of-age')
  },
)

async function areMirrored(page: Page): Promise<void> {
  const [card, refuse, accept] = await Promise.all(
    ['section', 'button[name=refuse]', 'button[name=accept]'].map(one =>
      page.locator(one).boundingBox(),
    ),
  )
  expect((card?.x ?? 0) + (card?.width ?? 0)).toBeCloseTo(390 - 12, 0)
  expect(refuse?.x).toBeGreaterThan(accept?.x ?? 1000)
}

test('nothing moves by itself, nothing of the page moves, and no task of ours is long', async () => {
  await using visitor = await shop.visitor({ reducedMotion: 'reduce' })
  const { page } = visitor
  await page.addInitScript(() => {
    const seen = { moved: [] as string[], longest: 0 }
    Object.assign(window, { seen })
    type Shift = PerformanceEntry & {
      readonly hadRecentInput: boolean
      readonly sources: readonly { readonly node?: Node }[]
    }
    new PerformanceObserver(list => {
      for (const { hadRecentInput, sources } of list.getEntries() as Shift[]) {
        const ofPage = sources.filter(({ node }) =>
          document.querySelector('main')?.contains(node ?? null),
        )
        seen.moved.push(...ofPage.map(({ node }) => node?.nodeName ?? ''))
        if (!hadRecentInput) seen.moved.push('unasked')
      }
    }).observe({ type: 'layout-shift', buffered: true })
    new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration)
    }).observe({ type: 'longtask', buffered: true })
  })
  await visitor.go('/en/tall')
  await page.locator('button[name=choose]').click()
  await page.locator('button[name=back]').click()
  await page.locator('button[name=accept]').click()
  await page.locator('button[name=of-age]').click()
  await page.locator('button[name=withdraw]').click()
  await page.locator('button[name=withdraw]').waitFor({ state: 'hidden' })
  const moving = await page.evaluate(() => document.getAnimations().length)
  const { moved, longest } = await page.evaluate<{ moved: string[]; longest: number }>(
    'window.seen',
  )
  expect([moving, moved]).toEqual([0, []])
  // A figure for whoever runs this by hand; a machine under load proves nothing by it.
  if (SHOTS) process.stdout.write(`longest task: ${longest} ms\n`)
})

test('what the server drew of the page stays the very same nodes', async () => {
  await using visitor = await shop.visitor()
  const { page } = visitor
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const main = document.querySelector('main')
      const changes: string[] = []
      Object.assign(window, { changes, main, before: main?.outerHTML })
      new MutationObserver(all => changes.push(...all.map(({ type }) => type))).observe(
        document.querySelector('main') as Node,
        { attributes: true, characterData: true, childList: true, subtree: true },
      )
    })
  })
  await visitor.go('/en/tall')
  await visitor.press('choose')
  await page.locator('button[name=none]').click()
  await page.locator('button[name=open]').waitFor()
  const same = await page.evaluate(
    'window.main === document.querySelector("main") && window.before === window.main.outerHTML',
  )
  expect([same, await page.evaluate('window.changes')]).toEqual([true, []])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../../../test/browser.ts'
import { html } from './html.ts'
import { publicPage } from './page.ts'
import { renderPaper } from './render-paper.ts'

let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))
afterAll(() => browser.close())

const PAGE = publicPage({
  lang: 'fi',
  title: 'Seloste',
  siteName: 'Kauppa',
  path: '/privacy/fi',
  languages: { fi: '/privacy/fi', sv: '/privacy/sv', en: '/privacy/en' },
  style: 'inline',
  body: html`<h1>Seloste</h1>
    <nav class="contents"><a href="#a">Sisältö</a></nav>
    <p id="a" class="meta">Teksti <a class="link" href="https://a.example/b">linkki</a></p>
    <button>Tallenna</button>`,
})

const PRESSED = ['.skip', '.languages', '.site-footer', 'button']

test.for(['dark', 'light'] as const)(
  'from a %s screen a page prints black on white',
  async look => {
    const page = await browser.newPage({ colorScheme: look })
    await page.setContent(PAGE)
    for (const name of PRESSED) expect(await page.locator(name).first().isVisible()).toBe(true)

    await page.emulateMedia({ media: 'print', colorScheme: look })
    for (const name of PRESSED) expect(await page.locator(name).first().isVisible()).toBe(false)
    for (const name of ['h1', '.contents a', '.meta', '.site-name'])
      expect(await page.locator(name).isVisible()).toBe(true)
    const colours = await page.evaluate(`['html','h1','.meta','a.link'].map(name => {
    const { color, backgroundColor } = getComputedStyle(document.querySelector(name))
    return [color, backgroundColor]
  })`)
    expect(colours).toEqual([
      ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'],
      ['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)'],
      ['rgb(51, 51, 51)', 'rgba(0, 0, 0, 0)'],
      ['rgb(51, 51, 51)', 'rgba(0, 0, 0, 0)'],
    ])
    const after = await page.evaluate(
      `getComputedStyle(document.querySelector('a.link'), '::after').content`,
    )
    expect(after).toContain('(https://a.example/b)')
  },
)

test('a title cannot end the style of the page that carries it', () => {
  const item = { text: ['Voimassa "tänään"'], promises: [] }
  const text = renderPaper({
    lang: 'fi',
    title: '</style><script>a\\"b',
    description: '',
    siteName: 'K',
    origin: '',
    dated: item,
    lead: '',
    contents: '',
    short: { id: 'short', title: '', blocks: [], parts: [] },
    sections: [],
  })
  const style = text.slice(text.lastIndexOf('<style>'), text.indexOf('</head>'))
  expect(style.match(/<\/style>/g)).toHaveLength(1)
  expect(style).not.toContain('<script>')
  expect(style).toContain('content:"\\3c /style\\3e \\3c script\\3e a\\5c \\22 b – K\\a Voimassa')
})

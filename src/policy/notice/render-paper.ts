import type { Notice, Text } from './model.ts'
import { renderHtml } from './render-html.ts'
import { say } from './say.ts'

/** The page on which each section starts, by the section's id. */
export type PageOf = ReadonlyMap<string, number>

/**
 * The notice as a page to be printed: it stands alone, says its title, date and page numbers at the
 * foot of each sheet, and its list of contents says the pages that are known.
 */
export function renderPaper(notice: Notice, pageOf: PageOf = new Map()): string {
  const styled = `<style>${footCss(notice)}${ownLinksCss(notice)}${contentsCss(pageOf)}</style></head>`
  return renderHtml(notice, 'alone').replace('</head>', () => styled)
}

function footCss({ lang, title, siteName, dated }: Notice): string {
  const document = quoted(`${title} – ${siteName}\n${plain(dated.text)}`)
  const number = quoted(say(lang, 'page.number', { page: PAGE, pages: PAGES }))
    .replace(PAGE, '" counter(page) "')
    .replace(PAGES, '" counter(pages) "')
  return `@page{size:A4;@bottom-left{${FOOT};white-space:pre-line;content:${document}}@bottom-right{${FOOT};white-space:pre;text-align:right;content:${number}}}@page wide{size:A4 landscape}`
}

const FOOT =
  'font:8pt/1.35 "Open Sans","Noto Sans","Liberation Sans",sans-serif;text-rendering:geometricPrecision;color:#444;vertical-align:top;padding-top:3mm'

// Stand for the two numbers, which only the browser knows; no message has them.
const PAGE = '\u{E000}'
const PAGES = '\u{E001}'

// Our own pages are named by their path alone, which leads nowhere from paper.
function ownLinksCss({ origin }: Notice): string {
  const home = quoted(`${origin}/`)
  const own = `main dd>a[href^=${home}]:not([href=${home}])`
  return `@media print{${own}::after{content:" (" attr(href) ")" / ""}}`
}

// The number's room is the same before it is known: to learn it must not move anything.
function contentsCss(pageOf: PageOf): string {
  const room = '.contents a::after{flex:none;min-width:2.5em;margin-left:auto;text-align:right}'
  const numbers = [...pageOf].map(
    ([id, page]) => `.contents a[href=${quoted(`#${id}`)}]::after{content:"${page}"}`,
  )
  return `@media print{${room}.contents a::after{content:"0"}${numbers.join('')}}`
}

function plain(text: Text): string {
  return text
    .map(part => {
      if (typeof part === 'string') return part
      return 'code' in part ? part.code : part.text
    })
    .join('')
}

/** A CSS string that cannot end early, nor end the style element it stands in. */
function quoted(text: string): string {
  const safe = text.replace(
    /["'\\<>&\p{Cc}]/gu,
    sign => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `,
  )
  return `"${safe}"`
}

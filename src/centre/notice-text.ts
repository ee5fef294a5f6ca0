import type { Lang } from '../base/lang.ts'
import {
  type Html,
  html,
  noticeBody,
  noticeOf,
  type Policy,
  renderNotice,
} from '../policy/index.ts'

const COOKIE = { fi: 'eväste', sv: 'kaka', en: 'cookie' } as const

/** An explanation shorter than this explains nothing. */
const EXPLANATION_MIN = 120

/** The notice as the centre serves it: its title, and what stands in `<main>`. */
export function noticeText(
  policy: Policy,
  lang: Lang,
): { readonly title: string; readonly body: Html } {
  const notice = noticeOf(policy, lang)
  return { title: notice.title, body: html`${noticeBody(notice, '')}` }
}

/** The notice as it is kept with its version, for ever. */
export function keptNotice(
  policy: Policy,
  lang: Lang,
): { readonly title: string; readonly html: string } {
  const { title, body } = noticeText(policy, lang)
  return { title, html: body.toString() }
}

/** The notice as a file. */
export function noticeFile(policy: Policy, lang: Lang, format: 'md' | 'txt'): string {
  return renderNotice(noticeOf(policy, lang), format)
}

/** True when a served notice says in so many words what a cookie is. */
export function explainsTechnology(page: string, lang: Lang): boolean {
  const section = /<h2 id="technology">([\s\S]*?)<\/section>/.exec(page)?.[1] ?? ''
  const cited = section.includes('data-promise="notice.explains-technology"')
  const text = plain(section).toLowerCase()
  return cited && text.includes(COOKIE[lang]) && text.length >= EXPLANATION_MIN
}

/** The cells of every table row of a served page, as text. */
export function trackerRows(page: string): readonly (readonly string[])[] {
  return [...page.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => plain(cell)),
  )
}

function plain(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ')
    .trim()
}

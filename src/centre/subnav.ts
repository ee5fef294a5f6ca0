import type { Lang } from '../base/lang.ts'
import { type Html, html } from '../policy/index.ts'
import { sayIn } from './words.ts'

/** The pages about one browser, in the order in which one asks. */
const PAGES = [
  { id: 'choices', path: '/privacy' },
  { id: 'device', path: '/privacy/device' },
  { id: 'why', path: '/privacy/why' },
  { id: 'receipts', path: '/privacy/receipts' },
  { id: 'data', path: '/privacy/data' },
  { id: 'rights', path: '/privacy/rights' },
] as const

/** A page that the links above every page of the centre lead to. */
export type PageId = (typeof PAGES)[number]['id']

/** Links between the pages about this browser; the one that is open is marked. */
export function subnav(lang: Lang, current: PageId | undefined): Html {
  const say = sayIn(lang)
  const links = PAGES.map(
    ({ id, path }) =>
      html`<li>
        <a href="${path}?lang=${lang}" ${id === current && html` aria-current="page"`}
          >${say(`nav.${id}`)}</a
        >
      </li>`,
  )
  return html`<nav class="subnav" aria-label="${say('nav.label')}">
    <ul>
      ${links}
    </ul>
  </nav>`
}

import type { Sighting } from '../audit/index.ts'
import { LANGS } from '../base/lang.ts'
import type { CentreParts } from './parts.ts'
import { noticeOf, told, visit } from './self-visit.ts'

/** Pages that anyone may open before any choice; none may set a cookie. */
const OPEN_PAGES = [
  '/',
  '/privacy',
  '/privacy/device',
  '/privacy/why',
  '/privacy/receipts',
  '/privacy/data',
  '/privacy/erase',
  '/privacy/rights',
  '/promises',
  '/privacy/versions',
  '/privacy/receipt/check',
  '/lupaus.js',
  ...LANGS.map(lang => `/privacy/${lang}`),
]

/** Every help link of the policy stands in the notice of its language. */
export async function linksPrinted(parts: CentreParts): Promise<Sighting> {
  const { links } = parts.policy()
  let printed = 0
  for (const lang of LANGS) {
    const notice = await noticeOf(parts, lang)
    for (const { urls } of links) {
      if (notice.includes(`href="${urls[lang].replaceAll('&', '&#38;')}"`)) printed += 1
    }
  }
  const wanted = links.length * LANGS.length
  return {
    kept: wanted > 0 && printed === wanted,
    saw: told('probe.links', { printed, wanted }),
  }
}

/** A first visit is given no cookie, and the tag is told of the policy's trackers and no others. */
export async function onlyDeclared(parts: CentreParts): Promise<Sighting> {
  let cookies = 0
  for (const page of OPEN_PAGES) cookies += (await visit(parts, page)).lines.length
  const policy = parts.policy()
  const tag = await visit(parts, '/lupaus.js')
  const known = policy.trackers.filter(tracker => tag.body.includes(`"${tracker.name}"`)).length
  const trackers = policy.trackers.length
  return {
    kept: cookies === 0 && known === trackers && tag.status === 200,
    saw: told('probe.declared', { pages: OPEN_PAGES.length, cookies, known, trackers }),
  }
}

import type { Sighting } from '../audit/index.ts'
import { LANGS } from '../base/lang.ts'
import type { CentreParts } from './parts.ts'
import { noticeOf, told, visit } from './self-visit.ts'

/**
 * Beside each choice about a vendor stand its own pages for saying no, or for its settings; those of
 * a vendor that no purpose on the device names stand in the notice.
 */
export async function vendorPages(
  parts: CentreParts,
  which: 'optOut' | 'settings',
): Promise<Sighting> {
  const { vendors, purposes } = parts.policy()
  const chosen = purposes.flatMap(purpose => purpose.vendors)
  const links = vendors.flatMap(vendor => {
    const url = vendor[which]
    return url === undefined ? [] : [{ url, isChosen: chosen.includes(vendor.id) }]
  })
  let listed = 0
  for (const lang of LANGS) {
    const choices = (await visit(parts, `/privacy?lang=${lang}`)).body
    const notice = await noticeOf(parts, lang)
    listed += links.filter(({ url, isChosen }) =>
      (isChosen ? choices : notice).includes(`href="${url.replaceAll('&', '&#38;')}"`),
    ).length
  }
  const wanted = links.length * LANGS.length
  return {
    kept: wanted > 0 && listed === wanted,
    saw: told(`probe.vendor.${which}`, { listed, wanted }),
  }
}

/** Each declared cookie goes when its button is pressed, and no answer sets it again. */
export async function erasureWorks(parts: CentreParts): Promise<Sighting> {
  const names = parts
    .policy()
    .trackers.filter(({ store, party }) => store === 'cookie' && party === 'first')
    .map(({ name }) => name.replace('*', 'probe'))
  const cookie = names.map(name => `${name}=probe`).join('; ')
  const page = await visit(parts, '/privacy/device?lang=en', { cookie })
  const token = /name="token"\s+value="([^"]*)"/.exec(page.body)?.[1] ?? ''
  const headers = { cookie, origin: parts.origin() }
  let erased = 0
  for (const name of names) {
    const form: [string, string][] = [
      ['lang', 'en'],
      ['token', token],
      ['cookie', name],
    ]
    const { lines } = await visit(parts, '/privacy/device/erase', headers, form)
    const ends = lines.every(line => line.startsWith(`${name}=; Max-Age=0`))
    if (ends && lines.length > 0) erased += 1
  }
  const again = page.lines.length
  return {
    kept: names.length > 0 && erased === names.length && again === 0,
    saw: told('probe.erasure', { erased, wanted: names.length, again }),
  }
}

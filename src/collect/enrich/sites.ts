import { COMMON_WORDS, SITES, type SiteKind } from './channels-data.ts'

/** A place people come from, by one name however many hosts it has. */
export type Site = { readonly name: string; readonly kind: SiteKind }

const KINDS: readonly SiteKind[] = [
  'search',
  'social',
  'video',
  'mail',
  'ai',
  'shopping',
  'referral',
]
const HOSTS = new Map<string, Site>()
/** Names that stand before any country's ending. */
const BRANDS = new Map<string, Site>()
const NAMES = new Map<string, Site>()
for (const kind of KINDS) {
  for (const row of SITES[kind]) {
    const [name = '', ...hosts] = row.split(' ')
    const site = { name, kind }
    if (!NAMES.has(name) && !COMMON_WORDS.includes(name)) NAMES.set(name, site)
    for (const host of hosts) {
      if (host.endsWith('.*')) BRANDS.set(host.slice(0, -2), site)
      else HOSTS.set(host, site)
    }
  }
}

const LABELS_MAX = 8
const ENDING = /^(?:com|net|org|[a-z]{2})$/
const SECOND_ENDING = /^(?:co|com|or|ne)$/
/** A web mail of a company's own. */
const WEBMAIL = /^(?:webmail|mail|owa|roundcube|sahkoposti)\d?\./

/** The site of a name as campaign links write it: `facebook`, `google`. */
export function siteNamed(name: string): Site | undefined {
  return NAMES.get(name)
}

/** The site on this host, by whole labels: `notgoogle.com` and `dropbox.com` are nobody's. */
export function siteOn(host: string): Site | undefined {
  const labels = host.replace(/:\d+$/, '').replace(/\.$/, '').split('.').slice(-LABELS_MAX)
  for (let i = 0; i < labels.length - 1; i++) {
    const site = HOSTS.get(labels.slice(i).join('.'))
    if (site) return site
  }
  if (WEBMAIL.test(host)) return { name: labels.slice(1).join('.'), kind: 'mail' }
  const brand = brandOf(labels)
  return brand === undefined ? undefined : BRANDS.get(brand)
}

/** `google` of `www.google.co.uk`, but not of `google.example.com`. */
function brandOf(labels: readonly string[]): string | undefined {
  const last = labels.at(-1) ?? ''
  if (!ENDING.test(last)) return undefined
  const isDouble = last.length === 2 && SECOND_ENDING.test(labels.at(-2) ?? '') && labels.length > 2
  return labels.at(isDouble ? -3 : -2)
}

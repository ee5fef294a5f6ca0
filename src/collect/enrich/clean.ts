import { isIP } from 'node:net'
import type { Value } from '../intake.ts'
import { CLICK_IDS } from './channels-data.ts'
import { isHarmless } from './harmless.ts'
import type { Kind, Manner } from './kinds.ts'
import { plainText } from './plain-text.ts'
import { maskAll } from './recognise.ts'
import { isToken } from './token.ts'

/** Longer than any field may be; a longer text is not even looked at. */
const LOOKED_AT_MAX = 2_048
const PASSES_MAX = 4
/** Scheme, authority and path; a page view is too often for the whole URL standard. */
const WEB_ADDRESS = /^(https?|android-app|ios-app):\/\/([^/?#\\\s]+)([^?#]*)/i
/** What follows these in a path is somebody's. */
const OWNED =
  /^(?:orders?|customers?|users?|members?|accounts?|invoices?|profiles?|tilau(?:s|kset)|asiak(?:as|kaat)|kayttajat?|käyttäj(?:ä|ät)|jasen(?:et)?|jäsen(?:et)?|laskut?|profiili|ordrar|kund(?:er)?|anvandare|användare|medlem(?:mar)?|faktur(?:a|or)|konto(?:n)?|bestallning(?:ar)?|beställning(?:ar)?)$/i
const KEYED =
  /^(?:reset|token|verify|confirm|invite|unsubscribe|magic|activate|vahvista|palauta|aktivoi|kutsu|peruuta|aterstall|återställ|bekrafta|bekräfta|inbjudan|avsluta)(?:-[a-z]+)?$/i
const PROSE: ReadonlySet<string> = new Set([
  ...['title', 'query', 'screen', 'goal', 'source', 'campaign', 'campaign_source'],
  ...['campaign_medium', 'campaign_term', 'campaign_content', 'region', 'city'],
])

/** What may be kept of a value, and whether something that named a person was taken out. */
export type Cleaned = { readonly value: Value; readonly masked: boolean }

/** Cleans a client's field to the part that may be kept: no query strings, no fragments, no keys. */
export function cleaned(field: string, value: Value, ownHosts: ReadonlySet<string>): Cleaned {
  if (typeof value !== 'string') return { value, masked: false }
  switch (field) {
    case 'path':
    case 'referrer_path':
      return cleanPath(bare(value))
    case 'link_target':
      return cleanTarget(value)
    case 'referrer':
      return cleanReferrer(value, ownHosts)
    case 'query': {
      const { value: text, masked } = cleanText(value.trim().replaceAll(/\s+/g, ' '), 'prose')
      return { value: text.trim().toLowerCase(), masked }
    }
    case 'click_id':
      return cleanClick(value)
    default:
      return cleanText(value, PROSE.has(field) ? 'prose' : 'code')
  }
}

/** A letter's click id names its reader, so only what it is called is kept. */
function cleanClick(text: string): CleanText {
  const name = /^([a-z_]{2,16})[=:]/i.exec(text)?.[1]?.toLowerCase() ?? ''
  const isLetters = Object.hasOwn(CLICK_IDS, name) && CLICK_IDS[name]?.channel === 'email'
  return isLetters ? { value: name, masked: true } : cleanText(text, 'code')
}

/** Whether a host is one of these, whatever its port. */
export function isOwnHost(hosts: ReadonlySet<string>, host: string): boolean {
  if (hosts.has(host)) return true
  const port = host.lastIndexOf(':')
  return port > 0 && hosts.has(host.slice(0, port))
}

type CleanText = { readonly value: string; readonly masked: boolean }

/** Masks inside the text; what stands around it is kept. */
function cleanText(text: string, manner: Manner): CleanText {
  if (isHarmless(text, 8)) return { value: text, masked: false }
  if (text.length > LOOKED_AT_MAX) return { value: '[long]', masked: true }
  const found = plainText(text)
  if (found === undefined) return { value: '[encoded]', masked: true }
  let plain = found
  let isMasked = false
  // Once more over what is left: two halves of a thing may meet where another was taken out.
  for (let pass = 0; pass < PASSES_MAX; pass++) {
    const next = maskAll(plain, manner, kind => `[${kind}]`)
    if (next === plain) break
    plain = next
    isMasked = true
  }
  return isMasked ? { value: plain, masked: true } : { value: text, masked: false }
}

/** Masks whole segments: what stands beside an address in its segment belongs to it. */
function cleanPath(path: string): CleanText {
  if (isHarmless(path, 5)) return { value: path, masked: false }
  if (path.length > LOOKED_AT_MAX) return { value: '/:long', masked: true }
  const address = WEB_ADDRESS.exec(path)
  if (address) return cleanAddress(address, cleanHost)
  let isMasked = false
  let before = ''
  const segments = path.split('/').map(whole => {
    const segment = whole.split(';', 1)[0] ?? ''
    const kind = kindOf(segment, before)
    before = segment
    if (kind === undefined) return segment
    isMasked = true
    return `:${kind}`
  })
  return { value: segments.join('/'), masked: isMasked }
}

/** What a segment holds that may not be kept. */
function kindOf(segment: string, before: string): Kind | undefined {
  if (OWNED.test(before) && isReference(segment)) return 'number'
  if (segment.length >= 12 && /[\dA-Z]/.test(segment) && KEYED.test(before)) return 'token'
  if (isHarmless(segment, 8)) return undefined
  const plain = plainText(segment)
  if (plain === undefined) return 'encoded'
  let found: Kind | undefined
  maskAll(plain, 'prose', kind => {
    found ??= kind
    return `[${kind}]`
  })
  return found
}

/** `12345`, `TIL-2026-00123`: five digits and few letters, and no words. */
function isReference(segment: string): boolean {
  return /^[a-z]{0,4}(?:[-_.]?\d){5,}[a-z]?$/i.test(segment)
}

/** `mailto:` and `tel:` targets are somebody's address, so only their kind is left. */
function cleanTarget(url: string): CleanText {
  const scheme = /^([a-z][a-z0-9+.-]{0,31}):/i.exec(url)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https')
    return { value: `${scheme}:`, masked: false }
  return cleanPath(bare(url))
}

/** A page of ours with its path; of another site or app only its host. */
function cleanReferrer(url: string, ownHosts: ReadonlySet<string>): CleanText {
  if (url.length > LOOKED_AT_MAX) return { value: '', masked: true }
  const [, scheme, authority = '', path = ''] = WEB_ADDRESS.exec(url) ?? []
  if (scheme === undefined) return { value: '', masked: false }
  const host = hostOf(authority)
  if (!isOwnHost(ownHosts, host)) return cleanHost(host)
  const { value, masked } = cleanPath(path)
  return { value: `${scheme.toLowerCase()}://${host}${value}`, masked }
}

function cleanAddress(
  [, scheme = '', authority = '', path = '']: readonly (string | undefined)[],
  clean: (host: string) => CleanText,
): CleanText {
  const host = clean(hostOf(authority))
  const rest = cleanPath(path)
  const isBare = hostOf(authority).length === authority.length
  return {
    value: `${scheme.toLowerCase()}://${host.value}${rest.value}`,
    masked: host.masked || rest.masked || !isBare,
  }
}

/** An address of the net in a host's place is masked, and a label that is a key. */
function cleanHost(host: string): CleanText {
  const bareHost = host.startsWith('[')
    ? host.slice(1, host.indexOf(']'))
    : host.replace(/:\d*$/, '')
  if (isIP(bareHost) !== 0) return { value: ':ip', masked: true }
  if (bareHost.length < 16) return { value: host, masked: false }
  const labels = host.split('.').map(label => (isToken(label) ? ':token' : label))
  const value = labels.join('.')
  return { value, masked: value !== host }
}

function hostOf(authority: string): string {
  return authority.slice(authority.lastIndexOf('@') + 1).toLowerCase()
}

/** The text before `?` and `#`: what follows often names a person. */
function bare(url: string): string {
  for (let i = 0; i < url.length; i++) {
    const at = url.charCodeAt(i)
    if (at === 0x3f || at === 0x23) return url.slice(0, i)
  }
  return url
}

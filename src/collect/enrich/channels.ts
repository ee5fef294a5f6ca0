import { ALIASES, type Channel, CLICK_IDS, EMPTY_WORDS, PAID_WORDS } from './channels-data.ts'
import { type Read, RULES } from './channel-rules.ts'
import { cleaned, isOwnHost } from './clean.ts'
import { plainText } from './plain-text.ts'
import { type Site, siteNamed, siteOn } from './sites.ts'

const WORD_MAX = 128
const SOURCE_MAX = 64
const REFERRER = /^(?:https?|android-app|ios-app):\/\/(?:[^/?#@\s]{0,256}@)?([^/?#\\\s]{1,253})/i
const HOST = /^(?:https?:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/?#:]|$)/
/** `{{site_source_name}}`, `%campaign%`, `__SOURCE__`: a tool's placeholder that was never filled. */
const UNFILLED = /^(?:\{.*|\$\{.*|\[.*\]|<.*>|%.*%|__.*__|\(.*\))$/

/** What one arrival says of where it came from, as the client sent it. */
export type Arrival = {
  readonly referrer?: string
  readonly source?: string
  readonly medium?: string
  readonly campaign?: string
  /** `gclid`, `gclid=...` or `gclid:...`: only the name counts. */
  readonly clickId?: string
}

/** Where a visitor came from, in one of the words of `CHANNELS`, and by which site or sender. */
export type Origin = { readonly channel: Channel; readonly source: string }

const DIRECT: Origin = { channel: 'direct', source: '' }
const INTERNAL: Origin = { channel: 'internal', source: '' }

/** Where this arrival came from: the first rule that holds, and the site or sender it names. */
export function originOf(arrival: Arrival, ownHosts: ReadonlySet<string>): Origin {
  const host = hostIn(arrival.referrer ?? '')
  if (host !== '' && isOwnHost(ownHosts, host)) return INTERNAL
  const { source = '', medium = '', campaign = '', clickId = '' } = arrival
  if (`${host}${source}${medium}${campaign}${clickId}` === '') return DIRECT
  return classified({ host, source, medium, campaign, clickId })
}

function classified(said: Record<'host' | 'source' | 'medium' | 'campaign' | 'clickId', string>) {
  const source = sourceWord(said.source)
  const medium = wordOf(said.medium)
  const click = clickOf(said.clickId)
  const named = source === '' ? undefined : siteOf(source)
  const clicked = click && siteNamed(click.source)
  const from = said.host === '' ? undefined : siteOn(said.host)
  const isSilent = source === '' || medium === ''
  const read: Read = {
    ...{ isInternal: false, source, medium, campaign: wordOf(said.campaign), click },
    kind: (named ?? clicked ?? (isSilent ? from : undefined))?.kind,
    isPaid: medium.split(/[^a-z0-9]+/).some(word => isPaidWord(word)),
    hasReferrer: said.host !== '',
  }
  const channel = RULES.find(rule => rule.holds(read))?.channel ?? 'direct'
  const isFollowed = from !== undefined && source === ''
  const site = named?.name ?? source
  const sender =
    site !== '' ? site : (click?.source ?? (isFollowed ? from.name : bareHost(said.host)))
  const kept = String(cleaned('source', sender, NO_HOSTS).value)
  return { channel, source: kept.slice(0, SOURCE_MAX) }
}

const NO_HOSTS: ReadonlySet<string> = new Set()

function isPaidWord(word: string): boolean {
  return PAID_WORDS.includes(word) || word.startsWith('paid')
}

function siteOf(source: string): Site | undefined {
  return siteNamed(source) ?? (source.includes('.') ? siteOn(source) : undefined)
}

/** A source by its short name: `https://www.Google.com/` and `google_ads` are `google`. */
function sourceWord(text: string): string {
  const word = wordOf(text)
  const host = HOST.exec(word)?.[1]
  if (host !== undefined) return bareHost(host)
  const known = knownAs(word) ?? knownAs(word.replace(/[ _-]?(?:ads?|paid|cpc|mainos)$/, ''))
  return known ?? word
}

function knownAs(word: string): string | undefined {
  return siteNamed(word)?.name ?? (Object.hasOwn(ALIASES, word) ? ALIASES[word] : undefined)
}

/** In lower case, one spelling, without what a second `?` glued on; nothing where nothing was said. */
function wordOf(text: string): string {
  if (text === '') return ''
  const plain = plainText(text.slice(0, WORD_MAX).replaceAll('+', ' '))?.toLowerCase() ?? ''
  const word = (plain.includes('://') ? plain : (plain.split(/[?&#]/, 1)[0] ?? '')).trim()
  return EMPTY_WORDS.includes(word) || UNFILLED.test(word) ? '' : word
}

function clickOf(text: string): Read['click'] {
  const name = /^\s*([a-z_]{3,12})\s*(?:[=:]|$)/i.exec(text)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(CLICK_IDS, name) ? CLICK_IDS[name] : undefined
}

function hostIn(referrer: string): string {
  if (referrer === '') return ''
  const host = REFERRER.exec(referrer)?.[1] ?? HOST.exec(referrer.toLowerCase())?.[1] ?? ''
  return host.toLowerCase()
}

function bareHost(host: string): string {
  return host.replace(/^www\d?\./, '').replace(/:\d+$/, '')
}

import { parse } from 'bowser'
import { createIsbotFromList, list } from 'isbot'
import { LRUCache } from 'lru-cache'
import type { Signs, Value } from '../intake.ts'
import type { FieldName } from '../wire.ts'

const AGENTS_MAX = 5_000
const AGENT_TEXT_MAX = 512
/** Scheme, authority and path; a page view is too often for the whole URL standard. */
const WEB_ADDRESS = /^(https?):\/\/([^/?#\\\s]+)([^?#]*)/i

/** What the signs of a device come to, in the few words that a report needs. */
export type Traits = {
  readonly device: string
  readonly browser: string
  readonly os: string
  readonly os_version: string
  /** ISO 3166-1 alpha-2; empty when it is not known. */
  readonly country: string
  /** Signals that no human made it, as bits; 0 for none. */
  readonly bot: number
}

/** Fields the server fills in by itself, and only where the policy declares them. */
export const FILLED = [
  'device',
  'browser',
  'os',
  'os_version',
  'country',
  'channel',
  'source',
] as const satisfies readonly FieldName[]
export type Filled = (typeof FILLED)[number]

/** What the server fills in for one event: of the device, and where the visitor came from. */
export function filledIn(
  traits: Traits,
  _fields: ReadonlyMap<string, Value>,
): Readonly<Record<Filled, string>> {
  return { ...traits, channel: '', source: '' }
}

/**
 * Reads User-Agent headers, each text once. A headless browser is not taken for a robot: it obeys
 * the same choices, and what proves this system is one.
 */
export function openTraits(): (signs: Signs) => Traits {
  const isRobot = createIsbotFromList(list.filter(pattern => !/headless/i.test(pattern)))
  const known = new LRUCache<string, Traits>({ max: AGENTS_MAX })
  return ({ userAgent }) => {
    const text = (userAgent ?? '').slice(0, AGENT_TEXT_MAX)
    const bot = text !== '' && isRobot(text) ? 1 : 0
    const agent = known.get(text) ?? { ...namesOf(text), country: '', bot }
    known.set(text, agent)
    return agent
  }
}

/** Cleans a client's field to the part that may be kept: no query strings, no fragments, no keys. */
export function cleaned(
  field: string,
  value: Value,
  ownHosts: ReadonlySet<string>,
): { readonly value: Value; readonly masked: boolean } {
  return { value: bared(field, value, ownHosts), masked: false }
}

function bared(field: string, value: Value, ownHosts: ReadonlySet<string>): Value {
  if (typeof value !== 'string') return value
  switch (field) {
    case 'path':
      return bare(value)
    case 'link_target':
      return linkTarget(value)
    case 'referrer':
      return referrer(value, ownHosts)
    case 'query':
      return value.trim().replaceAll(/\s+/g, ' ').toLowerCase()
    default:
      return value
  }
}

/** Whether a host is one of these, whatever its port. */
export function isOwnHost(hosts: ReadonlySet<string>, host: string): boolean {
  if (hosts.has(host)) return true
  const port = host.lastIndexOf(':')
  return port > 0 && hosts.has(host.slice(0, port))
}

function namesOf(text: string): Omit<Traits, 'bot' | 'country'> {
  if (text === '') return { device: '', browser: '', os: '', os_version: '' }
  const { browser, os, platform } = parse(text)
  return {
    device: (platform.type ?? '').slice(0, 16),
    browser: (browser.name ?? '').slice(0, 32),
    os: (os.name ?? '').slice(0, 32),
    os_version: (os.version ?? '').slice(0, 32),
  }
}

/** The text before `?` and `#`: what follows often names a person. */
function bare(url: string): string {
  for (let i = 0; i < url.length; i++) {
    const at = url.codePointAt(i)
    if (at === 0x3f || at === 0x23) return url.slice(0, i)
  }
  return url
}

/** `mailto:` and `tel:` targets are somebody's address, so only their kind is left. */
function linkTarget(url: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase()
  return scheme === undefined || scheme === 'http' || scheme === 'https' ? bare(url) : `${scheme}:`
}

/** A page of ours with its path; of another site only its host. */
function referrer(url: string, ownHosts: ReadonlySet<string>): string {
  const [, scheme, authority = '', path = ''] = WEB_ADDRESS.exec(url) ?? []
  if (scheme === undefined) return ''
  const host = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase()
  return isOwnHost(ownHosts, host) ? `${scheme.toLowerCase()}://${host}${path}` : host
}

import { parse } from 'bowser'
import { createIsbotFromList, list } from 'isbot'
import { LRUCache } from 'lru-cache'
import type { EventIn, FieldName } from './wire.ts'

const AGENTS_MAX = 5_000
const AGENT_TEXT_MAX = 512
/** Scheme, authority and path; a page view is too often for the whole URL standard. */
const WEB_ADDRESS = /^(https?):\/\/([^/?#\\\s]+)([^?#]*)/i

/** What a browser says of itself, in the few words that a report needs. */
export type Agent = {
  readonly device: string
  readonly browser: string
  readonly os: string
  readonly isBot: boolean
}

/** Fields the server fills in by itself, and only where the policy declares them. */
export const FILLED = ['device', 'browser', 'os'] as const satisfies readonly FieldName[]

/**
 * Reads User-Agent headers, each text once. A headless browser is not taken for a robot: it obeys
 * the same choices, and what proves this system is one.
 */
export function openAgents(): (userAgent: string | undefined) => Agent {
  const isRobot = createIsbotFromList(list.filter(pattern => !/headless/i.test(pattern)))
  const known = new LRUCache<string, Agent>({ max: AGENTS_MAX })
  return userAgent => {
    const text = (userAgent ?? '').slice(0, AGENT_TEXT_MAX)
    const agent = known.get(text) ?? { ...namesOf(text), isBot: text !== '' && isRobot(text) }
    known.set(text, agent)
    return agent
  }
}

/** Cleans a client's field to the part that may be kept: no query strings, no fragments, no keys. */
export function cleaned(
  field: string,
  value: EventIn['fields'][string],
  ownHosts: ReadonlySet<string>,
): EventIn['fields'][string] {
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

function namesOf(text: string): Omit<Agent, 'isBot'> {
  if (text === '') return { device: '', browser: '', os: '' }
  const { browser, os, platform } = parse(text)
  return {
    device: (platform.type ?? '').slice(0, 16),
    browser: (browser.name ?? '').slice(0, 32),
    os: (os.name ?? '').slice(0, 32),
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

import {
  decideTracker,
  type Facts,
  matches,
  type Rules,
  type TrackerRule,
} from '../../src/policy/decide.ts'
import type { CookieStanding } from '../../src/gate/wire.ts'
import { cookiesIn, type Visit } from './facts.ts'

/** What became of one cookie that was not sent on as it was. */
export type Dropped = { readonly standing: CookieStanding; readonly tracker: string | undefined }

/** Lines that may be sent, and what became of the others. */
export type Filtered = { readonly lines: readonly string[]; readonly dropped: readonly Dropped[] }

/** Most cookies of one request that are taken away in one answer. */
const EXPIRED_MAX = 50

/**
 * The `Set-Cookie` lines that may be sent to this visitor: names that the policy declares and the
 * choice permits, none longer than declared nor than the consent itself. Taking a cookie away is
 * always allowed. A cookie that is not to be renewed keeps the end it has.
 */
export function filterLines(
  rules: Rules,
  facts: Facts | undefined,
  lines: readonly string[],
  visit: Visit,
  nowMs: number,
): Filtered {
  const held = cookiesIn(visit.cookie)
  const kept: string[] = []
  const dropped: Dropped[] = []
  for (const line of lines) {
    const cookie = read(line, nowMs)
    if (!cookie) {
      dropped.push({ standing: 'undeclared', tracker: undefined })
      continue
    }
    if (cookie.seconds !== undefined && cookie.seconds <= 0) {
      kept.push(write(cookie, '', 0))
      continue
    }
    const verdict = decideTracker(rules, 'cookie', cookie.name, facts)
    if ('refused' in verdict) {
      const tracker = trackerOf(rules, cookie.name)?.id
      const isKnown = tracker !== undefined
      dropped.push({ standing: isKnown ? 'refused' : 'undeclared', tracker })
      continue
    }
    const { tracker } = verdict
    const most = longest(rules, tracker, facts, nowMs)
    const isRenewal = most > 0 && tracker.capSeconds === 0 && held.get(cookie.name) === cookie.value
    if (isRenewal) continue
    const seconds = cookie.seconds === undefined ? undefined : Math.min(cookie.seconds, most)
    if (seconds !== cookie.seconds) dropped.push({ standing: 'shortened', tracker: tracker.id })
    kept.push(write(cookie, cookie.value, most === 0 ? undefined : seconds))
  }
  return { lines: kept, dropped }
}

/**
 * Lines that take away what the browser still carries, though the policy declares it and the choice
 * no longer permits it; what a script cannot reach included. A server is not told path and domain of
 * a cookie, so the site's root and each domain above the host are tried.
 */
export function expireLines(rules: Rules, facts: Facts | undefined, visit: Visit): Filtered {
  const lines: string[] = []
  const dropped: Dropped[] = []
  for (const name of [...cookiesIn(visit.cookie).keys()].slice(0, EXPIRED_MAX)) {
    const tracker = trackerOf(rules, name)
    if (!tracker || !isToken(name)) continue
    if (!('refused' in decideTracker(rules, 'cookie', name, facts))) continue
    dropped.push({ standing: 'expired', tracker: tracker.id })
    const secure = name.startsWith('__') ? '; Secure' : ''
    const gone = `${name}=; Path=/; Max-Age=0${secure}`
    lines.push(gone, `${name}=; Path=/; Max-Age=0; Secure; Partitioned`)
    for (const domain of domainsOf(visit.host)) lines.push(`${gone}; Domain=${domain}`)
  }
  return { lines, dropped }
}

type Cookie = {
  readonly name: string
  readonly value: string
  /** Undefined for as long as the browser session; 0 or less takes it away. */
  readonly seconds: number | undefined
  /** Every other attribute, as it was written. */
  readonly rest: readonly string[]
}

/** A line as a browser reads it; undefined for what two readers might read differently. */
function read(line: string, nowMs: number): Cookie | undefined {
  const [pair = '', ...attributes] = line.split(';').map(part => part.trim())
  const at = pair.indexOf('=')
  const name = pair.slice(0, Math.max(at, 0)).trim()
  if (!isToken(name) || hasControls(line)) return undefined
  let age: number | undefined
  let dated: number | undefined
  const rest: string[] = []
  for (const attribute of attributes) {
    const [, key = '', value = ''] = /^([^=]*?)\s*(?:=\s*(.*))?$/.exec(attribute) ?? []
    // The last one counts, as in browsers; what they cannot read counts as not said.
    if (/^max-age$/i.test(key)) age = /^-?\d+$/.test(value) ? Number(value) : age
    else if (/^expires$/i.test(key)) dated = Date.parse(value)
    else if (attribute !== '') rest.push(attribute)
  }
  const until = dated === undefined || Number.isNaN(dated) ? undefined : (dated - nowMs) / 1000
  return { name, value: pair.slice(at + 1).trim(), seconds: age ?? until, rest }
}

/** Rebuilt rather than passed on, so that a browser cannot read another end from it than we did. */
function write({ name, rest }: Cookie, value: string, seconds: number | undefined): string {
  const end = seconds === undefined ? [] : [`Max-Age=${Math.floor(Math.max(0, seconds))}`]
  return [`${name}=${value}`, ...rest, ...end].join('; ')
}

/** Seconds that it may live: as declared, and not past a consent that it rests on. 0: the session. */
function longest(
  rules: Rules,
  { seconds, purpose }: TrackerRule,
  facts: Facts | undefined,
  nowMs: number,
): number {
  if (rules.purposes[purpose]?.basis !== 'consent' || !facts) return seconds
  return Math.min(seconds, Math.max(1, (facts.until - nowMs) / 1000))
}

/** The declared tracker of that name, whether or not it is permitted. */
function trackerOf({ trackers }: Rules, name: string): TrackerRule | undefined {
  return trackers.find(one => one.store === 'cookie' && matches(one.name, name))
}

function isToken(name: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)
}

function hasControls(line: string): boolean {
  return Array.from(line).some(sign => sign < ' ' || sign === '\u007F')
}

/** The host and each domain above it that a cookie could be set for. */
function domainsOf(host: string | undefined): string[] {
  const bare = (host ?? '').replace(/:\d+$/, '').toLowerCase()
  const labels = bare.split('.')
  const isName = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(bare) && !/^[\d.]+$/.test(bare)
  return isName ? labels.slice(0, -1).map((_, at) => labels.slice(at).join('.')) : []
}

import type { FastifyRequest } from 'fastify'
import { CHOICE_COOKIE } from '../consent/wire.ts'
import { decideTracker, type Facts, type Rules } from '../policy/index.ts'
import type { SentCookie } from './browser.ts'

/** At most so many cookies are cleared in one answer: headers have limits. */
const CLEARED_MAX = 40

/** Where a cookie may have been set that reached this address. */
const PATHS = ['/', '/privacy'] as const

/** Where cookies are set: the host, and whether only over TLS. */
export type CookieScene = { readonly host: string; readonly secure: boolean }

/** The scene of one request. */
export function cookieScene(
  { origin }: { readonly origin: () => string },
  request: Pick<FastifyRequest, 'host' | 'protocol'>,
): CookieScene {
  const secure = request.protocol === 'https' || origin().startsWith('https:')
  return { host: request.host, secure }
}

/** The Set-Cookie lines after a choice: the receipt, and the end of everything it refuses. */
export function cookiesAfter(
  rules: Rules,
  receipt: string,
  facts: Facts | undefined,
  sent: readonly SentCookie[],
  scene: CookieScene,
): readonly string[] {
  const kept = keptReceipt(rules, receipt, facts, scene.secure)
  return [...kept, ...refusedCookies(rules, facts, sent).flatMap(name => cleared(name, scene))]
}

/** Names of cookies that the browser sent, the policy declares and the visitor refuses. */
export function refusedCookies(
  rules: Rules,
  facts: Facts | undefined,
  sent: readonly SentCookie[],
): readonly string[] {
  const names = sent.map(cookie => cookie.name).filter(name => isRefused(rules, name, facts))
  return [...new Set(names)].slice(0, CLEARED_MAX)
}

/** Whether a name may be written into a header: only such a name ever is. */
export function isCookieName(name: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]{1,128}$/.test(name)
}

/**
 * The Set-Cookie lines that end one cookie wherever it may have been set: on the host and its
 * parents, on each path, and in the partition of this site. What a script cannot see goes as well.
 */
export function erasedCookie(name: string, scene: CookieScene): readonly string[] {
  const plain = cleared(name, scene)
  if (!scene.secure) return plain
  const partitioned = plain.map(line =>
    line.replace(/; SameSite=Lax(; Secure)?$/, '; SameSite=None; Secure; Partitioned'),
  )
  return [...plain, ...partitioned]
}

function isRefused(rules: Rules, name: string, facts: Facts | undefined): boolean {
  if (!isCookieName(name)) return false
  const verdict = decideTracker(rules, 'cookie', name, facts)
  return 'refused' in verdict && verdict.refused !== 'tracker-not-declared'
}

function keptReceipt(
  rules: Rules,
  receipt: string,
  facts: Facts | undefined,
  secure: boolean,
): readonly string[] {
  const verdict = decideTracker(rules, 'cookie', CHOICE_COOKIE, facts)
  // Default deny holds for our own cookie too: a policy that does not declare it gets none.
  if ('refused' in verdict) return []
  const { seconds } = verdict.tracker
  const age = seconds > 0 ? `; Max-Age=${seconds}` : ''
  return [`${CHOICE_COOKIE}=${receipt}${age}; Path=/; SameSite=Lax${secure ? '; Secure' : ''}`]
}

// A cookie is removed only by the domain and path it was set with, and the browser tells neither.
function cleared(name: string, scene: CookieScene): readonly string[] {
  const secure = scene.secure || name.startsWith('__') ? '; Secure' : ''
  const domains = name.startsWith('__Host-') ? [''] : ['', ...domainsOf(scene.host)]
  return domains.flatMap(domain =>
    PATHS.map(path => `${name}=; Max-Age=0; Path=${path}${domain}; SameSite=Lax${secure}`),
  )
}

/** The host and its parents down to two labels, as Domain attributes; none for an IP address. */
function domainsOf(host: string): readonly string[] {
  const name = host.replace(/:\d+$/, '')
  if (/^[\d.]+$|^\[/.test(name)) return []
  const labels = name.split('.')
  return labels.slice(0, -1).map((_, at) => `; Domain=${labels.slice(at).join('.')}`)
}

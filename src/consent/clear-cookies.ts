import { decideTracker, type Facts, type Rules } from '../policy/index.ts'

/** Lines of one answer at most: servers before us read headers of a limited length. */
const LINES_MAX = 60
const PATHS_MAX = 4
const NAME = /^[\w!#$%&'*+.^`|~-]{1,128}$/

/** Where cookies are ended: on which host, under which paths, and whether the answer goes over TLS. */
export type CookieScene = {
  readonly host: string
  readonly secure: boolean
  /** Paths that a cookie may have been set for; `/` is always among them. */
  readonly paths?: readonly string[]
}

/**
 * `Set-Cookie` lines that end every cookie of these names which the policy declares and does not
 * permit now, the ones that no script can see included. What does not fit is ended by the next answer.
 */
export function clearedCookies(
  rules: Rules,
  facts: Facts | undefined,
  names: readonly string[],
  scene: CookieScene,
): readonly string[] {
  const lines: string[] = []
  for (const name of refusedCookies(rules, facts, names)) {
    const ended = clearedCookie(name, scene)
    // A cookie is ended everywhere or not yet: half a removal would look like a whole one.
    if (lines.length > 0 && lines.length + ended.length > LINES_MAX) break
    lines.push(...ended)
  }
  return lines
}

/** The names, each once, that the policy declares for a cookie and does not permit now. */
export function refusedCookies(
  rules: Rules,
  facts: Facts | undefined,
  names: readonly string[],
): readonly string[] {
  return [...new Set(names)].filter(name => {
    if (!isCookieName(name)) return false
    const verdict = decideTracker(rules, 'cookie', name, facts)
    return 'refused' in verdict && verdict.refused !== 'tracker-not-declared'
  })
}

/** Whether a name may be written back into a header: only such a name ever is. */
export function isCookieName(name: string): boolean {
  return NAME.test(name)
}

/**
 * The lines that end one cookie wherever it may have been set: on the host and its parents, under each
 * path, and in the partition of this site. A browser tells nobody which of them it was.
 */
export function clearedCookie(name: string, { host, secure, paths = [] }: CookieScene): string[] {
  const isBound = name.startsWith('__Host-')
  const domains = isBound ? [''] : ['', ...domainsOf(host)]
  const ways = isBound ? ['/'] : [...new Set(['/', ...paths])].filter(isPath).slice(0, PATHS_MAX)
  const plain = `SameSite=Lax${secure || name.startsWith('__') ? '; Secure' : ''}`
  const kinds = secure ? [plain, 'SameSite=None; Secure; Partitioned'] : [plain]
  return domains.flatMap(domain =>
    ways.flatMap(path => kinds.map(kind => `${name}=; Max-Age=0; Path=${path}${domain}; ${kind}`)),
  )
}

/** Each folder of a page's address, as a cookie may name it: `/shop/cart` gives `/shop`, `/shop/cart`. */
export function pathsOf(address: string | undefined): readonly string[] {
  if (address === undefined || !URL.canParse(address)) return []
  const parts = new URL(address).pathname.split('/').filter(part => part !== '')
  return parts.map((_, at) => `/${parts.slice(0, at + 1).join('/')}`)
}

function isPath(path: string): boolean {
  return /^\/[\w!#$%&'()*+,./:=@~-]{0,200}$/.test(path)
}

/** The host and its parents down to two labels, as Domain attributes; none for an IP address. */
function domainsOf(host: string): readonly string[] {
  const name = host.replace(/:\d+$/, '')
  if (/^[\d.]+$|^\[/.test(name)) return []
  const labels = name.split('.')
  return labels.slice(0, -1).map((_, at) => `; Domain=${labels.slice(at).join('.')}`)
}

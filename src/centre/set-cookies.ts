import type { FastifyRequest } from 'fastify'
import { clearedCookies, type CookieScene } from '../consent/index.ts'
import { CHOICE_COOKIE } from '../consent/wire.ts'
import { decideTracker, type Facts, type Rules } from '../policy/index.ts'
import type { SentCookie } from './browser.ts'

/** Where a cookie may have been set that reached these pages. */
const PATHS = ['/privacy', '/privacy/device'] as const

/** Where cookies of one request are set and ended. */
export function cookieScene(
  { origin }: { readonly origin: () => string },
  request: Pick<FastifyRequest, 'host' | 'protocol'>,
): CookieScene {
  const secure = request.protocol === 'https' || origin().startsWith('https:')
  return { host: request.host, secure, paths: PATHS }
}

/** The Set-Cookie lines after a choice: the receipt, and the end of everything it refuses. */
export function cookiesAfter(
  rules: Rules,
  receipt: string,
  facts: Facts | undefined,
  sent: readonly SentCookie[],
  scene: CookieScene,
): readonly string[] {
  const names = sent.map(({ name }) => name)
  return [
    ...keptReceipt(rules, receipt, facts, scene.secure),
    ...clearedCookies(rules, facts, names, scene),
  ]
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

import type {
  HAND_OVER_PARAM,
  HandedOver,
  HandOverAnswer,
  HandOverConfig,
  HandOverRequest,
  PurposeGroup,
} from '../src/consent/wire.ts'
import { payloadOf, signalsNow } from './facts.ts'
import { guard } from './guard.ts'
import { bakeWith, CHOICE, cookies, idCookie, putCookie } from './jar.ts'

declare global {
  interface Window {
    lupausHandOver?: HandOverConfig
  }
}

const PARAM: typeof HAND_OVER_PARAM = 'lupaus_hand'
const GROUPS = ['personalisation', 'analytics', 'marketing'] as const
/** How long a click waits for the server; after it the link is followed as it is. */
const WAIT_MS = 1000

const script = document.currentScript
const origin = script instanceof HTMLScriptElement ? new URL(script.src).origin : location.origin
const seconds = () => Math.floor(Date.now() / 1000)

guard(() => {
  bakeWith(window.lupausGate?.()?.real.bake ?? ownBake())
  const token = stripped()
  const config = window.lupausHandOver
  if (!config) return
  // A choice that was made on this site stands.
  if (token && cookies()[CHOICE] === undefined) void take(config, token)
  document.addEventListener('click', event => guard(() => clicked(config, event)))
})

/** The browser's own way to keep a cookie, held before the tag guards it: this script may come first. */
function ownBake(): ((text: string) => void) | undefined {
  const own = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  return own?.set?.bind(document)
}

/** Takes the token out of the address before anybody else reads it. */
function stripped(): string | undefined {
  const parts = location.search.slice(1).split('&')
  const isOurs = (part: string) => part.startsWith(`${PARAM}=`)
  const token = parts.find(isOurs)?.slice(PARAM.length + 1)
  if (token === undefined) return undefined
  const rest = parts.filter(part => !isOurs(part)).join('&')
  const address = `${location.pathname}${rest && `?${rest}`}${location.hash}`
  history.replaceState(history.state, '', address)
  return token
}

async function take(config: HandOverConfig, token: string): Promise<void> {
  const handed = await post<HandedOver>('/v1/hand-over/take', { token })
  if (!handed || cookies()[CHOICE] !== undefined) return
  const lapse = payloadOf(handed.receipt)?.e ?? 0
  const keep = (name: string, value: string) => {
    const life = config.seconds[name]
    // What the policy does not declare is not kept; what ends with the session has no seconds.
    if (life === undefined) return
    const left = lapse - seconds()
    if (left > 0) putCookie(name, value, life ? Math.min(life, left) : undefined)
  }
  keep(CHOICE, handed.receipt)
  for (const group of GROUPS) {
    const [id, since] = [handed.visitors[group], handed.since[group]]
    if (id && since) keep(idCookie(group), `${id}.${since.toString(36)}`)
  }
  // The tag may have begun to ask already.
  if (window.lupaus && cookies()[CHOICE] !== undefined) location.reload()
}

/** A plain click on a link to another own site, by somebody who agreed to something. */
function clicked(config: HandOverConfig, event: MouseEvent): void {
  const { target } = event
  const isPlain = !event.button && !event.metaKey && !event.ctrlKey && !event.shiftKey
  if (event.defaultPrevented || !event.isTrusted || !isPlain || event.altKey) return
  const link = target instanceof Element ? target.closest('a[href]') : undefined
  if (!(link instanceof HTMLAnchorElement) || !leadsAcross(config, link)) return
  const receipt = cookies()[CHOICE] ?? ''
  if (!payloadOf(receipt)?.i) return
  event.preventDefault()
  void follow(link, receipt)
}

function leadsAcross({ sites }: HandOverConfig, link: HTMLAnchorElement): boolean {
  if (link.download || (link.target && link.target !== '_self')) return false
  const siteOf = ({ host, hostname }: { host: string; hostname: string }) =>
    sites.findIndex(hosts => hosts.includes(host) || hosts.includes(hostname))
  const [here, there] = [siteOf(location), siteOf(link)]
  return link.protocol.startsWith('http') && here >= 0 && there >= 0 && here !== there
}

async function follow(link: HTMLAnchorElement, receipt: string): Promise<void> {
  const { href, host } = link
  const visitors: Partial<Record<PurposeGroup, string>> = {}
  const since: Partial<Record<PurposeGroup, number>> = {}
  for (const group of GROUPS) {
    const [id, first] = (cookies()[idCookie(group)] ?? '').split('.')
    if (!id || !first) continue
    visitors[group] = id
    since[group] = parseInt(first, 36)
  }
  const wanted: HandOverRequest = { receipt, visitors, since, to: host, signals: signalsNow() }
  const answer = await post<HandOverAnswer>('/v1/hand-over', wanted)
  location.assign(answer ? withToken(href, answer.token) : href)
}

function withToken(href: string, token: string): string {
  const url = new URL(href)
  url.search += `${url.search ? '&' : '?'}${PARAM}=${token}`
  return url.href
}

/** What the server answers; undefined when it refuses or does not answer in time. */
async function post<T>(path: string, body: unknown): Promise<T | undefined> {
  try {
    const answer = await fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(WAIT_MS),
    })
    if (!answer.ok) return undefined
    const said: T = await answer.json()
    return said
  } catch {
    return undefined
  }
}

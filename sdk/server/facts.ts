import { momentOf } from '../../src/base/time.ts'
import type { Facts, Signal } from '../../src/policy/decide.ts'

/** What of a request tells whose page it is. Names are in small letters. */
export type Visit = {
  /** The `Cookie` header, whole. */
  readonly cookie: string | undefined
  /** `Sec-GPC` and `DNT`. */
  readonly gpc: string | undefined
  readonly dnt: string | undefined
  /** Host of the site, with its port where that is not the usual one. */
  readonly host: string | undefined
}

/** As consent/wire.ts has them; a value from there would bring its schemas along. */
const CHOICE_COOKIE = 'lupaus_choice'
const RECEIPT_MAX = 2048

const COOKIES_MAX = 64 * 1024

/** Names and values of a `Cookie` header; of a name that comes twice, the first, as servers do. */
export function cookiesIn(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>()
  if (header === undefined || header.length > COOKIES_MAX) return cookies
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at < 0) continue
    const name = pair.slice(0, at).trim()
    if (!cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim())
  }
  return cookies
}

/**
 * What the visitor's own receipt says, unverified, as the tag reads it: whoever forges one widens
 * the policy of their own page and of nobody else's. Undefined where there is none to be read.
 */
export function factsIn(visit: Visit, nowMs: number): Facts | undefined {
  const token = cookiesIn(visit.cookie).get(CHOICE_COOKIE)
  const payload = token === undefined ? undefined : payloadOf(token)
  if (!payload) return undefined
  const { g, s, x, e, p } = payload
  // A receipt given on a partner's site counts there and nowhere else.
  if (p !== undefined || !isTexts(g) || typeof e !== 'number') return undefined
  const [chosenUnder, without] = [listOf(s), listOf(x)]
  if (!chosenUnder || !without) return undefined
  return {
    granted: g,
    chosenUnder: chosenUnder.filter(isSignal),
    without,
    signals: signalsOf(visit),
    until: momentOf(e * 1000),
    now: momentOf(nowMs),
    withdrawn: false,
  }
}

function signalsOf({ gpc, dnt }: Visit): Signal[] {
  const on: Signal[] = []
  if (gpc === '1') on.push('gpc')
  if (dnt === '1') on.push('dnt')
  return on
}

type Fields = { readonly [key: string]: unknown }

function payloadOf(token: string): Fields | undefined {
  if (token.length > RECEIPT_MAX) return undefined
  try {
    const body = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const bytes = Uint8Array.from(atob(body), sign => sign.charCodeAt(0))
    const payload: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isFields(payload) ? payload : undefined
  } catch {
    return undefined
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return isFields(value) && Object.values(value).every(text => typeof text === 'string')
}

function listOf(value: unknown): readonly string[] | undefined {
  if (value === undefined) return []
  if (!Array.isArray(value)) return undefined
  const list: unknown[] = value
  const texts = list.filter(one => typeof one === 'string')
  return texts.length === list.length ? texts : undefined
}

function isSignal(text: string): text is Signal {
  return text === 'gpc' || text === 'dnt'
}

import type { FastifyRequest } from 'fastify'
import { isLang, type Lang, pickLang } from '../base/lang.ts'
import { momentOf, type Moment } from '../base/time.ts'
import { signalsOf, visitorsIn } from '../consent/index.ts'
import { CHOICE_COOKIE, RECEIPT_MAX, type VisitorIds } from '../consent/wire.ts'
import type { Signal } from '../policy/index.ts'

const COOKIES_MAX = 200

/** A cookie as the browser sent it; its value never leaves this file but for our own. */
export type SentCookie = {
  readonly name: string
  readonly length: number
  /** When it was first set, where the cookie says so itself, as those of our tag do. */
  readonly since?: Moment
}

/** What one request tells of the browser behind it. */
export type BrowserSaid = {
  readonly lang: Lang
  /** The receipt in the choice cookie, whether or not it is genuine. */
  readonly receipt: string | undefined
  readonly visitors: VisitorIds
  readonly signals: readonly Signal[]
  readonly cookies: readonly SentCookie[]
}

type Request = Pick<FastifyRequest, 'headers' | 'query'>

/** Reads a request: language, receipt, visitor ids, signals, and which cookies came along. */
export function browserOf(request: Request): BrowserSaid {
  const pairs = cookiePairs(request.headers.cookie ?? '')
  const valueOf = (name: string) => pairs.find(pair => pair.name === name)?.value
  const receipt = valueOf(CHOICE_COOKIE)
  return {
    lang: langOf(request),
    receipt: receipt !== undefined && receipt.length <= RECEIPT_MAX ? receipt : undefined,
    visitors: visitorsIn(valueOf),
    signals: signalsOf(request.headers),
    cookies: pairs.map(({ name, value }) => ({ name, length: value.length, ...sinceOf(value) })),
  }
}

/** The language asked for in the address, else the browser's. */
export function langOf(request: Request): Lang {
  const asked = queryOf(request)['lang']
  return isLang(asked) ? asked : pickLang(request.headers['accept-language'])
}

/** The query of a request as text by name; what is given twice counts as not given. */
export function queryOf(request: Pick<Request, 'query'>): Readonly<Record<string, string>> {
  const { query } = request
  if (typeof query !== 'object' || query === null) return {}
  return Object.fromEntries(
    Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
}

// The tag writes behind an id when it was first set: seconds since 1970, to the base of 36.
function sinceOf(value: string): { readonly since?: Moment } {
  const first = /^[\w-]{22}\.([0-9a-z]{1,7})$/.exec(value)?.[1]
  return first === undefined ? {} : { since: momentOf(Number.parseInt(first, 36) * 1000) }
}

function cookiePairs(header: string): readonly { readonly name: string; readonly value: string }[] {
  return header
    .split(';')
    .map(part => part.trim())
    .filter(part => part !== '')
    .slice(0, COOKIES_MAX)
    .map(part => {
      const at = part.indexOf('=')
      return at < 0
        ? { name: '', value: part }
        : { name: part.slice(0, at), value: part.slice(at + 1) }
    })
}

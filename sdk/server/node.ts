import type {
  IncomingMessage,
  OutgoingHttpHeader,
  OutgoingHttpHeaders,
  ServerResponse,
} from 'node:http'
import type { Gate, Visit } from './gate.ts'

/** What of a request of `node:http` tells whose page it is. */
export function visitOf({ headers }: Pick<IncomingMessage, 'headers'>): Visit {
  return {
    cookie: headers.cookie,
    gpc: oneOf(headers['sec-gpc']),
    dnt: oneOf(headers['dnt']),
    host: headers.host,
  }
}

/**
 * Puts the gate on one answer of `node:http`, whoever writes it and however: its headers are mended
 * at the moment they are written. Call it before anything writes.
 */
export function guardResponse(
  gate: Gate,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const visit = visitOf(request)
  const write = response.writeHead.bind(response)
  const mended = (status: number, ...rest: readonly unknown[]): ServerResponse => {
    const [first, second] = rest
    const message = typeof first === 'string' ? first : undefined
    take(response, isHeaders(first) ? first : isHeaders(second) ? second : undefined)
    mend(gate, visit, response)
    return message === undefined ? write(status) : write(status, message)
  }
  response.writeHead = mended
}

type Given = OutgoingHttpHeaders | readonly OutgoingHttpHeader[]

/** Headers that are handed in at the last moment go before those set earlier, as in Node. */
function take(response: ServerResponse, given: Given | undefined): void {
  if (!given) return
  if (!isList(given)) {
    for (const [name, value] of Object.entries(given)) {
      if (value !== undefined) response.setHeader(name, value)
    }
    return
  }
  const seen = new Set<string>()
  for (let at = 0; at + 1 < given.length; at += 2) {
    const name = String(given[at]).toLowerCase()
    if (!seen.has(name)) response.removeHeader(name)
    seen.add(name)
    for (const value of textsOf(given[at + 1])) response.appendHeader(name, value)
  }
}

function mend(gate: Gate, visit: Visit, response: ServerResponse): void {
  const { vary, ...headers } = gate.headers(visit)
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, [...textsOf(response.getHeader(name)), value])
  }
  response.setHeader('vary', [...textsOf(response.getHeader('vary')), vary].join(', '))
  const cookies = gate.setCookies(textsOf(response.getHeader('set-cookie')), visit)
  if (cookies.length > 0) response.setHeader('set-cookie', [...cookies])
  else response.removeHeader('set-cookie')
}

/** The values of a header as texts; none when it is not set. */
export function textsOf(value: OutgoingHttpHeader | undefined): string[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [String(value)]
}

function isHeaders(value: unknown): value is Given {
  return typeof value === 'object' && value !== null
}

function isList(given: Given): given is readonly OutgoingHttpHeader[] {
  return Array.isArray(given)
}

function oneOf(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0]
}

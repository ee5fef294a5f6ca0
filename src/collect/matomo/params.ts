/** Largest body; one request in it; requests in a bulk; parameters of one request. */
export const BODY_MAX = 500 * 1024
export const REQUEST_MAX = 32 * 1024
export const REQUESTS_MAX = 2_500
export const PARAMS_MAX = 256

/** The parameters of one request, the last of a name. A map: no name of a sender's is ever a key of ours. */
export type Params = ReadonlyMap<string, string>

/** Why something cannot be taken, in the words of the answer. */
export class Broken {
  readonly status: 400 | 403 | 413
  readonly error: string
  readonly help: string

  constructor(status: 400 | 403 | 413, error: string, help: string) {
    this.status = status
    this.error = error
    this.help = help
  }
}

/** Many requests in one body. One that cannot be read stands in its place, so that it can be named. */
export type Bulk = {
  readonly requests: readonly (Params | Broken)[]
  /** The secret of a source that speaks for them all. */
  readonly token: string | undefined
}

const TOO_LONG = new Broken(413, 'event-too-large', `a request has at most ${REQUEST_MAX} bytes`)
const TOO_MANY_PARAMS = new Broken(
  400,
  'malformed',
  `a request has at most ${PARAMS_MAX} parameters`,
)
const TOO_MANY = new Broken(413, 'too-many-events', `send at most ${REQUESTS_MAX} requests at once`)
const NO_BULK = new Broken(400, 'malformed', 'a bulk is JSON: {"requests":["?idsite=…&rec=1", …]}')
const NO_REQUEST = new Broken(
  400,
  'malformed',
  'a request of a bulk is a query string or an object',
)

/** Reads one request: the query of its address, and a form in its body where it has one. */
export function paramsOf(query: string, form = ''): Params | Broken {
  if (query.length + form.length > REQUEST_MAX) return TOO_LONG
  const params = new Map([...pairsOf(form), ...pairsOf(query)])
  return params.size > PARAMS_MAX ? TOO_MANY_PARAMS : params
}

/** Whether a body is a bulk; whatever its content type says, for clients say anything. */
export function isBulk(body: string): boolean {
  return /^\s*\{/.test(body)
}

/** Reads a bulk; one bad request in it spoils no other. */
export function bulkOf(body: string): Bulk | Broken {
  const { requests, token_auth } = objectOf(body)
  if (!Array.isArray(requests) || requests.length === 0) return NO_BULK
  if (requests.length > REQUESTS_MAX) return TOO_MANY
  return {
    requests: requests.map(requestOf),
    token: typeof token_auth === 'string' ? token_auth : undefined,
  }
}

function objectOf(body: string): { readonly requests?: unknown; readonly token_auth?: unknown } {
  try {
    const read: unknown = JSON.parse(body)
    return typeof read === 'object' && read !== null ? read : {}
  } catch {
    return {}
  }
}

function requestOf(request: unknown): Params | Broken {
  if (typeof request === 'string') return paramsOf(queryIn(request))
  if (typeof request !== 'object' || request === null || Array.isArray(request)) return NO_REQUEST
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(request))
    if (['string', 'number', 'boolean'].includes(typeof value)) query.append(name, String(value))
  return paramsOf(query.toString())
}

/** The part after `?`; clients send it with an address before it, with `?` alone, or bare. */
function queryIn(address: string): string {
  const at = address.indexOf('?')
  const query = at < 0 ? address : address.slice(at + 1)
  return query.split('#', 1)[0] ?? ''
}

/** Broken encodings become U+FFFD: what comes out is well-formed whatever went in. */
function pairsOf(query: string): Iterable<[string, string]> {
  return new URLSearchParams(query)
}

import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'

/** What is posted to somebody outside, whole: only the host, the length and the connection are added. */
export type Post = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The one door outwards. Follows no redirect, keeps no cookie, and reads no more of an answer than its status. */
export type Egress = {
  /** The status of the answer; undefined when there was none in time. */
  post(what: Post): Promise<number | undefined>
}

const TIMEOUT_MS = 10_000

/** The network as it is. */
export const systemEgress: Egress = {
  post: async what => (isPostable(what.url) ? posted(what) : undefined),
}

/** Whether something may be posted there: over TLS, or to this very machine. */
export function isPostable(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password } = new URL(url)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname))
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'))
}

function posted({ url, headers, body }: Post): Promise<number | undefined> {
  const ask = url.startsWith('https:') ? httpsRequest : httpRequest
  const length = { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise(resolve => {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const request = ask(url, { method: 'POST', headers: { ...headers, ...length }, signal })
    request.on('response', answer => {
      answer.on('error', () => undefined)
      answer.resume()
      resolve(answer.statusCode)
    })
    // Why there was none is not told: the address may hold a key.
    request.on('error', () => resolve(undefined))
    request.end(body)
  })
}

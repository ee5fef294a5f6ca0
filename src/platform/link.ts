import { lookup as resolve } from 'node:dns'
import { type RequestOptions, request } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** What one address answered: its status, and where it leads when it leads on. */
export type LinkAnswer = { readonly status: number; readonly location?: string }

/** Opens one `https` address once: without cookies, following nothing, reading at most what it may. */
export type OpenLink = (method: 'HEAD' | 'GET', url: URL) => Promise<LinkAnswer>

export type LinkSettings = {
  /** Certificates to trust besides those of the system; for tests. */
  readonly ca?: string
  /** Whether addresses of this machine and of private networks may be opened; for tests. */
  readonly inside?: boolean
  /** Names to answer with this machine; for tests. */
  readonly lookup?: LookupFunction
  /** How long one answer may take, whole; ten seconds unless told. */
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 10_000
const BODY_MAX = 64 * 1024
const AGENT = 'Lupaus-Link-Check/1'

/** Opens links on the network. Addresses inside our own are refused: a link must lead to others. */
export function openLinks(settings: LinkSettings = {}): OpenLink {
  const lookup = settings.lookup ?? (settings.inside ? undefined : lookupOutside)
  return (method, url) =>
    new Promise((done, fail) => {
      if (url.protocol !== 'https:') return fail(new Error('is not https'))
      if (!settings.inside && isInside(url.hostname)) return fail(new Error('leads inside'))
      const options: RequestOptions = {
        method,
        headers: { 'user-agent': AGENT, accept: 'text/html,*/*;q=0.5' },
        signal: AbortSignal.timeout(settings.timeoutMs ?? TIMEOUT_MS),
        agent: false,
        ...(settings.ca === undefined ? {} : { ca: settings.ca }),
        ...(lookup ? { lookup } : {}),
      }
      const asked = request(url, options, answer => {
        const { statusCode: status = 0, headers } = answer
        const told = () => {
          const { location } = headers
          done({ status, ...(location === undefined ? {} : { location }) })
          answer.destroy()
        }
        let read = 0
        answer.on('data', (part: Buffer) => {
          read += part.length
          // Enough was seen: the rest of a long page is not fetched.
          if (read > BODY_MAX) told()
        })
        answer.on('end', told)
        answer.on('error', fail)
      })
      asked.on('error', fail)
      asked.end()
    })
}

const INSIDE = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
] as const) {
  INSIDE.addSubnet(net, bits, 'ipv4')
}
for (const [net, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  INSIDE.addSubnet(net, bits, 'ipv6')
}

/** Whether an address is of this machine or of a private network; a name is not looked up. */
export function isInside(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '')
  const version = isIP(bare)
  if (version === 0) return false
  return INSIDE.check(bare, version === 4 ? 'ipv4' : 'ipv6')
}

const lookupOutside: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 0)
    const outside = found.filter(({ address }) => !isInside(address))
    const [first] = outside
    if (!first) return done(new Error('leads inside'), '', 0)
    return options.all ? done(null, outside) : done(null, first.address, first.family)
  })
}

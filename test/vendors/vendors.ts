import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { apiAnswer, type ApiFaults } from './apis.ts'
import {
  analyticsScript,
  embedPage,
  formsScript,
  pixelScript,
  type VendorHosts,
} from './scripts.ts'

export type { VendorHosts } from './scripts.ts'

/** One request that reached a made vendor, as it came. */
export type Seen = {
  readonly method: string
  /** `host:port` that the sender asked for. */
  readonly host: string
  /** Without the query. */
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Address it came from. */
  readonly from: string
}

/** Vendors of our own on loopback, which behave as real ones do. */
export type Vendors = AsyncDisposable & {
  /** In Chromium as `openBrowser` opens it. Each answers every path; the name tells them apart. */
  readonly hosts: VendorHosts
  /** `http://127.0.0.1:PORT`: the same from node, and the base of the conversion interfaces. */
  readonly url: string
  /** All that came since the start or the last `forget`. */
  seen(): readonly Seen[]
  /** Forgets what was seen. */
  forget(): void
  /** What the conversion interfaces answer from now on; 0 ends the connection without an answer. */
  answer(status: number | undefined): void
}

const BODY_MAX = 1024 * 1024
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
const THIRD_PARTY = 'Path=/; Max-Age=31536000; SameSite=None; Secure'

/** Opens them on two ports. */
export async function openVendors(): Promise<Vendors> {
  const seen: Seen[] = []
  const faults: ApiFaults = { status: undefined }
  const servers: Server[] = []
  const open = async (): Promise<number> => {
    const server = createServer((request, reply) => {
      void take(request, seen).then(one => answer(one, hosts, faults, reply))
    })
    servers.push(server)
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    return (server.address() as AddressInfo).port
  }
  const [first, second] = [await open(), await open()]
  const hosts: VendorHosts = {
    analytics: `analytics.test:${first}`,
    sync: `sync.test:${first}`,
    // Cookies in a third party's frame or picture are `Secure`, and of http only this name may set them.
    pixel: `localhost:${first}`,
    social: `localhost:${second}`,
    socialMedia: `media.test:${second}`,
    forms: `forms.test:${first}`,
  }
  return {
    hosts,
    url: `http://127.0.0.1:${first}`,
    seen: () => [...seen],
    forget: () => void (seen.length = 0),
    answer: status => void (faults.status = status),
    async [Symbol.asyncDispose]() {
      for (const server of servers) {
        server.closeAllConnections()
        await new Promise(done => server.close(done))
      }
    },
  }
}

async function take(request: IncomingMessage, seen: Seen[]): Promise<Seen> {
  const url = new URL(request.url ?? '/', 'http://vendor.test')
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    const part = Buffer.from(chunk as Uint8Array)
    if ((bytes += part.length) <= BODY_MAX) chunks.push(part)
  }
  const one: Seen = {
    method: request.method ?? '',
    host: request.headers.host ?? '',
    path: url.pathname,
    query: url.search.slice(1),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: Buffer.concat(chunks).toString('utf8'),
    from: request.socket.remoteAddress ?? '',
  }
  seen.push(one)
  return one
}

function answer(one: Seen, hosts: VendorHosts, faults: ApiFaults, reply: ServerResponse): void {
  reply.setHeader('cache-control', 'no-store')
  reply.setHeader('access-control-allow-origin', '*')
  const api = apiAnswer(one, faults)
  if (api === 'hang up') return void reply.destroy()
  if (api)
    return void reply.writeHead(api.status, { 'content-type': 'application/json' }).end(api.body)
  const page = pageAnswer(one, hosts)
  if (!page) return void reply.writeHead(404).end()
  reply.writeHead(page.status, page.headers).end(page.body)
}

type Page = {
  readonly status: number
  readonly body?: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

function pageAnswer({ path, query, headers }: Seen, hosts: VendorHosts): Page | undefined {
  const id = /pixel_id=([^;]*)/.exec(headers['cookie'] ?? '')?.[1] ?? String(Math.random()).slice(2)
  switch (path) {
    case '/gtag/js':
      return script(analyticsScript(hosts, 'TEST'))
    case '/pixel.js':
      return script(pixelScript(hosts))
    case '/hs/script.js':
      return script(formsScript(hosts))
    case '/g/collect':
      return { status: 204 }
    case '/hs/ptq.gif':
      return picture()
    case '/pixel.gif':
      return query.includes('from=') ? picture(`sync_id=${id}`) : onward(hosts, id)
    case '/sync':
      return onward(hosts, id)
    default:
      if (path.startsWith('/media/')) return picture(`media_id=${id}`)
      return path.startsWith('/embed/') ? embed(hosts, path, id) : undefined
  }
}

function script(body: string): Page {
  return { status: 200, headers: { 'content-type': 'text/javascript' }, body }
}

function picture(cookie?: string): Page {
  const headers = { 'content-type': 'image/gif', ...(cookie ? set(cookie) : {}) }
  return { status: 200, headers, body: GIF }
}

/** Led on to the second company, with the id of the first in the address. */
function onward({ sync }: VendorHosts, id: string): Page {
  const location = `http://${sync}/pixel.gif?from=${id}`
  return { status: 302, headers: { location, ...set(`pixel_id=${id}`) } }
}

function embed(hosts: VendorHosts, path: string, id: string): Page {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    ...set(`VISITOR_INFO1_LIVE=${id}`),
  }
  const post = path.slice('/embed/'.length).replaceAll(/[^\w-]/g, '')
  return { status: 200, headers, body: embedPage(hosts, post) }
}

function set(cookie: string): { readonly 'set-cookie': string } {
  return { 'set-cookie': `${cookie}; ${THIRD_PARTY}` }
}

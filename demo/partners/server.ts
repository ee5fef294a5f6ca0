import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { pickLang } from '../../src/base/lang.ts'
import { filmPage, HERO_PATH } from './film.ts'
import { type Asked, seenPage } from './seen.ts'
import { HERO } from '../pictures/hero.ts'

/** The made-up partners of the shop, which run beside it so that nobody outside is contacted. */
export type Partners = AsyncDisposable & {
  /** Names and ports by which a browser of this machine reaches them. */
  readonly hosts: Readonly<Record<PartnerId, string>>
  /** All that anybody asked them for, oldest first. */
  readonly asked: readonly Asked[]
  /** The policy's text, with these hosts in place of theirs. */
  readonly atHome: (policy: string) => string
}

/** Browsers lead names that end so to the very machine; as other sites, with cookies of their own. */
const NAMES = { pixel: 'pixel.revontuli', player: 'player.tuike' } as const
export type PartnerId = keyof typeof NAMES

const ASKED_MAX = 500
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
const MONTH = 30 * 86_400
const THIRD_PARTY = 'Path=/; SameSite=None; Secure'

/** Opens both on this port, or on any free one where it is taken. */
export async function openPartners(wanted: number): Promise<Partners> {
  const asked: Asked[] = []
  const server = createServer((request, reply) => {
    answer(request, reply, asked)
  })
  const listen = (port: number) =>
    new Promise<void>((done, fail) => {
      server.once('error', fail)
      server.listen(port, '127.0.0.1', () => done())
    })
  await listen(wanted).catch(() => listen(0))
  const port = portOf(server)
  const hosts = {
    pixel: `${NAMES.pixel}.localhost:${port}`,
    player: `${NAMES.player}.localhost:${port}`,
  }
  return {
    ...{ hosts, asked },
    atHome: policy =>
      policy
        .replaceAll(`${NAMES.pixel}.example`, hosts.pixel)
        .replaceAll(`${NAMES.player}.example`, hosts.player),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the partners have no port')
  return address.port
}

function answer(request: IncomingMessage, reply: ServerResponse, asked: Asked[]): void {
  const { method = '', url = '/', headers } = request
  const host = headers.host ?? ''
  const { pathname, searchParams } = new URL(url, 'http://partner.localhost')
  reply.setHeader('cache-control', 'no-store')
  reply.setHeader('x-content-type-options', 'nosniff')
  if (pathname === '/') {
    const lang = pickLang(headers['accept-language'])
    return send(reply, 'text/html; charset=utf-8', seenPage(lang, asked))
  }
  asked.push({
    at: new Date(Date.now()),
    what: `${method} ${host}${pathname}`,
    cookie: headers.cookie,
  })
  if (asked.length > ASKED_MAX) asked.shift()
  switch (pathname) {
    case '/view.gif':
      keep(reply, 'rt_id', headers.cookie, 13 * MONTH)
      return send(reply, 'image/gif', GIF)
    case '/film/hirvi':
      keep(reply, 'tuike_viewer', headers.cookie, 6 * MONTH)
      return send(
        reply,
        'text/html; charset=utf-8',
        filmPage(pickLang(searchParams.get('lang') ?? '')),
      )
    case HERO_PATH:
      return send(reply, 'image/svg+xml', HERO)
    case '/watched':
      return void reply.writeHead(204).end()
    default:
      return void reply.writeHead(404).end()
  }
}

function send(reply: ServerResponse, type: string, body: string | Buffer): void {
  reply.writeHead(200, { 'content-type': type }).end(body)
}

/** As such partners do: an identifier in every browser that takes one. */
function keep(
  reply: ServerResponse,
  name: string,
  held: string | undefined,
  seconds: number,
): void {
  const [, known] = new RegExp(String.raw`(?:^|; )${name}=([\w-]+)`).exec(held ?? '') ?? []
  const id = known ?? crypto.randomUUID()
  reply.setHeader('set-cookie', `${name}=${id}; Max-Age=${seconds}; ${THIRD_PARTY}`)
}

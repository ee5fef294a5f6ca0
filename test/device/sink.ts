import { createHash } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

/** The other end of a page's requests, under one name: it counts what arrives. */
export type Sink = AsyncDisposable & {
  /** Name and port, as a policy declares it. */
  readonly host: string
  /** Channels by which anything arrived, in order: the last part of each path. */
  readonly hits: string[]
}

/** `/ch/NAME` is answered so that a browser is content with it; `/to/HOST/ch/NAME` leads on. */
export async function openSink(name: string): Promise<Sink> {
  const hits: string[] = []
  const server = createServer((request, response) => {
    hits.push(channelOf(request))
    answer(request, response)
  })
  const sockets = new Set<Duplex>()
  server.on('upgrade', (request, socket) => {
    hits.push(channelOf(request))
    sockets.add(socket)
    // A peer that went away is no fault of ours.
    socket.on('error', () => undefined)
    socket.on('data', (frame: Buffer) => void (isText(frame) && hits.push('message')))
    socket.write(shake(request))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  // WebTransport begins with QUIC, of which we only see that it came.
  const udp = createSocket('udp4')
  udp.on('message', () => hits.push('webtransport'))
  await new Promise<void>(done => udp.bind(port, '127.0.0.1', done))
  return {
    host: `${name}:${port}`,
    hits,
    async [Symbol.asyncDispose]() {
      udp.close()
      for (const socket of sockets) socket.destroy()
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}

function channelOf({ url = '' }: IncomingMessage): string {
  return url.split('?')[0]?.split('/').at(-1) ?? ''
}

/** A frame with text; the one that says goodbye is none. */
function isText([first = 0]: Buffer): boolean {
  return first % 16 === 1
}

const PIXEL = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64')

function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = request.url ?? '/'
  const headers = {
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-allow-credentials': 'true',
    'cache-control': 'no-store',
    'set-cookie': 'rt_id=partner-browser; Path=/; Max-Age=2419200; SameSite=None; Secure',
  }
  const [, next] = /^\/to\/(.+)$/.exec(url) ?? []
  if (next !== undefined) {
    response.writeHead(302, { ...headers, location: `http://${next}` }).end()
    return
  }
  const channel = channelOf(request)
  response.writeHead(200, { ...headers, 'content-type': typeOf(channel) }).end(bodyOf(channel))
}

function typeOf(channel: string): string {
  if (/script|import-(worker|dynamic)|modulepreload/.test(channel)) return 'text/javascript'
  if (/style|import-css/.test(channel)) return 'text/css'
  if (/frame|form|object|embed/.test(channel)) return 'text/html'
  if (/eventsource/.test(channel)) return 'text/event-stream'
  if (/track/.test(channel)) return 'text/vtt'
  return 'image/gif'
}

function bodyOf(channel: string): string | Buffer {
  if (typeOf(channel) === 'image/gif') return PIXEL
  if (/import-dynamic|modulepreload/.test(channel)) return 'export {}'
  return /script/.test(channel) ? 'self.partnerRan = true' : ''
}

function shake(request: IncomingMessage): string {
  const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`
  const accept = createHash('sha1').update(key).digest('base64')
  return [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${accept}`,
    '',
    '',
  ].join('\r\n')
}

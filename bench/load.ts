import { connect, type Socket } from 'node:net'

/** What one connection-bound run of requests measured. */
export type Load = {
  readonly answered: number
  readonly refused: number
  readonly seconds: number
  readonly p50Ms: number
  readonly p99Ms: number
}

const ID_HOLE = '#'.repeat(22)
const PATH_HOLE = '@'.repeat(8)

/**
 * Sends the same request over keep-alive connections, one at a time on each, for some seconds.
 * `########…` becomes a fresh event id and `@@@@@@@@` a fresh number, so no two are alike.
 */
export async function load(settings: {
  readonly port: number
  readonly connections: number
  readonly seconds: number
  readonly request: Buffer
}): Promise<Load> {
  const started = performance.now()
  const until = started + settings.seconds * 1000
  const times: number[] = []
  let refused = 0
  const one = () => {
    return new Promise<void>((done, fail) => {
      const request = Buffer.from(settings.request)
      const fresh = freshener(request)
      const socket: Socket = connect(settings.port, '127.0.0.1')
      let sent = 0
      const send = () => {
        fresh()
        sent = performance.now()
        socket.write(request)
      }
      socket.setNoDelay(true)
      socket.on('connect', send)
      socket.on('error', fail)
      socket.on('data', (answer: Buffer) => {
        const now = performance.now()
        if (answer[9] === 0x32 && answer[11] === 0x34) times.push(now - sent)
        else refused += 1
        if (now < until) send()
        else {
          socket.end()
          done()
        }
      })
    })
  }
  await Promise.all(Array.from({ length: settings.connections }, one))
  const seconds = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { answered: times.length, refused, seconds, p50Ms: at(0.5), p99Ms: at(0.99) }
}

/** One page view as a browser sends it, with holes for what must be fresh. */
export function pageView(receipt: string): Buffer {
  const body = JSON.stringify({
    receipt,
    visitors: { analytics: 'Vw3xk0J9pQ2mN5rT7uY1aB' },
    visit: 'Zz9yX8wV7uT6sR5qP4oN3m',
    events: [
      {
        id: ID_HOLE,
        name: 'page_view',
        agoMs: 12,
        fields: {
          path: `/tuote/pupu-${PATH_HOLE}`,
          title: 'Pehmeä pupu, 30 cm, pesunkestävä | Pikku Nalle',
          referrer: 'https://www.search.example/haku?q=pehmolelu+pupu',
          language: 'fi-FI',
        },
      },
    ],
  })
  const head = [
    'POST /v1/events HTTP/1.1',
    'Host: 127.0.0.1',
    'User-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36',
    'Accept: */*',
    'Accept-Language: fi-FI,fi;q=0.9,en;q=0.8',
    'Accept-Encoding: gzip, deflate, br',
    'Content-Type: application/json',
    'Sec-Fetch-Site: same-origin',
    'Sec-Fetch-Mode: cors',
    'Sec-Fetch-Dest: empty',
    'Connection: keep-alive',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}

let made = Math.floor(performance.timeOrigin) % 60_000_000

function freshener(request: Buffer): () => void {
  const id = request.indexOf(ID_HOLE)
  const path = request.indexOf(PATH_HOLE)
  return () => {
    const text = String(made++).padStart(8, '0')
    request.write(`benchbenchbench${text.slice(-7)}`, id, 'latin1')
    request.write(text.slice(-8), path, 'latin1')
  }
}

const [, self, port, connections, seconds] = process.argv
if (self?.endsWith('/bench/load.js')) {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  const measured = await load({
    port: Number(port),
    connections: Number(connections),
    seconds: Number(seconds),
    request: Buffer.concat(chunks),
  })
  process.stdout.write(`${JSON.stringify(measured)}\n`)
}

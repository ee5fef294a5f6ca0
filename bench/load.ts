import { connect } from 'node:net'

/** What one connection-bound run of requests measured. */
export type Load = {
  readonly answered: number
  /** Answers that were no 204, or kept fewer events than were sent. */
  readonly refused: number
  readonly seconds: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Processor time of the load itself. */
  readonly cpuMs: number
}

const ID_HOLE = '#'.repeat(22)
const VISITOR_HOLE = '~'.repeat(22)
const PATH_HOLE = '@'.repeat(4)
const PATHS = 1_000
const VISITORS = 5_000
/** `Lupaus-Kept: 0`: answered, but nothing of it is durable. */
const KEPT_NOTHING = 'lupaus-kept: 0\r'

/**
 * Sends the same request over keep-alive connections, one at a time on each, for some seconds.
 * Its holes get a fresh event id, one of 1,000 paths, and one of 5,000 visitors.
 */
export async function load(settings: {
  readonly port: number
  readonly connections: number
  readonly seconds: number
  readonly request: Buffer
}): Promise<Load> {
  const before = process.cpuUsage()
  const started = performance.now()
  const until = started + settings.seconds * 1000
  const times: number[] = []
  let refused = 0
  const one = () => {
    return new Promise<void>((done, fail) => {
      const request = Buffer.from(settings.request)
      const fresh = freshener(request)
      const socket = connect(settings.port, '127.0.0.1')
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
        // The status line alone is read: `HTTP/1.1 204`; now and then the rest, to be sure.
        const isFine = answer[9] === 0x32 && answer[11] === 0x34
        if (!isFine || (times.length % 100 === 0 && answer.includes(KEPT_NOTHING))) refused += 1
        else times.push(now - sent)
        if (now < until) return send()
        socket.end()
        done()
      })
    })
  }
  await Promise.all(Array.from({ length: settings.connections }, one))
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(before)
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  const cpuMs = (user + system) / 1000
  return { answered: times.length, refused, seconds, p50Ms: at(0.5), p99Ms: at(0.99), cpuMs }
}

/** Page views as a browser sends them in one batch, with holes for what must be fresh. */
export function pageViews(receipt: string, count: number): Buffer {
  const view = {
    id: ID_HOLE,
    name: 'page_view',
    agoMs: 12,
    fields: {
      path: `/tuote/pupu-${PATH_HOLE}`,
      title: 'Pehmeä pupu, 30 cm, pesunkestävä | Pikku Nalle',
      referrer: 'https://www.search.example/haku?q=pehmolelu+pupu',
      language: 'fi-FI',
    },
  }
  const body = JSON.stringify({
    receipt,
    visitors: { analytics: VISITOR_HOLE },
    visit: VISITOR_HOLE,
    events: Array.from({ length: count }, () => view),
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

/** Differs from process to process, so that no two rounds send the same id; below 2 to the 53rd. */
let made = Math.floor(performance.timeOrigin) * 1_000

function freshener(request: Buffer): () => void {
  const [ids, visitors, paths] = [ID_HOLE, VISITOR_HOLE, PATH_HOLE].map(hole =>
    placesOf(request, hole),
  )
  return () => {
    const visitor = String(made % VISITORS).padStart(22, '0')
    for (const at of visitors ?? []) request.write(visitor, at, 'latin1')
    for (const at of paths ?? []) {
      request.write(String(made % PATHS).padStart(4, '0'), at, 'latin1')
    }
    for (const at of ids ?? []) request.write(String(made++).padStart(22, '0'), at, 'latin1')
  }
}

function placesOf(request: Buffer, hole: string): number[] {
  const places: number[] = []
  for (let at = request.indexOf(hole); at >= 0; at = request.indexOf(hole, at + hole.length)) {
    places.push(at)
  }
  return places
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

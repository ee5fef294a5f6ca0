import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openClickhouse } from '../src/platform/clickhouse.ts'
import { cpuMsOf } from './cpu.ts'
import { type Load, pageViews } from './load.ts'
import { realReceipt, type Server, startBeside, startProduct } from './server.ts'

const ROUNDS = 5
const MORE_ROUNDS = 3
const ROUND_SECONDS = 3
const CONNECTIONS = 64
const MANY_CONNECTIONS = 256
const BATCH = 20
const FULL_BATCH = 50
const ROWS_FOR_MEMORY = Number(process.env['BENCH_ROWS'] ?? 20_000_000)
const FILL_SECONDS = 20

/** One round, and the processor time that its server took for it. */
type Round = Load & { readonly serverCpuMs: number }
type Name = 'bare' | 'raw' | 'product' | 'unsynced'
type Rounds = Readonly<Record<Name, Round[]>>

/**
 * Durable events per second through `lupaus start` with a real receipt, against a bare `node:http`
 * that parses the same body, one that appends it durably, and the product without its fsync:
 * alternating rounds, medians. Then batches against what chDB takes from a file, and memory and disk
 * after `BENCH_ROWS` events (20 million).
 */
export async function run(): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'lupaus-bench-'))
  const data = join(folder, 'data')
  const noFsync = ['--import', new URL('no-fsync.js', import.meta.url).href]
  const servers = {
    bare: await startBeside('bare-http.js'),
    raw: await startBeside('raw-append.js', [join(folder, 'raw')]),
    product: await startProduct(data),
    unsynced: await startProduct(join(folder, 'unsynced'), noFsync),
  }
  try {
    const receipt = await realReceipt(servers.product)
    const requests = { one: pageViews(receipt, 1), batch: pageViews(receipt, BATCH) }
    const other = pageViews(await realReceipt(servers.unsynced), 1)
    const single = { bare: requests.one, raw: requests.one, product: requests.one, unsynced: other }
    const names = ['bare', 'raw', 'product', 'unsynced'] as const
    for (const name of names) await measured(servers[name], single[name], CONNECTIONS)
    const main = await alternating(servers, single, CONNECTIONS, ROUNDS)
    const many = await alternating(servers, single, MANY_CONNECTIONS, MORE_ROUNDS)
    const alone = await alternating(servers, single, 1, 1)
    await servers.unsynced.stop()
    const [batched, inserts]: [Round[], number[]] = [[], []]
    for (let round = 0; round < MORE_ROUNDS; round++) {
      inserts.push(await rawInsertBeside())
      batched.push(await measured(servers.product, requests.batch, CONNECTIONS))
    }
    const memory = await filled(servers.product, pageViews(receipt, FULL_BATCH))
    await servers.product.stop()
    return {
      ...report({ main, many, alone, batched, inserts }),
      ...memory,
      bytesPerRow: rounded(await bytesPerRow(data)),
    }
  } finally {
    await Promise.all(Object.values(servers).map(server => server.stop()))
    rmSync(folder, { recursive: true, force: true })
  }
}

async function alternating(
  servers: Readonly<Record<Name, Server>>,
  requests: Readonly<Record<Name, Buffer>>,
  connections: number,
  times: number,
): Promise<Rounds> {
  const rounds: Rounds = { bare: [], raw: [], product: [], unsynced: [] }
  for (let round = 0; round < times; round++) {
    for (const name of ['bare', 'raw', 'product', 'unsynced'] as const) {
      rounds[name].push(await measured(servers[name], requests[name], connections))
    }
  }
  return rounds
}

function report(measures: {
  readonly main: Rounds
  readonly many: Rounds
  readonly alone: Rounds
  readonly batched: readonly Round[]
  readonly inserts: readonly number[]
}): object {
  const { main, many, alone, batched, inserts } = measures
  const batches = perSecond(batched) * BATCH
  return {
    bench: 'collect',
    ...figures(main),
    single: figures(main),
    batch20: {
      eventsPerSecond: Math.round(batches),
      ratioToRawInsert: rounded(batches / median(inserts)),
      rawInsertPerSecond: Math.round(median(inserts)),
      p50Ms: rounded(median(batched.map(one => one.p50Ms))),
      p99Ms: rounded(median(batched.map(one => one.p99Ms))),
      cpuMsPerEvent: rounded(cpuMsPerRequest(batched) / BATCH),
    },
    at1: figures(alone),
    at256: figures(many),
    connections: CONNECTIONS,
    barePerSecond: Math.round(perSecond(main.bare)),
    rawAppendPerSecond: Math.round(perSecond(main.raw)),
    cpuMsPerEvent: rounded(cpuMsPerRequest(main.product)),
    bareCpuMsPerEvent: rounded(cpuMsPerRequest(main.bare)),
    // A server that takes about a whole core or more is the bottleneck; a load that does is.
    coresUsed: {
      bare: { server: cores(main.bare, 'serverCpuMs'), load: cores(main.bare, 'cpuMs') },
      product: { server: cores(main.product, 'serverCpuMs'), load: cores(main.product, 'cpuMs') },
    },
    refused: [...main.product, ...many.product, ...batched].reduce((sum, r) => sum + r.refused, 0),
    rounds: ROUNDS,
  }
}

function figures({ bare, raw, product, unsynced }: Rounds): object {
  return {
    eventsPerSecond: Math.round(perSecond(product)),
    p50Ms: rounded(median(product.map(one => one.p50Ms))),
    p99Ms: rounded(median(product.map(one => one.p99Ms))),
    ratioToBareHttp: rounded(perSecond(product) / perSecond(bare)),
    ratioToRawAppend: rounded(perSecond(product) / perSecond(raw)),
    ratioWithoutFsync: rounded(perSecond(product) / perSecond(unsynced)),
  }
}

/** Sends full batches until the product has this many events, and tells what it then holds in memory. */
async function filled(product: Server, request: Buffer): Promise<object> {
  let events = 0
  let peak = 0
  const started = performance.now()
  while (events < ROWS_FOR_MEMORY) {
    const { answered } = await measured(product, request, 8, FILL_SECONDS)
    events += answered * FULL_BATCH
    peak = Math.max(peak, rssMb(product.pid))
  }
  const seconds = (performance.now() - started) / 1000
  return {
    rssMbAfter20M: Math.round(rssMb(product.pid)),
    memory: { events, peakMb: Math.round(peak), eventsPerSecond: Math.round(events / seconds) },
  }
}

function rssMb(pid: number): number {
  const kb = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kb) / 1024
}

function perSecond(rounds: readonly Round[]): number {
  return median(rounds.map(one => one.answered / one.seconds))
}

function cpuMsPerRequest(rounds: readonly Round[]): number {
  return median(rounds.map(one => one.serverCpuMs / one.answered))
}

function cores(rounds: readonly Round[], of: 'cpuMs' | 'serverCpuMs'): number {
  return rounded(median(rounds.map(one => one[of] / 1000 / one.seconds)))
}

/** One round of load, made by a process of its own. */
async function measured(
  server: Server,
  request: Buffer,
  connections: number,
  seconds = ROUND_SECONDS,
): Promise<Round> {
  const script = fileURLToPath(new URL('load.js', import.meta.url))
  const args = [script, String(server.port), String(connections), String(seconds)]
  const before = cpuMsOf(server.pid)
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', chunk => (text += String(chunk)))
  child.stdin.end(request)
  await new Promise(resolve => child.once('close', resolve))
  const load: Load = JSON.parse(text)
  return { ...load, serverCpuMs: cpuMsOf(server.pid) - before }
}

/** In a process of its own, as chDB opens one folder a process. */
async function rawInsertBeside(): Promise<number> {
  const script = fileURLToPath(new URL('raw-insert.js', import.meta.url))
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', chunk => (text += String(chunk)))
  await new Promise(resolve => child.once('close', resolve))
  return Number(text)
}

/** What a row of a page view takes on disk after a merge; the product must have stopped. */
async function bytesPerRow(data: string): Promise<number> {
  await using store = await openClickhouse({ path: join(data, 'clickhouse') })
  await store.run({ text: 'optimize table collect.analytics final', values: {} })
  const [row] = await store.rows<{ each: number }>({
    text: `select sum(bytes_on_disk) / sum(rows) as each from system.parts
           where active and database = 'collect' and table = 'analytics'`,
    values: {},
  })
  return row?.each ?? Number.NaN
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

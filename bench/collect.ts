import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
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

/** One round, and the processor time that its server took for it. */
type Round = Load & { readonly serverCpuMs: number }
type Rounds = { readonly bare: Round[]; readonly raw: Round[]; readonly product: Round[] }

/**
 * Durable events per second through `lupaus start` with a real receipt, against a bare `node:http`
 * that parses the same body, and one that appends it durably: alternating rounds, medians.
 */
export async function run(): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'lupaus-bench-'))
  const data = join(folder, 'data')
  const servers = {
    bare: await startBeside('bare-http.js'),
    raw: await startBeside('raw-append.js', [join(folder, 'raw')]),
    product: await startProduct(data),
  }
  try {
    const receipt = await realReceipt(servers.product)
    const single = pageViews(receipt, 1)
    for (const server of Object.values(servers)) await measured(server, single, CONNECTIONS)
    const main = await alternating(servers, single, CONNECTIONS, ROUNDS)
    const many = await alternating(servers, single, MANY_CONNECTIONS, MORE_ROUNDS)
    const batches = pageViews(receipt, BATCH)
    const batched: Round[] = []
    for (let round = 0; round < MORE_ROUNDS; round++) {
      batched.push(await measured(servers.product, batches, CONNECTIONS))
    }
    await servers.product.stop()
    return { ...report(main, many, batched), bytesPerRow: rounded(await bytesPerRow(data)) }
  } finally {
    await Promise.all(Object.values(servers).map(server => server.stop()))
    rmSync(folder, { recursive: true, force: true })
  }
}

async function alternating(
  servers: Readonly<Record<keyof Rounds, Server>>,
  request: Buffer,
  connections: number,
  times: number,
): Promise<Rounds> {
  const rounds: Rounds = { bare: [], raw: [], product: [] }
  for (let round = 0; round < times; round++) {
    for (const name of ['bare', 'raw', 'product'] as const) {
      rounds[name].push(await measured(servers[name], request, connections))
    }
  }
  return rounds
}

function report(main: Rounds, many: Rounds, batched: readonly Round[]): object {
  return {
    bench: 'collect',
    ...figures(main),
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
    at256: figures(many),
    batchesOf20: {
      eventsPerSecond: Math.round(perSecond(batched) * BATCH),
      p50Ms: rounded(median(batched.map(one => one.p50Ms))),
      p99Ms: rounded(median(batched.map(one => one.p99Ms))),
      cpuMsPerEvent: rounded(cpuMsPerRequest(batched) / BATCH),
    },
    refused: [...main.product, ...many.product, ...batched].reduce((sum, r) => sum + r.refused, 0),
    rounds: ROUNDS,
  }
}

function figures({ bare, raw, product }: Rounds): object {
  return {
    eventsPerSecond: Math.round(perSecond(product)),
    p50Ms: rounded(median(product.map(one => one.p50Ms))),
    p99Ms: rounded(median(product.map(one => one.p99Ms))),
    ratioToBareHttp: rounded(perSecond(product) / perSecond(bare)),
    ratioToRawAppend: rounded(perSecond(product) / perSecond(raw)),
  }
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
async function measured(server: Server, request: Buffer, connections: number): Promise<Round> {
  const script = fileURLToPath(new URL('load.js', import.meta.url))
  const args = [script, String(server.port), String(connections), String(ROUND_SECONDS)]
  const before = cpuMsOf(server.pid)
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', chunk => (text += String(chunk)))
  child.stdin.end(request)
  await new Promise(resolve => child.once('close', resolve))
  const load: Load = JSON.parse(text)
  return { ...load, serverCpuMs: cpuMsOf(server.pid) - before }
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

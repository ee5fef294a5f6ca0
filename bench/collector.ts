import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cpuMs } from './cpu.ts'
import { after, moment } from '../src/base/time.ts'
import { openCollect } from '../src/collect/index.ts'
import { systemChance } from '../src/platform/chance.ts'
import { type Ch, openClickhouse } from '../src/platform/clickhouse.ts'
import { systemClock } from '../src/platform/clock.ts'
import { openHttp } from '../src/platform/http.ts'
import { openLog } from '../src/platform/log.ts'
import { migrationsIn } from '../src/platform/migrations.ts'
import { keysFrom, sign } from '../src/platform/secrets.ts'
import { type Facts, type Policy, readPolicy, type Signal } from '../src/policy/index.ts'

const SECRET = keysFrom(new Uint8Array(32).fill(9))
const RECEIPTS = SECRET.derive('receipts')

/** A receipt this collector believes: the purposes granted, and one HMAC over them. */
export function receiptFor(purposes: string): string {
  return `${purposes}.${sign(RECEIPTS, purposes)}`
}

/** Serves the collector alone, without consent, console or shop; prints `ready` and its address. */
export async function serveCollector(folder: string, port: number): Promise<void> {
  const store = await openClickhouse({ path: join(folder, 'events') })
  await makeTables(store)
  const policy = readShop()
  const http = await openHttp({ trustProxy: false })
  const collect = await openCollect({
    platform: {
      clock: systemClock,
      chance: systemChance,
      keys: SECRET,
      ch: store,
      log: openLog('warn'),
      dataFolder: folder,
    },
    policy: () => policy,
    factsOf: (receipt, signals) => factsOf(policy, receipt, signals),
    requestsPerMinute: Number.MAX_SAFE_INTEGER,
    freeBytesMin: 0,
  })
  collect.routes(http)
  const address = await http.listen({ port, host: '127.0.0.1' })
  const cpu = cpuMs()
  process.on('SIGTERM', () => {
    process.stdout.write(`cpu ${cpuMs() - cpu}\n`)
    void http
      .close()
      .then(() => collect.close())
      .then(() => store[Symbol.asyncDispose]())
      .then(() => process.exit(0))
  })
  process.stdout.write(`ready ${address}\n`)
}

function factsOf(
  policy: Policy,
  receipt: string | undefined,
  signals: readonly Signal[],
): Facts | undefined {
  const [purposes = '', mac] = (receipt ?? '').split('.')
  if (mac !== sign(RECEIPTS, purposes)) return undefined
  const granted = purposes.split(',').map(id => [id, policy.rules.purposes[id]?.terms ?? ''])
  const now = systemClock.now()
  return {
    granted: Object.fromEntries(granted),
    chosenUnder: [],
    signals,
    now,
    withdrawn: false,
    until: after(moment('2026-01-01'), { count: 100, unit: 'year' }),
  }
}

async function makeTables(store: Ch): Promise<void> {
  const made = await store.rows({
    text: `select 1 as one from system.tables where database = 'collect' limit 1`,
    values: {},
  })
  if (made.length > 0) return
  const steps = await migrationsIn([new URL('../src/collect/schema/', import.meta.url)])
  for (const step of steps) {
    for (const text of step.text.split(/;\s*$/m)) {
      if (text.trim() !== '') await store.run({ text, values: {} })
    }
  }
}

function readShop(): Policy {
  const { policy } = readPolicy(readFileSync('policies/childrens-shop.yaml', 'utf8'), 'policy')
  if (!policy) throw new Error('policies/childrens-shop.yaml does not compile')
  return policy
}

const [, self, folder, port] = process.argv
if (self?.endsWith('/bench/collector.js') && folder !== undefined) {
  await serveCollector(folder, Number(port ?? 0))
}

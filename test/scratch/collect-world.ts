import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, moment, type Moment, momentOf, type Span } from '../../src/base/time.ts'
import { type Asked, type Collect, type FactsOf, openCollect } from '../../src/collect/index.ts'
import type { Batch } from '../../src/collect/wire.ts'
import { factsOfClaims, lessRefused } from '../../src/consent/facts.ts'
import type { PurposeGroup } from '../../src/consent/wire.ts'
import { systemChance } from '../../src/platform/chance.ts'
import { type Ch, openClickhouse } from '../../src/platform/clickhouse.ts'
import { openHttp } from '../../src/platform/http.ts'
import { openLog } from '../../src/platform/log.ts'
import type { Db } from '../../src/platform/postgres.ts'
import { keysFrom } from '../../src/platform/secrets.ts'
import type { Facts, Signal } from '../../src/policy/decide.ts'
import type { Policy } from '../../src/policy/policy.ts'
import { readPolicy } from '../../src/policy/read-policy.ts'

/** A collector over real ClickHouse and real HTTP on loopback; the clock and the receipts are ours. */
export type CollectWorld = AsyncDisposable & {
  readonly collect: Collect
  readonly store: Ch
  readonly origin: string
  readonly folder: string
  policy: Policy
  pass(span: Span): void
  now(): Moment
  /** A receipt that grants these purposes, such as `analytics,marketing`; `withdrawn:` before it takes it back. */
  send(batch: Partial<Batch>, headers?: Record<string, string>): Promise<Response>
  pixel(query: string, headers?: Record<string, string>): Promise<Response>
  rows(table: PurposeGroup | 'refusals'): Promise<Record<string, unknown>[]>
}

/** One visitor id, the same for the same letter. */
export function idOf(letter: string): string {
  return letter.repeat(22)
}

export const WORLD_START = '2026-11-22T10:00:00.123Z'
export const SHOP = readShop()

/** Opens a world; `requestsPerMinute` and `freeBytesMin` as in `openCollect`. */
export async function collectWorld({
  store: given,
  db,
  ...options
}: {
  requestsPerMinute?: number
  freeBytesMin?: number
  spoolBytesMax?: number
  folder?: string
  /** Another store than chDB in this process; migrated already, and closed by whoever opened it. */
  store?: Ch
  /** What collectors that share a store take turns by. */
  db?: Db
  /** In the place of the list that is our stand-in for a receipt. */
  factsOf?: FactsOf
} = {}): Promise<CollectWorld> {
  const folder = options.folder ?? mkdtempSync('/tmp/lupaus-collect-')
  const own = given ? undefined : await openClickhouse({ path: join(folder, 'events') })
  const store = given ?? own
  if (store === undefined) throw new Error('a world has a store')
  if (own) await migrate(own)
  let now = moment(WORLD_START)
  const world = { policy: SHOP }
  const http = await openHttp({ trustProxy: 1 })
  const collect = await openCollect({
    platform: {
      clock: { now: () => now },
      chance: systemChance,
      log: openLog('silent'),
      keys: keysFrom(new Uint8Array(32).fill(7)),
      ch: store,
      ...(db ? { db } : {}),
      dataFolder: folder,
    },
    policy: () => world.policy,
    factsOf: ({ receipt, signals }) => factsOf(world.policy, receipt, signals, now),
    requestsPerMinute: 1_000_000,
    ...options,
  })
  collect.routes(http)
  const origin = await http.listen({ port: 0, host: '127.0.0.1' })
  return Object.assign(world, {
    ...{ collect, store, origin, folder },
    now: () => now,
    pass: (span: Span) => void (now = momentOf(after(now, span))),
    send: (batch: Partial<Batch>, headers: Record<string, string> = {}) =>
      fetch(`${origin}/v1/events`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'user-agent': BROWSER, ...headers },
        body: JSON.stringify(batch),
      }),
    pixel: (query: string, headers: Record<string, string> = {}) =>
      fetch(`${origin}/v1/pixel${query}`, { headers: { 'user-agent': BROWSER, ...headers } }),
    async rows(table: PurposeGroup | 'refusals') {
      await collect.flush()
      return store.rows({ text: `select * from collect.${table} order by all`, values: {} })
    },
    async [Symbol.asyncDispose]() {
      await http.close()
      await collect.close()
      await own?.[Symbol.asyncDispose]()
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }) as CollectWorld
}

export const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36'

/** Our stand-in for the consent slice: the receipt is the list of what it grants. */
export function factsOf(
  policy: Policy,
  receipt: string | undefined,
  signals: readonly Signal[],
  now: Moment,
): Facts {
  const granted = (receipt ?? '').replace('withdrawn:', '').split(',').filter(Boolean)
  return {
    granted: Object.fromEntries(granted.map(id => [id, policy.rules.purposes[id]?.terms ?? ''])),
    chosenUnder: [],
    signals,
    until: after(now, { count: 6, unit: 'month' }),
    now,
    withdrawn: receipt?.startsWith('withdrawn:') ?? false,
  }
}

/** Makes the tables of the slice. */
export async function migrate(store: Ch): Promise<void> {
  const folder = new URL('../../src/collect/schema/', import.meta.url)
  for (const name of readdirSync(folder).toSorted())
    for (const part of readFileSync(new URL(name, folder), 'utf8').split(/;\s*$/m))
      if (part.trim() !== '') await store.run({ text: part, values: {} })
}

function readShop(): Policy {
  const path = new URL('../../policies/childrens-shop.yaml', import.meta.url)
  const { policy, diagnostics } = readPolicy(readFileSync(path, 'utf8'), 'childrens-shop.yaml')
  if (!policy) throw new Error(JSON.stringify(diagnostics))
  return policy
}

/** The facts of a client's request: its stand-in receipt, else its claims; a partner needs a receipt. */
export function factsOfClient(policy: Policy, asked: Asked, now: Moment): Facts | undefined {
  const { receipt, signals, source } = asked
  const isForeign = receipt?.startsWith('foreign') === true
  if (isForeign || (receipt === undefined && source?.kind === 'partner')) return undefined
  const facts =
    receipt === undefined
      ? factsOfClaims(policy, asked, now)
      : factsOf(policy, receipt, signals, now)
  return lessRefused(policy, asked, facts)
}

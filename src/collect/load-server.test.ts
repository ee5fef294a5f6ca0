import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type ClickhouseFault,
  clickhouseServer,
  type ClickhouseServer,
} from '../../test/clickhouse-server.ts'
import { scratchDatabase } from '../../test/postgres-cluster.ts'
import { collectWorld, type CollectWorld, migrate } from '../../test/scratch/collect-world.ts'
import type { Ch } from '../platform/clickhouse.ts'
import { openServer } from '../platform/clickhouse-server.ts'
import { openLog } from '../platform/log.ts'
import { openPostgres, type Postgres } from '../platform/postgres.ts'
import { waitMs } from './load.ts'

/** A patience: the machine may be busy. */
const PATIENCE_MS = 120_000
const GRACE_MS = 100

let server: ClickhouseServer
let store: Ch & AsyncDisposable
let db: Postgres
let folders: string
/** Two collectors with their own spools, on one store. */
let one: CollectWorld
let two: CollectWorld
let made = 0

beforeAll(async () => {
  folders = mkdtempSync(join(tmpdir(), 'lupaus-collectors-'))
  db = await openPostgres({ url: await scratchDatabase(), log: openLog('silent') })
  server = await clickhouseServer()
  store = await openServer(server.url, { loadSeconds: 1, graceMs: GRACE_MS })
  await migrate(store)
  one = await collectWorld({ store, db, folder: mkdtempSync(join(folders, 'one-')) })
  two = await collectWorld({ store, db, folder: mkdtempSync(join(folders, 'two-')) })
}, PATIENCE_MS)

afterAll(async () => {
  for (const world of [one, two]) await world[Symbol.asyncDispose]()
  await store[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
  await db[Symbol.asyncDispose]()
  rmSync(folders, { recursive: true })
}, PATIENCE_MS)

/** New events, every second with an id. */
function batch(count: number) {
  const serial = (made += 1)
  return Array.from({ length: count }, (_, i) => ({
    ...(i % 2 === 0 ? {} : { id: `${serial}x${i}`.padStart(22, '0') }),
    ...{ name: 'page_view', agoMs: 0, fields: { path: `/${serial}/${i}` } },
  }))
}

type Batch = ReturnType<typeof batch>

async function send(world: CollectWorld, events: Batch): Promise<void> {
  const answer = await world.send({ receipt: 'analytics', events })
  expect(answer.status).toBe(204)
}

/** Flushes until it goes through, and answers how often it did not. */
async function flushed(...worlds: readonly CollectWorld[]): Promise<number> {
  for (let tries = 0; tries < 20; tries++) {
    const done = await Promise.allSettled(worlds.map(world => world.collect.flush()))
    if (done.every(({ status }) => status === 'fulfilled')) return tries
  }
  throw new Error('the events never reached the store')
}

/** How often each path of a batch is stored. */
async function stored(events: Batch): Promise<readonly number[]> {
  const found = await store.rows<{ path: string; n: string }>({
    text: 'select path, count() as n from collect.analytics group by path',
    values: {},
  })
  const counts = new Map(found.map(({ path, n }) => [path, Number(n)]))
  return events.map(({ fields }) => counts.get(fields.path) ?? 0)
}

const once = (events: Batch) => events.map(() => 1)

test('what a collector takes is in the store at its address', async () => {
  const events = batch(6)
  await send(one, events)
  expect(await flushed(one)).toBe(0)
  expect(await stored(events)).toEqual(once(events))
})

test.for([
  [{ kind: 'cut-request', match: 'input(' }],
  [{ kind: 'lost-answer', match: 'insert into collect.{table:Identifier}' }],
  [{ kind: 'twice', match: 'insert into collect.{table:Identifier}' }],
  [{ kind: 'hang', match: 'input(' }],
  [{ kind: 'busy', match: 'insert into collect.{table:Identifier}' }],
  [{ kind: 'cut-answer', match: 'toYYYYMM(day) as month', times: 2 }],
  [{ kind: 'exception-in-stream', match: 'toYYYYMM(day) as month' }],
] satisfies readonly (readonly [ClickhouseFault])[])(
  'keeps: collect.durable-server with %o, each acknowledged event is stored once',
  { timeout: PATIENCE_MS },
  async ([fault]) => {
    const events = batch(7)
    await server.fault(fault)
    await send(one, events)
    await flushed(one)
    expect(await server.disarm(), 'the fault happened').toBe(0)
    expect(await stored(events)).toEqual(once(events))
    // Sent again by a client that heard nothing: what has an id is known.
    await send(
      one,
      events.filter(event => 'id' in event),
    )
    await flushed(one)
    expect(await stored(events)).toEqual(once(events))
  },
)

test(
  'keeps: collect.durable-collectors the same message through two collectors at once is stored once',
  { timeout: PATIENCE_MS },
  async () => {
    const all: Batch[] = []
    for (let round = 0; round < 4; round++) {
      const events = batch(20)
      const same = events.filter(event => 'id' in event)
      all.push(events)
      await Promise.all([send(one, events), send(two, same)])
      await flushed(one, two)
    }
    for (const events of all) expect(await stored(events)).toEqual(once(events))
  },
)

test(
  'a store that is away for more rounds than a broken file gets is waited for',
  { timeout: PATIENCE_MS },
  async () => {
    const events = batch(5)
    await server.down()
    await send(one, events)
    for (let round = 0; round < 8; round++) {
      await expect(one.collect.flush()).rejects.toMatchObject({ code: 'clickhouse.unavailable' })
    }
    const later = batch(5)
    await send(one, later)
    expect(one.collect.health()).toMatchObject({ room: true, setAside: 0 })
    expect(readdirSync(join(one.folder, 'spool')).length).toBeGreaterThan(1)
    await server.up()
    await flushed(one)
    expect(await stored([...events, ...later])).toEqual(once([...events, ...later]))
    expect(one.collect.health()).toMatchObject({ setAside: 0 })
  },
)

test('an hour away is rounds that grow apart to half a minute, and no further', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 100, 10_000].map(waitMs)).toEqual([
    ...[1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000],
  ])
  let [waited, rounds] = [0, 0]
  while (waited < 3_600_000) waited += waitMs((rounds += 1))
  expect(rounds).toBeLessThan(130)
  // Back again, the first round that succeeds sets the pace back to a second.
  expect(waitMs(0)).toBe(1_000)
})

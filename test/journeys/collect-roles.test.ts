import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lupaus, openLupaus } from '../../src/app.ts'
import { systemChance } from '../../src/platform/chance.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openClickhouse } from '../../src/platform/clickhouse.ts'
import type { Role } from '../../src/platform/config.ts'
import { openLog } from '../../src/platform/log.ts'
import { migrate } from '../../src/platform/migrations.ts'
import { openPostgres } from '../../src/platform/postgres.ts'
import { keysFrom } from '../../src/platform/secrets.ts'
import { bannerWords } from '../../src/policy/index.ts'
import { SCHEMAS } from '../../src/schemas.ts'
import { clickhouseServer, type ClickhouseServer } from '../clickhouse-server.ts'
import { scratchDatabase } from '../postgres-cluster.ts'
import { AGENT, SHOP_POLICY, visitorId } from '../world.ts'

/** A patience: the machine may be busy. */
const PATIENCE_MS = 120_000

/** One Lupaus with some of the roles, on stores that it shares. */
type Node = AsyncDisposable & { readonly url: string; readonly lupaus: Lupaus }

let server: ClickhouseServer
let folders: string
let collectors: readonly [Node, Node]
let api: Node

beforeAll(async () => {
  folders = mkdtempSync(join(tmpdir(), 'lupaus-roles-'))
  server = await clickhouseServer()
  const databaseUrl = await scratchDatabase()
  const keys = systemChance.bytes(32)
  const start = (roles: readonly Role[]) => startNode(roles, databaseUrl, keys)
  api = await start(['api'])
  collectors = [await start(['collector']), await start(['collector'])]
}, PATIENCE_MS)

afterAll(async () => {
  for (const node of [...collectors, api]) await node[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
  rmSync(folders, { recursive: true })
}, PATIENCE_MS)

async function startNode(
  roles: readonly Role[],
  databaseUrl: string,
  secret: Uint8Array,
): Promise<Node> {
  const log = openLog('silent')
  const db = await openPostgres({ url: databaseUrl, log })
  const events = await openClickhouse({ url: server.url })
  await migrate(db, events, SCHEMAS)
  const dataFolder = mkdtempSync(join(folders, 'node-'))
  const address = { url: '' }
  const lupaus = await openLupaus({
    platform: {
      ...{ clock: systemClock, chance: systemChance, keys: keysFrom(secret), log, db },
      ...{ ch: events, dataFolder, listen: db.listen },
    },
    trustProxy: false,
    origin: () => address.url,
    policy: { source: SHOP_POLICY, file: 'policy.yaml' },
    tag: readFileSync('dist/tag/lupaus.js', 'utf8'),
    consoleFolder: resolve('dist/console'),
    roles,
  })
  address.url = await lupaus.http.listen({ host: '127.0.0.1', port: 0 })
  return {
    ...{ lupaus, url: address.url },
    async [Symbol.asyncDispose]() {
      await lupaus.close()
      await db[Symbol.asyncDispose]()
      await events[Symbol.asyncDispose]()
    },
  }
}

function post(node: Node, path: string, body: object): Promise<Response> {
  return fetch(`${node.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': AGENT },
    body: JSON.stringify(body),
  })
}

async function choose(granted: readonly string[], previous?: string): Promise<string> {
  const answer = await post(api, '/v1/choices', {
    ...{ lang: 'en', words: bannerWords(api.lupaus.policy(), 'en').first.sha256 },
    ...{ granted, via: 'banner', signals: [], ofAge: true },
    ...(previous === undefined ? {} : { previous }),
  })
  expect(answer.ok).toBe(true)
  const { receipt } = (await answer.json()) as { receipt: string }
  return receipt
}

/** Sends page views through one collector; answers how many it kept. */
async function send(node: Node, receipt: string, ids: readonly string[]): Promise<number> {
  const visitors = { analytics: visitorId('a'), marketing: visitorId('b') }
  const view = (id: string) => ({
    ...{ id: id.padStart(22, '0'), name: 'page_view', agoMs: 0, fields: { path: `/${id}` } },
  })
  const answer = await post(node, '/v1/events', { receipt, visitors, events: ids.map(view) })
  expect(answer.status).toBe(204)
  return Number(answer.headers.get('lupaus-kept'))
}

const serials = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => String(from + i))

async function stored(): Promise<readonly { path: string; n: number }[]> {
  await Promise.all(collectors.map(({ lupaus }) => lupaus.collect.flush()))
  const rows = await api.lupaus.platform.ch.rows<{ path: string; n: string }>({
    text: 'select path, count() as n from collect.analytics group by path order by toUInt32(substring(path, 2))',
    values: {},
  })
  return rows.map(({ path, n }) => ({ path, n: Number(n) }))
}

test('each role answers what is its own, and says what it is', async () => {
  const statuses = async (node: Node) => ({
    events: (await post(node, '/v1/events', { events: [] })).status,
    choices: (await post(node, '/v1/choices', {})).status,
    centre: (await fetch(`${node.url}/privacy`)).status,
    tag: (await fetch(`${node.url}/lupaus.js`)).status,
    ready: (await fetch(`${node.url}/health/ready`)).status,
  })
  expect(await statuses(api)).toEqual({
    ...{ events: 404, choices: 400, centre: 200, tag: 200, ready: 200 },
  })
  for (const node of collectors) {
    expect(await statuses(node)).toEqual({
      ...{ events: 400, choices: 404, centre: 404, tag: 404, ready: 200 },
    })
    const live = await fetch(`${node.url}/health/live`)
    expect(await live.json()).toEqual({ live: true, roles: ['collector'] })
  }
  await expect(api.lupaus.prove()).rejects.toThrow('no worker')
})

test(
  'a visitor who is seen by two collectors is counted exactly, and a withdrawal reaches both',
  { timeout: PATIENCE_MS },
  async () => {
    const [one, two] = collectors
    const receipt = await choose(['analytics', 'marketing'])
    // 100 to 129 through one, 120 to 149 through the other: ten of them through both.
    const kept = await Promise.all([
      send(one, receipt, serials(100, 130)),
      send(two, receipt, serials(120, 150)),
    ])
    expect(kept).toEqual([30, 30])
    expect(await stored()).toEqual(serials(100, 150).map(id => ({ path: `/${id}`, n: 1 })))

    await choose([], receipt)
    for (const [i, node] of collectors.entries()) {
      await expect.poll(() => send(node, receipt, [String(900 + i)]), { timeout: 5_000 }).toBe(0)
    }
  },
)

test(
  'a collector takes events while ClickHouse is away, and they are all there when it is back',
  { timeout: PATIENCE_MS },
  async () => {
    const [one] = collectors
    const before = (await stored()).length
    const receipt = await choose(['analytics'])
    await server.down()
    expect(await send(one, receipt, serials(200, 220))).toBe(20)
    expect((await fetch(`${one.url}/health/ready`)).status).toBe(200)
    expect((await fetch(`${api.url}/health/ready`)).status).toBe(503)
    await server.up()
    await expect.poll(async () => (await stored().catch(() => [])).length).toBe(before + 20)
  },
)

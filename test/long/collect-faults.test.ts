import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openClickhouse } from '../../src/platform/clickhouse.ts'
import { clickhouseServer } from '../clickhouse-server.ts'
import {
  chooseAll,
  type Ground,
  ground,
  spooled,
  startProduct,
  storedPaths,
} from '../journeys/collect-process.ts'
import { Senders } from '../journeys/collect-load.ts'
import { scratchDatabase } from '../postgres-cluster.ts'

const MIB = 1024 * 1024
/** Below 256 MiB free nothing is acknowledged, and there must be room for what ClickHouse keeps. */
const DISK_MIB = 900

/** Acknowledged paths that are not stored, and paths that are stored twice. */
function verdict(senders: Senders, stored: ReadonlyMap<string, number>) {
  const { acknowledged } = senders.account
  return {
    lost: [...acknowledged].filter(path => !stored.has(path)).length,
    doubled: [...stored.values()].filter(count => count > 1).length,
  }
}

function tell(what: string, senders: Senders, stored: ReadonlyMap<string, number>): void {
  const { acknowledged } = senders.account
  process.stdout.write(`${what}: ${acknowledged.size} acknowledged, ${stored.size} stored\n`)
}

test('keeps: collect.durable-outage with ClickHouse away for ten seconds, each acknowledged event is stored once', async () => {
  await using server = await clickhouseServer()
  using on = ground()
  const env = { LUPAUS_CLICKHOUSE_URL: server.url, LUPAUS_DATABASE_URL: await scratchDatabase() }
  const product = await startProduct(on, { env })
  const senders = new Senders(await chooseAll(product))
  const sending = senders.sendTo(product)
  await sleep(1_500)
  await server.down()
  const before = senders.account.acknowledged.size
  await sleep(10_000)
  const during = senders.account.acknowledged.size - before
  await server.up()
  await server.fault({ kind: 'lost-answer', match: 'insert into collect.{table:Identifier}' })
  await server.fault({ kind: 'slow', match: 'insert into collect.', ms: 1_000, times: 3 })
  await sleep(3_000)
  product.kill('SIGTERM')
  await sending
  await product.gone
  // What the first had no time for, a start loads before it is ready.
  const again = await startProduct(on, { env })
  expect(spooled(on)).toEqual([])
  again.kill('SIGTERM')
  await again.gone

  await using events = await openClickhouse({ url: server.url })
  const rows = await events.rows<{ path: string; n: string }>({
    text: `select path, count() as n from (
             select path from collect.analytics union all select path from collect.marketing)
           where startsWith(path, '/k/') group by path`,
    values: {},
  })
  const stored = new Map(rows.map(({ path, n }) => [path, Number(n)]))
  tell('outage', senders, stored)
  expect(verdict(senders, stored)).toEqual({ lost: 0, doubled: 0 })
  expect(during).toBeGreaterThan(100)
})

test('keeps: collect.durable-full with a disk that fills up and is freed, each acknowledged event is stored once', async () => {
  using disk = smallDisk()
  const env = { LUPAUS_DATABASE_URL: await scratchDatabase() }
  const product = await startProduct(disk, { env })
  const senders = new Senders(await chooseAll(product))
  const sending = senders.sendTo(product)
  await sleep(1_500)
  // Nothing left at all: neither the spool nor ClickHouse can write.
  const ballast = join(disk.folder, '../ballast')
  fill(ballast)
  await sleep(2_500)
  const full = senders.account.acknowledged.size
  const ready = await fetch(`${product.url}/health/ready`)
  await sleep(2_500)
  const later = senders.account.acknowledged.size
  rmSync(ballast)
  await sleep(4_000)
  product.kill('SIGTERM')
  await sending
  await product.gone

  const stored = await storedPaths(disk)
  tell('full disk', senders, stored)
  expect(verdict(senders, stored)).toEqual({ lost: 0, doubled: 0 })
  expect(full).toBeGreaterThan(0)
  expect(later, 'nothing is acknowledged on a full disk').toBe(full)
  expect(ready.status).toBe(503)
  expect(senders.account.acknowledged.size, 'it goes on by itself').toBeGreaterThan(later)
})

/** A disk of its own in memory, which only root may make; without one this must not pass. */
function smallDisk(): Ground {
  if (process.getuid?.() !== 0) throw new Error('a full disk is tried on a tmpfs: run this as root')
  const base = mkdtempSync(join(tmpdir(), 'lupaus-full-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MIB}m`, 'tmpfs', base])
  chmodSync(base, 0o755)
  const journal = join(mkdtempSync(join(tmpdir(), 'lupaus-journal-')), 'synced.journal')
  mkdirSync(join(base, 'data'))
  return {
    ...{ folder: join(base, 'data'), journal },
    [Symbol.dispose]() {
      execFileSync('umount', ['-l', base])
      rmSync(base, { recursive: true, force: true })
      rmSync(join(journal, '..'), { recursive: true, force: true })
    },
  }
}

/** Takes all that the disk has left. */
function fill(path: string): void {
  const piece = Buffer.alloc(MIB)
  writeFileSync(path, '')
  const { bavail, bsize } = statfsSync(join(path, '..'))
  for (let left = bavail * bsize; left > 0; left -= MIB) {
    try {
      writeFileSync(path, piece.subarray(0, Math.min(MIB, left)), { flag: 'a' })
    } catch {
      return
    }
  }
}

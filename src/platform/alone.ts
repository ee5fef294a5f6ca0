import { type Db, sql } from './postgres.ts'

/** Does a piece of work while no other process does it. A `Fault` when PostgreSQL does not answer. */
export type Alone = <T>(work: () => Promise<T>) => Promise<T>

/** Locks that all processes on one PostgreSQL share; any numbers, as long as they stay. */
export const LOCKS = {
  migrations: 4_700_001,
  loading: 4_700_002,
  vendors: 4_700_003,
} as const

/**
 * One at a time among all processes on a PostgreSQL, for as long as the work takes. The lock goes
 * with its connection: whoever loses that no longer works alone.
 */
export function underLock<T>(db: Db, lock: number, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.within(async tx => {
    await tx.rows(sql`select set_config(name, '0', true) from unnest(array[
      'statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']) as name`)
    await tx.rows(sql`select pg_advisory_xact_lock(${lock})`)
    return work(tx)
  })
}

import type { Ch } from './clickhouse.ts'
import type { Chance } from './chance.ts'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import type { Db } from './postgres.ts'
import type { Listen } from './postgres-listen.ts'
import type { Keys } from './secrets.ts'

/** The doors to the world, handed to each slice; no slice opens one by itself. */
export type Platform = {
  readonly clock: Clock
  readonly chance: Chance
  readonly log: Log
  readonly keys: Keys
  readonly db: Db
  /** Hears what other processes notify through PostgreSQL; whoever is not told must poll. */
  readonly listen?: Listen
  readonly ch: Ch
  /** Absolute path of the data folder. */
  readonly dataFolder: string
}

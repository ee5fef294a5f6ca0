import { type Ch, type ClickhouseSettings, openClickhouse } from './clickhouse.ts'
import { openDataFolder, type DataFolder } from './data-folder.ts'
import type { Log } from './log.ts'
import { migrate } from './migrations.ts'
import { openPostgres, type Postgres } from './postgres.ts'
import type { Keys } from './secrets.ts'

export type StoreSettings = {
  /** As the user gave it; made at the first start. */
  readonly dataFolder: string
  /** Another PostgreSQL than the embedded one. */
  readonly databaseUrl?: string | undefined
  /** A ClickHouse server instead of the embedded one, and its cluster. */
  readonly clickhouseUrl?: string | undefined
  readonly clickhouseCluster?: string | undefined
  readonly log: Log
  /** The `schema/` folders of the slices, in the order in which they build on each other. */
  readonly schemas: readonly URL[]
}

/** Everything that is kept, open and of the newest schema. */
export type Stores = AsyncDisposable & {
  readonly folder: DataFolder
  readonly keys: Keys
  readonly db: Postgres
  readonly ch: Ch
  /** Whether both stores answer now. */
  isReady(): Promise<boolean>
}

/**
 * Locks the data folder, opens both stores and migrates them. What was opened is closed again when a
 * later step fails. Closing goes the other way, and gives the folder free last.
 */
export async function openStores(settings: StoreSettings): Promise<Stores> {
  const opened = new Opened()
  try {
    const folder = opened.add(await openDataFolder(settings.dataFolder))
    const [db, events] = await both(
      openPostgres(postgresOf(settings, folder)).then(each => opened.add(each)),
      openClickhouse(clickhouseOf(settings, folder)).then(each => opened.add(each)),
    )
    await migrate(db, events, settings.schemas)
    const isReady = async () => (await db.isReady()) && (await answers(events))
    const close = () => opened.close()
    return { folder, keys: folder.keys, db, ch: events, isReady, [Symbol.asyncDispose]: close }
  } catch (error) {
    await opened.close()
    throw error
  }
}

/** What is open, closed in the opposite order. */
class Opened {
  readonly #things: AsyncDisposable[] = []

  add<T extends AsyncDisposable>(thing: T): T {
    this.#things.push(thing)
    return thing
  }

  async close(): Promise<void> {
    for (const thing of this.#things.splice(0).toReversed()) await thing[Symbol.asyncDispose]()
  }
}

function postgresOf({ databaseUrl, log }: StoreSettings, folder: DataFolder) {
  if (databaseUrl === undefined) return { folder: folder.pg, keys: folder.keys, log }
  return { url: databaseUrl, log }
}

function clickhouseOf(settings: StoreSettings, folder: DataFolder): ClickhouseSettings {
  const { clickhouseUrl, clickhouseCluster } = settings
  if (clickhouseUrl === undefined) return { path: folder.clickhouse }
  return { url: clickhouseUrl, cluster: clickhouseCluster }
}

/** Waits for both even when one fails, so that the one that opened can be closed. */
async function both<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([a, b])
  return Promise.all([a, b])
}

async function answers(events: Ch): Promise<boolean> {
  return events.rows({ text: 'select 1', values: {} }, { maxSeconds: 2 }).then(
    () => true,
    () => false,
  )
}

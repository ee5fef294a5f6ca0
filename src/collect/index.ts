import { join } from 'node:path'
import type { Audit, Probe } from '../audit/index.ts'
import type { PurposeGroup, VisitorIds } from '../consent/wire.ts'
import { type Alone, LOCKS, underLock } from '../platform/alone.ts'
import type { Http, Routes } from '../platform/http.ts'
import type { Platform } from '../platform/index.ts'
import { openRateLimit } from '../platform/rate-limit.ts'
import type { Holding, Policy } from '../policy/index.ts'
import { type FactsOf, openCollector } from './collector.ts'
import { compact, type Compaction } from './compaction/compact.ts'
import { type Counted, openCounts } from './counts.ts'
import { copyOf, type Copied, forget, type Known, knownAbout } from './forget.ts'
import { holdings } from './holdings.ts'
import { openLines } from './lines.ts'
import { bringBack, type Loader, openLoader } from './load.ts'
import { type MakeUp, openMakeUp } from './make-up.ts'
import { probes } from './probes.ts'
import { openReadings, type Readings } from './readings/readings.ts'
import { takeReadings } from './readings/routes.ts'
import { routes } from './routes.ts'
import { openSpool, type Spool } from './spool.ts'
import { versionsOfRows } from './store.ts'
import { withhold } from './told/withhold.ts'
import { openVisitOfDay, siteAt } from './visit-of-day.ts'

export type { Asked, FactsOf } from './collector.ts'
export { cleaned } from './enrich/index.ts'
export type { Claims } from './intake.ts'
export type { Copied, Known } from './forget.ts'
export type { MadeUpVisit, MakeUp } from './make-up.ts'

const REQUESTS_PER_MINUTE = 1_200
const SPOOL = 'spool'

/** Visits, kept within the policy and nowhere else. */
export type Collect = {
  /** `POST /v1/events` and `GET /v1/pixel`. */
  readonly routes: Routes
  /** Resolves when everything acknowledged so far is in ClickHouse. */
  flush(): Promise<void>
  /** Erases a visitor's events of these groups, the spool's too; answers how many there were. */
  forget(visitors: VisitorIds, groups: readonly PurposeGroup[]): Promise<number>
  /** Sees to it that none of these vendors is told any more of what a visitor's events are. */
  withhold(visitors: VisitorIds, vendors: readonly string[]): Promise<void>
  /** Takes what was erased from disk too, and writes it down: once a night, for minutes. */
  compact(): Promise<readonly Compaction[]>
  /** What is kept of a browser, group by group. */
  knownAbout(visitors: VisitorIds): Promise<readonly Known[]>
  /** All that is kept of a browser, for the visitor to take along. */
  copyOf(visitors: VisitorIds): Promise<readonly Copied[]>
  /** The policy versions, by their first 16 digits, that what is kept was permitted by. */
  versionsUsed(): Promise<readonly string[]>
  /** Whether events can be taken now, how many files were set aside, and what waits for the store. */
  health(): { readonly room: boolean; readonly setAside: number; readonly bytes: number }
  /** A machine's readings, for its user: by its number, a page at a time (Data Act, Art. 4). */
  readonly readingsOf: Readings['of']
  /** What came in since this process started. */
  counted(): Counted
  /** History for demonstrations, marked as such. */
  readonly makeUp: MakeUp
  readonly probes: readonly Probe[]
  readonly holdings: readonly Holding[]
  /** Loads what is spooled and closes the files; the store stays open. */
  close(): Promise<void>
}

export type CollectParts = {
  readonly platform: Pick<Platform, 'clock' | 'chance' | 'log' | 'keys' | 'ch' | 'dataFolder'> &
    Partial<Pick<Platform, 'db'>>
  readonly policy: () => Policy
  readonly factsOf: FactsOf
  /** Where the salts of visits without identity are written down; tests may go without. */
  readonly audit?: Pick<Audit, 'append'>
  /** The server that has the routes, so that a probe can send a real request through it. */
  readonly http?: Http
  /** Most requests of one address in a minute; 1200 unless told. */
  readonly requestsPerMinute?: number
  /** Free bytes below which nothing is acknowledged; 256 MiB unless told. */
  readonly freeBytesMin?: number
  /** Bytes in the spool beyond which nothing is acknowledged; 8 GiB unless told. */
  readonly spoolBytesMax?: number | undefined
}

/** Opens the slice: finishes what an earlier process left in the spool, then takes events. */
export async function openCollect(parts: CollectParts): Promise<Collect> {
  const { clock, chance, log, keys, ch, dataFolder } = parts.platform
  const folder = join(dataFolder, SPOOL)
  bringBack(folder)
  const { freeBytesMin, spoolBytesMax } = parts
  const spool = await openSpool({ folder, clock, chance, freeBytesMin, spoolBytesMax })
  const loader = await openLoader({ spool, store: ch, log, folder, ...aloneIn(parts.platform) })
  const lines = openLines(keys)
  const { policy, factsOf } = parts
  const counts = openCounts()
  const visits = openVisitOfDay({
    ...{ clock, chance, log },
    siteOf: host => siteAt(policy(), host),
    record: async (act, day) =>
      void (await parts.audit?.append({ act, by: 'collect', details: { day } })),
  })
  const collector = openCollector({
    ...{ clock, chance, policy, factsOf, lines, spool, counts },
    visitOfDay: visits.of,
  })
  const limit = openRateLimit({
    points: parts.requestsPerMinute ?? REQUESTS_PER_MINUTE,
    perSeconds: 60,
    salt: chance.bytes(32),
  })
  const doors = { collector, clock, policy, limit, hasRoom: () => spool.hasRoom() }
  const serve = routes(doors)
  const readings = openReadings({
    ...{ clock, policy, lines, spool, counts, store: ch },
    flush: () => loader.flush(),
  })
  const memory = { store: ch, lines, flush: () => loader.flush() }
  let door = parts.http
  return {
    routes: http => {
      door = http
      serve(http)
      takeReadings(http, doors, readings)
    },
    flush: () => loader.flush(),
    makeUp: openMakeUp({ store: ch, spool, lines, policy, flush: () => loader.flush() }),
    forget: (visitors, groups) => forget(memory, visitors, groups),
    withhold: (visitors, vendors) => withhold(memory, visitors, vendors),
    compact: () => compact({ ...memory, audit: parts.audit }),
    knownAbout: visitors => knownAbout(memory, visitors),
    copyOf: visitors => copyOf(memory, visitors),
    versionsUsed: () => versionsOfRows(ch),
    readingsOf: (machine, skip) => readings.of(machine, skip),
    counted: () => counts.now(),
    health: () => healthOf(spool, loader),
    probes: probes({ ...memory, chance, policy, folder, door: () => door }),
    holdings: holdings(ch, policy, () => loader.flush()),
    async close() {
      await visits.close()
      await spool.close()
      await loader.close()
    },
  }
}

function healthOf(spool: Spool, loader: Loader): ReturnType<Collect['health']> {
  return { room: spool.hasRoom(), setAside: loader.setAside(), bytes: spool.bytes() }
}

/** What is embedded has one loader; a server may have many, and then each looks before it inserts. */
function aloneIn({ ch, db }: CollectParts['platform']): { readonly alone?: Alone } {
  if (ch.kind === 'embedded' || db === undefined) return {}
  return { alone: work => underLock(db, LOCKS.loading, work) }
}

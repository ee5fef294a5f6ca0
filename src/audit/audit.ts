import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/postgres.ts'
import { type Act, type Entry, nextEntry } from './entry.ts'
import { addEntry, entriesAfter, lastEntry, latestSightings, lockChain } from './store.ts'

/** The log of acts: append-only, each entry chained to the one before. */
export type Audit = {
  /** Writes an act down in the transaction that does it, so that neither is without the other. */
  record(tx: Db, act: Act): Promise<Entry>
  /** Writes an act down that changes no table: an intent, a completion, a sighting. */
  append(act: Act): Promise<Entry>
  /** All entries, oldest first, read in pages. */
  entries(): AsyncGenerator<Entry>
  /** The newest sighting of each promise. */
  sightings(): ReturnType<typeof latestSightings>
}

/** Opens the log over its tables. */
export function openAudit(db: Db, clock: Clock): Audit {
  const record = async (tx: Db, act: Act) => {
    await lockChain(tx)
    const entry = nextEntry(await lastEntry(tx), act, clock.now())
    await addEntry(tx, entry)
    return entry
  }
  return {
    record,
    append: act => db.within(tx => record(tx, act)),
    entries: () => allEntries(db),
    sightings: () => latestSightings(db),
  }
}

async function* allEntries(db: Db): AsyncGenerator<Entry> {
  let seq = 0
  for (;;) {
    const page = await entriesAfter(db, seq)
    yield* page
    const last = page.at(-1)
    if (!last) return
    seq = last.seq
  }
}

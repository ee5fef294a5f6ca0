import { LRUCache } from 'lru-cache'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/postgres.ts'
import { type Keys, sign } from '../platform/secrets.ts'
import { type LedgerEntry, ledgerEntries } from './store.ts'

/** Longest id of a client that is looked up. */
export const SUBJECT_MAX = 128
const ENTRIES_MAX = 50_000
const LOOKUP_MAX = 1_000
/** Questions that may wait for the database at once; one more is refused, and so denied. */
const WAITING_MAX = 20_000

/** Choices of clients that keep no receipt, read without waiting where they are in memory. */
export type Ledger = {
  /** The key under which a client's choice is kept; its id cannot be had back from it. */
  readonly subjectOf: (source: string, id: string) => string
  /** The entry that stands, `undefined` for none; a promise only when memory does not know. */
  find(subject: string): Held | Promise<Held>
  /** Takes over what was written, wherever that was, in place of what it remembers. */
  heard(entry: LedgerEntry): void
  /** The same for what this very process wrote, which is asked for next. */
  wrote(entry: LedgerEntry): void
  /** Forgets what it knows; the database is asked anew. */
  clear(): void
}

type Held = LedgerEntry | undefined

/** Opens it empty. */
export function openLedger(parts: {
  readonly db: Db
  readonly clock: Clock
  readonly keys: Keys
}): Ledger {
  const key = parts.keys.derive('ledger')
  const known = new LRUCache<string, { readonly entry: Held }>({ max: ENTRIES_MAX })
  // Grows with what is heard: an answer that was read before it must not be remembered after it.
  let heard = 0
  const questions = openQuestions(async subjects => {
    const before = heard
    const found = await ledgerEntries(parts.db, subjects, parts.clock.now())
    const bySubject = new Map(found.map(entry => [entry.subject, entry]))
    if (heard === before) {
      for (const subject of subjects) known.set(subject, { entry: bySubject.get(subject) })
    }
    return bySubject
  })
  return {
    subjectOf: (source, id) => sign(key, `${source}\n${id}`),
    find(subject) {
      const held = known.get(subject)
      if (!held) return questions(subject)
      const { entry } = held
      return entry && entry.lapsesAt > parts.clock.now() ? entry : undefined
    },
    heard(entry) {
      heard += 1
      if (known.has(entry.subject)) known.set(entry.subject, { entry })
    },
    wrote(entry) {
      heard += 1
      known.set(entry.subject, { entry })
    },
    clear() {
      heard += 1
      known.clear()
    },
  }
}

type Batch = {
  readonly subjects: Set<string>
  readonly answer: Promise<ReadonlyMap<string, LedgerEntry>>
}

/** Puts together what is asked within one turn of the event loop, and asks it once. */
function openQuestions(
  read: (subjects: readonly string[]) => Promise<ReadonlyMap<string, LedgerEntry>>,
): (subject: string) => Promise<Held> {
  let batch: Batch | undefined
  let waits = 0
  const begin = (): Batch => {
    const subjects = new Set<string>()
    const answer = new Promise<void>(resolve => setImmediate(resolve)).then(() => {
      if (batch?.subjects === subjects) batch = undefined
      return read([...subjects])
    })
    return { subjects, answer }
  }
  return async subject => {
    if (waits >= WAITING_MAX) throw new Error('too many wait for the ledger')
    if (!batch || batch.subjects.size >= LOOKUP_MAX) batch = begin()
    batch.subjects.add(subject)
    waits += 1
    try {
      return (await batch.answer).get(subject)
    } finally {
      waits -= 1
    }
  }
}

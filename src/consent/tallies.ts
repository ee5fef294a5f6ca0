import { dayOf } from '../base/time.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/postgres.ts'
import { addTallies, type Tally } from './store.ts'

/** Counts what was taken and refused, in memory first and in the database at each flush. */
export type Tallies = {
  count(about: string, outcome: string): void
  /** Writes down what was counted; what cannot be written stays for the next time. */
  flush(): Promise<void>
}

/** Its size is bounded: both words come from closed lists and the policy. */
export function openTallies(parts: { readonly db: Db; readonly clock: Clock }): Tallies {
  let counts = new Map<string, Tally>()
  const add = (tally: Tally) => {
    const key = `${tally.day} ${tally.about} ${tally.outcome}`
    const count = (counts.get(key)?.count ?? 0) + tally.count
    counts.set(key, { ...tally, count })
  }
  return {
    count: (about, outcome) => add({ day: dayOf(parts.clock.now()), about, outcome, count: 1 }),
    flush: async () => {
      if (counts.size === 0) return
      const written = counts
      counts = new Map()
      try {
        await addTallies(parts.db, [...written.values()])
      } catch (error) {
        for (const tally of written.values()) add(tally)
        throw error
      }
    },
  }
}

import type { PurposeGroup } from '../consent/wire.ts'
import type { Kept } from './keep.ts'
import type { Refused } from './refuse.ts'

/** What came in since this process started; counts alone, nothing of anybody. */
export type Counted = {
  /** Batches that were decided on. */
  readonly batches: number
  /** Events of which at least one row was kept. */
  readonly events: number
  /** Rows kept, by purpose group. */
  readonly rows: Readonly<Record<PurposeGroup, number>>
  /** Events kept that show any sign of a robot. */
  readonly robots: number
  readonly refused: readonly {
    readonly purpose: string
    readonly reason: Refused['reason']
    readonly count: number
  }[]
}

/** Keeps the counts of one collector. */
export type Counts = {
  batch(kept: readonly Kept[], refused: readonly Refused[]): void
  refused(refused: readonly Refused[]): void
  now(): Counted
}

/** Starts at nothing. Its size is bounded: purposes and reasons are closed lists. */
export function openCounts(): Counts {
  const rows = { personalisation: 0, analytics: 0, marketing: 0 }
  const refusals = new Map<string, { purpose: string; reason: Refused['reason']; count: number }>()
  let [batches, events, robots] = [0, 0, 0]
  const countRefused = (all: readonly Refused[]) => {
    for (const { purpose, reason } of all) {
      const key = `${reason} ${purpose}`
      const known = refusals.get(key)
      if (known) known.count++
      else refusals.set(key, { purpose, reason, count: 1 })
    }
  }
  return {
    batch(kept, refused) {
      batches++
      let last: Kept['event'] | undefined
      for (const { group, event, bot } of kept) {
        rows[group]++
        if (event === last) continue
        last = event
        events++
        if (bot !== 0) robots++
      }
      countRefused(refused)
    },
    refused: countRefused,
    now: () => ({
      ...{ batches, events, robots },
      rows: { ...rows },
      refused: [...refusals.values()].map(one => ({ ...one })),
    }),
  }
}

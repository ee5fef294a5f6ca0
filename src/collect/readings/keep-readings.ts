import type { Moment } from '../../base/time.ts'
import type { Source } from '../../policy/index.ts'
import type { Reading } from '../lines.ts'
import type { Refused } from '../refuse.ts'
import type { ReadingIn } from './batch.ts'
import type { ReadingPermit } from './permit.ts'

const DAY_MS = 86_400_000
/** How far back a machine is believed that asserts time, for it may have been out of reach. */
const ASSERTED_DAYS_MAX = 30

/** What may be kept of a batch under a permit: readings of declared sorts, not too old, and owners where declared. */
export function keepReadings(
  permit: ReadingPermit,
  readings: readonly ReadingIn[],
  { source, now }: { readonly source: Source; readonly now: Moment },
): { readonly kept: readonly Reading[]; readonly refused: readonly Refused[] } {
  const agoMax = DAY_MS * (source.asserts.includes('time') ? ASSERTED_DAYS_MAX : 1)
  const kept: Reading[] = []
  const refused: Refused[] = []
  const { purpose, line } = permit
  const refuse = (reason: Refused['reason'], what = 'reading') =>
    void refused.push({ purpose, reason, line, what, named: true })
  for (const { at, owner, ...reading } of readings) {
    const from = Date.parse(at)
    const agoMs = Math.max(0, now - from)
    if (Number.isNaN(from)) refuse('malformed')
    else if (agoMs > agoMax) refuse('too-old')
    else if (!permit.kinds.has(reading.class)) refuse('not-promised', `reading.${reading.class}`)
    else {
      if (owner !== undefined && !permit.ofOwners) refuse('field-not-declared', 'reading.owner')
      const whose = owner !== undefined && permit.ofOwners ? { owner } : {}
      kept.push({ ...reading, ...whose, agoMs })
    }
  }
  return { kept, refused }
}

import type { Clock } from '../../platform/clock.ts'
import type { Ch } from '../../platform/clickhouse.ts'
import type { Policy, Source } from '../../policy/index.ts'
import type { Received } from '../collector.ts'
import type { Lines } from '../lines.ts'
import { countRefused, type Refused } from '../refuse.ts'
import type { Spool } from '../spool.ts'
import type { ReadingIn } from './batch.ts'
import { keepReadings } from './keep-readings.ts'
import { permitReadings } from './permit.ts'
import { type ReadingRow, readingsOfMachine } from './store.ts'

const POLICY_DIGITS = 16
const PAGE_MAX = 10_000

/** What a machine's user gets, free of charge and machine-readable (Data Act, Art. 4), or why nothing. */
export type ReadingsAnswer =
  | { readonly readings: readonly ReadingRow[]; readonly more: boolean }
  | { readonly refused: 'not-promised' | 'no-such-machine' }

/** Readings of sold machines: taken in, and given to the machines' users. */
export type Readings = {
  /** Keeps what the policy permits. Resolves when that is safe on disk. */
  receive(readings: readonly ReadingIn[], source: Source): Promise<Received>
  /**
   * A machine's readings by its number, oldest first, at most 10,000 from `skip` on. Whoever asks has
   * established that the asker is the machine's user.
   */
  of(machine: string, skip?: number): Promise<ReadingsAnswer>
}

export type ReadingsParts = {
  readonly clock: Clock
  readonly policy: () => Policy
  readonly lines: Lines
  readonly spool: Pick<Spool, 'append'>
  readonly store: Ch
  /** Resolves when everything acknowledged so far is in the store. */
  readonly flush: () => Promise<void>
  /** Counts what was refused. */
  readonly counts: { refused(refused: readonly Refused[]): void }
}

/** Joins what may be kept to the spool and the table of machines, which is no visitor's. */
export function openReadings(parts: ReadingsParts): Readings {
  return {
    receive: async (readings, source) => {
      const [now, policy] = [parts.clock.now(), parts.policy()]
      const permit = permitReadings(policy, source, now)
      const { kept, refused } =
        'reason' in permit
          ? { kept: [], refused: readings.map(() => permit) }
          : keepReadings(permit, readings, { source, now })
      const occasion = { now, policy: policy.version.slice(0, POLICY_DIGITS), source: source.id }
      const rows = [
        ...kept.map(one => parts.lines.ofReading(one, occasion)),
        ...countRefused(refused).map(one => parts.lines.ofRefusal(one, occasion)),
      ]
      parts.counts.refused(refused)
      if (rows.length > 0) await parts.spool.append(rows)
      return { kept: kept.length, refused }
    },
    of: async (machine, skip = 0) => {
      if ((parts.policy().said.machines ?? []).length === 0) return { refused: 'not-promised' }
      await parts.flush()
      const key = parts.lines.machineKey('machine', machine)
      const rows = await readingsOfMachine(parts.store, key, { skip, limit: PAGE_MAX + 1 })
      if (rows.length === 0 && skip === 0) return { refused: 'no-such-machine' }
      return { readings: rows.slice(0, PAGE_MAX), more: rows.length > PAGE_MAX }
    },
  }
}

import { createHash } from 'node:crypto'
import { canonical, type Json } from '../base/json.ts'
import { isoOf, type Moment } from '../base/time.ts'

/** An act to be written down. `by` is a role or a part of the system, never a visitor. */
export type Act = { readonly act: string; readonly by: string; readonly details: Json }

/** One entry of the chain as it is stored and exported. */
export type Entry = Act & {
  readonly seq: number
  /** ISO 8601, UTC, milliseconds. */
  readonly at: string
  readonly prev: string
  /** SHA-256, hexadecimal, over the canonical JSON of all the rest. */
  readonly hash: string
}

/** What stands before the first entry. */
export const GENESIS = '0'.repeat(64)

/** The entry that follows `last` (undefined for the first one). */
export function nextEntry(last: Entry | undefined, act: Act, at: Moment): Entry {
  const open = {
    seq: (last?.seq ?? 0) + 1,
    at: isoOf(at),
    act: act.act,
    by: act.by,
    details: act.details,
    prev: last?.hash ?? GENESIS,
  }
  return { ...open, hash: createHash('sha256').update(canonical(open)).digest('hex') }
}

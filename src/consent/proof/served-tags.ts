import { createHash } from 'node:crypto'
import { type Moment, momentOf } from '../../base/time.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/postgres.ts'
import { noteTag, servedTag } from './store.ts'

const HOUR_MS = 3_600_000
/** How long after an upgrade a page may still ask with the script of before. */
const STALE_MS = 24 * HOUR_MS
const DIGITS = 16

/** Which scripts were served of late, so that a choice can be asked with no other. */
export type ServedTags = {
  /** The whole hash behind the digits of a script served now or within a day; empty for none. */
  wholeOf(tag: string | undefined): Promise<string | undefined>
  /** Writes down, once an hour, that this one is served still. */
  note(): Promise<void>
}

/** SHA-256 of a script, hexadecimal. */
export function tagHash(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}

/** Opens them with the script that this process serves; none when it serves none. */
export function openServedTags(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  code: string | undefined,
): ServedTags {
  const sha256 = code === undefined ? undefined : tagHash(code)
  const digits = sha256?.slice(0, DIGITS)
  let noted: Moment | undefined
  return {
    wholeOf: async tag => {
      if (tag === undefined) return ''
      if (tag === digits) return sha256
      return servedTag(db, tag, momentOf(clock.now() - STALE_MS))
    },
    note: async () => {
      const now = clock.now()
      if (sha256 === undefined || digits === undefined) return
      if (noted !== undefined && Math.abs(now - noted) < HOUR_MS) return
      await noteTag(db, digits, sha256, now)
      noted = now
    },
  }
}

import type { Words } from '../../base/lang.ts'
import { dayOf, momentOf, moment } from '../../base/time.ts'
import type { ActRow, AnyRow } from './row.ts'

const DAY_MS = 86_400_000

/** An act as it stands on one day. */
export interface Act {
  /** Its number, `523/1999`; an act of the Union has year and number, `2016/679`. */
  readonly id: string
  /** What it is called that day, or was called last. */
  readonly names: Words
  readonly inForceFrom: string
  /** The first day on which it was no longer in force, when that day has come. */
  readonly repealedOn?: string
  readonly repealedBy?: string
  /** The acts that stand in its place. */
  readonly replacedBy?: readonly string[]
  readonly row: ActRow
}

/** The act of that number or name on the day `on`; undefined when unknown, or not yet in force. */
export function actOn(name: string, on: string, rows: readonly AnyRow[]): Act | undefined {
  const acts = rows.filter(row => row.is === 'act')
  const id = acts.find(row => isCalled(row, name))?.id
  const stages = acts.filter(row => row.id === id && row.validFrom <= on)
  const first = stages.toSorted(byStart)[0]
  const last = stages.toSorted(byStart).at(-1)
  if (!first || !last) return undefined
  const stage = { id: last.id, names: last.names, inForceFrom: first.validFrom, row: last }
  return { ...stage, ...repeal(last, on) }
}

function isCalled(row: ActRow, name: string): boolean {
  const wanted = name.trim().toLowerCase()
  return [row.id, ...Object.values(row.names), ...(row.also ?? [])].some(
    known => known.toLowerCase() === wanted,
  )
}

function byStart(a: ActRow, b: ActRow): number {
  return a.validFrom < b.validFrom ? -1 : 1
}

function repeal(row: ActRow, on: string): Partial<Act> {
  if (row.validUntil === undefined || on <= row.validUntil) return {}
  const { repealedBy, replacedBy } = row
  return {
    repealedOn: dayOf(momentOf(moment(row.validUntil) + DAY_MS)),
    ...(repealedBy === undefined ? {} : { repealedBy }),
    ...(replacedBy === undefined ? {} : { replacedBy }),
  }
}

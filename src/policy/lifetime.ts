import { after, moment, UNITS, type Span, type Unit } from '../base/time.ts'

/** A hundred years in each unit: nothing longer is read, and sums stay within the calendar. */
const COUNT_MAX = {
  second: 3_155_760_000,
  minute: 52_596_000,
  hour: 876_600,
  day: 36_525,
  month: 1200,
  year: 100,
} as const satisfies Record<Unit, number>
const WRITTEN = /^(-?\d{1,10}) ([a-z]+)$/

/** Reads `26 months` or `1 day`; undefined when it is not a span at all. Zero and less are read. */
export function spanOf(text: string): Span | undefined {
  const [, digits, word] = WRITTEN.exec(text) ?? []
  const unit = UNITS.find(known => word === known || word === `${known}s`)
  const count = Number(digits)
  return unit && Math.abs(count) <= COUNT_MAX[unit] ? { count, unit } : undefined
}

/** Writes a span as the policy does: `1 day`, `26 months`. */
export function spanText(span: Span): string {
  return `${span.count} ${span.unit}${span.count === 1 ? '' : 's'}`
}

/** Seconds of a span at its shortest, whenever it starts: 1 month is 28 days. */
export function shortest(span: Span): number {
  return Math.min(...readings(span))
}

/** Seconds of a span at its longest, whenever it starts: 1 month is 31 days. */
export function longest(span: Span): number {
  return Math.max(...readings(span))
}

/** Is `a` never longer than `b`, whatever the calendar? Equal is not longer. */
export function fitsIn(a: Span, b: Span): boolean {
  const [aMonths, bMonths] = [monthsOf(a), monthsOf(b)]
  if (aMonths !== undefined && bMonths !== undefined) return aMonths <= bMonths
  return longest(a) <= shortest(b)
}

function monthsOf({ count, unit }: Span): number | undefined {
  const months: Partial<Record<Unit, number>> = { month: 1, year: 12 }
  const each = months[unit]
  return each === undefined ? undefined : count * each
}

/**
 * A length in months depends on the month it starts in and, because of short months, on whether it
 * starts on the first or the last day: the days between lie between. Four years hold every case.
 */
const STARTS = Array.from({ length: 48 }, (_, month) => [
  moment(new Date(Date.UTC(2026, month, 1)).toISOString()),
  moment(new Date(Date.UTC(2026, month + 1, 0)).toISOString()),
]).flat()

function readings(span: Span): readonly number[] {
  const months = monthsOf(span)
  const [first] = STARTS
  if (months === undefined) return first ? [(after(first, span) - first) / 1000] : []
  const known = READINGS.get(months)
  if (known) return known
  const found = STARTS.map(start => (after(start, span) - start) / 1000)
  READINGS.set(months, found)
  return found
}

// As many as COUNT_MAX knows months: the calendar does not change between two policies.
const READINGS = new Map<number, readonly number[]>()

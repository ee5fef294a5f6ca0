declare const brand: unique symbol

/** Milliseconds since 1970 UTC. Branded, so that a duration cannot pass for a moment. */
export type Moment = number & { readonly [brand]: 'Moment' }

export const UNITS = ['second', 'minute', 'hour', 'day', 'month', 'year'] as const
export type Unit = (typeof UNITS)[number]

/** A length of time as a person says it: 26 months stay 26 months, never a number of days. */
export type Span = { readonly count: number; readonly unit: Unit }

const UNIT_MS = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const

/** Reads an ISO date or date-time; throws a RangeError for anything else. */
export function moment(iso: string): Moment {
  const at = Date.parse(iso)
  if (Number.isNaN(at)) throw new RangeError(`\`${iso}\` is no ISO 8601 date`)
  return at as Moment
}

/** Takes a number of milliseconds since 1970 UTC as a moment. */
export function momentOf(ms: number): Moment {
  return ms as Moment
}

/** ISO 8601 in UTC with milliseconds. */
export function isoOf(at: Moment): string {
  return new Date(at).toISOString()
}

/** The UTC calendar day, `2026-11-22`. */
export function dayOf(at: Moment): string {
  return isoOf(at).slice(0, 10)
}

/**
 * The same day of a later month, or that month's last day when it has no such day.
 * The law counts so (Reg. 1182/71, 3.2c): one month from 31 January ends on the last of February.
 */
export function addMonths(from: Moment, months: number): Moment {
  const at = new Date(from)
  const day = at.getUTCDate()
  at.setUTCDate(1)
  at.setUTCMonth(at.getUTCMonth() + months)
  at.setUTCDate(Math.min(day, daysInMonth(at)))
  return at.getTime() as Moment
}

/** The moment that lies `span` after `from`; months and years by the calendar. */
export function after(from: Moment, span: Span): Moment {
  if (span.unit === 'month') return addMonths(from, span.count)
  if (span.unit === 'year') return addMonths(from, span.count * 12)
  return (from + span.count * UNIT_MS[span.unit]) as Moment
}

/** Whole seconds from `from` to `span` later: what a cookie's Max-Age wants. */
export function secondsOf(span: Span, from: Moment): number {
  return Math.round((after(from, span) - from) / 1000)
}

function daysInMonth(at: Date): number {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
}

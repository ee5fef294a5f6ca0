import { momentOf, type Moment } from '../base/time.ts'

/** Where a policy's days begin and end. */
const TIME_ZONE = 'Europe/Helsinki'
const HOUR_MS = 3_600_000

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, dateStyle: 'short' })

/** The calendar day in Finland, `2026-11-22`. */
export function finnishDay(at: Moment): string {
  return days.format(at)
}

/** The first moment of a day (`2026-11-22`) in Finland, whichever side of UTC's midnight that is. */
export function startOfDay(day: string): Moment {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const start = [3, 2]
    .map(hours => momentOf(midnight - hours * HOUR_MS))
    .find(at => finnishDay(at) === day && finnishDay(momentOf(at - 1)) !== day)
  if (start === undefined) throw new RangeError(`\`${day}\` is no day of the calendar`)
  return start
}

import { dayOf, moment, momentOf, type Moment } from '../base/time.ts'
import { DAYS_MAX } from './wire.ts'

/** Whole UTC days, first and last included. */
export type Period = { readonly from: string; readonly to: string; readonly days: number }

const DAY_MS = 86_400_000
const DAYS_USUAL = 30

/** Reads a period; the 30 days up to today when nothing is said. Answers what is wrong instead. */
export function periodOf(
  asked: { readonly from?: string; readonly to?: string },
  now: Moment,
): Period | { readonly wrong: string } {
  const to = asked.to ?? dayOf(now)
  if (!isDay(to)) return { wrong: `\`to\` is \`${to}\`, which is no day; write 2026-11-22` }
  const from = asked.from ?? daysBefore(to, DAYS_USUAL - 1)
  if (!isDay(from)) return { wrong: `\`from\` is \`${from}\`, which is no day; write 2026-11-22` }
  const days = daysBetween(from, to)
  if (days < 1) return { wrong: `\`from\` (${from}) is after \`to\` (${to})` }
  if (days > DAYS_MAX)
    return { wrong: `the period has ${days} days; a report covers at most ${DAYS_MAX}` }
  return { from, to, days }
}

/** The equally long period that ends the day before. */
export function periodBefore({ from, days }: Period): Period {
  return { from: daysBefore(from, days), to: daysBefore(from, 1), days }
}

/** Every day of a period, first to last. */
export function daysOf({ to, days }: Period): string[] {
  return Array.from({ length: days }, (_, i) => daysBefore(to, days - 1 - i))
}

function isDay(text: string): boolean {
  return !Number.isNaN(Date.parse(text)) && dayOf(moment(text)) === text
}

function daysBefore(day: string, count: number): string {
  return dayOf(momentOf(moment(day) - count * DAY_MS))
}

function daysBetween(from: string, to: string): number {
  return Math.round((moment(to) - moment(from)) / DAY_MS) + 1
}

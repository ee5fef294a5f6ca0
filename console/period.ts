import type { Days } from './api.ts'

const DAY_MS = 86_400_000
const DAYS_MAX = 400

/** The last `count` UTC days, today included. */
export function lastDays(count: number): Days {
  const today = Date.now()
  return { from: dayOf(today - (count - 1) * DAY_MS), to: dayOf(today) }
}

/** Whether a text is a day that exists: `2026-02-28`. */
export function isDay(text: unknown): text is string {
  return (
    typeof text === 'string' && !Number.isNaN(Date.parse(text)) && dayOf(Date.parse(text)) === text
  )
}

/** Whether the server would take this period. */
export function isPeriod({ from, to }: Days): boolean {
  if (!isDay(from) || !isDay(to)) return false
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1
  return days >= 1 && days <= DAYS_MAX
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

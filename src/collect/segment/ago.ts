import type { Moment } from '../../base/time.ts'
import type { Refused } from '../refuse.ts'
import { type Message, textOf } from './message.ts'

const DAY_MS = 86_400_000
/** What lies further back is no late event but an import. */
const ASSERTED_DAYS_MAX = 30
/** Numbers below are seconds, as of the year 5138; above, milliseconds. */
const SECONDS_MAX = 100_000_000_000

/** When a request came, and when its sender says that it was sent. */
export type Times = { readonly now: Moment; readonly sentAt: unknown; readonly asserted: boolean }

/**
 * Milliseconds before now that an event happened. The sender's own two times are compared, so that
 * a clock that is wrong does no harm. What is too old, or cannot be read, is refused and never moved.
 */
export function agoOf(
  message: Message,
  { now, sentAt, asserted }: Times,
): number | Extract<Refused['reason'], 'too-old' | 'malformed'> {
  const happened = message.originalTimestamp ?? message.timestamp ?? undefined
  if (happened === undefined) return 0
  const from = timeOf(happened)
  if (from === undefined) return 'malformed'
  const ago = (timeOf(message.sentAt ?? sentAt) ?? now) - from
  if (ago > DAY_MS * (asserted ? ASSERTED_DAYS_MAX : 1)) return 'too-old'
  return Math.max(0, Math.round(ago))
}

function timeOf(value: unknown): number | undefined {
  const number = typeof value === 'number' ? value : Date.parse(textOf(value) ?? '')
  if (!Number.isFinite(number)) return undefined
  return typeof value === 'number' && value < SECONDS_MAX ? value * 1000 : number
}

import { spanOf } from '../lifetime.ts'
import type { Span } from '../../base/time.ts'
import type { Said } from '../syntax/said.ts'

/** Is exactly one thing said here, and not left open? */
export function isStated(at: Said): boolean {
  return at.words().length === 1 && !at.isUnstated && !at.isOpen
}

/** What stands here, in backticks as the policy writes it. */
export function quoted(words: readonly string[]): string {
  return words.map(word => `\`${word}\``).join(', ')
}

/** The longest time that a place names: its own, or the end of its range; none for a session. */
export function longestSaid(lifetime: Said): Span | undefined {
  return spanOf(lifetime.text() ?? lifetime.at('to').text() ?? '')
}

/** Does a tracker outlive the browser session? What is not stated may. */
export function persists(tracker: Said): boolean {
  return !tracker.at('lifetime').is('session') && !tracker.at('store').is('session-storage')
}

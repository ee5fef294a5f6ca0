import { createHmac } from 'node:crypto'
import { after, momentOf, type Span } from '../base/time.ts'
import type { Platform } from '../platform/index.ts'
import type { Db } from '../platform/postgres.ts'
import { countTry, forgetTries } from './store.ts'

/** Tries allowed in one window; the next is refused before the password is looked at. */
export const TRIES_PER_ACCOUNT = 10
const TRIES_PER_ADDRESS = 40
export const TRY_WINDOW: Span = { count: 15, unit: 'minute' }

/** Whom a try is counted against. Neither the account nor the address is ever stored in clear. */
export type Subject = { readonly kind: 'account' | 'address'; readonly name: string }

/** `allowed`, `first` beyond the limit (worth an audit entry), or `over` it. */
export type Count = 'allowed' | 'first' | 'over'

/** Counts a try against the account and the address before any of it is checked. */
export async function countTries(platform: Platform, subjects: readonly Subject[]): Promise<Count> {
  const now = platform.clock.now()
  const windowFrom = momentOf(now - (after(now, TRY_WINDOW) - now))
  const counts = await Promise.all(
    subjects.map(async subject => {
      const tries = await countTry(platform.db, keyOf(platform, subject), now, windowFrom)
      const most = subject.kind === 'account' ? TRIES_PER_ACCOUNT : TRIES_PER_ADDRESS
      return tries <= most ? 'allowed' : tries === most + 1 ? 'first' : 'over'
    }),
  )
  return (
    counts.find(count => count === 'first') ?? counts.find(count => count === 'over') ?? 'allowed'
  )
}

/** Clears the account's count after its owner came in; the address keeps its own. */
export function forgetAccountTries(platform: Platform, tx: Db, email: string): Promise<void> {
  return forgetTries(tx, keyOf(platform, { kind: 'account', name: email }))
}

/** A short pseudonym of an account name for the audit log: comparable, but not readable. */
export function pseudonymOf(platform: Platform, email: string): string {
  return keyOf(platform, { kind: 'account', name: email }).toString('hex').slice(0, 16)
}

function keyOf(platform: Platform, { kind, name }: Subject): Buffer {
  const key = platform.keys.derive('staff.attempts')
  return createHmac('sha256', key).update(`${kind} ${name.trim().toLowerCase()}`).digest()
}

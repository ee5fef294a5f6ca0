import { createHash } from 'node:crypto'
import { after, momentOf, type Moment, type Span } from '../base/time.ts'
import type { Platform } from '../platform/index.ts'
import type { Db } from '../platform/postgres.ts'
import { addSession, memberBySession, touchSession, type Credentials } from './store.ts'

/** A session ends after this long without a request, and after this long in any case. */
const IDLE: Span = { count: 30, unit: 'minute' }
export const ABSOLUTE: Span = { count: 12, unit: 'hour' }

const SESSIONS_MAX = 10
const TOKEN_BYTES = 32
const TOUCH_EVERY_MS = 60_000

/** Starts a session for a member and answers its token: 256 random bits in base64url. */
export async function startSession(
  platform: Platform,
  tx: Db,
  member: { readonly id: string; readonly epoch: number },
): Promise<string> {
  const token = Buffer.from(platform.chance.bytes(TOKEN_BYTES)).toString('base64url')
  const session = { hash: hashOf(token), memberId: member.id, epoch: member.epoch }
  await addSession(tx, session, platform.clock.now(), SESSIONS_MAX)
  return token
}

/** Whose session this is, if it still holds; a session in use does not fall idle. */
export async function memberOfToken(
  platform: Platform,
  token: string,
): Promise<Credentials | undefined> {
  const now = platform.clock.now()
  const hash = hashOf(token)
  const bounds = { seenAfter: before(now, IDLE), createdAfter: before(now, ABSOLUTE) }
  const member = await memberBySession(platform.db, hash, bounds)
  if (member && now - member.seenAt.getTime() >= TOUCH_EVERY_MS)
    await touchSession(platform.db, hash, now)
  return member
}

/** What is stored of a token: a plain SHA-256 is enough for 128 random bits and more. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** The moment that lies a span of minutes or hours before `now`. */
export function before(now: Moment, span: Span): Moment {
  return momentOf(now - (after(now, span) - now))
}

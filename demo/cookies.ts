import type { FastifyReply, FastifyRequest } from 'fastify'
import { momentOf, type Moment } from '../src/base/time.ts'
import { decideTracker, type Policy, type Refusal, type TrackerRule } from '../src/policy/index.ts'

/** What a cookie of the shop carries: its value, and when it was first set. */
export type Kept = { readonly value: string; readonly first: Moment }

const VALUE_MAX = 2048
const SHAPE = /^([0-9a-z]{1,10})\.([A-Za-z0-9._~-]+)$/

/**
 * Sets a cookie with the lifetime that the policy declares for it, or returns the refusal when the
 * policy does not declare it or wants consent for it. Renewals never reach past the declared cap,
 * counted from `kept.first`.
 */
export function setDeclared(
  reply: FastifyReply,
  policy: Policy,
  name: string,
  kept: Kept,
  now: Moment,
): Refusal | undefined {
  const verdict = decideTracker(policy.rules, 'cookie', name, undefined)
  if ('refused' in verdict) return verdict
  const left = secondsLeft(verdict.tracker, kept.first, now)
  if (left !== undefined && left <= 0) {
    clearCookie(reply, name)
    return undefined
  }
  reply.setCookie(name, `${stampOf(kept.first)}.${kept.value}`, {
    ...place(reply),
    ...(left === undefined ? {} : { maxAge: left }),
  })
  return undefined
}

/** Reads a cookie of the shop; undefined when it is absent, garbled, undeclared or past its time. */
export function readDeclared(
  request: FastifyRequest,
  policy: Policy,
  name: string,
  now: Moment,
): Kept | undefined {
  const text = request.cookies[name]
  if (text === undefined || text.length > VALUE_MAX) return undefined
  const [, stamp, value] = SHAPE.exec(text) ?? []
  if (stamp === undefined || value === undefined) return undefined
  const verdict = decideTracker(policy.rules, 'cookie', name, undefined)
  if ('refused' in verdict) return undefined
  const first = momentOf(Number.parseInt(stamp, 36) * 1000)
  const left = secondsLeft(verdict.tracker, first, now)
  return first > now || (left !== undefined && left <= 0) ? undefined : { value, first }
}

/** Takes a cookie of the shop off the device. */
export function clearCookie(reply: FastifyReply, name: string): void {
  reply.clearCookie(name, place(reply))
}

/** Seconds it may still live from now on; undefined while the browser session lasts. */
function secondsLeft(tracker: TrackerRule, first: Moment, now: Moment): number | undefined {
  if (tracker.seconds === 0) return undefined
  const age = Math.floor((now - first) / 1000)
  return tracker.capSeconds === 0
    ? tracker.seconds - age
    : Math.min(tracker.seconds, tracker.capSeconds - age)
}

function stampOf(first: Moment): string {
  return Math.floor(first / 1000).toString(36)
}

function place(reply: FastifyReply) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: reply.request.protocol === 'https',
  } as const
}

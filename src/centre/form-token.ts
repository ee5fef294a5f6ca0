import { momentOf, type Moment } from '../base/time.ts'
import { sign } from '../platform/secrets.ts'

const HOUR_MS = 3_600_000

/** How long a form may stay open before what it grants is asked again. */
export const FORM_HOURS_MAX = 24

/**
 * The hidden token of a form: the hour it was served, signed. Everyone who is served in that hour
 * gets the same one, so it tells nobody apart.
 */
export function formToken(key: Uint8Array, now: Moment): string {
  const hour = String(Math.floor(now / HOUR_MS))
  return `${hour}.${sign(key, `form ${hour}`)}`
}

/** Header by which our own probe says that its trial choice is no visitor's. */
export const PROBE_HEADER = 'lupaus-probe'

/** What that header must hold; only this server can make it. */
export function probeToken(key: Uint8Array): string {
  return sign(key, 'probe')
}

/** True for a token of ours that is at most 24 hours old. */
export function isFormToken(key: Uint8Array, token: string, now: Moment): boolean {
  const hour = Number(/^(\d{1,9})\./.exec(token)?.[1])
  const served = momentOf(hour * HOUR_MS)
  const hours = Math.floor(now / HOUR_MS) - hour
  if (Number.isNaN(hour) || hours < 0 || hours > FORM_HOURS_MAX) return false
  return token === formToken(key, served)
}

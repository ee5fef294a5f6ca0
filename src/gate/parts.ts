import type { FastifyRequest } from 'fastify'
import { type Consent, signalsOf } from '../consent/index.ts'
import { CHOICE_COOKIE } from '../consent/wire.ts'
import type { Facts, Policy } from '../policy/index.ts'
import type { Violations } from './violations.ts'

/** What the routes of this slice stand on. */
export type GateRoutes = {
  readonly consent: Pick<Consent, 'factsOf' | 'readReceipt'>
  readonly policy: () => Policy
  /** Public origin of Lupaus. */
  readonly origin: () => string
  readonly violations: Violations
  /** Secret of this process, for counting addresses without keeping them. */
  readonly salt: Uint8Array
}

/** What the visitor's own receipt says; undefined without one of ours, as where no choice was made. */
export function factsOf(
  { consent }: Pick<GateRoutes, 'consent'>,
  request: FastifyRequest,
): Facts | undefined {
  const token = request.cookies[CHOICE_COOKIE]
  const receipt = token === undefined ? undefined : consent.readReceipt(token)
  // A receipt given on a partner's site counts there and nowhere else.
  if (!receipt || receipt.p !== undefined) return undefined
  return consent.factsOf(token, signalsOf(request.headers))
}

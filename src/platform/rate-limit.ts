import { RateLimiterMemory } from 'rate-limiter-flexible'
import { sign } from './secrets.ts'

/** Limits how often one address may do something. Lives in memory; the address is never kept. */
export type RateLimit = {
  /** Seconds to wait, or 0 when it may go on. */
  waitSeconds(address: string): Promise<number>
}

/** `points` per `perSeconds` for each address; its key is a salted HMAC that dies with the process. */
export function openRateLimit(limit: {
  readonly points: number
  readonly perSeconds: number
  readonly salt: Uint8Array
}): RateLimit {
  const limiter = new RateLimiterMemory({ points: limit.points, duration: limit.perSeconds })
  return {
    waitSeconds: async address => {
      try {
        await limiter.consume(sign(limit.salt, address))
        return 0
      } catch (refused) {
        return refused instanceof Error ? 1 : Math.max(1, Math.ceil(msOf(refused) / 1000))
      }
    },
  }
}

function msOf(refused: unknown): number {
  const held = typeof refused === 'object' && refused !== null ? refused : {}
  return 'msBeforeNext' in held && typeof held.msBeforeNext === 'number' ? held.msBeforeNext : 1000
}

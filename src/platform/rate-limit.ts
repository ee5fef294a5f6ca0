import { hash } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'

/** Limits how often one address may do something. Lives in memory; the address is never kept. */
export type RateLimit = {
  /** Seconds to wait, or 0 when it may go on. */
  waitSeconds(address: string): Promise<number>
}

/** `points` per `perSeconds` for each address; its key is a salted hash that dies with the process. */
export function openRateLimit(limit: {
  readonly points: number
  readonly perSeconds: number
  readonly salt: Uint8Array
}): RateLimit {
  // One pass of SHA-256 behind a secret of fixed length: a quarter of an HMAC, on every request.
  const salt = Buffer.from(limit.salt).toString('base64url')
  const limiter = new RateLimiterMemory({ points: limit.points, duration: limit.perSeconds })
  return {
    waitSeconds: async address => {
      try {
        await limiter.consume(hash('sha256', salt + address, 'base64url'))
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

import type { Audit } from '../audit/index.ts'
import type { Routes } from '../platform/http.ts'
import type { Platform } from '../platform/index.ts'
import type { Policy } from '../policy/index.ts'
import type { Staff } from '../staff/index.ts'
import { overview } from './overview.ts'
import { periodOf } from './period.ts'
import { readingFor } from './reading.ts'
import { refusalRoutes } from './refusal-routes.ts'
import { analyticsRoutes } from './routes.ts'
import type { Overview } from './wire.ts'

/** Reports on use, products and sales, each for a purpose that the policy declares. */
export type Analytics = {
  /** The overview for a purpose, or why there is none: not promised, or no such period. */
  report(
    purpose: string,
    asked: { readonly from?: string; readonly to?: string },
  ): Promise<Overview | { readonly refused: 'not-promised' } | { readonly wrong: string }>
  readonly routes: Routes
}

/** Opens the slice; it keeps nothing of its own and reads what other slices show it. */
export function openAnalytics(doors: {
  readonly platform: Platform
  readonly policy: () => Policy
  readonly audit: Pick<Audit, 'append'>
  readonly staff: Pick<Staff, 'requires' | 'jsonOnly' | 'by'>
}): Analytics {
  const { platform, policy, staff } = doors
  return {
    async report(purpose, asked) {
      const period = periodOf(asked, platform.clock.now())
      if ('wrong' in period) return period
      const inForce = policy()
      const reading = readingFor(inForce, purpose)
      return reading ? overview(platform, inForce, reading, period) : { refused: 'not-promised' }
    },
    routes: http => {
      analyticsRoutes(platform, policy, staff)(http)
      refusalRoutes(doors)(http)
    },
  }
}

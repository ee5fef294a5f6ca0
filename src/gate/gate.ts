import type { Probe } from '../audit/index.ts'
import type { Consent } from '../consent/index.ts'
import type { Http } from '../platform/http.ts'
import type { OpenLink } from '../platform/link.ts'
import type { Platform } from '../platform/index.ts'
import type { Holding, Policy } from '../policy/index.ts'
import { holdings } from './holdings.ts'
import { openLinkCheck } from './links.ts'
import { openProbes } from './probes.ts'
import { routes } from './routes.ts'
import { openViolations, type Violations } from './violations.ts'
import type { LinkRow, ViolationRow } from './wire.ts'

const SALT_BYTES = 32

/** What may load where: told to sites, to browsers and to frames, and what was stopped by it. */
export type Gate = {
  routes(http: Http): void
  /** Counts of what was stopped, since a day (`2026-11-22`). */
  reports(since: string): Promise<readonly ViolationRow[]>
  /** The same since this process began, by closed words alone. */
  readonly counted: Violations['counted']
  /** Every link of the policy in force, and how it stands. */
  links(): Promise<readonly LinkRow[]>
  /** Opens every link now, where links are checked; else only answers how they stand. */
  checkLinks(): Promise<readonly LinkRow[]>
  /** Erases what has outlived its promise, and checks the links: once a night. */
  nightly(): Promise<void>
  close(): Promise<void>
  readonly probes: readonly Probe[]
  readonly holdings: readonly Holding[]
}

export type GateParts = {
  readonly platform: Platform
  readonly policy: () => Policy
  readonly consent: Pick<Consent, 'factsOf' | 'readReceipt'>
  /** Public origin of Lupaus; asked anew each time. */
  readonly origin: () => string
  /** The running server, for probes that ask it what a visitor would. */
  readonly http: Http
  /** How a link is opened; links are not checked when absent. */
  readonly openLink?: OpenLink | undefined
}

/** Opens the slice. */
export function openGate(parts: GateParts): Gate {
  const { platform, policy, consent, origin, http } = parts
  const { db, clock, log, chance } = platform
  const violations = openViolations({ db, clock, log, policy })
  const links = openLinkCheck({ db, clock, log, policy, open: parts.openLink })
  const held = holdings(db)
  return {
    routes: routes({ consent, policy, origin, violations, salt: chance.bytes(SALT_BYTES) }),
    reports: since => violations.since(since),
    counted: violations.counted,
    links: () => links.rows(),
    checkLinks: () => links.check(),
    nightly: async () => {
      for (const one of held) await one.erase(await one.lapsed(clock.now()))
      await links.check()
    },
    close: () => violations.close(),
    probes: openProbes({
      ...{ policy, origin, clock, http, violations, links },
      checksLinks: parts.openLink !== undefined,
    }),
    holdings: held,
  }
}

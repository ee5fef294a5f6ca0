import type { Audit, Probe } from '../audit/index.ts'
import { dayOf, isoOf, type Moment, momentOf } from '../base/time.ts'
import { LOCKS, underLock } from '../platform/alone.ts'
import { type Egress, systemEgress } from '../platform/egress.ts'
import type { Platform } from '../platform/index.ts'
import type { Policy } from '../policy/index.ts'
import { gatewaysOf, type Silence } from './gateway.ts'
import { probes } from './probes.ts'
import { readVendorSettings } from './settings.ts'
import { type Count, countsFrom, dropOthers, type Outcome, stateOf } from './store.ts'
import { tell } from './tell.ts'

const COUNTED_DAYS = 30
const DAY_MS = 86_400_000

/** Tells vendors of events from our server, and nothing of anyone. */
export type Vendors = {
  /** Tells every vendor that is due what landed since; one process at a time does. Never throws. */
  tell(): Promise<void>
  /** How each vendor that only our server contacts stands, and what it was told in thirty days. */
  standing(): Promise<readonly Standing[]>
  /** Events by vendor and outcome since this process started. */
  counted(): readonly {
    readonly vendor: string
    readonly outcome: Outcome
    readonly events: number
  }[]
  readonly probes: readonly Probe[]
}

/** `open`: it is told each hour. `stopped`: it said no. `waiting`: it did not answer. */
export type Standing = {
  readonly vendor: string
  readonly standing: 'open' | 'stopped' | 'waiting' | Silence
  /** Status by which it refused. */
  readonly status: number | undefined
  /** ISO 8601; when it is told next, once it was told. */
  readonly next: string | undefined
  readonly counts: readonly (Count & { readonly day: string })[]
}

export type VendorsParts = {
  readonly platform: Pick<Platform, 'clock' | 'chance' | 'log' | 'keys' | 'db' | 'ch'>
  readonly policy: () => Policy
  readonly audit: Pick<Audit, 'record'>
  /** The settings `LUPAUS_VENDOR_…` by their names; a `Fault` says what is wrong with them. */
  readonly settings: Readonly<Record<string, string>>
  /** The network; a test may stand before it. */
  readonly egress?: Egress
}

/** Opens the slice; nothing leaves before `tell`. */
export function openVendors(parts: VendorsParts): Vendors {
  const { platform, policy, audit, egress = systemEgress } = parts
  const settingsOf = readVendorSettings(parts.settings)
  const told = openCounts()
  const gateways = () => gatewaysOf(policy(), settingsOf)
  const tellAll = async () => {
    const ways = gateways()
    await dropOthers(
      platform.db,
      ways.map(one => one.vendor),
    )
    const hostOf = hostsOf(policy())
    for (const { way } of ways) {
      if (typeof way === 'string') continue
      await tell({ platform, egress, audit, hostOf, count: told.add }, way).catch(error =>
        platform.log.error({ err: error, vendor: way.vendor }, 'a vendor could not be told'),
      )
    }
  }
  return {
    tell: () =>
      underLock(platform.db, LOCKS.vendors, tellAll).catch(error =>
        platform.log.error({ err: error }, 'no vendor could be told'),
      ),
    standing: async () => {
      const from = dayOf(momentOf(platform.clock.now() - COUNTED_DAYS * DAY_MS))
      const counts = await countsFrom(platform.db, from)
      const all = gateways().map(async ({ vendor, way }) => ({
        vendor,
        ...(typeof way === 'string' ? silent(way) : await stands(platform, vendor)),
        counts: counts
          .filter(one => one.vendor === vendor)
          .map(({ day, event, outcome, count }) => ({ day, event, outcome, count })),
      }))
      return Promise.all(all)
    },
    counted: told.now,
    probes: probes({ platform, policy, settingsOf }),
  }
}

function silent(standing: Silence): Pick<Standing, 'standing' | 'status' | 'next'> {
  return { standing, status: undefined, next: undefined }
}

async function stands(
  { db, clock }: VendorsParts['platform'],
  vendor: string,
): Promise<Pick<Standing, 'standing' | 'status' | 'next'>> {
  const state = await stateOf(db, vendor)
  const next = state && isoOf(state.dueAt)
  const isPutOff = state !== undefined && state.failures > 0 && isLater(state.dueAt, clock.now())
  if (!isPutOff) return { standing: 'open', status: undefined, next }
  const { stoppedBy: status } = state
  return { standing: status === undefined ? 'waiting' : 'stopped', status, next }
}

function isLater(moment: Moment, now: Moment): boolean {
  return moment > now
}

function hostsOf({ sites }: Policy): (site: string) => string {
  return id => (sites.find(site => site.id === id) ?? sites[0])?.hosts[0] ?? ''
}

function openCounts() {
  const counts = new Map<string, { vendor: string; outcome: Outcome; events: number }>()
  return {
    add: (vendor: string, outcome: Outcome, events: number) => {
      const key = `${vendor} ${outcome}`
      const before = counts.get(key)?.events ?? 0
      counts.set(key, { vendor, outcome, events: before + events })
    },
    now: () => [...counts.values()],
  }
}

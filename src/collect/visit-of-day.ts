import { createHmac } from 'node:crypto'
import { dayOf, type Moment } from '../base/time.ts'
import type { Chance } from '../platform/chance.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import type { Policy } from '../policy/index.ts'
import type { Sent } from './intake.ts'

const SALT_BYTES = 32
const LOOK_MS = 60_000
const VISIT_CHARS = 22

/** What is written down of a day's salt: never the salt. */
export type SaltAct = 'collect.day-salt-made' | 'collect.day-salt-destroyed'

/** A visit without identity: found again during its day, and by nobody after it. */
export type VisitOfDay = {
  /**
   * The same for one address, user agent and site within one UTC day. Undefined where address or
   * user agent is unknown: then visits cannot be told apart, and are not.
   */
  readonly of: (sent: Pick<Sent, 'signs' | 'source' | 'host'>, now: Moment) => string | undefined
  /** Destroys the salt; resolves when that is written down. */
  close(): Promise<void>
}

export type VisitOfDayParts = {
  readonly clock: Clock
  readonly chance: Chance
  readonly log: Log
  /** The site that a page on this host belongs to. */
  readonly siteOf: (host: string) => string
  /** Writes down that the salt of a day was made or destroyed. */
  readonly record: (act: SaltAct, day: string) => Promise<void>
}

type Salt = { readonly day: string; readonly bytes: Uint8Array }

/**
 * Keeps the salt of the day in memory and nowhere else. It is made for the first visit that needs
 * it, and overwritten when its day has ended or this is closed.
 */
export function openVisitOfDay(parts: VisitOfDayParts): VisitOfDay {
  const { clock, chance, log } = parts
  let salt: Salt | undefined
  let written: Promise<void> = Promise.resolve()
  const write = (act: SaltAct, day: string) => {
    written = written
      .then(() => parts.record(act, day))
      .catch((error: unknown) =>
        log.error({ err: error, act, day }, 'a salt is not in the audit log'),
      )
  }
  const destroy = () => {
    if (!salt) return
    salt.bytes.fill(0)
    write('collect.day-salt-destroyed', salt.day)
    salt = undefined
  }
  const saltOf = (day: string): Salt => {
    if (salt?.day === day) return salt
    destroy()
    salt = { day, bytes: chance.bytes(SALT_BYTES) }
    write('collect.day-salt-made', day)
    return salt
  }
  // Nobody may come after midnight: the salt must go all the same.
  const timer = setInterval(() => {
    if (salt && salt.day !== dayOf(clock.now())) destroy()
  }, LOOK_MS)
  timer.unref()
  return {
    of: ({ signs, source, host }, now) => {
      const { address, userAgent } = signs
      if (!address || !userAgent) return undefined
      const site = source?.site ?? parts.siteOf(host)
      return createHmac('sha256', saltOf(dayOf(now)).bytes)
        .update(JSON.stringify([address, userAgent, site]))
        .digest('base64url')
        .slice(0, VISIT_CHARS)
    },
    close: async () => {
      clearInterval(timer)
      destroy()
      await written
    },
  }
}

/** Id of the own site on a host, whatever its port; the first one when Lupaus serves the page. */
export function siteAt({ sites }: Pick<Policy, 'sites'>, host: string): string {
  const bare = host.replace(/:\d+$/, '')
  const found = sites.find(({ hosts }) => hosts.includes(host) || hosts.includes(bare))
  return (found ?? sites[0])?.id ?? ''
}

import { cspText, type CspPlace, type Facts, type Policy, type Rules } from '../policy/index.ts'
import type { GateConfig } from './wire.ts'

/** What a site's own server is told of a policy: whom it permits what, without lines or fields of events. */
export function gateConfig(policy: Policy, origin: string): GateConfig {
  const rules = bareRules(policy.rules)
  const hosts = policy.sites.flatMap(site => site.hosts)
  return { version: rules.version, rules, hosts, origin, reports: reportsAt(origin) }
}

const VERSION_DIGITS = 16

// Copied field by field: what `Rules` may one day carry besides is not for everyone to read.
function bareRules({ version, purposes, trackers, vendors }: Rules): Rules {
  const bare = Object.entries(purposes).map(([id, { basis, terms, refusedBy }]) => [
    id,
    { id, line: 0, basis, terms, events: {}, refusedBy },
  ])
  return {
    version: version.slice(0, VERSION_DIGITS),
    purposes: Object.fromEntries(bare),
    trackers: trackers.map(({ id, name, store, purpose, seconds, capSeconds, vendor }) => ({
      ...{ id, name, store, purpose, seconds, capSeconds },
      ...(vendor === undefined ? {} : { vendor }),
    })),
    vendors: vendors.map(({ id, purposes: served, hosts, optOutSign }) => ({
      ...{ id, purposes: served, hosts },
      ...(optOutSign === undefined ? {} : { optOutSign }),
    })),
  }
}

/** The header for one visitor, for pages of the policy's sites. */
export function headerFor(policy: Policy, facts: Facts | undefined, origin: string): string {
  return cspText(policy.rules, facts, placeOf(origin))
}

/** The own site and Lupaus, wherever that is. */
export function placeOf(origin: string): CspPlace {
  const hosts = URL.canParse(origin) ? [new URL(origin).host] : []
  return { hosts, by: 'header', reports: reportsAt(origin) }
}

function reportsAt(origin: string): string {
  return `${origin}/v1/reports`
}

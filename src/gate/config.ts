import { cspText, type CspPlace, type Facts, type Policy, tagConfig } from '../policy/index.ts'
import type { GateConfig } from './wire.ts'

/** What a site's own server is told of a policy: what the tag is told, and nothing more. */
export function gateConfig(policy: Policy, origin: string): GateConfig {
  const { rules, hosts } = tagConfig(policy)
  return { version: rules.version, rules, hosts, origin, reports: reportsAt(origin) }
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

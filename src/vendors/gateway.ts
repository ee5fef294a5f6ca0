import { createHmac } from 'node:crypto'
import { canonical } from '../base/json.ts'
import { catalogueEntry, type Policy, type Vendor } from '../policy/index.ts'
import type { Kind } from './kind.ts'
import { KINDS } from './kinds.ts'
import type { SettingsOf, VendorSettings } from './settings.ts'

/** A vendor that may be told of events, and how. */
export type Gateway = {
  readonly vendor: string
  readonly kind: Kind
  readonly settings: VendorSettings
  readonly base: string
  /** Purposes that it serves by the policy in force. */
  readonly purposes: readonly string[]
}

/** Why a vendor that only our server may tell is told nothing. */
export type Silence = 'no-mechanism' | 'no-interface' | 'no-settings'

/** Every vendor of the policy that only our server contacts, and the way to it or why there is none. */
export function gatewaysOf(
  policy: Policy,
  settingsOf: SettingsOf,
): readonly { readonly vendor: string; readonly way: Gateway | Silence }[] {
  return policy.vendors
    .filter(vendor => vendor.through === 'server')
    .map(vendor => ({ vendor: vendor.id, way: wayTo(vendor, policy, settingsOf(vendor.id)) }))
}

function wayTo(vendor: Vendor, policy: Policy, settings: VendorSettings): Gateway | Silence {
  if (!vendor.transferred) return 'no-mechanism'
  const entry = catalogueEntry(vendor.catalogue)
  const kind = entry && KINDS[entry.gateway]
  if (!kind || !isNamed(kind, settings.URL, entry.gatewayHosts)) return 'no-interface'
  if (kind.needs.some(name => settings[name] === undefined)) return 'no-settings'
  const purposes = policy.rules.vendors.find(one => one.id === vendor.id)?.purposes ?? []
  const base = (settings.URL ?? kind.base).replace(/\/+$/, '')
  return { vendor: vendor.id, kind, settings, base, purposes }
}

/** Whether the catalogue names the address, or whoever runs this does. */
function isNamed(kind: Kind, given: string | undefined, hosts: readonly string[]): boolean {
  return given !== undefined || hosts.includes(new URL(kind.base).host)
}

/** Tells settings apart without telling them: changed ones are tried at once. */
export function markOf({ settings, base }: Gateway, key: Uint8Array): string {
  return createHmac('sha256', key)
    .update(canonical({ ...settings, base }))
    .digest('hex')
    .slice(0, 16)
}

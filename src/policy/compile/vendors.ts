import { catalogueEntry } from '../catalogue/index.ts'
import type { VendorRule } from '../decide.ts'
import { type Law, lawOn } from '../law/index.ts'
import type { Policy, Purpose, Vendor } from '../policy.ts'
import type { PolicyText } from '../syntax/schema/policy.ts'

type VendorText = NonNullable<PolicyText['vendors']>[number]
type TransferText = NonNullable<PolicyText['transfers']>[number]

/** The third parties of a policy, as they stand under the law of one day. */
export function vendorsOn(text: PolicyText, law: Law): readonly Vendor[] {
  return (text.vendors ?? []).map(vendor => vendorOf(vendor, isTransferred(text, vendor, law)))
}

/** What a machine reads of a third party, where these purposes may use it. */
export function vendorRuleOf(vendor: Vendor, of: readonly Purpose[]): VendorRule {
  const { id } = vendor
  const purposes = of.filter(({ vendors }) => vendors.includes(id)).map(purpose => purpose.id)
  const optOutSign = catalogueEntry(vendor.catalogue)?.optOutSign
  return {
    ...{ id, purposes, hosts: hostsOf(vendor) },
    ...(optOutSign === undefined ? {} : { optOutSign }),
  }
}

/**
 * The same policy on another day (`2026-11-22`): a vendor whose ground of transfer has lapsed by
 * then, or is waiting to be looked at again, has no host and no gateway. Nothing else changes.
 */
export function policyOn(policy: Policy, day: string): Policy {
  const vendors = vendorsOn(policy.said, lawOn(day))
  const isSame = (vendor: Vendor, index: number) =>
    policy.vendors[index]?.transferred === vendor.transferred
  if (vendors.every(isSame)) return policy
  const known = new Map(vendors.map(vendor => [vendor.id, vendor]))
  const rules = (of: Policy['rules']): Policy['rules'] => ({
    ...of,
    vendors: of.vendors.map(rule => ({ ...rule, hosts: hostsOf(known.get(rule.id)) })),
  })
  return { ...policy, vendors, rules: rules(policy.rules), appRules: rules(policy.appRules) }
}

function hostsOf(vendor: Vendor | undefined): readonly string[] {
  return !vendor || vendor.through === 'server' || !vendor.transferred ? [] : vendor.hosts
}

function vendorOf(vendor: VendorText, transferred: boolean): Vendor {
  const { id, name, company, country, hosts, privacy, settings, through = 'browser' } = vendor
  const { 'opt-out': optOut, catalogue } = vendor
  const shared = { id, name, company, country, hosts, privacy, optOut, settings, catalogue }
  return { ...shared, through, transferred }
}

/** Inside the EEA and nowhere else; or by a transfer whose ground holds on the day of the law. */
function isTransferred(text: PolicyText, { country, transfer }: VendorText, law: Law): boolean {
  if (transfer === undefined) return law.isInEea(country)
  const named = text.transfers?.find(({ id }) => id === transfer)
  if (!named || !holds(named, law)) return false
  return law.isInEea(country) || named.to.includes(country)
}

// A review that is due stops the transfer until somebody has looked: silence is no ground.
function holds({ mechanism, assessment, to, 'review-by': due }: TransferText, law: Law): boolean {
  if (due < law.on) return false
  if (mechanism === 'adequacy') return to.every(country => law.adequacy(country) !== undefined)
  return assessment !== undefined && law.mechanisms().some(({ id }) => id === mechanism)
}

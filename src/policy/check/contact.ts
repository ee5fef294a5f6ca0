import { catalogueEntry } from '../catalogue/index.ts'
import type { PolicyText } from '../syntax/schema/policy.ts'
import type { CONTRACT_CLAUSES } from '../vocabulary-parties.ts'
import type { Draft } from './place.ts'

type Vendor = NonNullable<PolicyText['vendors']>[number]
type Clause = (typeof CONTRACT_CLAUSES)[number]

/**
 * What is said of how a vendor is reached, and of what it does with what it sees, can be true: what
 * only our server talks to stores nothing in a browser, and what no machine of ours can stop a
 * vendor from doing is forbidden to it by contract.
 */
export function checkContact(draft: Draft): void {
  const vendors = draft.text.vendors ?? []
  checkServerOnly(draft)
  for (const [index, vendor] of vendors.entries()) {
    checkEntry(draft, vendor, index)
    checkHandedOn(draft, vendor, index)
    if (!servesDevices(draft.text, vendor.id)) continue
    checkAddress(draft, vendor, index)
    checkIdentification(draft, vendor, index)
  }
}

function checkServerOnly(draft: Draft): void {
  const { trackers, vendors = [] } = draft.text
  const apart = new Set(vendors.filter(({ through }) => through === 'server').map(({ id }) => id))
  for (const [index, { id, vendor }] of trackers.entries()) {
    if (!apart.has(vendor)) continue
    const message = `only our server talks to \`${vendor}\`, so \`${id}\` cannot be stored for it in a browser`
    const help = `take the tracker away, or write \`through: browser\` at \`${vendor}\``
    draft.wrong('L0812', ['trackers', index, 'vendor'], message, help)
  }
}

// Our server takes address and identifiers off whatever it hands on.
function checkHandedOn(draft: Draft, { id, through, receives }: Vendor, index: number): void {
  if (through !== 'server' || !receives) return
  const isBare = receives.form === 'anonymous' || receives.form === 'aggregate'
  if (isBare && receives.ip === 'never') return
  const key = isBare ? 'ip' : 'form'
  const message = `our server hands neither an address nor an identifier on to \`${id}\`, so it does not get that`
  const help = isBare ? 'write `ip: never`' : 'write `form: anonymous` or `form: aggregate`'
  draft.wrong('L0816', ['vendors', index, 'receives', key], message, help)
}

function checkEntry(draft: Draft, { catalogue }: Vendor, index: number): void {
  if (catalogue === undefined || catalogueEntry(catalogue)) return
  const message = `the catalogue has no entry \`${catalogue}\``
  const help = '`lupaus vendors` lists the entries; without one, leave `catalogue` out'
  draft.wrong('L0815', ['vendors', index, 'catalogue'], message, help)
}

// A browser that contacts a vendor shows its address to it, whatever we hand on.
function checkAddress(draft: Draft, vendor: Vendor, index: number): void {
  if (!vendor.receives || has(vendor, 'ip-not-combined')) return
  const message = `nothing forbids \`${vendor.id}\` to combine the IP address with what else it has`
  missing(draft, index, 'L0813', message, 'ip-not-combined')
}

function checkIdentification(draft: Draft, vendor: Vendor, index: number): void {
  const { receives } = vendor
  const isBound = (draft.text.vendors ?? []).some(one => has(one, 'no-identification'))
  const isSaid = receives !== undefined && receives.form !== 'personal'
  if ((!isBound && !isSaid) || has(vendor, 'no-identification')) return
  const message = `nothing forbids \`${vendor.id}\` to find out who somebody is`
  missing(draft, index, 'L0814', message, 'no-identification')
}

function missing(
  draft: Draft,
  index: number,
  code: 'L0813' | 'L0814',
  message: string,
  clause: Clause,
): void {
  const held = draft.text.vendors?.[index]?.contract
  const path = [
    'vendors',
    index,
    ...(held ? ['contract', ...(held.clauses ? ['clauses'] : [])] : ['id']),
  ]
  draft.wrong(code, path, message, `agree on it, then add \`${clause}\` to \`contract.clauses\``)
}

function has({ contract }: Vendor, clause: Clause): boolean {
  return contract?.clauses?.includes(clause) === true
}

/** Whether it takes part in anything that is done with visitors' devices. */
function servesDevices({ purposes, trackers }: PolicyText, id: string): boolean {
  return (
    trackers.some(({ vendor }) => vendor === id) ||
    purposes.some(({ category, vendors }) => category !== undefined && vendors?.includes(id))
  )
}

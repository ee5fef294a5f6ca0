import { createHash } from 'node:crypto'
import { canonical, type Json } from '../../base/json.ts'
import type { Signal } from '../decide.ts'
import { spanText } from '../lifetime.ts'
import type { Purpose, Tracker, Vendor } from '../policy.ts'

/**
 * Eight hexadecimal digits that change when, and only when, what a visitor agrees to for this
 * purpose changes: basis, aims, trackers with lifetimes, vendors, events and fields, signals.
 * Other purposes, the order of lists and the lines of the file do not matter.
 */
export function termsOf(
  purpose: Purpose,
  trackers: readonly Tracker[],
  vendors: readonly Vendor[],
  refusedBy: readonly Signal[],
): string {
  const mine = trackers.filter(tracker => tracker.purpose === purpose.id)
  const named = new Set([...purpose.vendors, ...mine.map(({ vendor }) => vendor)])
  const agreed = {
    category: purpose.category,
    basis: purpose.basis,
    aims: sorted(purpose.aims),
    services: sorted(purpose.services),
    collects: sorted(
      purpose.collects.map(({ event, fields }) => ({ event, fields: sorted(fields) })),
    ),
    trackers: sorted(mine.map(trackerTerms)),
    vendors: sorted(vendors.filter(({ id }) => named.has(id)).map(vendorTerms)),
    refusedBy: sorted(refusedBy),
  }
  return createHash('sha256').update(canonical(agreed)).digest('hex').slice(0, 8)
}

function trackerTerms(tracker: Tracker): Json {
  const { name, store, party, vendor, use, service, lifetime, rollingUpTo } = tracker
  return {
    name,
    store,
    party,
    vendor,
    use,
    service,
    lifetime: lifetime === 'session' ? lifetime : spanText(lifetime),
    rollingUpTo: rollingUpTo && spanText(rollingUpTo),
  }
}

function vendorTerms({ id, name, company, country }: Vendor): Json {
  return { id, name, company, country }
}

function sorted(list: readonly Json[]): readonly Json[] {
  return list.toSorted((a, b) => (canonical(a) < canonical(b) ? -1 : 1))
}

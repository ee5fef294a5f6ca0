import { nearest } from '../../base/near.ts'
import type { Path } from '../syntax/tree.ts'
import type { Draft } from './place.ts'

/** The word for the controller where a vendor is named. */
export const SELF = 'self'

/** Every id is declared once, and every name that is used is declared. */
export function checkNames(draft: Draft): void {
  const { text } = draft
  const purposes = unique(draft, 'purposes', text.purposes)
  const vendors = unique(draft, 'vendors', text.vendors ?? [])
  unique(draft, 'trackers', text.trackers)
  unique(draft, 'sites', text.sites)
  unique(draft, 'categories', text.categories)
  uniqueSignals(draft)
  reservedVendor(draft)

  for (const [index, purpose] of text.purposes.entries())
    for (const [at, vendor] of (purpose.vendors ?? []).entries())
      declared(draft, 'vendor', vendors, vendor, ['purposes', index, 'vendors', at])
  for (const [index, tracker] of text.trackers.entries()) {
    declared(draft, 'purpose', purposes, tracker.purpose, ['trackers', index, 'purpose'])
    const known = [SELF, ...vendors]
    declared(draft, 'vendor', known, tracker.vendor, ['trackers', index, 'vendor'])
  }
  for (const [index, { refuses }] of (text.signals ?? []).entries())
    for (const [at, purpose] of refuses.entries())
      declared(draft, 'purpose', purposes, purpose, ['signals', index, 'refuses', at])
}

type Item = { readonly id: string }

function unique(draft: Draft, list: string, items: readonly Item[]): readonly string[] {
  const seen = new Set<string>()
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id)) {
      const message = `the id \`${id}\` is already taken in \`${list}\``
      draft.wrong('L0108', [list, index, 'id'], message, 'give each item an id of its own')
    }
    seen.add(id)
  }
  return [...seen]
}

function uniqueSignals(draft: Draft): void {
  const seen = new Set<string>()
  for (const [index, { signal }] of (draft.text.signals ?? []).entries()) {
    if (seen.has(signal)) {
      const message = `the signal \`${signal}\` already has its meaning above`
      draft.wrong('L0108', ['signals', index, 'signal'], message, 'say it once, in one `refuses`')
    }
    seen.add(signal)
  }
}

function reservedVendor(draft: Draft): void {
  const index = (draft.text.vendors ?? []).findIndex(({ id }) => id === SELF)
  if (index < 0) return
  const message = '`self` already means the controller'
  draft.wrong('L0108', ['vendors', index, 'id'], message, 'give the vendor another id')
}

function declared(
  draft: Draft,
  what: 'purpose' | 'vendor',
  known: readonly string[],
  name: string,
  path: Path,
): void {
  if (known.includes(name)) return
  const near = nearest(name, known)
  const all = known.map(id => `\`${id}\``).join(', ')
  const help = near ? `did you mean \`${near}\`?` : `declare it under \`${what}s\`, or use ${all}`
  draft.wrong('L0103', path, `the policy does not declare the ${what} \`${name}\``, help)
}

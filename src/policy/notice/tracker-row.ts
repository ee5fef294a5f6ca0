import type { Lang } from '../../base/lang.ts'
import type { Policy, Tracker } from '../policy.ts'
import { lifetimeWords } from './lifetime.ts'
import { listed, say } from './say.ts'

/** One tracker in words: a row of the notice's tables and of the banner's details. */
export type TrackerRow = {
  readonly name: string
  readonly use: string
  readonly vendor: string
  readonly store: string
  readonly lifetime: string
}

/** Says of a tracker what it is for, what stops working without it, whose it is, where it lies and its own true lifetime. */
export function trackerRow(policy: Policy, tracker: Tracker, lang: Lang): TrackerRow {
  return {
    name: tracker.name,
    use: useWords(policy, tracker, lang),
    vendor: vendorName(policy, tracker),
    store: say(lang, `store.${tracker.store}`),
    lifetime: trackerLifetime(tracker, lang),
  }
}

// What it is for, and exactly what stops working without it.
function useWords(policy: Policy, { id, use }: Tracker, lang: Lang): string {
  const features = policy.said.trackers.find(held => held.id === id)?.features ?? []
  const said = say(lang, `use.${use}`)
  if (features.length === 0) return said
  const named = features.map(service => say(lang, `service.${service}`))
  return say(lang, 'tracker.features', { use: said, features: listed(lang, named) })
}

// Who stands behind a tracker: the vendor, or the company itself.
function vendorName(policy: Policy, tracker: Tracker): string {
  const vendor = policy.vendors.find(({ id }) => id === tracker.vendor)
  return vendor?.name ?? policy.controller.name
}

function trackerLifetime(tracker: Tracker, lang: Lang): string {
  const { lifetime, rollingUpTo, kept } = tracker
  const each = lifetimeWords(lifetime, lang)
  const said = rollingUpTo
    ? say(lang, 'span.rolling', { each, cap: lifetimeWords(rollingUpTo, lang) })
    : each
  if (!kept) return said
  return say(lang, 'tracker.browsers-keep', { lifetime: said, kept: lifetimeWords(kept, lang) })
}

import { createHash } from 'node:crypto'
import type { Span } from '../../base/time.ts'
import type { Draft, TrackerText } from '../check/place.ts'
import { SELF } from '../check/names.ts'
import type { Rule, Signal, TrackerRule } from '../decide.ts'
import { shortest, spanOf } from '../lifetime.ts'
import type { CategoryRange, Policy, Purpose, SignalRule, Tracker, Vendor } from '../policy.ts'
import type { PolicyText } from '../syntax/schema.ts'
import { promisesOf } from './promises.ts'
import { termsOf } from './terms.ts'

/** Turns a policy that was checked into what notices print and `decide` obeys. */
export function compile(draft: Draft, source: string): Policy {
  const { text } = draft
  const purposes = text.purposes.map((_, index) => purposeOf(draft, index))
  const trackers = text.trackers.map((tracker, index) => trackerOf(draft, tracker, index))
  const vendors = (text.vendors ?? []).map(vendorOf)
  const signals = (text.signals ?? []).map((_, index) => signalOf(draft, index))
  const version = createHash('sha256').update(source, 'utf8').digest('hex')
  const rules = purposes.map(purpose => ruleOf(purpose, trackers, vendors, signals))
  return {
    ...aboutOf(text),
    version,
    categories: text.categories.map(categoryOf),
    purposes,
    trackers,
    vendors,
    signals,
    promises: promisesOf(draft),
    rules: {
      version,
      purposes: Object.fromEntries(rules.map(rule => [rule.id, rule])),
      trackers: trackers.map(trackerRuleOf),
    },
  }
}

function aboutOf(text: PolicyText) {
  const { policy, controller } = text
  return {
    id: policy.id,
    label: policy.version,
    inForceFrom: policy['in-force-from'],
    reviewBy: policy['review-by'],
    languages: policy.languages,
    controller: {
      name: controller.name,
      businessId: controller['business-id'],
      street: controller.street,
      postalCode: controller['postal-code'],
      city: controller.city,
      country: controller.country,
      email: controller.email,
      website: controller.website,
    },
    authority: text.authority,
    sites: text.sites,
    consentFor: span(text.consent.lasts),
    links: text.links ?? [],
  }
}

function categoryOf({ id, lifetimes }: PolicyText['categories'][number]): CategoryRange {
  return { category: id, shortest: span(lifetimes.from), longest: span(lifetimes.to) }
}

function purposeOf(draft: Draft, index: number): Purpose {
  const purpose = draft.text.purposes[index]
  if (!purpose) throw new Error('bug: a purpose outside its list')
  return {
    id: purpose.id,
    category: purpose.category,
    basis: purpose.basis.web,
    aims: purpose.aims,
    services: purpose.services ?? [],
    collects: purpose.collects ?? [],
    vendors: purpose.vendors ?? [],
    line: draft.line(['purposes', index]),
  }
}

function trackerOf(draft: Draft, tracker: TrackerText, index: number): Tracker {
  const purpose = draft.text.purposes.find(({ id }) => id === tracker.purpose)
  if (!purpose) throw new Error('bug: a tracker without a purpose was not refused')
  return {
    id: tracker.id,
    name: tracker.name,
    store: tracker.store,
    party: tracker.party,
    vendor: tracker.vendor === SELF ? undefined : tracker.vendor,
    purpose: purpose.id,
    category: purpose.category,
    use: tracker.use,
    service: tracker.service,
    lifetime: tracker.lifetime === 'session' ? 'session' : span(tracker.lifetime),
    rollingUpTo: tracker.rolling && span(tracker.rolling['up-to']),
    line: draft.line(['trackers', index]),
  }
}

function vendorOf({ 'opt-out': optOut, ...vendor }: NonNullable<PolicyText['vendors']>[number]) {
  return { ...vendor, optOut } satisfies Vendor
}

function signalOf(draft: Draft, index: number): SignalRule {
  const found = draft.text.signals?.[index]
  if (!found) throw new Error('bug: a signal outside its list')
  const { signal, refuses } = found
  return { signal, refuses, line: draft.line(['signals', index]) }
}

function ruleOf(
  purpose: Purpose,
  trackers: readonly Tracker[],
  vendors: readonly Vendor[],
  signals: readonly SignalRule[],
): Rule {
  const refusedBy: Signal[] = signals
    .filter(({ refuses }) => refuses.includes(purpose.id))
    .map(({ signal }) => signal)
  return {
    id: purpose.id,
    line: purpose.line,
    basis: purpose.basis,
    terms: termsOf(purpose, trackers, vendors, refusedBy),
    events: Object.fromEntries(purpose.collects.map(({ event, fields }) => [event, fields])),
    refusedBy,
  }
}

// A month counts as its shortest reading, so that no browser keeps anything past its promise.
function trackerRuleOf(tracker: Tracker): TrackerRule {
  const { lifetime, rollingUpTo } = tracker
  return {
    id: tracker.id,
    name: tracker.name,
    store: tracker.store,
    purpose: tracker.purpose,
    seconds: lifetime === 'session' ? 0 : shortest(lifetime),
    capSeconds: rollingUpTo ? shortest(rollingUpTo) : 0,
  }
}

function span(text: string): Span {
  const found = spanOf(text)
  if (!found) throw new Error('bug: a length of time was not checked')
  return found
}

import { createHash } from 'node:crypto'
import type { Span } from '../../base/time.ts'
import type { Draft, TrackerText } from '../check/place.ts'
import { SELF } from '../check/names.ts'
import type { Basis, Rule, Rules, Signal, TrackerRule } from '../decide.ts'
import { type Law, lawOn } from '../law/index.ts'
import { shortest, spanOf } from '../lifetime.ts'
import type {
  CategoryRange,
  Policy,
  Purpose,
  SignalRule,
  Source,
  Tracker,
  Vendor,
} from '../policy.ts'
import type { PolicyText } from '../syntax/schema/policy.ts'
import { personRulesOf } from './person-rules.ts'
import { promisesOf } from './promises.ts'
import { termsOf } from './terms.ts'
import { keptByBrowsers } from './trackers.ts'
import { vendorRuleOf, vendorsOn } from './vendors.ts'

/**
 * Turns a policy that was checked into what notices print and `decide` obeys, as it stands under the
 * law of a day: without one, of its own first day.
 */
export function compile(draft: Draft, source: string, today?: string): Policy {
  const { text } = draft
  const law = lawOn(today ?? text.policy['in-force-from'])
  const purposes = text.purposes.flatMap((_, index) => purposeOf(draft, index, 'web'))
  const inApps = text.purposes.flatMap((_, index) => purposeOf(draft, index, 'app'))
  const trackers = text.trackers.map((tracker, index) => trackerOf(draft, tracker, index, law))
  const vendors = vendorsOn(text, law)
  const signals = (text.signals ?? []).map((_, index) => signalOf(draft, index))
  const version = createHash('sha256').update(source, 'utf8').digest('hex')
  const rulesOf = (of: readonly Purpose[], on: readonly Tracker[]): Rules => ({
    version,
    purposes: Object.fromEntries(
      of.map(purpose => [purpose.id, ruleOf(purpose, trackers, vendors, signals, text)]),
    ),
    trackers: on.map(trackerRuleOf),
    vendors: vendors.map(vendor => vendorRuleOf(vendor, of)),
  })
  return {
    ...aboutOf(text),
    said: text,
    version,
    categories: text.categories.map(categoryOf),
    purposes,
    trackers,
    vendors,
    signals,
    promises: promisesOf(draft),
    personRules: personRulesOf(draft, version),
    rules: rulesOf(purposes, trackers),
    appRules: rulesOf(inApps, []),
    sources: (text['event-sources'] ?? []).map((_, index) => sourceOf(draft, index)),
  }
}

// A policy that asks for nothing on a device never uses it.
const NEVER_ASKED: Span = { count: 1, unit: 'day' }

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
    kind: policy.kind ?? 'cookie-notice',
    sites: text.sites.flatMap(({ id, kind, name, hosts }) =>
      kind === 'own-site' ? [{ id, kind, name, hosts }] : [],
    ),
    consentFor: text.consent ? span(text.consent.lasts) : NEVER_ASKED,
    links: text.links ?? [],
  }
}

function categoryOf({ id, lifetimes }: PolicyText['categories'][number]): CategoryRange {
  return { category: id, shortest: span(lifetimes.from), longest: span(lifetimes.to) }
}

/** A purpose in which devices take part; the others are decided for persons. */
function purposeOf(draft: Draft, index: number, channel: 'web' | 'app'): Purpose[] {
  const purpose = draft.text.purposes[index]
  if (!purpose) throw new Error('bug: a purpose outside its list')
  const { category, basis } = purpose
  const ground = deviceBasis(basis[channel], purpose.visitors === 'without-identity')
  if (category === undefined || ground === undefined) return []
  const device = {
    id: purpose.id,
    category,
    basis: ground,
    aims: purpose.aims,
    services: purpose.services ?? [],
    collects: purpose.collects ?? [],
    vendors: purpose.vendors ?? [],
    withoutIdentity: purpose.visitors === 'without-identity',
    line: draft.line(['purposes', index]),
  } satisfies Purpose
  return [device]
}

/** What touches a device rests on consent or on what was asked for; counting without identity need not. */
function deviceBasis(basis: string | undefined, withoutIdentity: boolean): Basis | undefined {
  if (basis === 'consent' || basis === 'service-requested') return basis
  return withoutIdentity && basis === 'legitimate-interest' ? basis : undefined
}

function sourceOf(draft: Draft, index: number): Source {
  const found = draft.text['event-sources']?.[index]
  if (!found) throw new Error('bug: a source outside its list')
  const { id, kind, key, site, partner, machines, asserts } = found
  const isApp = draft.text.sites.some(one => one.id === site && one.kind === 'mobile-app')
  return {
    ...{ id, kind, key, site, partner, machines },
    channel: kind === 'app' || isApp ? 'app' : 'web',
    asserts: asserts ?? [],
    line: draft.line(['event-sources', index]),
  }
}

function trackerOf(draft: Draft, tracker: TrackerText, index: number, law: Law): Tracker {
  const purpose = draft.text.purposes.find(({ id }) => id === tracker.purpose)
  if (!purpose?.category) throw new Error('bug: a tracker without a purpose was not refused')
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
    kept: keptByBrowsers(tracker, law),
    line: draft.line(['trackers', index]),
  }
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
  text: PolicyText,
): Rule {
  const refusedBy: Signal[] = signals
    .filter(({ refuses }) => refuses.includes(purpose.id))
    .map(({ signal }) => signal)
  return {
    id: purpose.id,
    line: purpose.line,
    basis: purpose.basis,
    terms: termsOf(purpose, trackers, vendors, refusedBy, text),
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
    ...(tracker.vendor === undefined ? {} : { vendor: tracker.vendor }),
  }
}

function span(text: string): Span {
  const found = spanOf(text)
  if (!found) throw new Error('bug: a length of time was not checked')
  return found
}

import type { Moment } from '../base/time.ts'
import { Minted } from './permit.ts'

/** What a browser can tell by itself: Global Privacy Control, Do Not Track. */
export type Signal = 'gpc' | 'dnt'

/** Why processing for a purpose is lawful on a site: Art. 6(1), and § 205(2) of Act 917/2014. */
export type Basis = 'consent' | 'service-requested' | 'legitimate-interest' | 'contract'

/** One purpose as the machine reads it, with the line of the policy that says it. */
export type Rule = {
  readonly id: string
  readonly line: number
  readonly basis: Basis
  /** Changes whenever what a visitor agreed to changes; a grant for other terms is none. */
  readonly terms: string
  /** Event name to the fields that may be kept of it. */
  readonly events: Readonly<Record<string, readonly string[]>>
  readonly refusedBy: readonly Signal[]
}

/** Something stored on the device, as the machine reads it. */
export type TrackerRule = {
  readonly id: string
  /** Exact name, or one `*` for any run of characters. */
  readonly name: string
  readonly store: string
  readonly purpose: string
  /** Seconds it may live; 0 for as long as the browser session. */
  readonly seconds: number
  /** Seconds from first setting that renewals may reach; 0 when it is not renewed. */
  readonly capSeconds: number
  /** Id of the vendor behind it; absent when it is the controller itself. */
  readonly vendor?: string
}

/** A third party as the machine reads it. */
export type VendorRule = {
  readonly id: string
  /** Purposes that it serves; it may act for each of them that is permitted. */
  readonly purposes: readonly string[]
  /**
   * Hosts that a browser may contact for it; none where it is only reached through our server, or
   * where data would leave the Union without a mechanism.
   */
  readonly hosts: readonly string[]
  /** The published sign that its own opt-out leaves in a page, as `signs` names it. */
  readonly optOutSign?: string
}

/** The policy as `decide` reads it, in server, tag and console alike. */
export type Rules = {
  /** SHA-256 of the policy file, hexadecimal. */
  readonly version: string
  readonly purposes: Readonly<Record<string, Rule>>
  readonly trackers: readonly TrackerRule[]
  readonly vendors: readonly VendorRule[]
}

/** What is known of one visitor's choice at one moment. Absent means no choice was made. */
export type Facts = {
  /** Purpose to the terms that were agreed to. */
  readonly granted: Readonly<Record<string, string>>
  /** Signals that were on when the choice was made: a grant made under one outranks it. */
  readonly chosenUnder: readonly Signal[]
  /** Signals that are on now. */
  readonly signals: readonly Signal[]
  /** When the choice lapses. */
  readonly until: Moment
  readonly now: Moment
  readonly withdrawn: boolean
  /** Vendors that the visitor refused by name, or whose own opt-out is on; absent when none. */
  readonly without?: readonly string[]
}

export type RefusalReason =
  | 'not-promised'
  | 'no-consent'
  | 'withdrawn'
  | 'objected'
  | 'lapsed'
  | 'terms-changed'
  | 'event-not-declared'
  | 'field-not-declared'
  | 'tracker-not-declared'
  | 'vendor-not-declared'
  | 'vendor-refused'
  | 'error'

/** A no, with the rule of the policy that says it, or the silence. Data, not an exception. */
export type Refusal = {
  readonly refused: RefusalReason
  readonly purpose: string
  readonly rule: Rule | undefined
  /** The event, field or tracker that was refused, when it was not the whole purpose. */
  readonly what?: string | undefined
}

/** Proof that a rule allows one purpose. Only deciding makes one: the class leaves this slice by no door. */
export type Permit<P extends string = string> = Minted<P>

/**
 * May we process for this purpose, for this visitor, now? Default deny: what the policy does not
 * say is refused. Forbid wins: a withdrawal or a signal outranks any grant. Whatever cannot be
 * read is refused. Never throws.
 */
export function decide<P extends string>(
  rules: Rules,
  purpose: P,
  facts: Facts | undefined,
): Permit<P> | Refusal {
  const verdict = permittingRule(rules, purpose, facts)
  return 'refused' in verdict ? verdict : new Minted(purpose, verdict)
}

/** `decide` for whoever needs no permit, as the tag, which only keeps things off the device. */
export function permittingRule(
  rules: Rules,
  purpose: string,
  facts: Facts | undefined,
): Rule | Refusal {
  try {
    const rule = own(rules.purposes, purpose)
    if (!rule) return no('not-promised', purpose, rule)
    // A rule under a name that is not its own, or a name that is no text, is a broken policy.
    if (rule.id !== purpose) return no('error', purpose, undefined)
    const reason = against(rule, purpose, facts)
    return reason ? no(reason, purpose, rule) : rule
  } catch {
    return no('error', purpose, undefined)
  }
}

function no(
  refused: RefusalReason,
  purpose: string,
  rule: Rule | undefined,
  what?: string,
): Refusal {
  return { refused, purpose, rule, what }
}

/**
 * What may be kept of an event under a permit: the named fields, and a refusal for each other.
 * Never throws.
 */
export function decideEvent(
  permit: Permit,
  event: string,
  fields: readonly string[],
): { readonly kept: readonly string[]; readonly refused: readonly Refusal[] } | Refusal {
  try {
    // The types say so already; what only looks like a permit comes from outside them.
    if (!(permit instanceof Minted)) throw new TypeError('no permit')
    const { rule, purpose } = permit
    const allowed = own(rule.events, event)
    if (!Array.isArray(allowed))
      return { refused: 'event-not-declared', purpose, rule, what: event }
    const kept: string[] = []
    const refused: Refusal[] = []
    for (const field of fields) {
      if (allowed.includes(field)) kept.push(field)
      else refused.push({ refused: 'field-not-declared', purpose, rule, what: `${event}.${field}` })
    }
    return { kept, refused }
  } catch {
    return { refused: 'error', purpose: '', rule: undefined, what: event }
  }
}

/**
 * May this name be written to this store on the device now? Undeclared names never.
 * Never throws.
 */
export function decideTracker(
  rules: Rules,
  store: string,
  name: string,
  facts: Facts | undefined,
): { readonly permit: Permit; readonly tracker: TrackerRule } | Refusal {
  const verdict = admittedTracker(rules, store, name, facts)
  if ('refused' in verdict) return verdict
  const { tracker, rule } = verdict
  return { permit: new Minted(tracker.purpose, rule), tracker }
}

/** `decideTracker` for whoever needs no permit. Never throws. */
export function admittedTracker(
  rules: Rules,
  store: string,
  name: string,
  facts: Facts | undefined,
): { readonly tracker: TrackerRule; readonly rule: Rule } | Refusal {
  try {
    const tracker = rules.trackers.find(t => t.store === store && matches(t.name, name))
    if (!tracker) return no('tracker-not-declared', '', undefined, name)
    const { purpose, vendor } = tracker
    const verdict = permittingRule(rules, purpose, facts)
    if ('refused' in verdict) return { ...verdict, what: name }
    return vendor !== undefined && isWithout(facts, vendor)
      ? no('vendor-refused', purpose, verdict, name)
      : { tracker, rule: verdict }
  } catch {
    return no('error', '', undefined, name)
  }
}

/**
 * The purposes for which this vendor may act now: permitted ones that it serves, unless the visitor
 * refused the vendor itself. Never throws.
 */
export function decideVendor(
  rules: Rules,
  id: string,
  facts: Facts | undefined,
): { readonly vendor: VendorRule; readonly purposes: readonly string[] } | Refusal {
  try {
    const vendor = rules.vendors.find(one => one.id === id)
    if (!vendor) return no('vendor-not-declared', '', undefined, id)
    const [first = ''] = vendor.purposes
    if (isWithout(facts, id)) return no('vendor-refused', first, rules.purposes[first], id)
    const purposes = permittedOf(rules, vendor, facts)
    if (purposes.length > 0) return { vendor, purposes }
    const verdict = decide(rules, first, facts)
    const reason = 'refused' in verdict ? verdict.refused : 'error'
    return no(reason, first, rules.purposes[first], id)
  } catch {
    return no('error', '', undefined, id)
  }
}

/** The purposes for which this vendor may act now; none where `decideVendor` refuses. Never throws. */
export function permittedOf(
  rules: Rules,
  { id, purposes }: VendorRule,
  facts: Facts | undefined,
): readonly string[] {
  return isWithout(facts, id)
    ? []
    : purposes.filter(purpose => !('refused' in permittingRule(rules, purpose, facts)))
}

/** What cannot be read as a list refuses every vendor. */
function isWithout(facts: Facts | undefined, vendor: string): boolean {
  const without = facts?.without ?? []
  return !Array.isArray(without) || without.includes(vendor)
}

/** Why this rule permits nothing now: forbid wins, and what it lacks comes after. */
function against(
  { basis, refusedBy, terms }: Rule,
  purpose: string,
  facts: Facts | undefined,
): RefusalReason | undefined {
  if (basis === 'service-requested' || basis === 'contract') return undefined
  const asks = basis === 'consent'
  if (!asks && basis !== 'legitimate-interest') return 'error'
  if (!facts) return 'no-consent'
  const { granted, chosenUnder, signals, until, now, withdrawn } = facts
  // Only a plain `false` is not withdrawn: a missing or garbled answer is a no.
  if (!Object.is(withdrawn, false)) return 'withdrawn'
  if (typeof granted !== 'object') return 'error'
  const isGranted = Object.hasOwn(granted, purpose)
  const outranked = isGranted ? chosenUnder : []
  // Lists only: a text also has `includes`, and would be read as something it is not.
  if (![outranked, signals, refusedBy].every(Array.isArray)) return 'error'
  const stands = (signal: Signal) => refusedBy.includes(signal) && !outranked.includes(signal)
  if (signals.some(stands)) return 'objected'
  if (!asks) return undefined
  if (!isGranted) return 'no-consent'
  if (![now, until].every(Number.isFinite)) return 'error'
  if (now >= until) return 'lapsed'
  // Terms that are missing on both sides are equal, and agree to nothing.
  if (!terms || typeof terms !== 'string') return 'error'
  return granted[purpose] === terms ? undefined : 'terms-changed'
}

/** What stands under this key itself, not what everything inherits. */
function own<T>(held: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(held, key) ? held[key] : undefined
}

/** Whether a declared name, with its `*`, covers this one. */
export function matches(pattern: string, name: string): boolean {
  const star = pattern.indexOf('*')
  if (star < 0) return pattern === name
  return (
    name.length >= pattern.length - 1 &&
    name.startsWith(pattern.slice(0, star)) &&
    name.endsWith(pattern.slice(star + 1))
  )
}

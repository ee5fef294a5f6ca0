import type { Moment } from '../base/time.ts'

/**
 * A way of reaching a person, or `in-person` for what is done in the company's own systems. `web` and
 * `app` are for people who are known there; what is done with their device, `decide` says.
 */
export type PersonChannel =
  | 'web'
  | 'app'
  | 'email'
  | 'sms'
  | 'phone'
  | 'post'
  | 'push'
  | 'social'
  | 'in-person'

/** Why processing of a person's data is lawful: Art. 6(1), and § 200 of Act 917/2014. */
export type PersonBasis =
  | 'consent'
  | 'contract'
  | 'pre-contract'
  | 'legal-obligation'
  | 'legitimate-interest'
  | 'until-forbidden'
  | 'soft-opt-in'

/** One purpose for which data on known people is used, as the machine reads it. */
export type PersonRule = {
  readonly id: string
  readonly line: number
  /** One basis a channel; a channel that is not here is not used. */
  readonly bases: Readonly<Partial<Record<PersonChannel, PersonBasis>>>
  /** Changes whenever what a person agreed to changes. */
  readonly terms: string
  /** Data it may use; everything else is refused. */
  readonly fields: readonly string[]
  /** Data of these that nobody has to give. */
  readonly voluntary: readonly string[]
  /** Marketing and its profiling: a person forbids it without any reason (Art. 21(2)-(3)). */
  readonly isMarketing: boolean
  /** Whether it profiles: never those who may be too young. */
  readonly profiles: boolean
  /** When the weighing of interests lapses; none where nothing is weighed. */
  readonly weighedUntil: Moment | undefined
}

/** The policy as it is decided for people. */
export type PersonRules = {
  readonly version: string
  /** Nobody younger is profiled; 0 when no child can be among them. */
  readonly profiledFrom: number
  readonly purposes: Readonly<Record<string, PersonRule>>
}

/** What is known of one person at one moment. Whatever is missing counts as a no. */
export type PersonFacts = {
  /** Purpose to channel to the terms that were agreed to. */
  readonly consents: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What the person forbade: marketing as a whole, one purpose, or one channel. */
  readonly objections: readonly Objection[]
  /** An order or contract that is open, or an enquiry that waits for its answer. */
  readonly contract: boolean
  readonly enquiry: boolean
  /** A sale of similar products at which the address was got and refusing was offered. */
  readonly similarSale: boolean
  /** A duty of law that is open for this person's data. */
  readonly duty: boolean
  /** Processing is restricted while a request is looked at (Art. 18). */
  readonly restricted: boolean
  /** Erased: only what the law orders to keep is left. */
  readonly erased: boolean
  /** In years; undefined when nobody knows. */
  readonly age: number | undefined
  readonly now: Moment
}

export type Objection = {
  readonly to: 'marketing' | 'purpose' | 'channel'
  /** The purpose or channel; not for `marketing`. */
  readonly what?: string
}

export type PersonRefusalReason =
  | 'not-promised'
  | 'channel-not-declared'
  | 'field-not-declared'
  | 'no-consent'
  | 'terms-changed'
  | 'objected'
  | 'restricted'
  | 'erased'
  | 'no-contract'
  | 'no-enquiry'
  | 'no-duty'
  | 'no-sale'
  | 'weighing-lapsed'
  | 'too-young'
  | 'error'

/** A no, with the rule that says it, or the silence. */
export type PersonRefusal = {
  readonly refused: PersonRefusalReason
  readonly purpose: string
  readonly rule: PersonRule | undefined
}

/** A yes, with the rule and the basis it rests on. */
export type PersonGrant = {
  readonly allowed: true
  readonly purpose: string
  readonly rule: PersonRule
  readonly basis: PersonBasis
}

/**
 * May data on this person be used for this purpose, on this channel, now? Default deny, and a
 * forbid outranks every ground. Never throws.
 */
export function decidePerson(
  rules: PersonRules,
  purpose: string,
  channel: string,
  facts: PersonFacts | undefined,
): PersonGrant | PersonRefusal {
  try {
    const rule = Object.hasOwn(rules.purposes, purpose) ? rules.purposes[purpose] : undefined
    if (!rule) return { refused: 'not-promised', purpose, rule: undefined }
    const no = (refused: PersonRefusalReason) => ({ refused, purpose, rule })
    if (rule.id !== purpose) return no('error')
    const basis = basisOn(rule, channel)
    if (!basis) return no('channel-not-declared')
    if (!facts || !Number.isFinite(facts.now)) return no('error')
    const reason = forbids(rules, rule, channel, basis, facts) ?? lacks(rule, channel, basis, facts)
    return reason ? no(reason) : { allowed: true, purpose, rule, basis }
  } catch {
    return { refused: 'error', purpose, rule: undefined }
  }
}

/** May this datum be used under a grant? Only what the purpose names. Never throws. */
export function decideField(grant: PersonGrant, field: string): PersonGrant | PersonRefusal {
  try {
    const { purpose, rule } = grant
    // Lists only: a text also has `includes`, and would be read as something it is not.
    if (!Object.is(grant.allowed, true) || !Array.isArray(rule.fields))
      return { refused: 'error', purpose, rule: undefined }
    if (rule.fields.includes(field)) return grant
    return { refused: 'field-not-declared', purpose, rule }
  } catch {
    return { refused: 'error', purpose: '', rule: undefined }
  }
}

function basisOn(rule: PersonRule, channel: string): PersonBasis | undefined {
  const bases: Readonly<Record<string, PersonBasis | undefined>> = rule.bases
  return Object.hasOwn(bases, channel) ? bases[channel] : undefined
}

function forbids(
  rules: PersonRules,
  rule: PersonRule,
  channel: string,
  basis: PersonBasis,
  facts: PersonFacts,
): PersonRefusalReason | undefined {
  // What the law orders goes on whatever a person says; marketing is never ordered by law.
  if (basis !== 'legal-obligation' || rule.isMarketing) {
    // Only a plain `false` is not erased or restricted: a missing or garbled answer is a no.
    if (!Object.is(facts.erased, false)) return 'erased'
    if (!Object.is(facts.restricted, false)) return 'restricted'
    if (!Array.isArray(facts.objections) || !facts.objections.every(isObjection)) return 'error'
    if (facts.objections.some(objection => hits(objection, rule, channel, basis))) return 'objected'
  }
  if (!rule.profiles || rules.profiledFrom === 0) return undefined
  const isOldEnough = Number.isFinite(facts.age) && Number(facts.age) >= rules.profiledFrom
  return isOldEnough ? undefined : 'too-young'
}

// Whoever forbade something that nobody can read forbade it all the same.
function isObjection({ to, what }: Objection): boolean {
  if (to === 'marketing') return true
  return (to === 'purpose' || to === 'channel') && typeof what === 'string'
}

/** A contract is not stopped by an objection; marketing always is, whatever it rests on. */
function hits(
  { to, what }: Objection,
  rule: PersonRule,
  channel: string,
  basis: PersonBasis,
): boolean {
  if (to === 'marketing') return rule.isMarketing
  const canBeStopped = rule.isMarketing || !['contract', 'pre-contract'].includes(basis)
  return canBeStopped && what === (to === 'channel' ? channel : rule.id)
}

function lacks(
  rule: PersonRule,
  channel: string,
  basis: PersonBasis,
  facts: PersonFacts,
): PersonRefusalReason | undefined {
  switch (basis) {
    case 'consent':
      return lacksConsent(rule, channel, facts)
    case 'contract':
      return Object.is(facts.contract, true) ? undefined : 'no-contract'
    case 'pre-contract':
      return Object.is(facts.enquiry, true) ? undefined : 'no-enquiry'
    case 'legal-obligation':
      return Object.is(facts.duty, true) ? undefined : 'no-duty'
    case 'soft-opt-in':
      return Object.is(facts.similarSale, true) ? undefined : 'no-sale'
    case 'legitimate-interest':
    case 'until-forbidden':
      return isWeighed(rule, facts.now) ? undefined : 'weighing-lapsed'
    default:
      return 'error'
  }
}

function lacksConsent(
  rule: PersonRule,
  channel: string,
  facts: PersonFacts,
): PersonRefusalReason | undefined {
  const given = Object.hasOwn(facts.consents, rule.id) ? facts.consents[rule.id] : undefined
  if (!given || !Object.hasOwn(given, channel)) return 'no-consent'
  // Terms that are missing on both sides are equal, and agree to nothing.
  if (!rule.terms || typeof rule.terms !== 'string') return 'error'
  return given[channel] === rule.terms ? undefined : 'terms-changed'
}

function isWeighed({ weighedUntil }: PersonRule, now: Moment): boolean {
  return weighedUntil !== undefined && now < weighedUntil
}

import type { PersonRefusalReason } from '../decide-person.ts'
import type { RefusalReason } from '../decide.ts'
import type { PromiseUse } from '../policy.ts'

/** Why an answer is no; `own-consent` where a field needs a consent of its own. */
export type Reason = RefusalReason | PersonRefusalReason

/** What is asked of a policy. */
export type Question = {
  readonly purpose: string
  /** How a known person is reached; a device when nothing is said. */
  readonly channel?: string | undefined
  readonly event?: string | undefined
  readonly field?: string | undefined
  readonly tracker?: { readonly name: string; readonly store: string } | undefined
}

/** One rule that was looked at: what it says, what is known, and what it makes of that. */
export type Step = {
  /** Where it is written: `purposes.analytics.basis.web`. */
  readonly rule: string
  readonly line: number
  /** The line of the policy; empty where the policy says nothing. */
  readonly quote: string
  /** What is known, as it was given. */
  readonly fact: string
  readonly says: string
  /** `passes` where it neither gives the ground nor stands in the way. */
  readonly verdict: 'allows' | 'forbids' | 'passes'
}

/** Why the answer is yes or no, rule by rule, in the order in which they count. */
export type Explanation = {
  readonly answer: 'yes' | 'no'
  readonly purpose: string
  readonly channel: string
  /** Undefined when the answer is yes. */
  readonly reason: Reason | undefined
  readonly because: string
  readonly steps: readonly Step[]
  /** What the policy promises that this answer keeps. */
  readonly promises: readonly PromiseUse[]
}

/** What the rules of one kind of decision make of a question. */
export type Told = { readonly reason: Reason | undefined; readonly steps: readonly Step[] }

/** Each reason in words. */
export const REASONS: Readonly<Record<Reason, string>> = {
  'not-promised': 'the policy has no such purpose, and what it does not say is not done',
  'channel-not-declared': 'the policy does not use this channel for the purpose',
  'no-consent': 'it needs a consent, and none was given',
  withdrawn: 'the consent was withdrawn',
  objected: 'it was objected to',
  lapsed: 'the consent was given too long ago',
  'terms-changed': 'the consent was given to other terms than those in force',
  'event-not-declared': 'the purpose does not keep this event',
  'field-not-declared': 'the purpose does not use this field',
  'tracker-not-declared': 'the policy does not declare this tracker',
  'vendor-not-declared': 'the policy does not name this vendor',
  'vendor-refused': 'the vendor itself was refused',
  restricted: 'processing is restricted while a request is looked at',
  erased: 'the person was erased, and only what the law orders is left',
  'no-contract': 'it needs an order or contract that is open, and there is none',
  'no-enquiry': 'it needs an enquiry that waits for its answer, and there is none',
  'no-duty': 'it needs a duty of law that is open, and there is none',
  'no-sale': 'it needs a sale of similar products, and there was none',
  'weighing-lapsed': 'the weighing of interests is missing or was due for review',
  'too-young': 'it profiles, and the person is not known to be old enough',
  error: 'something could not be read, and what cannot be read is refused',
}

/** Promises that a reason keeps, beside those that the purpose itself makes. */
export const KEPT_BY: Readonly<Partial<Record<Reason, readonly string[]>>> = {
  'not-promised': ['basis.default-deny', 'purpose.only-as-stated'],
  'channel-not-declared': ['basis.default-deny', 'marketing.per-channel'],
  'no-consent': ['consent.refuse-nonessential', 'basis.consent-by-order', 'basis.default-deny'],
  withdrawn: ['consent.withdraw'],
  objected: ['marketing.objection-covers', 'signal.dnt-stops-partner-tags'],
  lapsed: ['consent.refuse-nonessential', 'basis.default-deny'],
  'terms-changed': ['policy.change', 'purpose.only-as-stated'],
  'event-not-declared': ['analytics.fields-closed', 'purpose.only-as-stated'],
  'field-not-declared': ['analytics.fields-closed', 'basis.contract-minimal'],
  'tracker-not-declared': ['device.only-declared'],
  erased: ['basis.legal-obligation'],
  'no-contract': ['basis.contract-minimal', 'basis.default-deny'],
  'no-duty': ['basis.legal-obligation', 'basis.default-deny'],
  'too-young': ['basis.default-deny'],
}

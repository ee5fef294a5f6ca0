/** Closed lists about keeping, rights and protection. */

/** From when a term is counted. */
export const ANCHORS = [
  'collection',
  'last-contact',
  'last-visit',
  'call-end',
  'contract-end',
  'order',
  'case-closed',
  'financial-year-end',
  'calendar-year-of-financial-year-end',
  'contest-end',
] as const

/** Events that end keeping before a term does. */
export const ENDINGS = [
  'consent-withdrawn',
  'marketing-forbidden',
  'account-closed',
  'objection',
] as const

/** What becomes of data when its time is up. */
export const FATES = ['erase', 'anonymise'] as const

/** Outcomes that decide a term, as for sales calls. */
export const OUTCOMES = ['became-customer', 'no-customer'] as const

export const RIGHTS = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'marketing-objection',
  'withdrawal',
  'portability',
  'complaint',
  'review',
] as const

/** Ways to ask for a right. */
export const REQUEST_CHANNELS = [
  'email',
  'web-form',
  'privacy-centre',
  'phone',
  'post',
  'in-person',
  'message-link',
] as const

/** In which form a request is made. */
export const REQUEST_MEDIA = ['electronic', 'written', 'spoken'] as const

/** How sure one must be who asks: never more than the data needs. */
export const ASSURANCE = ['none', 'session', 'known-contact', 'strong'] as const

/** When a proof of identity is asked for. */
export const PROOF_WHEN = ['never', 'reasonable-doubt'] as const

/** When a request may cost: Art. 12(5), 15(3). */
export const FEES = ['never', 'manifestly-excessive', 'further-copies'] as const

/** The only grounds on which a request may be refused, each with its article in `law/`. */
export const REFUSAL_GROUNDS = [
  'manifestly-unfounded',
  'manifestly-excessive',
  'identity-not-established',
  'rights-of-others',
  'crime-prevention',
  'danger-to-health',
  'inspection-data',
  'legal-obligation',
  'legal-claims',
  'freedom-of-expression',
  'public-interest',
  'compelling-grounds',
  'not-provided-by-person',
] as const

/** How a technical or human control is shown to be in place. */
export const CONTROLS = [
  'access-passes',
  'training',
  'firewall',
  'passwords',
  'personal-identification',
  'restricted-premises',
  'antivirus',
  'access-rights',
  'confidentiality',
  'encryption',
  'patching',
  'subcontractor-reviews',
  'systematic-monitoring',
  'restore-drills',
  'group-standard',
  'industry-guidance',
] as const

/** Whether a machine looks, or a person signs for it. */
export const CONTROL_CHECKS = ['live', 'attested'] as const

/** People of the company, by what they do. */
export const STAFF_ROLES = [
  'customer-service',
  'sales',
  'marketing',
  'analyst',
  'data-protection-officer',
  'maintenance',
  'accounting',
] as const

/** People who answer for the register. */
export const CONTACT_ROLES = [
  'responsible-person',
  'data-protection-officer',
  'data-protection-questions',
] as const

/** How people are told of a change before it applies. */
export const TOLD_BY = ['site', 'email', 'post', 'app'] as const

/**
 * Sentences of published policies that say something no field can, and that may not be run. Each is
 * a finding of law-lint.
 */
export const CLAIMS = [
  'correctness-is-the-persons-duty',
  'only-given-data-is-collected',
  'not-traceable-to-a-person',
  'never-joined-to-a-person',
] as const

/** Closed lists about what a notice leaves out, and why it may. */

/** What a notice, or the record of processing, may do without once it says why. */
export const ABSENT_ITEMS = [
  'dpo',
  'recipients',
  'transfers',
  'obligation',
  'automated-decisions',
] as const

/** Why something that the law asks for does not apply here. */
export const ABSENCE_REASONS = [
  'no-duty-to-appoint',
  'nobody-receives',
  'stays-in-the-union',
  'nothing-from-the-person',
  'no-automated-decisions',
] as const

/** The only reason that each of them may have. */
export const REASON_FOR = {
  dpo: 'no-duty-to-appoint',
  recipients: 'nobody-receives',
  transfers: 'stays-in-the-union',
  obligation: 'nothing-from-the-person',
  'automated-decisions': 'no-automated-decisions',
} as const satisfies Record<(typeof ABSENT_ITEMS)[number], (typeof ABSENCE_REASONS)[number]>

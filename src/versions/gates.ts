import type { Moment } from '../base/time.ts'
import type { Change, Diagnostic, Policy } from '../policy/index.ts'
import { finnishDay } from './begins.ts'
import type { Informed } from './seal.ts'

export const GATES = [
  'readable',
  'law',
  'complete',
  'assessed',
  'reviewed',
  'begins',
  'seen',
  'told',
] as const
export type GateName = (typeof GATES)[number]

/** What a policy must pass to be published: whether it did, why or why not, and what to do if not. */
export type Gate = {
  readonly name: GateName
  readonly passed: boolean
  readonly reason: string
  /** What to do; empty when it passed. */
  readonly help: string
}

/** Codes of diagnostics that have a gate of their own; all other errors are of `readable`. */
const GATE_OF: readonly (readonly [RegExp, GateName])[] = [
  [/^L\d\d$/, 'law'],
  [/^L07\d\d$/, 'complete'],
  [/^L0(808|901)$/, 'assessed'],
]

/** The warning that the review of a purpose, a transfer, an assessment, … is overdue. */
const PART_OVERDUE: string = 'L0811'

/** Most days that may lie between telling people and the beginning: older news is forgotten. */
const TOLD_DAYS_MAX = 366
const DAY_MS = 86_400_000

/** The gates that the text alone decides. */
export function textGates(found: readonly Diagnostic[]): readonly Gate[] {
  const errors = found.filter(({ severity }) => severity === 'error')
  const count = (name: GateName) => errors.filter(({ code }) => gateOf(code) === name).length
  const gate = (name: GateName, what: string) => {
    const wrong = count(name)
    const reason = wrong === 0 ? `no ${what}` : `${what}: ${wrong}`
    return judged(name, wrong === 0, reason, '`lupaus check` shows each with its place')
  }
  return [
    gate('readable', 'errors in the text'),
    gate('law', 'findings of law-lint that are errors'),
    gate('complete', 'items missing that the law wants told'),
    gate('assessed', 'assessments missing'),
  ]
}

/** What the gates beyond the text look at. */
export type Scene = {
  readonly policy: Policy
  readonly now: Moment
  /** When it would come into force. */
  readonly since: Moment
  readonly isFirst: boolean
  readonly changes: readonly Change[]
  readonly informed: Informed | undefined
  /** Declared trackers that nobody has seen lately; undefined while nothing watches for them. */
  readonly neverSeen: readonly string[] | undefined
  readonly confirmed: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The gates that today, the site and the version before decide. */
export function sceneGates(scene: Scene): readonly Gate[] {
  return [reviewed(scene), begins(scene), seen(scene), informedBefore(scene)]
}

function reviewed({ policy, now, diagnostics }: Scene): Gate {
  const isDue = policy.reviewBy < finnishDay(now)
  const parts = diagnostics.filter(({ code }) => code === PART_OVERDUE).length
  const passed = !isDue && parts === 0
  const reason = isDue
    ? `the review was due on ${policy.reviewBy}`
    : parts > 0
      ? `reviews of parts that are overdue: ${parts}`
      : `to be reviewed by ${policy.reviewBy}`
  const help = 'read what is due again, then write a new `version` and `review-by`'
  return judged('reviewed', passed, reason, help)
}

function begins({ policy, now, since, isFirst }: Scene): Gate {
  const passed = !isFirst || since <= now
  const reason = passed
    ? `in force from ${finnishDay(since)}`
    : `nothing would be in force before ${policy.inForceFrom}`
  const help = 'the first policy of an installation begins today or earlier: change `in-force-from`'
  return judged('begins', passed, reason, help)
}

function seen({ neverSeen, confirmed, policy }: Scene): Gate {
  if (neverSeen === undefined) {
    return judged('seen', true, 'nothing watches yet which trackers are really used', '')
  }
  const declared = policy.trackers.map(({ name }) => name)
  const dead = neverSeen.filter(name => declared.includes(name) && !confirmed.includes(name))
  const reason =
    dead.length === 0
      ? 'every declared tracker has been seen, or is confirmed'
      : `declared but never seen: ${dead.join(', ')}`
  const help = 'take them out of the policy, or confirm each with `--confirm NAME`'
  return judged('seen', dead.length === 0, reason, help)
}

function informedBefore({ changes, informed, policy, now }: Scene): Gate {
  const news = changes.filter(({ consequence }) => consequence === 'inform')
  if (news.length === 0) return judged('told', true, 'nothing that people must be told first', '')
  const what = `people must be told first of ${news.map(({ path }) => `\`${path}\``).join(', ')}`
  const help =
    'tell them, let `in-force-from` be a later day, and publish with `--informed DAY:HOW`' +
    ' (`site`, `email` or `post`)'
  if (!informed) return judged('told', false, what, help)
  const wrong = wrongWith(informed, policy.inForceFrom, finnishDay(now))
  if (wrong !== undefined) return judged('told', false, `${what}; ${wrong}`, help)
  return judged('told', true, `people were told on ${informed.on} (${informed.how})`, '')
}

function wrongWith({ on }: Informed, from: string, today: string): string | undefined {
  const told = Date.parse(`${on}T00:00:00Z`)
  if (Number.isNaN(told) || new Date(told).toISOString().slice(0, 10) !== on) {
    return `\`${on}\` is no day of the calendar`
  }
  if (on > today) return `${on} has not come yet`
  if (on >= from) return `${on} is not before ${from}, when it comes into force`
  const days = (Date.parse(`${from}T00:00:00Z`) - told) / DAY_MS
  return days > TOLD_DAYS_MAX ? `${on} is more than a year before ${from}` : undefined
}

function gateOf(code: string): GateName {
  return GATE_OF.find(([shape]) => shape.test(code))?.[1] ?? 'readable'
}

function judged(name: GateName, passed: boolean, reason: string, help: string): Gate {
  return { name, passed, reason, help: passed ? '' : help }
}

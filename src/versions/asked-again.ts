import { createHash } from 'node:crypto'
import { type Change, covers, type Policy, type Rule } from '../policy/index.ts'

/**
 * Purposes whose terms are not those of their text: a mark makes them new, so that earlier grants no
 * longer count; `=TERMS` keeps the terms of the version before, so that they go on counting.
 */
export type AskedAgain = Readonly<Record<string, string>>

const MARK_DIGITS = 8
const KEEPS = '='

/**
 * The marks of a new version: those of the version before, and one more for each purpose that is to
 * be asked again though its own terms read as before (what changed stands elsewhere in the policy).
 * A purpose that only became narrower keeps its terms: whoever agreed to more agreed to this.
 */
export function marksOf(
  before: { readonly policy: Policy; readonly askedAgain: AskedAgain } | undefined,
  next: Policy,
  changes: readonly Change[],
): AskedAgain {
  const again = changes
    .filter(({ consequence }) => consequence === 'ask-again')
    .flatMap(({ purposes }) => purposes)
  const isSame = (id: string) =>
    before !== undefined && before.policy.rules.purposes[id]?.terms === termsOf(next, id)
  const marks = before?.askedAgain ?? {}
  const isKept = (id: string) => isKeeping(marks[id])
  // A mark grows out of the one before: going back and forth never makes an old grant count again.
  const fresh = [...new Set(again)].filter(
    id => termsOf(next, id) !== undefined && (isSame(id) || isKept(id)),
  )
  const kept = Object.entries(marks).filter(
    ([id]) => termsOf(next, id) !== undefined && (isSame(id) || !isKept(id)),
  )
  return Object.fromEntries([
    ...kept,
    ...(before ? narrowed(before, next, again) : []),
    ...fresh.map(id => [id, digits(`${marks[id] ?? ''} ${next.version}`)] as const),
  ])
}

/** Does the mark keep the terms of an earlier version, instead of making new ones? */
export function isKeeping(mark: string | undefined): boolean {
  return mark?.startsWith(KEEPS) === true
}

function narrowed(
  { policy, askedAgain }: { readonly policy: Policy; readonly askedAgain: AskedAgain },
  next: Policy,
  again: readonly string[],
): readonly (readonly [string, string])[] {
  const inForce = withMarks(policy, askedAgain)
  return Object.values(next.rules.purposes).flatMap(({ id, basis, terms }) => {
    const rule = Object.hasOwn(inForce.rules.purposes, id) ? inForce.rules.purposes[id] : undefined
    if (basis !== 'consent' || rule?.basis !== 'consent' || again.includes(id)) return []
    if (termsOf(policy, id) === terms || !covers(policy, next, id)) return []
    return [[id, `${KEEPS}${rule.terms}`] as const]
  })
}

/** The policy with new terms for every marked purpose: a grant of the old ones is none. */
export function withMarks(policy: Policy, marks: AskedAgain): Policy {
  if (Object.keys(marks).length === 0) return policy
  const purposes = Object.fromEntries(
    Object.entries(policy.rules.purposes).map(([id, rule]) => [id, marked(rule, marks[id])]),
  )
  return { ...policy, rules: { ...policy.rules, purposes } }
}

function marked(rule: Rule, mark: string | undefined): Rule {
  if (mark === undefined) return rule
  if (isKeeping(mark)) return { ...rule, terms: mark.slice(KEEPS.length) }
  return { ...rule, terms: digits(`${rule.terms} ${mark}`) }
}

function digits(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, MARK_DIGITS)
}

function termsOf(policy: Policy, id: string): string | undefined {
  return Object.hasOwn(policy.rules.purposes, id) ? policy.rules.purposes[id]?.terms : undefined
}

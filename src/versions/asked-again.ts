import { createHash } from 'node:crypto'
import type { Change, Policy, Rule } from '../policy/index.ts'

/** Purposes whose earlier grants no longer count, each with a mark that makes their terms new. */
export type AskedAgain = Readonly<Record<string, string>>

const MARK_DIGITS = 8

/**
 * The marks of a new version: those of the version before, and one more for each purpose that is to
 * be asked again though its own terms read as before (what changed stands elsewhere in the policy).
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
  // A mark grows out of the one before: going back and forth never makes an old grant count again.
  const fresh = [...new Set(again)].filter(id => termsOf(next, id) !== undefined && isSame(id))
  const kept = Object.entries(before?.askedAgain ?? {}).filter(([id]) => termsOf(next, id))
  return Object.fromEntries([
    ...kept,
    ...fresh.map(id => [id, digits(`${before?.askedAgain[id] ?? ''} ${next.version}`)] as const),
  ])
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
  return { ...rule, terms: digits(`${rule.terms} ${mark}`) }
}

function digits(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, MARK_DIGITS)
}

function termsOf(policy: Policy, id: string): string | undefined {
  return Object.hasOwn(policy.rules.purposes, id) ? policy.rules.purposes[id]?.terms : undefined
}

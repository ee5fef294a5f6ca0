import { findingsIn } from '../src/policy/lint/lint.ts'
import type { LintRule } from '../src/policy/lint/rule.ts'

/** Paths of what a rule finds in a piece of a policy on a day: what its tests ask. */
export function told(rule: LintRule, policy: unknown, on = '2026-11-22'): readonly string[] {
  return findingsIn(policy, on, [rule]).map(({ at }) => at.path.join('/'))
}

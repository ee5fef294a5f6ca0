import type { ReceiptPayload } from '../consent/wire.ts'
import { decide, diffPolicies, type Facts, type Policy, readPolicy } from '../policy/index.ts'
import type { Words } from '../base/lang.ts'

/** What is asked again of one browser, and why. */
export type Pending = {
  readonly purposes: readonly string[]
  /** What changed, in one sentence each; empty when the earlier version cannot be read. */
  readonly changes: readonly { readonly purpose: string; readonly words: Words }[]
}

/**
 * Purposes that a standing choice leaves open: agreed to under terms that have changed, or asked for
 * since. What was refused stays refused until the choice lapses.
 */
export function pendingPurposes(
  policy: Policy,
  receipt: ReceiptPayload | undefined,
  facts: Facts | undefined,
): readonly string[] {
  if (!receipt || !facts || facts.withdrawn || !(facts.now < facts.until)) return []
  const { g: granted, r: refused } = receipt
  return policy.purposes
    .filter(({ basis }) => basis === 'consent')
    .map(({ id }) => id)
    .filter(id => {
      if (!Object.hasOwn(granted, id)) return refused !== undefined && !refused.includes(id)
      const verdict = decide(policy.rules, id, facts)
      return 'refused' in verdict && verdict.refused === 'terms-changed'
    })
}

/** The sentences that say what changed for these purposes since the text of an earlier version. */
export function changesFor(
  purposes: readonly string[],
  earlier: string | undefined,
  policy: Policy,
): Pending['changes'] {
  const old = earlier === undefined ? undefined : readPolicy(earlier, 'policy.yaml').policy
  if (!old) return []
  const asked = diffPolicies(old, policy).filter(change => change.consequence === 'ask-again')
  return purposes.flatMap(purpose =>
    asked
      .filter(change => change.purposes.includes(purpose))
      .map(({ words }) => ({ purpose, words })),
  )
}

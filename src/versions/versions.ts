import type { Audit } from '../audit/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/postgres.ts'
import type { Policy } from '../policy/index.ts'
import { beginTerm, keepText, type Term, terms, textOf, versionInForce } from './store.ts'

/** Which policy is in force, and every one that was. */
export type Versions = {
  /** Puts a policy in force from now; false when it already is. Kept for ever, and audited. */
  putInForce(policy: Policy, source: string): Promise<boolean>
  /** SHA-256 of the policy in force, or undefined before the first one. */
  inForce(): Promise<string | undefined>
  /** The text of any version that ever was in force. */
  text(version: string): Promise<string | undefined>
  /** Every term, newest first. */
  list(): Promise<readonly Term[]>
}

export function openVersions(db: Db, clock: Clock, audit: Audit): Versions {
  return {
    putInForce: (policy, source) =>
      db.within(async tx => {
        if ((await versionInForce(tx)) === policy.version) return false
        const { version, id: policyId, label } = policy
        await keepText(tx, { version, policyId, label, source })
        await beginTerm(tx, version, clock.now())
        await audit.record(tx, {
          act: 'policy.in-force',
          by: 'operator',
          details: { version, label, policy: policyId },
        })
        return true
      }),
    inForce: () => versionInForce(db),
    text: version => textOf(db, version),
    list: () => terms(db),
  }
}

import type { Moment } from '../base/time.ts'
import { decide, type Policy, type Signal, tagConfig } from '../policy/index.ts'
import { factsFrom } from './facts.ts'
import type { ReceiptPayload } from './wire.ts'

/** What of an earlier choice still counts. */
export type Standing = {
  readonly receipt: ReceiptPayload
  /** Purposes that were granted and are permitted now. */
  readonly granted: readonly string[]
  /**
   * Purposes to ask again: granted under other terms, or before a signal that refuses them now; or
   * neither granted nor refused, because they are new.
   */
  readonly delta: readonly string[]
}

/** Reads what a genuine receipt, neither taken back nor lapsed, is worth under this policy. */
export function standingOf(
  policy: Policy,
  receipt: ReceiptPayload,
  signals: readonly Signal[],
  now: Moment,
): Standing {
  const facts = factsFrom(receipt, signals, now, false)
  const isGranted = (id: string) => Object.hasOwn(receipt.g, id)
  // A receipt of before purposes were refused by name refused all that it did not grant.
  const isNew = (id: string) => receipt.r !== undefined && !receipt.r.includes(id)
  const permitted = (id: string) => !('refused' in decide(policy.rules, id, facts))
  const asked = askedOf(policy)
  return {
    receipt,
    granted: asked.filter(id => isGranted(id) && permitted(id)),
    delta: asked.filter(id => (isGranted(id) ? !permitted(id) : isNew(id))),
  }
}

/** Purposes for which consent is asked, in the policy's order. */
export function askedOf(policy: Policy): readonly string[] {
  return policy.purposes.filter(({ basis }) => basis === 'consent').map(({ id }) => id)
}

const aged = new WeakMap<Policy, readonly string[]>()

/** Purposes for which a visitor must first say to be old enough. */
export function ofAgeOf(policy: Policy): readonly string[] {
  const known = aged.get(policy) ?? tagConfig(policy).ofAge
  aged.set(policy, known)
  return known
}

/** Vendors that serve one of these purposes. */
export function vendorsOf(policy: Policy, purposes: readonly string[]): readonly string[] {
  return policy.rules.vendors
    .filter(vendor => vendor.purposes.some(id => purposes.includes(id)))
    .map(({ id }) => id)
}

/**
 * Does this take away and add nothing: no purpose beyond those that stand, no vendor let in again,
 * and none of it asked of the visitor anew?
 */
export function narrows(
  policy: Policy,
  standing: Standing | undefined,
  granted: readonly string[],
  without: readonly string[],
): boolean {
  if (!standing) return false
  const serving = vendorsOf(policy, granted)
  const held = (standing.receipt.x ?? []).filter(id => serving.includes(id))
  return (
    granted.every(id => standing.granted.includes(id)) && held.every(id => without.includes(id))
  )
}

import { after, momentOf, type Moment } from '../base/time.ts'
import type { Facts, Policy, Signal, Source } from '../policy/index.ts'
import { type Claims, type Claimed, claimedBy } from './claims.ts'
import { rulesFor } from './source.ts'
import type { LedgerEntry } from './store.ts'
import type { ReceiptPayload } from './wire.ts'

const NOTHING: Readonly<Record<string, string>> = {}

/** What is known of whoever sent something: enough to find their choice by. */
export type Asked = {
  readonly receipt: string | undefined
  readonly signals: readonly Signal[]
  /** The declared source that sent it; undefined for a page of our own. */
  readonly source: Source | undefined
  readonly claims?: Claims
  /** The client's own id of this device or install. */
  readonly subject?: string | undefined
}

/** What `decide` is told of a visitor: the receipt they carry, if it is ours, and their signals. */
export function factsFrom(
  receipt: ReceiptPayload | undefined,
  signals: readonly Signal[],
  now: Moment,
  withdrawn: boolean,
): Facts {
  if (!receipt) {
    return { granted: NOTHING, chosenUnder: [], signals, until: now, now, withdrawn: false }
  }
  return {
    granted: receipt.g,
    chosenUnder: receipt.s ?? [],
    without: receipt.x ?? [],
    signals,
    until: momentOf(receipt.e * 1000),
    now,
    withdrawn,
  }
}

/** The same from an entry of the ledger, which an empty grant makes a withdrawal. */
export function factsOfEntry(
  { granted, without, chosenUnder, lapsesAt }: LedgerEntry,
  signals: readonly Signal[],
  now: Moment,
  withdrawn: boolean,
): Facts {
  const isEmpty = Object.keys(granted).length === 0
  const facts = { granted, without, chosenUnder, signals, until: lapsesAt, now }
  return { ...facts, withdrawn: withdrawn || isEmpty }
}

/**
 * The same from what a source says, where it may say so: to the terms in force, from now on, and
 * under no signal, so that any signal outranks it.
 */
export function factsOfClaims(
  policy: Policy,
  { source, signals, claims }: Pick<Asked, 'source' | 'signals' | 'claims'>,
  now: Moment,
): Facts {
  const believed = source?.asserts.includes('consent') === true
  const { granted } = claimedBy(policy, source?.channel ?? 'web', believed ? claims : undefined)
  const rules = rulesFor(policy, source)
  const terms = granted.map((id): [string, string] => [id, rules.purposes[id]?.terms ?? ''])
  return {
    ...{ granted: Object.fromEntries(terms), chosenUnder: [], signals },
    ...{ until: after(now, policy.consentFor), now, withdrawn: false },
  }
}

/**
 * Takes away what a client says was refused, purposes and vendors, whatever else says yes. A no to something that asks
 * for no consent is an objection, and then nothing is left: facts cannot object to one purpose.
 */
export function lessRefused(policy: Policy, { source, claims }: Asked, facts: Facts): Facts {
  if (claims === undefined) return facts
  const claimed: Claimed = claimedBy(policy, source?.channel ?? 'web', claims)
  if (claimed.all) return { ...facts, granted: NOTHING, withdrawn: true }
  if (claimed.refused.length === 0 && claimed.without.length === 0) return facts
  const { purposes } = rulesFor(policy, source)
  const left = Object.entries(facts.granted).filter(([id]) => !claimed.refused.includes(id))
  const objects = claimed.refused.some(id => purposes[id]?.basis === 'legitimate-interest')
  return {
    ...facts,
    granted: Object.fromEntries(left),
    without: [...(facts.without ?? []), ...claimed.without],
    withdrawn: objects ? true : facts.withdrawn,
  }
}

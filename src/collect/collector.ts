import type { VisitorIds } from '../consent/wire.ts'
import type { Clock } from '../platform/clock.ts'
import type { Facts, Policy, Signal } from '../policy/index.ts'
import { openAgents } from './enrich.ts'
import { keep, type Plan, planOf } from './keep.ts'
import type { Lines } from './lines.ts'
import { countRefused, type Refused } from './refuse.ts'
import type { Spool } from './spool.ts'
import type { Batch } from './wire.ts'

const POLICY_DIGITS = 16

/** Reads a receipt and signals into what `decide` needs; no database, and undefined denies. */
export type FactsOf = (receipt: string | undefined, signals: readonly Signal[]) => Facts | undefined

/** A batch as it came, whichever way. */
export type Sent = {
  readonly events: Batch['events']
  readonly receipt: string | undefined
  readonly visitors: VisitorIds
  readonly visit: string | undefined
  readonly signals: readonly Signal[]
  readonly userAgent: string | undefined
  /** Host of the page that sent it. */
  readonly host: string
}

/** What became of a batch. */
export type Received = { readonly kept: number; readonly refused: readonly Refused[] }

/** Decides on batches and keeps what is permitted. Resolves when that is safe on disk. */
export type Collector = { receive(sent: Sent): Promise<Received> }

export type CollectorParts = {
  readonly clock: Clock
  readonly policy: () => Policy
  readonly factsOf: FactsOf
  readonly lines: Lines
  readonly spool: Spool
}

/** Joins the pure part, what may be kept, to the spool that keeps it. */
export function openCollector(parts: CollectorParts): Collector {
  const agentOf = openAgents()
  let plan: Plan | undefined
  const planNow = () => {
    const policy = parts.policy()
    if (plan?.policy !== policy) plan = planOf(policy)
    return plan
  }
  return {
    async receive(sent) {
      const now = parts.clock.now()
      const current = planNow()
      const agent = agentOf(sent.userAgent)
      const facts = factsFor(parts.factsOf, sent)
      const { kept, refused } = keep(current, sent.events, { facts, agent })
      const occasion = {
        now,
        site: current.siteOf(sent.host),
        policy: current.policy.version.slice(0, POLICY_DIGITS),
        visitors: sent.visitors,
        visit: sent.visit,
      }
      const rows = kept.map(one => parts.lines.ofEvent(one, occasion))
      for (const count of countRefused(refused)) rows.push(parts.lines.ofRefusal(count, occasion))
      if (rows.length > 0) await parts.spool.append(rows)
      return { kept: new Set(kept.map(one => one.event)).size, refused }
    },
  }
}

/** A receipt that cannot be read is no receipt, and without one only the unasked is permitted. */
function factsFor(factsOf: FactsOf, sent: Sent): Facts | undefined {
  try {
    return factsOf(sent.receipt, sent.signals)
  } catch {
    return undefined
  }
}

import type { Moment } from '../base/time.ts'
import type { Chance } from '../platform/chance.ts'
import type { Clock } from '../platform/clock.ts'
import type { Facts, Policy } from '../policy/index.ts'
import type { Counts } from './counts.ts'
import { openRate, openTraits, type Traits } from './enrich/index.ts'
import type { Sent } from './intake.ts'
import { keep, type Plan, planOf } from './keep.ts'
import type { Line, Lines } from './lines.ts'
import { countRefused, type Refused } from './refuse.ts'
import type { Spool } from './spool.ts'

const POLICY_DIGITS = 16

/** What `decide` is told of whoever sent this; undefined denies. A promise only when it is not in memory. */
export type FactsOf = (sent: Asked) => Facts | undefined | Promise<Facts | undefined>

/** The part of what was sent that a choice can be found by. */
export type Asked = Pick<Sent, 'receipt' | 'signals' | 'source' | 'claims' | 'subject'>

/** What became of a batch. */
export type Received = { readonly kept: number; readonly refused: readonly Refused[] }

/** Decides on batches and keeps what is permitted. Resolves when that is safe on disk. */
export type Collector = {
  receive(sent: Sent): Promise<Received>
  /** The same for what came in one request; safe on disk together. */
  receiveAll(sent: readonly Sent[]): Promise<Received>
  /** Counts what was refused before it could be decided on. */
  refuse(refused: readonly Refused[]): Promise<void>
}

export type CollectorParts = {
  readonly clock: Clock
  readonly chance: Chance
  readonly policy: () => Policy
  readonly factsOf: FactsOf
  readonly lines: Lines
  readonly spool: Spool
  readonly counts: Counts
  /** A visit without identity: the same for one device, site and day, and lost with the day. */
  readonly visitOfDay: (sent: Sent, now: Moment) => string | undefined
}

/** Joins the pure part, what may be kept, to the spool that keeps it. */
export function openCollector(parts: CollectorParts): Collector {
  const traitsFor = openSigns(parts.chance)
  const plans = openPlans(parts.policy)
  const rowsOf = async (sent: Sent, rows: Line[]): Promise<Received> => {
    const now = parts.clock.now()
    const plan = plans(sent.source?.channel ?? 'web')
    const facts = lessVendors(await factsFor(parts.factsOf, sent), sent.without)
    const sender = { facts, traits: traitsFor(sent, now), source: sent.source }
    const { kept, refused } = keep(plan, sent.events, sender)
    parts.counts.batch(kept, refused)
    const anonymous = kept.some(one => one.anonymous)
    const occasion = {
      ...{ now, visitors: sent.visitors, visit: sent.visit },
      site: sent.source?.site ?? plan.siteOf(sent.host),
      source: sent.source?.id ?? '',
      partner: sent.source?.partner,
      policy: plan.policy.version.slice(0, POLICY_DIGITS),
      visitOfDay: anonymous ? parts.visitOfDay(sent, now) : undefined,
    }
    for (const one of kept) rows.push(parts.lines.ofEvent(one, occasion))
    for (const count of countRefused(refused)) rows.push(parts.lines.ofRefusal(count, occasion))
    return { kept: new Set(kept.map(one => one.event)).size, refused }
  }
  const receiveAll = async (all: readonly Sent[]): Promise<Received> => {
    const rows: Line[] = []
    const refused: Refused[] = []
    let kept = 0
    for (const sent of all) {
      const received = await rowsOf(sent, rows)
      kept += received.kept
      refused.push(...received.refused)
    }
    if (rows.length > 0) await parts.spool.append(rows)
    return { kept, refused }
  }
  return {
    receive: sent => receiveAll([sent]),
    receiveAll,
    refuse: async refused => {
      parts.counts.refused(refused)
      const [now, policy] = [parts.clock.now(), parts.policy().version.slice(0, POLICY_DIGITS)]
      const rows = countRefused(refused).map(one => parts.lines.ofRefusal(one, { now, policy }))
      if (rows.length > 0) await parts.spool.append(rows)
    },
  }
}

/** What a batch's device comes to, and whether it sends faster than a person. */
function openSigns(chance: Chance): (sent: Sent, now: Moment) => Traits {
  const traitsOf = openTraits()
  const rateOf = openRate(chance)
  return (sent, now) => {
    const traits = traitsOf(sent.signs, sent.source?.channel)
    return { ...traits, bot: traits.bot | rateOf(sent, now) }
  }
}

/** Reads each policy once, for web and for apps. */
function openPlans(policy: () => Policy): (channel: 'web' | 'app') => Plan {
  const plans: { web?: Plan; app?: Plan } = {}
  return channel => {
    const current = policy()
    const known = plans[channel]
    if (known?.policy === current) return known
    return (plans[channel] = planOf(current, channel))
  }
}

/** Whoever's own opt-out is on is refused beside those that the visitor refused by name. */
function lessVendors(facts: Facts | undefined, more: Sent['without']): Facts | undefined {
  if (!facts || more === undefined || more.length === 0) return facts
  return { ...facts, without: [...(facts.without ?? []), ...more] }
}

/** A receipt that cannot be read is no receipt, and without one only the unasked is permitted. */
async function factsFor(factsOf: FactsOf, sent: Sent): Promise<Facts | undefined> {
  try {
    return await factsOf(sent)
  } catch {
    return undefined
  }
}

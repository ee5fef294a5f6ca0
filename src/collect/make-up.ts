import { type Moment, momentOf } from '../base/time.ts'
import type { VisitorIds } from '../consent/wire.ts'
import type { Ch } from '../platform/clickhouse.ts'
import type { Facts, Policy } from '../policy/index.ts'
import { openTraits } from './enrich/index.ts'
import { GROUPS } from './groups.ts'
import { keep, planOf } from './keep.ts'
import type { Line, Lines } from './lines.ts'
import type { Spool } from './spool.ts'
import { eraseMadeUp, MADE_UP } from './store.ts'
import type { EventIn } from './wire.ts'

/** A visit that nobody made, as the tag would have told of it. */
export type MadeUpVisit = {
  readonly at: Moment
  /** Purposes that the made-up visitor granted. */
  readonly granted: readonly string[]
  readonly visitors: VisitorIds
  readonly visit: string | undefined
  readonly userAgent: string
  readonly events: readonly {
    readonly at: Moment
    readonly name: string
    readonly fields: EventIn['fields']
  }[]
}

/** Fills in history for demonstrations, through the same rules as real visits. */
export type MakeUp = {
  /** Keeps what the policy permits of these visits, each row marked; answers how many events. */
  add(visits: readonly MadeUpVisit[]): Promise<number>
  /** Erases all made-up rows there are. */
  clear(): Promise<void>
}

/** Every row carries `made-up` where a real one names its policy, so that no report can mix them up. */
export function openMakeUp(parts: {
  readonly store: Ch
  readonly spool: Spool
  readonly lines: Lines
  readonly policy: () => Policy
  readonly flush: () => Promise<void>
}): MakeUp {
  const traitsOf = openTraits()
  return {
    add: async visits => {
      const plan = planOf(parts.policy())
      let kept = 0
      for (const visit of visits) {
        const now = Math.max(visit.at, ...visit.events.map(event => event.at))
        const traits = traitsOf({ userAgent: visit.userAgent, address: undefined })
        const sender = { facts: factsOf(plan.policy, visit, now), traits, source: undefined }
        // What such a visitor refused, a real tag would not even have sent: it is not counted.
        const found = keep(plan, eventsOf(visit, now), sender)
        const { visitors, visit: id } = visit
        const site = plan.siteOf('')
        const occasion = {
          ...{ now: momentOf(now), site, policy: MADE_UP, visitors, visit: id },
          ...{ source: '', visitOfDay: undefined },
        }
        const rows: Line[] = found.kept.map(one => parts.lines.ofEvent(one, occasion))
        if (rows.length > 0) await parts.spool.append(rows)
        kept += new Set(found.kept.map(one => one.event)).size
      }
      return kept
    },
    clear: async () => {
      await parts.flush()
      for (const group of GROUPS) await eraseMadeUp(parts.store, group)
    },
  }
}

function eventsOf(visit: MadeUpVisit, now: number): EventIn[] {
  return visit.events.map(({ at, name, fields }) => ({ name, fields, agoMs: now - at }))
}

function factsOf(policy: Policy, visit: MadeUpVisit, now: number): Facts {
  const granted = Object.fromEntries(
    visit.granted.map(purpose => [purpose, policy.rules.purposes[purpose]?.terms ?? '']),
  )
  return {
    granted,
    chosenUnder: [],
    signals: [],
    until: momentOf(now + 1),
    now: momentOf(now),
    withdrawn: false,
  }
}

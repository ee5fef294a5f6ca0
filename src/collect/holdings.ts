import type { PurposeGroup } from '../consent/wire.ts'
import { addMonths, after, dayOf, type Moment, moment, momentOf } from '../base/time.ts'
import type { Ch } from '../platform/clickhouse.ts'
import { type Holding, type KeepRule, keptUntil, type Policy } from '../policy/index.ts'
import { GROUPS } from './groups.ts'
import { daysBefore, eraseDays, type Kind } from './store.ts'

/** What the promise says; a policy's category or a rule of it may only say less. */
const MONTHS_MAX = 26

/**
 * The tables of events. Their ids are days: what was collected on a day outlives its promise
 * together. The refusal counts hold nothing personal and are no holding.
 */
export function holdings(
  store: Ch,
  policy: () => Policy,
  flush: () => Promise<void>,
): readonly Holding[] {
  const holding = (
    kind: Kind,
    promise: string,
    isOver: (day: string, asOf: Moment) => boolean,
  ): Holding => ({
    table: `collect.${kind}`,
    promise,
    lapsed: async asOf => {
      const days = await daysBefore(store, kind, asOf)
      return days.filter(day => isOver(day, asOf))
    },
    erase: async days => {
      await flush()
      return days.length === 0 ? 0 : eraseDays(store, kind, days)
    },
  })
  return [
    ...GROUPS.map(group =>
      holding(
        group,
        'server.analytics-data-26-months',
        (day, asOf) =>
          day < dayOf(firstDayKept(policy(), group, asOf)) ||
          rulesOf(policy(), group).some(rule => hasOutlived(rule, day, asOf)),
      ),
    ),
    holding('machines', 'machine.system-data', (day, asOf) => {
      const rules = machineRules(policy())
      // What no rule keeps is not kept.
      return rules.length === 0 || rules.some(rule => hasOutlived(rule, day, asOf))
    }),
  ]
}

/** Rules of the policy that count from the collection of what a group's purposes gather. */
function rulesOf({ said, purposes }: Policy, group: PurposeGroup): readonly KeepRule[] {
  const own = purposes.filter(one => one.category === group).map(one => one.id)
  return (said.retention ?? []).filter(
    rule => rule.after === 'collection' && rule.purposes?.some(one => own.includes(one)),
  )
}

function machineRules({ said }: Policy): readonly KeepRule[] {
  const ids = new Set((said.machines ?? []).map(one => one.retention))
  return (said.retention ?? []).filter(rule => ids.has(rule.id))
}

/** A day's rows go together, when the first of them has to. */
function hasOutlived(rule: KeepRule, day: string, asOf: Moment): boolean {
  const until = keptUntil(rule, { anchors: { [rule.after]: moment(day) }, endings: {} })
  return until === 'not-kept' || (until !== 'running' && until <= asOf)
}

function firstDayKept(policy: Policy, group: PurposeGroup, asOf: Moment): Moment {
  const months = addMonths(asOf, -MONTHS_MAX)
  const range = policy.categories.find(one => one.category === group)
  if (!range) return months
  const { count, unit } = range.longest
  const own = after(asOf, { count: -count, unit })
  return momentOf(Math.max(months, own))
}

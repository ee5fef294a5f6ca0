import type { PurposeGroup } from '../consent/wire.ts'
import { addMonths, after, type Moment, momentOf } from '../base/time.ts'
import type { Ch } from '../platform/clickhouse.ts'
import type { Holding, Policy } from '../policy/index.ts'
import { GROUPS } from './groups.ts'
import { daysBefore, eraseDays } from './store.ts'

/** What the promise says; a policy's category may only say less. */
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
  return GROUPS.map(group => ({
    table: `collect.${group}`,
    promise: 'server.analytics-data-26-months',
    lapsed: asOf => daysBefore(store, group, firstDayKept(policy(), group, asOf)),
    erase: async days => {
      await flush()
      return days.length === 0 ? 0 : eraseDays(store, group, days)
    },
  }))
}

function firstDayKept(policy: Policy, group: PurposeGroup, asOf: Moment): Moment {
  const months = addMonths(asOf, -MONTHS_MAX)
  const range = policy.categories.find(one => one.category === group)
  if (!range) return months
  const { count, unit } = range.longest
  const own = after(asOf, { count: -count, unit })
  return momentOf(Math.max(months, own))
}

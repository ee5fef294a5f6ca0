import { after, dayOf, type Moment } from '../base/time.ts'
import type { Db } from '../platform/postgres.ts'
import type { Holding } from '../policy/index.ts'
import { daysBefore, eraseDays, eraseLinks, forgottenLinks } from './store.ts'

const KEPT = { count: -13, unit: 'month' } as const

/**
 * Nothing here is of a person: counts of what was stopped, a day the finest time and no path, and
 * the company's own links. They end all the same, because a host may one day tell more than we meant.
 */
export function holdings(db: Db): Holding[] {
  return [
    {
      table: 'gate.violations',
      promise: 'device.only-declared',
      lapsed: asOf => daysBefore(db, dayOf(oldest(asOf))),
      erase: days => eraseDays(db, days),
    },
    {
      table: 'gate.links',
      promise: 'notice.help-links',
      lapsed: asOf => forgottenLinks(db, oldest(asOf)),
      erase: urls => eraseLinks(db, urls),
    },
  ]
}

function oldest(asOf: Moment): Moment {
  return after(asOf, KEPT)
}

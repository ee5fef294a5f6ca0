import type { Db } from '../platform/postgres.ts'
import type { Holding } from '../policy/index.ts'
import {
  eraseChoices,
  eraseForgettings,
  eraseWithdrawals,
  lapsedChoices,
  lapsedWithdrawals,
} from './store.ts'

/** What this slice keeps of people: their choices, and which receipts they took back. */
export function holdings(db: Db): Holding[] {
  return [
    {
      table: 'consent.choices',
      promise: 'consent.refuse-nonessential',
      lapsed: asOf => lapsedChoices(db, asOf),
      erase: ids => eraseChoices(db, ids),
    },
    {
      table: 'consent.withdrawals',
      promise: 'consent.withdraw',
      lapsed: asOf => lapsedWithdrawals(db, asOf),
      erase: ids => eraseWithdrawals(db, ids),
    },
    {
      table: 'consent.forgettings',
      promise: 'consent.withdraw',
      lapsed: () => Promise.resolve([]),
      erase: ids => eraseForgettings(db, ids),
    },
  ]
}

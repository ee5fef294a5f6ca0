import type { Db } from '../platform/postgres.ts'
import type { Holding } from '../policy/index.ts'
import {
  eraseChoices,
  eraseForgettings,
  eraseHandOvers,
  eraseLedger,
  eraseWithdrawals,
  lapsedChoices,
  lapsedHandOvers,
  lapsedLedger,
  lapsedWithdrawals,
} from './store.ts'

/**
 * What this slice keeps of people: their choices, and which receipts they took back. `forgotten` is
 * told when entries of the ledger went, so that no memory outlives them.
 */
export function holdings(db: Db, forgotten: () => void): Holding[] {
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
      table: 'consent.ledger',
      promise: 'consent.withdraw',
      lapsed: asOf => lapsedLedger(db, asOf),
      erase: async subjects => {
        const gone = await eraseLedger(db, subjects)
        forgotten()
        return gone
      },
    },
    {
      table: 'consent.hand_overs',
      promise: 'analytics.between-own-sites',
      lapsed: asOf => lapsedHandOvers(db, asOf),
      erase: hashes => eraseHandOvers(db, hashes),
    },
    {
      table: 'consent.forgettings',
      promise: 'consent.withdraw',
      lapsed: () => Promise.resolve([]),
      erase: ids => eraseForgettings(db, ids),
    },
  ]
}

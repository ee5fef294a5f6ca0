import type { Db } from '../platform/postgres.ts'
import type { Holding } from '../policy/index.ts'
import { TRY_WINDOW } from './attempts.ts'
import { ABSOLUTE, before } from './session.ts'
import {
  eraseAttempts,
  eraseLinks,
  eraseMembers,
  eraseSessions,
  lapsedAttempts,
  lapsedSessions,
} from './store.ts'

/** What this slice keeps of those who work here. An account lasts until it is erased by id. */
export function holdings(db: Db): Holding[] {
  return [
    {
      table: 'staff.members',
      promise: 'access.identified-staff',
      lapsed: () => Promise.resolve([]),
      erase: ids => eraseMembers(db, ids),
    },
    {
      table: 'staff.sessions',
      promise: 'access.identified-staff',
      lapsed: asOf => lapsedSessions(db, before(asOf, ABSOLUTE)),
      erase: ids => eraseSessions(db, ids),
    },
    {
      table: 'staff.setup_links',
      promise: 'access.identified-staff',
      lapsed: () => Promise.resolve([]),
      erase: ids => (ids.length === 0 ? Promise.resolve(0) : eraseLinks(db)),
    },
    {
      table: 'staff.attempts',
      promise: 'security.common-measures',
      lapsed: asOf => lapsedAttempts(db, before(asOf, TRY_WINDOW)),
      erase: ids => eraseAttempts(db, ids),
    },
  ]
}

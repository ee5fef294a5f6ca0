// Generated from law/ by `node scripts/law.mjs`: change it there.
import type { LawTable } from './row.ts'
import { ACTS } from './tables/acts.ts'
import { ADEQUACY } from './tables/adequacy.ts'
import { AUTHORITIES } from './tables/authorities.ts'
import { BREACHES } from './tables/breaches.ts'
import { BROWSERS } from './tables/browsers.ts'
import { CHILDREN } from './tables/children.ts'
import { CONSENT } from './tables/consent.ts'
import { CONTRACT_28 } from './tables/contract-28.ts'
import { KEEPING } from './tables/keeping.ts'
import { LANDMARKS } from './tables/landmarks.ts'
import { MARKETING } from './tables/marketing.ts'
import { NOTICE_13 } from './tables/notice-13.ts'
import { NOTICE_14 } from './tables/notice-14.ts'
import { RECORD_30 } from './tables/record-30.ts'
import { REFUSALS } from './tables/refusals.ts'
import { RIGHTS } from './tables/rights.ts'
import { TRANSFERS } from './tables/transfers.ts'

/** Every table of the law, each with its owner and the day it must be read again. */
export const LAW_TABLES: readonly LawTable[] = [
  ACTS,
  ADEQUACY,
  AUTHORITIES,
  BREACHES,
  BROWSERS,
  CHILDREN,
  CONSENT,
  CONTRACT_28,
  KEEPING,
  LANDMARKS,
  MARKETING,
  NOTICE_13,
  NOTICE_14,
  RECORD_30,
  REFUSALS,
  RIGHTS,
  TRANSFERS,
]

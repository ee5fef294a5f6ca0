import { checkComplete } from './complete.ts'
import { checkConsent } from './consent.ts'
import { checkDates } from './dates.ts'
import { checkEventSources } from './event-sources.ts'
import { checkLifetimes } from './lifetimes.ts'
import { checkNames } from './names.ts'
import { checkNarrow } from './narrow.ts'
import { checkOverlap } from './overlap.ts'
import { checkParties } from './parties.ts'
import { checkReferences } from './references.ts'
import { checkUse } from './use.ts'
import { checkPurposes } from './purposes.ts'
import { checkWithoutIdentity } from './without-identity.ts'
import type { Draft } from './place.ts'

/** Reports everything a well-formed policy says that cannot be true or may not be promised. */
export function check(draft: Draft, today: string | undefined): void {
  checkNames(draft)
  checkDates(draft, today)
  checkLifetimes(draft)
  checkPurposes(draft)
  checkNarrow(draft)
  checkOverlap(draft)
  checkConsent(draft)
  checkReferences(draft)
  checkParties(draft, today)
  checkUse(draft, today)
  checkWithoutIdentity(draft)
  checkEventSources(draft)
  checkComplete(draft, today)
}

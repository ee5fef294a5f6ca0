import { calledAnonymous } from './anonymous.ts'
import { brokenWay, feeForAsking, onlyInPerson } from './asking.ts'
import { severalBases } from './basis.ts'
import { changedAtWill } from './changing.ts'
import { contradiction, dutyOfThePerson } from './contradictions.ts'
import { incomplete } from './incomplete.ts'
import { noPeriod, untilThePersonActs } from './keeping.ts'
import { longerThanBrowsersKeep, noTime } from './lifetimes.ts'
import { lumped } from './lumps.ts'
import { partnersProducts, pastTheObjection } from './marketing.ts'
import { childrenProfiled } from './minors.ts'
import { calledNecessary } from './necessary.ts'
import { openList } from './open-lists.ts'
import { recordedUntold } from './recording.ts'
import { repealedAct } from './repealed.ts'
import { neverReadAgain } from './review.ts'
import type { LintRule } from './rule.ts'
import { emptyOptOuts, refusedInBrowser } from './saying-no.ts'
import { yesByAsking, yesByVisiting } from './saying-yes.ts'
import { noArrangement, unnamedPartners } from './together.ts'
import { someMechanism } from './transfers.ts'
import { ownEnds } from './vendor-role.ts'

/** Every rule of law-lint, in the order of its code. */
export const LINT_RULES: readonly LintRule[] = [
  refusedInBrowser,
  yesByVisiting,
  calledNecessary,
  emptyOptOuts,
  feeForAsking,
  onlyInPerson,
  untilThePersonActs,
  severalBases,
  pastTheObjection,
  partnersProducts,
  openList,
  someMechanism,
  changedAtWill,
  noTime,
  calledAnonymous,
  contradiction,
  yesByAsking,
  noPeriod,
  repealedAct,
  incomplete,
  brokenWay,
  dutyOfThePerson,
  lumped,
  recordedUntold,
  unnamedPartners,
  childrenProfiled,
  noArrangement,
  ownEnds,
  longerThanBrowsersKeep,
  neverReadAgain,
]

import { calledAnonymous } from './anonymous.ts'
import { longerThanBrowsersKeep, noTime } from './lifetimes.ts'
import { lumped } from './lumps.ts'
import { childrenProfiled } from './minors.ts'
import { calledNecessary } from './necessary.ts'
import { neverReadAgain } from './review.ts'
import type { LintRule } from './rule.ts'
import { emptyOptOuts, refusedInBrowser } from './saying-no.ts'
import { noArrangement, unnamedPartners } from './together.ts'

/** Every rule of law-lint, in the order of its code. */
export const LINT_RULES: readonly LintRule[] = [
  refusedInBrowser,
  calledNecessary,
  emptyOptOuts,
  noTime,
  calledAnonymous,
  lumped,
  unnamedPartners,
  childrenProfiled,
  noArrangement,
  longerThanBrowsersKeep,
  neverReadAgain,
]

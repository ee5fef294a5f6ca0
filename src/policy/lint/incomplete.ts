import { completenessIn, namesOf } from '../check/complete.ts'
import { isCookieNotice } from '../check/complete-items.ts'
import type { LintRule } from './rule.ts'

/** A notice leaves out what the law wants people to be told: one finding for the whole document. */
export const incomplete: LintRule = {
  code: 'L20',
  article: 'GDPR 13(1)-(2), 14(1)-(2)',
  find: (policy, law) => {
    if (isCookieNotice(policy)) return []
    const missing = completenessIn(policy, law).filter(
      ({ checklist, state }) => checklist !== '30' && state === 'missing',
    )
    if (missing.length === 0) return []
    const message = `this does not tell ${namesOf(missing)}`
    const help = 'add each, or say under `not-applicable` why there is nothing to tell'
    return [{ at: policy, message, help, rests: missing.map(({ item }) => item) }]
  },
}

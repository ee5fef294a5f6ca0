import type { Law } from '../law/index.ts'
import { spanOf } from '../lifetime.ts'
import type { Said } from '../syntax/said.ts'
import type { LintRule } from './rule.ts'
import { quoted } from './stated.ts'

/** Categories of purposes that make a picture of somebody. */
const PROFILING = ['personalisation', 'marketing']

/** Children may be among the visitors, and nothing keeps profiling away from them. */
export const childrenProfiled: LintRule = {
  code: 'L26',
  article: 'GDPR 8, recitals 38 and 71; 1050/2018 § 5',
  find: (policy, law) => {
    const profiled = profilingPurposes(policy).map(purpose => purpose.at('id').text() ?? '')
    if (!policy.at('minors', 'possible').is(true) || profiled.length === 0) return []
    const age = childAge(policy, law)
    if (age === undefined || gatedUnder(policy) >= age.years) return []
    const message = `children may come, and ${quoted(profiled)} would profile them`
    const help = `add \`minors: { age-gate: { asks: age-before-profiling, under: ${age.years} years } }\``
    return [{ at: policy, message, help, rests: [age] }]
  },
}

/** Purposes that make a picture of somebody. */
export function profilingPurposes(policy: Said): readonly Said[] {
  return policy
    .at('purposes')
    .items()
    .filter(purpose => {
      const by = purpose.at('profiling', 'by')
      return (
        PROFILING.some(word => purpose.at('category').is(word)) || (by.isThere && !by.is('none'))
      )
    })
}

/** The age below which the policy profiles nobody; 0 when it asks nobody for their age. */
export function gatedUnder(policy: Said): number {
  const gate = policy.at('minors', 'age-gate')
  if (!gate.at('asks').is('age-before-profiling')) return 0
  return spanOf(gate.at('under').text() ?? '')?.count ?? 0
}

/** From which age consent is enough where the company is. */
export function childAge(policy: Said, law: Law) {
  return law.childAge(policy.at('controller', 'country').text() ?? '')
}

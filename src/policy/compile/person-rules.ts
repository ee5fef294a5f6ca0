import { createHash } from 'node:crypto'
import { after, moment, type Moment } from '../../base/time.ts'
import { canonical, type Json } from '../../base/json.ts'
import type { Draft, PurposeText } from '../check/place.ts'
import type { PersonBasis, PersonChannel, PersonRule, PersonRules } from '../decide-person.ts'
import type { PolicyText } from '../syntax/schema/policy.ts'

const CHANNELS = ['email', 'sms', 'phone', 'post', 'push', 'social', 'in-person'] as const
const MARKETING_AIMS: readonly string[] = [
  'direct-marketing',
  'partner-marketing',
  'newsletter',
  'sell-services',
  'offer-services',
  'surveys',
  'market-research',
  'target-groups',
  'offsite-ads',
  'onsite-ads',
  'ad-targeting',
  'picture-of-interests',
]

/** What the policy allows with data on known people: its purposes with a basis beyond the device. */
export function personRulesOf(draft: Draft, version: string): PersonRules {
  const { minors, purposes } = draft.text
  const rules = purposes.flatMap((purpose, index) => {
    const bases = basesOf(purpose)
    if (Object.keys(bases).length === 0) return []
    return [ruleOf(draft.text, purpose, bases, draft.line(['purposes', index]))]
  })
  return {
    version,
    profiledFrom: profiledFrom(minors),
    purposes: Object.fromEntries(rules.map(rule => [rule.id, rule])),
  }
}

type Bases = Partial<Record<PersonChannel, PersonBasis>>

function basesOf({ basis }: PurposeText): Bases {
  const bases: Bases = {}
  for (const channel of CHANNELS) {
    const found = basis[channel]
    if (found !== undefined && found !== 'service-requested') bases[channel] = found
  }
  return bases
}

function ruleOf(text: PolicyText, purpose: PurposeText, bases: Bases, line: number): PersonRule {
  const groups = (text.data ?? []).filter(({ id }) => purpose.data?.includes(id))
  const fields = groups.flatMap(group => group.fields)
  const review = purpose.assessment?.['review-by']
  return {
    id: purpose.id,
    line,
    bases,
    terms: termsOf(
      purpose,
      bases,
      fields.map(({ field }) => field),
    ),
    fields: [...new Set(fields.map(({ field }) => field))],
    voluntary: fields.filter(({ needed }) => needed === 'voluntary').map(({ field }) => field),
    isMarketing: purpose.aims.some(aim => MARKETING_AIMS.includes(aim)),
    profiles: purpose.profiling !== undefined && purpose.profiling.by !== 'none',
    weighedUntil: review === undefined ? undefined : endOf(review),
  }
}

// A review that is due on a day may still be made on that day.
function endOf(day: string): Moment {
  return after(moment(day), { count: 1, unit: 'day' })
}

// Where children are possible and nothing says from which age, nobody is old enough.
function profiledFrom(minors: PolicyText['minors']): number {
  if (!minors.possible) return 0
  const gate = minors['age-gate']
  return gate ? Number(gate.under.split(' ')[0]) : Number.POSITIVE_INFINITY
}

function termsOf(purpose: PurposeText, bases: Bases, fields: readonly string[]): string {
  const agreed: Json = {
    bases,
    aims: purpose.aims.toSorted(),
    fields: fields.toSorted(),
    vendors: (purpose.vendors ?? []).toSorted(),
    profiling: purpose.profiling?.by,
  }
  return createHash('sha256').update(canonical(agreed)).digest('hex').slice(0, 8)
}

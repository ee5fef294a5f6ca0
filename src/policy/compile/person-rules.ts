import { after, moment, type Moment } from '../../base/time.ts'
import type { Draft, PurposeText } from '../check/place.ts'
import type { PersonBasis, PersonChannel, PersonRule, PersonRules } from '../decide-person.ts'
import type { PolicyText } from '../syntax/schema/policy.ts'
import { fieldsOf, personTermsOf } from './terms.ts'

const DEVICE_CHANNELS: readonly string[] = ['web', 'app']
const CHANNELS = [
  'web',
  'app',
  'email',
  'sms',
  'phone',
  'post',
  'push',
  'social',
  'in-person',
] as const
/** Aims to which a person can say no without any reason (Art. 21(2)-(3)). */
export const MARKETING_AIMS: readonly string[] = [
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

function basesOf({ basis, category }: PurposeText): Bases {
  const bases: Bases = {}
  for (const channel of CHANNELS) {
    const found = basis[channel]
    // What is done with a device is decided for the device, and never here as well.
    if (category !== undefined && DEVICE_CHANNELS.includes(channel)) continue
    if (found !== undefined && found !== 'service-requested') bases[channel] = found
  }
  return bases
}

function ruleOf(text: PolicyText, purpose: PurposeText, bases: Bases, line: number): PersonRule {
  const fields = fieldsOf(text, purpose)
  const review = purpose.assessment?.['review-by']
  return {
    id: purpose.id,
    line,
    bases,
    terms: personTermsOf(text, purpose),
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

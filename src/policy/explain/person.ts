import { isoOf } from '../../base/time.ts'
import {
  decideField,
  decidePerson,
  type Objection,
  type PersonBasis,
  type PersonFacts,
  type PersonRule,
} from '../decide-person.ts'
import type { Path } from '../syntax/tree.ts'
import { type Asked, purposePath, stepAt } from './asked.ts'
import type { Step, Told } from './explanation.ts'
import type { Known } from './facts.ts'

/** What each rule makes of a question about a known person, and what `decidePerson` answers. */
export function explainPerson(asked: Asked, { person }: Known): Told {
  const { policy, question } = asked
  const { purpose, channel = 'web', field } = question
  const verdict = decidePerson(policy.personRules, purpose, channel, person)
  const rule = policy.personRules.purposes[purpose]
  const basis = Object.entries(rule?.bases ?? {}).find(([one]) => one === channel)?.[1]
  const first = basisStep(asked, channel, rule, basis)
  if (!rule || !basis) return { reason: refusalOf(verdict), steps: [first] }
  const steps = [
    first,
    ...stateSteps(asked, rule, basis, person),
    ...objectionSteps(asked, channel, person),
    ...ageSteps(asked, rule, person),
    groundStep(asked, rule, { basis, channel, facts: person }),
  ]
  if ('refused' in verdict || field === undefined) return { reason: refusalOf(verdict), steps }
  const may = decideField(verdict, field)
  return { reason: refusalOf(may), steps: [...steps, fieldStep(asked, field, rule)] }
}

function refusalOf(verdict: ReturnType<typeof decidePerson>) {
  return 'refused' in verdict ? verdict.refused : undefined
}

function step(asked: Asked, below: Path, said: Pick<Step, 'fact' | 'says' | 'verdict'>): Step {
  const rule = ['purposes', asked.question.purpose, ...below].join('.')
  return stepAt(asked.source, [...purposePath(asked), ...below], rule, said)
}

function basisStep(
  asked: Asked,
  channel: string,
  rule: PersonRule | undefined,
  basis: PersonBasis | undefined,
): Step {
  const others = Object.keys(rule?.bases ?? {}).join(', ') || 'none for known people'
  return step(asked, basis ? ['basis', channel] : ['basis'], {
    fact: `channel: ${channel}`,
    says: basis ? `It rests on \`${basis}\` here` : `The channel is not used; it has: ${others}`,
    verdict: basis ? 'passes' : 'forbids',
  })
}

function stateSteps(
  asked: Asked,
  rule: PersonRule,
  basis: PersonBasis,
  { erased, restricted }: PersonFacts,
): readonly Step[] {
  const isOrdered = basis === 'legal-obligation' && !rule.isMarketing
  const states = [
    ['erased', erased, 'The person was erased'],
    ['restricted', restricted, 'Processing is restricted'],
  ] as const
  return states.flatMap(([name, isOn, what]) =>
    isOn
      ? [
          step(asked, ['basis'], {
            fact: `${name}: true`,
            says: isOrdered ? `${what}, but the law orders this` : what,
            verdict: isOrdered ? 'passes' : 'forbids',
          }),
        ]
      : [],
  )
}

function objectionSteps(asked: Asked, channel: string, facts: PersonFacts): readonly Step[] {
  const { policy, question } = asked
  // Each alone, so that the answer to it is the answer of the rules.
  const stops = (objection: Objection) => {
    const alone = { ...facts, erased: false, restricted: false, objections: [objection] }
    const verdict = decidePerson(policy.personRules, question.purpose, channel, alone)
    return 'refused' in verdict && verdict.refused === 'objected'
  }
  return facts.objections.map(objection => {
    const isStopped = stops(objection)
    return step(asked, ['aims'], {
      fact: `objection: ${objection.what ?? objection.to}`,
      says: isStopped ? 'The objection stops it' : 'The objection does not concern it',
      verdict: isStopped ? 'forbids' : 'passes',
    })
  })
}

function ageSteps(asked: Asked, rule: PersonRule, { age }: PersonFacts): readonly Step[] {
  const { profiledFrom } = asked.policy.personRules
  if (!rule.profiles || profiledFrom === 0) return []
  const isOldEnough = age !== undefined && age >= profiledFrom
  const says = Number.isFinite(profiledFrom)
    ? `It profiles, and nobody under ${profiledFrom} is profiled`
    : 'It profiles, and nothing says from which age'
  const fact = age === undefined ? 'age: unknown' : `age: ${age}`
  return [
    {
      rule: 'minors',
      ...asked.source.at(['minors']),
      ...{ fact, says, verdict: isOldEnough ? 'passes' : 'forbids' },
    },
  ]
}

type Ground = {
  readonly basis: PersonBasis
  readonly channel: string
  readonly facts: PersonFacts
}

function groundStep(asked: Asked, rule: PersonRule, ground: Ground): Step {
  const { basis, channel, facts } = ground
  const flags = {
    contract: ['contract', facts.contract],
    'pre-contract': ['enquiry', facts.enquiry],
    'legal-obligation': ['duty', facts.duty],
    'soft-opt-in': ['similarSale', facts.similarSale],
  } as const
  if (basis === 'consent') {
    const terms = facts.consents[rule.id]?.[channel]
    return step(asked, ['basis', channel], {
      fact: terms === undefined ? `no consent to ${rule.id} (${channel})` : `consent (${channel})`,
      says:
        terms === undefined
          ? 'Nobody agreed to it'
          : terms === rule.terms
            ? 'It was agreed to, as it reads now'
            : 'It was agreed to as it read before',
      verdict: given(terms !== undefined && terms === rule.terms),
    })
  }
  if (basis === 'legitimate-interest' || basis === 'until-forbidden') {
    const until = rule.weighedUntil
    const day = until === undefined ? 'never weighed' : `weighed until ${isoOf(until).slice(0, 10)}`
    return step(asked, ['assessment'], {
      fact: `day: ${isoOf(facts.now).slice(0, 10)}`,
      says: `The interests are ${day}`,
      verdict: given(until !== undefined && facts.now < until),
    })
  }
  const [fact, isThere] = flags[basis]
  return step(asked, ['basis', channel], {
    fact: `${fact}: ${isThere}`,
    says: isThere ? 'Its ground is there' : 'Its ground is not there',
    verdict: given(isThere),
  })
}

function fieldStep(asked: Asked, field: string, rule: PersonRule): Step {
  const has = rule.fields.includes(field)
  return step(asked, ['data'], {
    fact: `field: ${field}`,
    says: has ? `\`${field}\` is among its data` : `\`${field}\` is not among its data`,
    verdict: has ? 'passes' : 'forbids',
  })
}

function given(isThere: boolean): Step['verdict'] {
  return isThere ? 'allows' : 'forbids'
}

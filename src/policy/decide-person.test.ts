import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Moment, moment } from '../base/time.ts'
import {
  decideField,
  decidePerson,
  type PersonBasis,
  type PersonFacts,
  type PersonGrant,
  type PersonRule,
  type PersonRules,
} from './decide-person.ts'

const NOW = moment('2026-11-23')
const BASES: readonly PersonBasis[] = [
  'consent',
  'contract',
  'pre-contract',
  'legal-obligation',
  'legitimate-interest',
  'until-forbidden',
  'soft-opt-in',
]

const nobody: PersonFacts = {
  consents: {},
  objections: [],
  contract: false,
  enquiry: false,
  similarSale: false,
  duty: false,
  restricted: false,
  erased: false,
  age: undefined,
  now: NOW,
}

const rule = (more: Partial<PersonRule> = {}): PersonRule => ({
  id: 'letters',
  line: 7,
  bases: { email: 'consent' },
  terms: 't1',
  fields: ['email', 'first-name'],
  voluntary: [],
  isMarketing: false,
  profiles: false,
  weighedUntil: undefined,
  ...more,
})

const rulesOf = (one: PersonRule, profiledFrom = 0): PersonRules => ({
  version: 'v',
  profiledFrom,
  purposes: { [one.id]: one },
})

const ask = (one: PersonRule, facts: PersonFacts, channel = 'email', from = 0) => {
  const verdict = decidePerson(rulesOf(one, from), one.id, channel, facts)
  return 'refused' in verdict ? verdict.refused : 'yes'
}

/** What the law says of one case, written out as conditions instead of an order of checks. */
function mayUse(one: PersonRule, basis: PersonBasis, facts: PersonFacts, from: number): boolean {
  const isOrdered = basis === 'legal-obligation' && !one.isMarketing
  const isForContract = basis === 'contract' || basis === 'pre-contract'
  const isForbidden = facts.objections.some(({ to, what }) => {
    if (to === 'marketing') return one.isMarketing
    const isMeant = to === 'purpose' ? what === one.id : what === 'email'
    return isMeant && (one.isMarketing || !isForContract)
  })
  const isHeld = facts.erased || facts.restricted || isForbidden
  const isChild = one.profiles && from > 0 && !(facts.age !== undefined && facts.age >= from)
  const isWeighed = one.weighedUntil !== undefined && one.weighedUntil > facts.now
  const ground: Record<PersonBasis, boolean> = {
    consent: facts.consents['letters']?.['email'] === 't1',
    contract: facts.contract,
    'pre-contract': facts.enquiry,
    'legal-obligation': facts.duty,
    'legitimate-interest': isWeighed,
    'until-forbidden': isWeighed,
    'soft-opt-in': facts.similarSale,
  }
  return ground[basis] && !isChild && (isOrdered || !isHeld)
}

const bools = [false, true]
const OBJECTIONS: readonly PersonFacts['objections'][] = [
  [],
  [{ to: 'marketing' }],
  [{ to: 'purpose', what: 'letters' }],
  [{ to: 'purpose', what: 'other' }],
  [{ to: 'channel', what: 'email' }],
  [{ to: 'channel', what: 'sms' }],
]
const WEIGHED: readonly (Moment | undefined)[] = [undefined, NOW, moment('2026-11-24')]

function* cases(): Generator<readonly [PersonRule, PersonFacts, number]> {
  for (const isMarketing of bools)
    for (const profiles of bools)
      for (const weighedUntil of WEIGHED)
        for (const erased of bools)
          for (const restricted of bools)
            for (const objections of OBJECTIONS)
              for (const ground of bools)
                for (const age of [undefined, 12, 13])
                  for (const from of [0, 13])
                    yield [
                      rule({ isMarketing, profiles, weighedUntil }),
                      {
                        ...nobody,
                        ...{ erased, restricted, objections, age },
                        ...{ contract: ground, enquiry: ground, similarSale: ground, duty: ground },
                        consents: ground ? { letters: { email: 't1' } } : {},
                      },
                      from,
                    ]
}

test.for(BASES)(
  'proves: basis.default-deny: on %s, the answer is that of the law in every case',
  basis => {
    let [yes, no] = [0, 0]
    for (const [one, facts, from] of cases()) {
      const based = { ...one, bases: { email: basis } }
      const expected = mayUse(one, basis, facts, from)
      const answer = ask(based, facts, 'email', from)
      if ((answer === 'yes') !== expected)
        expect.fail(`${basis} ${JSON.stringify({ one, facts, from })}: ${answer}`)
      if (expected) yes += 1
      else no += 1
    }
    expect(yes).toBeGreaterThan(0)
    expect(no).toBeGreaterThan(yes)
  },
)

test.for(BASES)('on %s, one ground never stands in for another', basis => {
  const all: Record<string, Partial<PersonFacts>> = {
    consent: { consents: { letters: { email: 't1' } } },
    contract: { contract: true },
    'pre-contract': { enquiry: true },
    'legal-obligation': { duty: true },
    'soft-opt-in': { similarSale: true },
  }
  for (const [other, facts] of Object.entries(all)) {
    const answer = ask(rule({ bases: { email: basis } }), { ...nobody, ...facts })
    expect(answer === 'yes').toBe(other === basis)
  }
})

test.for([
  ['web', 'channel-not-declared'],
  ['sms', 'channel-not-declared'],
  ['', 'channel-not-declared'],
  ['__proto__', 'channel-not-declared'],
  ['constructor', 'channel-not-declared'],
  ['email', 'yes'],
] as const)('proves: basis.default-deny: over `%s`: %s', ([channel, expected]) => {
  const facts = { ...nobody, consents: { letters: { email: 't1', sms: 't1', '': 't1' } } }
  expect(ask(rule(), facts, channel)).toBe(expected)
})

test.for([
  ['no consent', {}, 'no-consent'],
  ['a consent on another channel', { letters: { sms: 't1' } }, 'no-consent'],
  ['a consent to another purpose', { other: { email: 't1' } }, 'no-consent'],
  ['other terms', { letters: { email: 't0' } }, 'terms-changed'],
  ['these terms', { letters: { email: 't1' } }, 'yes'],
] as const)('with %s: %s', ([, consents, expected]) => {
  expect(ask(rule(), { ...nobody, consents })).toBe(expected)
})

test('terms that are missing on both sides agree to nothing', () => {
  for (const terms of ['', undefined as unknown as string]) {
    const facts = { ...nobody, consents: { letters: { email: terms } } }
    expect(ask(rule({ terms }), facts)).toBe('error')
  }
})

test('interests that were weighed until a day are weighed no longer from its end', () => {
  const weighed = rule({ bases: { email: 'legitimate-interest' }, weighedUntil: NOW })
  const before = { ...nobody, now: (NOW - 1) as Moment }
  expect(ask(weighed, before)).toBe('yes')
  expect(ask(weighed, nobody)).toBe('weighing-lapsed')
})

test.for([
  ['a purpose nobody promised', 'nobody', 'not-promised'],
  ['what every object has', 'toString', 'not-promised'],
  ['a rule under a name that is not its own', 'alias', 'error'],
] as const)('asked for %s: %s', ([, purpose, expected]) => {
  const rules = { ...rulesOf(rule()), purposes: { letters: rule(), alias: rule() } }
  const facts = { ...nobody, consents: { letters: { email: 't1' }, alias: { email: 't1' } } }
  expect(decidePerson(rules, purpose, 'email', facts)).toMatchObject({ refused: expected })
})

test('an objection that nobody can read is one all the same', () => {
  const facts = { ...nobody, consents: { letters: { email: 't1' } } }
  for (const objection of [{ to: 'everything' }, { to: 'purpose' }, { to: 'channel' }, {}, null]) {
    const objections = [objection] as unknown as PersonFacts['objections']
    expect(ask(rule(), { ...facts, objections })).toBe('error')
  }
  expect(ask(rule(), facts)).toBe('yes')
})

const junk = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true, maxDepth: 2 }),
  fc.constantFrom<unknown>('t1', 1, 'true', {}, [], null, undefined, Number.NaN, Infinity),
)
const FLAGS = ['contract', 'enquiry', 'similarSale', 'duty'] as const

test('proves: basis.default-deny: garbage in any fact on a person never throws and never allows', () => {
  const good: PersonFacts = {
    ...nobody,
    consents: { letters: { email: 't1' } },
    ...{ contract: true, enquiry: true, similarSale: true, duty: true, age: 40 },
  }
  const weighedUntil = moment('2027-01-01')
  const keys = fc.constantFrom(...(Object.keys(good) as (keyof PersonFacts)[]))
  fc.assert(
    fc.property(
      fc.constantFrom(...BASES),
      keys,
      junk,
      fc.boolean(),
      (basis, key, value, profiles) => {
        const one = rule({ bases: { email: basis }, profiles, weighedUntil })
        expect(ask(one, good, 'email', 13)).toBe('yes')
        const answer = ask(one, { ...good, [key]: value }, 'email', 13)
        // Garbage in what does not count for a basis changes nothing; in what counts it is a no.
        if (counts(basis, key, profiles) && !isRight(key, value)) expect(answer).not.toBe('yes')
      },
    ),
    { numRuns: 3000 },
  )
  fc.assert(
    fc.property(junk, junk, junk, junk, (rules, purpose, channel, facts) => {
      const verdict = decidePerson(
        rules as PersonRules,
        purpose as string,
        channel as string,
        facts as PersonFacts,
      )
      expect(verdict).toHaveProperty('refused')
      expect(decideField(rules as PersonGrant, purpose as string)).toHaveProperty('refused')
    }),
    { numRuns: 2000 },
  )
})

function counts(basis: PersonBasis, key: keyof PersonFacts, profiles: boolean): boolean {
  const own: Partial<Record<PersonBasis, keyof PersonFacts>> = {
    consent: 'consents',
    contract: 'contract',
    'pre-contract': 'enquiry',
    'legal-obligation': 'duty',
    'soft-opt-in': 'similarSale',
  }
  if (key === 'now' || own[basis] === key) return true
  if (key === 'age') return profiles
  if (['erased', 'restricted', 'objections'].includes(key)) return basis !== 'legal-obligation'
  return false
}

/** Whether what was made up is by chance what a yes needs. */
function isRight(key: keyof PersonFacts, value: unknown): boolean {
  if (key === 'now') return typeof value === 'number' && Number.isFinite(value)
  if (key === 'age') return typeof value === 'number' && value >= 13 && value < Infinity
  if (key === 'objections') return Array.isArray(value) && value.length === 0
  if (key === 'erased' || key === 'restricted') return value === false
  if ((FLAGS as readonly string[]).includes(key)) return value === true
  return false
}

test('a datum is used only where the purpose names it', () => {
  const grant = decidePerson(rulesOf(rule()), 'letters', 'email', {
    ...nobody,
    consents: { letters: { email: 't1' } },
  }) as PersonGrant
  expect(decideField(grant, 'email')).toBe(grant)
  for (const field of ['phone', '', 'length', 'includes'])
    expect(decideField(grant, field)).toMatchObject({ refused: 'field-not-declared' })
  const forged = { ...grant, rule: { ...grant.rule, fields: 'email' as unknown as string[] } }
  expect(decideField(forged, 'mail')).toMatchObject({ refused: 'error' })
})

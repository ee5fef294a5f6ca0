import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { LANGS } from '../../src/base/lang.ts'
import { momentOf } from '../../src/base/time.ts'
import {
  decide,
  decideEvent,
  decideField,
  decidePerson,
  decideTracker,
  diffPolicies,
  type Facts,
  NOTICE_FORMATS,
  noticeOf,
  type PersonFacts,
  type Policy,
  printPolicy,
  readPolicy,
  renderNotice,
  type Signal,
} from '../../src/policy/index.ts'
import { NARROWINGS, type Written } from './narrowings.ts'

const TODAY = '2026-11-23'
const NOW = momentOf(Date.UTC(2026, 10, 23))
const FILES = readdirSync('policies').filter(name => name.endsWith('.yaml'))
const TEXTS = FILES.map(name => readFileSync(`policies/${name}`, 'utf8'))

function read(text: string): Policy | undefined {
  return readPolicy(text, 'law.yaml', TODAY).policy
}

function changed(at: number, change: (policy: Written) => void): Policy | undefined {
  const policy = parse(TEXTS[at] ?? '') as Written
  change(policy)
  return read(stringify(policy, { aliasDuplicateObjects: false }))
}

const policies = TEXTS.map(text => {
  const policy = read(text)
  if (!policy) throw new Error('a policy of ours does not compile')
  return policy
})
const anyFile = fc.nat({ max: FILES.length - 1 })

/** Everything that a policy answers with yes to somebody of whom these facts are known. */
function allowed(policy: Policy, terms: Policy, known: Known): Set<string> {
  const yes = new Set<string>()
  const [device, person] = [factsFor(terms, known), personFor(terms, known)]
  for (const purpose of Object.keys(terms.rules.purposes)) {
    const permit = decide(policy.rules, purpose, device)
    if ('refused' in permit) continue
    yes.add(purpose)
    for (const [event, fields] of Object.entries(terms.rules.purposes[purpose]?.events ?? {})) {
      const kept = decideEvent(permit, event, fields)
      if ('kept' in kept) for (const field of kept.kept) yes.add(`${purpose} ${event}.${field}`)
    }
  }
  for (const { name, store } of terms.rules.trackers) {
    if ('permit' in decideTracker(policy.rules, store, name, device)) yes.add(`${store} ${name}`)
  }
  for (const { id, bases, fields } of Object.values(terms.personRules.purposes)) {
    for (const channel of Object.keys(bases)) {
      const grant = decidePerson(policy.personRules, id, channel, person)
      if ('refused' in grant) continue
      yes.add(`${id} by ${channel}`)
      for (const field of fields)
        if ('allowed' in decideField(grant, field)) yes.add(`${id} by ${channel} ${field}`)
    }
  }
  return yes
}

/** What is known of somebody, without the terms of any policy. */
type Known = {
  readonly hasChosen: boolean
  readonly refuses: readonly number[]
  readonly signals: readonly Signal[]
  readonly chosenUnder: readonly Signal[]
  readonly withdrawn: boolean
  readonly objections: PersonFacts['objections']
  readonly flags: number
  readonly age: number | undefined
}

const signals = fc.subarray<Signal>(['gpc', 'dnt'])
const somebody: fc.Arbitrary<Known> = fc.record({
  hasChosen: fc.boolean(),
  refuses: fc.array(fc.nat({ max: 12 }), { maxLength: 3 }),
  signals,
  chosenUnder: signals,
  withdrawn: fc.nat({ max: 9 }).map(one => one === 0),
  objections: fc.array(
    fc.constantFrom<PersonFacts['objections'][number]>(
      { to: 'marketing' },
      { to: 'channel', what: 'email' },
      { to: 'channel', what: 'phone' },
      { to: 'purpose', what: 'newsletter' },
    ),
    { maxLength: 2 },
  ),
  flags: fc.nat({ max: 63 }),
  age: fc.constantFrom(undefined, 5, 12, 13, 40),
})

function factsFor({ rules }: Policy, known: Known): Facts | undefined {
  if (!known.hasChosen) return undefined
  const granted = Object.values(rules.purposes).filter((_, at) => !known.refuses.includes(at))
  return {
    granted: Object.fromEntries(granted.map(({ id, terms }) => [id, terms])),
    ...{ chosenUnder: known.chosenUnder, signals: known.signals, withdrawn: known.withdrawn },
    ...{ until: momentOf(NOW + 1000), now: NOW },
  }
}

function personFor(
  { personRules }: Policy,
  { refuses, objections, flags, age }: Known,
): PersonFacts {
  const agreed = Object.values(personRules.purposes).filter((_, at) => !refuses.includes(at))
  const flag = (bit: number) => (flags & (1 << bit)) === 0
  return {
    consents: Object.fromEntries(
      agreed.map(({ id, bases, terms }) => [
        id,
        Object.fromEntries(Object.keys(bases).map(channel => [channel, terms])),
      ]),
    ),
    ...{ contract: flag(0), enquiry: flag(1), similarSale: flag(2), duty: flag(3) },
    ...{ restricted: !flag(4), erased: !flag(5), objections, age, now: NOW },
  }
}

const isWithin = (less: Set<string>, more: Set<string>) => [...less].filter(one => !more.has(one))

/** The grants of the old policy under the terms of the new one: what was agreed to, as it is asked. */
function underNewTerms(old: Policy, next: Policy): Policy {
  const rules = Object.entries(old.rules.purposes).map(([id, rule]) => [
    id,
    { ...rule, terms: next.rules.purposes[id]?.terms ?? rule.terms },
  ])
  const people = Object.entries(old.personRules.purposes).map(([id, rule]) => [
    id,
    { ...rule, terms: next.personRules.purposes[id]?.terms ?? rule.terms },
  ])
  return {
    ...old,
    rules: { ...old.rules, purposes: Object.fromEntries(rules) },
    personRules: { ...old.personRules, purposes: Object.fromEntries(people) },
  }
}

describe('a policy that says less allows no more', () => {
  for (const [name, narrow] of Object.entries(NARROWINGS)) {
    test(`when ${name}`, () => {
      let [compiled, most] = [0, 0]
      for (let file = 0; file < FILES.length; file += 1) {
        for (const at of [0, 3]) {
          const old = policies[file]
          const next = changed(file, policy => narrow(policy, at))
          if (!old || !next) continue
          compiled += 1
          fc.assert(
            fc.property(somebody, one => {
              // Whoever agreed, agreed to what is asked now: the terms are not what is tested.
              const terms = underNewTerms(old, next)
              const less = allowed(next, terms, one)
              most = Math.max(most, less.size)
              expect(isWithin(less, allowed(terms, terms, one))).toEqual([])
              // And under the old terms no more than before either.
              expect(isWithin(allowed(next, old, one), allowed(old, old, one))).toEqual([])
            }),
            { numRuns: 8 },
          )
        }
      }
      expect(compiled, 'no policy compiled so').toBeGreaterThan(0)
      expect(most, 'nothing was ever allowed').toBeGreaterThan(10)
    }, 60_000)
  }
})

test('a no that is added to what is known never allows more', () => {
  const signal = fc.constantFrom<Signal>('gpc', 'dnt')
  const objection = fc.constantFrom<PersonFacts['objections'][number]>(
    { to: 'marketing' },
    { to: 'channel', what: 'email' },
    { to: 'purpose', what: 'newsletter' },
  )
  fc.assert(
    fc.property(
      anyFile,
      somebody,
      signal,
      objection,
      fc.nat({ max: 12 }),
      (file, one, on, no, at) => {
        const policy = policies[file]
        if (!policy) return
        const before = allowed(policy, policy, one)
        const more: readonly Known[] = [
          { ...one, signals: [...one.signals, on] },
          { ...one, objections: [...one.objections, no] },
          { ...one, refuses: [...one.refuses, at] },
          { ...one, withdrawn: true },
          { ...one, hasChosen: false },
          { ...one, chosenUnder: [] },
          { ...one, flags: one.flags | 48 },
        ]
        for (const next of more) expect(isWithin(allowed(policy, policy, next), before)).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)

test('what is not known, or cannot be read, never allows more', () => {
  const junk = fc.constantFrom<unknown>(undefined, null, 'yes', 1, [], {}, Number.NaN)
  const keys = [
    'consents',
    'contract',
    'enquiry',
    'similarSale',
    'duty',
    'objections',
    'restricted',
  ] as const
  fc.assert(
    fc.property(
      anyFile,
      somebody,
      fc.constantFrom(...keys, 'erased', 'age', 'now'),
      junk,
      (file, one, key, value) => {
        const policy = policies[file]
        if (!policy) return
        const facts = personFor(policy, one)
        const garbled = { ...facts, [key]: value } as PersonFacts
        // An empty list or group of what was said is a fact that can be read.
        if (key === 'objections' && Array.isArray(value)) return
        for (const { id, bases } of Object.values(policy.personRules.purposes)) {
          for (const channel of Object.keys(bases)) {
            const before = decidePerson(policy.personRules, id, channel, facts)
            const after = decidePerson(policy.personRules, id, channel, garbled)
            if ('refused' in before && !(key === 'now' && value === 1))
              expect(after, `${id} ${channel} ${key}`).toHaveProperty('refused')
          }
        }
      },
    ),
    { numRuns: 300 },
  )
}, 60_000)

test.for(FILES.map((name, at) => [name, at] as const))(
  'printing %s and parsing it again gives the same policy',
  ([, at]) => {
    const policy = policies[at]
    if (!policy) throw new Error('no policy')
    const printed = printPolicy(policy.said)
    const again = read(printed)
    expect(again?.said).toEqual(policy.said)
    expect(printPolicy(again?.said ?? policy.said)).toBe(printed)
    expect(withoutPlace(again)).toEqual(withoutPlace(policy))
    expect(again ? diffPolicies(policy, again) : ['not read']).toEqual([])
  },
)

test('a policy that was changed anyhow prints and parses to the same', () => {
  const names = fc.constantFrom(...Object.keys(NARROWINGS))
  const seen = { count: 0 }
  fc.assert(
    fc.property(anyFile, names, fc.nat({ max: 40 }), (file, name, at) => {
      const policy = changed(file, written => NARROWINGS[name]?.(written, at))
      if (!policy) return
      seen.count += 1
      const again = read(printPolicy(policy.said))
      expect(again?.said).toEqual(policy.said)
      expect(withoutPlace(again)).toEqual(withoutPlace(policy))
    }),
    { numRuns: 40 },
  )
  expect(seen.count).toBeGreaterThan(5)
}, 60_000)

/** All that is decided, without the lines and the digest of the file it was read from. */
function withoutPlace(policy: Policy | undefined): unknown {
  return JSON.parse(
    JSON.stringify(policy, (key, value: unknown) =>
      key === 'line' || (key === 'version' && String(value).length === 64) ? undefined : value,
    ),
  )
}

test.for(FILES.map((name, at) => [name, at] as const))(
  'the notice of %s is the same byte by byte, in every language and format',
  ([, at]) => {
    const [one, other] = [read(TEXTS[at] ?? ''), read(TEXTS[at] ?? '')]
    if (!one || !other) throw new Error('no policy')
    for (const lang of LANGS) {
      for (const format of NOTICE_FORMATS) {
        const printed = renderNotice(noticeOf(one, lang), format, 'alone')
        expect(printed.length).toBeGreaterThan(1000)
        expect(renderNotice(noticeOf(other, lang), format, 'alone')).toBe(printed)
      }
    }
  },
)

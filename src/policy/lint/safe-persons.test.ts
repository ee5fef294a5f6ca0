import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { momentOf } from '../../base/time.ts'
import { decidePerson, type PersonFacts, type PersonRules } from '../decide-person.ts'
import { readPolicy } from '../read-policy.ts'
import { readSafely } from './safe.ts'

const ON = '2026-11-22'
const FOLDER = 'policies/as-published'
const NAMES = readdirSync(FOLDER).filter(name => name.endsWith('.yaml'))

type Written = Record<string, unknown> & { purposes: Record<string, unknown>[] }

function personRulesOf(policy: unknown): PersonRules {
  const text = stringify(policy, { aliasDuplicateObjects: false })
  const { personRules } = readSafely(text, 'x.yaml', ON)
  if (!personRules) throw new Error('it was not read')
  return personRules
}

/** The published register after a change to its purpose of marketing, and to all of it. */
function register(change: (purpose: Record<string, unknown>, policy: Written) => void) {
  const policy = parse(
    readFileSync(`${FOLDER}/electricity-marketing-register.yaml`, 'utf8'),
  ) as Written
  const purpose = { ...policy.purposes[0], id: 'own', retention: 'recordings', data: ['basic'] }
  policy.purposes = [purpose]
  change(purpose, policy)
  return personRulesOf(policy).purposes['own']
}

/** Somebody with whom everything is open, and who has said nothing. */
const facts: PersonFacts = {
  consents: {},
  objections: [],
  contract: true,
  enquiry: true,
  similarSale: true,
  duty: true,
  restricted: false,
  erased: false,
  age: 40,
  now: momentOf(0),
}

function allowed(rules: PersonRules | undefined, more: Partial<PersonFacts> = {}) {
  const of = rules ?? { version: '', profiledFrom: 0, purposes: {} }
  return Object.values(of.purposes).flatMap(({ id, bases, isMarketing }) =>
    Object.keys(bases).flatMap(channel => {
      const verdict = decidePerson(of, id, channel, { ...facts, ...more })
      return 'allowed' in verdict ? [{ id, channel, isMarketing, basis: verdict.basis }] : []
    }),
  )
}

describe.for(NAMES)('%s, read safely for people', name => {
  const { personRules } = readSafely(readFileSync(`${FOLDER}/${name}`, 'utf8'), name, ON)

  test('keeps: law-lint.safe-reading: nobody who said nothing gets electronic marketing, or any by contract', () => {
    expect(personRules).toBeDefined()
    for (const { channel, basis, isMarketing } of allowed(personRules).filter(
      yes => yes.isMarketing,
    )) {
      expect(isMarketing).toBe(true)
      if (['email', 'sms', 'push'].includes(channel)) expect(basis).toBe('soft-opt-in')
      expect(['contract', 'pre-contract', 'legal-obligation']).not.toContain(basis)
    }
  })

  test('keeps: law-lint.safe-reading: whoever forbids marketing gets none', () => {
    const after = allowed(personRules, { objections: [{ to: 'marketing' }] })
    expect(after.filter(({ isMarketing }) => isMarketing)).toEqual([])
  })

  test('keeps: law-lint.safe-reading: nothing known of a person is a no', () => {
    const nothing = { contract: false, enquiry: false, similarSale: false, duty: false }
    expect(allowed(personRules, nothing)).toEqual([])
  })

  test('keeps: law-lint.safe-reading: no marketing of its goes where the safe policy wants consent', () => {
    const twin = readPolicy(readFileSync(`policies/${name}`, 'utf8'), name, ON).policy
    expect(twin).toBeDefined()
    const lawful = allowed(twin?.personRules).map(({ channel, basis }) => `${channel} ${basis}`)
    const goes = allowed(personRules).filter(({ isMarketing }) => isMarketing)
    expect(goes.filter(({ channel, basis }) => !lawful.includes(`${channel} ${basis}`))).toEqual([])
  })
})

test('an order is still fulfilled, and books are still kept', () => {
  const text = readFileSync(`${FOLDER}/machine-dealer.yaml`, 'utf8')
  const goes = allowed(readSafely(text, 'x.yaml', ON).personRules).map(({ basis }) => basis)
  expect(goes).toEqual(expect.arrayContaining(['contract', 'legal-obligation']))
})

test('keeps: law-lint.safe-reading: of several bases only consent counts, and none at all is none', () => {
  const bases = (basis: unknown) => register(purpose => (purpose['basis'] = basis))?.bases
  expect(bases({ post: ['legitimate-interest', 'consent'] })).toEqual({ post: 'consent' })
  expect(bases({ post: 'unstated' })).toEqual({ post: 'consent' })
  expect(bases({ post: 'legitimate-interest' })).toEqual({ post: 'legitimate-interest' })
  expect(bases({ email: 'legitimate-interest' })).toEqual({ email: 'consent' })
  expect(bases({ email: 'soft-opt-in' })).toEqual({ email: 'soft-opt-in' })
  expect(bases({ 'in-person': 'contract' })).toEqual({ 'in-person': 'consent' })
  expect(bases('unstated')).toBeUndefined()
})

test('keeps: law-lint.safe-reading: products of others need consent on every channel', () => {
  const rule = register(purpose => {
    purpose['basis'] = { email: 'soft-opt-in', post: 'until-forbidden' }
    purpose['aims'] = ['partner-marketing']
  })
  expect(rule?.bases).toEqual({ email: 'consent', post: 'consent' })
})

test('keeps: law-lint.safe-reading: what no rule keeps to an end is not used', () => {
  const rule = (retention: string) => register(purpose => (purpose['retention'] = retention))
  expect(rule('unstated')).toBeUndefined()
  expect(rule('until-forbidden')).toBeUndefined()
  expect(rule('recordings')).toBeDefined()
  expect(register((_, policy) => (policy['retention'] = 'unstated'))).toBeUndefined()
})

test('keeps: law-lint.safe-reading: a message that sells makes its purpose marketing, whatever it says of objections', () => {
  const rule = (kind: string) =>
    register((purpose, policy) => {
      purpose['aims'] = ['quotes']
      const message = { id: 'm', class: kind, purpose: 'own', basis: 'contract' }
      const channels = [{ channel: 'post', basis: 'until-forbidden' }]
      policy['marketing'] = { channels, messages: [{ ...message, 'objection-stops': false }] }
    })
  expect(rule('related-services')?.isMarketing).toBe(true)
  expect(rule('service')?.isMarketing).toBe(false)
})

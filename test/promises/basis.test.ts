import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isoOf, moment } from '../../src/base/time.ts'
import {
  decideField,
  decidePerson,
  keptUntil,
  type PersonFacts,
  type PersonGrant,
  readPolicy,
} from '../../src/policy/index.ts'
import { PERSON_FIELDS } from '../../src/policy/vocabulary-people.ts'

const FILE = 'policies/machine-dealer.yaml'
const dealer = policyOf(readFileSync(FILE, 'utf8'))

function policyOf(text: string) {
  const { policy, diagnostics } = readPolicy(text, FILE, '2026-11-23')
  if (!policy) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return policy
}

const nobody: PersonFacts = {
  consents: {},
  objections: [],
  contract: false,
  enquiry: false,
  similarSale: false,
  duty: false,
  restricted: false,
  erased: false,
  age: 40,
  now: moment('2026-11-23'),
}

/** Everything on record that any ground could rest on, but no consent. */
const known: PersonFacts = {
  ...nobody,
  ...{ contract: true, enquiry: true, similarSale: true, duty: true },
}

function ask(purpose: string, channel: string, facts: PersonFacts): string {
  const verdict = decidePerson(dealer.personRules, purpose, channel, facts)
  return 'refused' in verdict ? verdict.refused : 'yes'
}

function granted(purpose: string, channel: string, facts: PersonFacts): PersonGrant {
  const verdict = decidePerson(dealer.personRules, purpose, channel, facts)
  if ('refused' in verdict) throw new Error(verdict.refused)
  return verdict
}

const agreed = (purpose: string, ...channels: readonly string[]) => ({
  [purpose]: Object.fromEntries(
    channels.map(channel => [channel, dealer.personRules.purposes[purpose]?.terms ?? '']),
  ),
})

/** Fields that the file gives a purpose, read from the file and not from the rules. */
function fieldsOf(purpose: string) {
  const said = dealer.said.purposes.find(({ id }) => id === purpose)
  const groups = (dealer.said.data ?? []).filter(({ id }) => said?.data?.includes(id))
  return groups.flatMap(({ fields }) => fields)
}

test('proves: basis.contract-minimal: 004.34 004.36 a contract uses its own fields and no other', () => {
  const grant = granted('contract', 'in-person', { ...nobody, contract: true })
  const own = fieldsOf('contract').map(({ field }) => field)
  expect(own.length).toBeGreaterThan(5)
  for (const field of PERSON_FIELDS) {
    const answer = decideField(grant, field)
    expect('allowed' in answer, field).toBe(own.includes(field))
  }
  for (const field of ['stated-interests', 'pages-visited', 'searches', 'contest-entries'])
    expect(decideField(grant, field)).toMatchObject({ refused: 'field-not-declared' })
})

test('proves: basis.contract-minimal: 004.35 an order passes with only what it requires', () => {
  const rule = dealer.personRules.purposes['contract']
  const required = rule?.fields.filter(field => !rule.voluntary.includes(field)) ?? []
  expect(required).toEqual(
    expect.arrayContaining(['first-name', 'last-name', 'email', 'payment-details', 'orders']),
  )
  // Nothing that is voluntary is among what an order needs, and all of the rest is.
  const needed = fieldsOf('contract').filter(one => one.needed !== 'voluntary')
  expect(required.toSorted()).toEqual([...new Set(needed.map(one => one.field))].toSorted())
  expect(rule?.voluntary).toEqual(expect.arrayContaining(['occupation']))
  const grant = granted('contract', 'email', { ...nobody, contract: true })
  for (const field of required) expect(decideField(grant, field)).toBe(grant)
  expect(ask('contract', 'email', nobody)).toBe('no-contract')
})

test('proves: basis.legal-obligation: 004.37 after an erasure the invoice stays, and nothing else may be done', () => {
  const erased = { ...known, erased: true, consents: agreed('newsletter', 'email', 'sms') }
  expect(ask('accounting', 'in-person', erased)).toBe('yes')
  // Nothing but the duty: not the sale, not marketing, not even what was agreed to.
  const ordered = ['accounting', 'rights']
  for (const { id, bases } of Object.values(dealer.personRules.purposes)) {
    for (const channel of Object.keys(bases)) {
      const expected = ordered.includes(id) ? 'yes' : 'erased'
      expect(ask(id, channel, erased), `${id} ${channel}`).toBe(expected)
    }
  }
  expect(ask('newsletter', 'email', { ...erased, erased: false })).toBe('yes')
  expect(ask('accounting', 'in-person', { ...erased, duty: false })).toBe('no-duty')
  const grant = granted('accounting', 'in-person', erased)
  expect(decideField(grant, 'billing-details')).toBe(grant)
  expect(decideField(grant, 'stated-interests')).toHaveProperty('refused')
})

test.for([
  ['2026-12-31', '2033-01-01'],
  ['2026-04-30', '2033-01-01'],
  ['2027-01-31', '2034-01-01'],
] as const)(
  'proves: basis.legal-obligation: 004.38 a voucher of the financial year to %s is gone on %s',
  ([ended, gone]) => {
    const rule = dealer.said.retention?.find(({ id }) => id === 'vouchers')
    if (!rule) throw new Error('no rule for vouchers')
    const facts = {
      anchors: { 'calendar-year-of-financial-year-end': moment(ended) },
      // An erasure or objection does not end what the law orders to keep.
      endings: { objection: moment('2027-02-01'), 'account-closed': moment('2027-02-01') },
    }
    const end = keptUntil(rule, facts)
    expect(typeof end === 'string' ? end : isoOf(end)).toBe(`${gone}T00:00:00.000Z`)
  },
)

const MARKETING = [
  ['newsletter', 'email'],
  ['newsletter', 'sms'],
  ['surveys-and-contests', 'email'],
] as const

test.for(MARKETING)(
  'proves: basis.consent-by-order: 004.39 004.40 an enquiry or order leaves %s by %s as it was',
  ([purpose, channel]) => {
    for (const act of [{ enquiry: true }, { contract: true }, known]) {
      const before = nobody
      const after = { ...nobody, ...act }
      expect(ask(purpose, channel, before)).toBe('no-consent')
      expect(ask(purpose, channel, after)).toBe('no-consent')
      // Only an own choice says yes, and then on that channel alone.
      const chosen = { ...after, consents: agreed(purpose, channel) }
      expect(ask(purpose, channel, chosen)).toBe('yes')
    }
    expect(ask('quotes', 'email', { ...nobody, enquiry: true })).toBe('yes')
    const sms = { ...known, consents: agreed('newsletter', 'sms') }
    expect(ask('newsletter', 'email', sms)).toBe('no-consent')
  },
)

test('proves: basis.default-deny: 004.31 004.32 004.33 nobody is known by a fact that is missing', () => {
  for (const { id, bases } of Object.values(dealer.personRules.purposes)) {
    for (const channel of Object.keys(bases)) {
      expect(ask(id, channel, nobody), `${id} ${channel}`).not.toBe('yes')
      const verdict = decidePerson(dealer.personRules, id, channel, undefined)
      expect(verdict).toMatchObject({ refused: 'error' })
    }
    for (const channel of ['post', 'social', 'push', 'sms', 'email', 'phone', 'fax'])
      if (!Object.keys(bases).includes(channel))
        expect(ask(id, channel, known)).toBe('channel-not-declared')
  }
})

test('proves: purpose.only-as-stated: 001.03 004.41 a datum serves the purposes that name it and no other', () => {
  const everything = {
    ...known,
    consents: Object.assign(
      {},
      ...Object.values(dealer.personRules.purposes).map(({ id, bases }) =>
        agreed(id, ...Object.keys(bases)),
      ),
    ) as PersonFacts['consents'],
  }
  let refused = 0
  for (const { id, bases } of Object.values(dealer.personRules.purposes)) {
    const [channel = ''] = Object.keys(bases)
    const grant = granted(id, channel, everything)
    const own = fieldsOf(id).map(({ field }) => field)
    for (const field of PERSON_FIELDS) {
      const may = 'allowed' in decideField(grant, field)
      expect(may, `${id} ${field}`).toBe(own.includes(field))
      if (!may) refused += 1
    }
  }
  expect(refused).toBeGreaterThan(100)
  for (const other of ['credit-rating', 'sale-of-data', 'Contract', 'contract ', 'purposes'])
    expect(ask(other, 'email', everything)).toBe('not-promised')
})

test('proves: purpose.only-as-stated: a purpose that is taken away can no longer be asked for', () => {
  const text = readFileSync(FILE, 'utf8')
  const narrower = policyOf(text.replace('data: [person, interests]', 'data: [person]'))
  const enquiry = { ...nobody, enquiry: true }
  const before = granted('quotes', 'email', enquiry)
  expect(decideField(before, 'quote-requests')).toBe(before)
  const after = decidePerson(narrower.personRules, 'quotes', 'email', enquiry) as PersonGrant
  expect(decideField(after, 'quote-requests')).toMatchObject({ refused: 'field-not-declared' })
})

const GROUNDS = [
  ['contract', 'email', { contract: true }, 'no-contract'],
  ['quotes', 'email', { enquiry: true }, 'no-enquiry'],
  ['newsletter', 'email', { consents: agreed('newsletter', 'email') }, 'no-consent'],
] as const

test.for([0, 1, 2, 3, 4, 5, 6, 7])(
  'proves: purpose.sales-and-quotes: 004.26 004.27 sales, quotes and marketing each rest on their own ground (%i)',
  bits => {
    const have = GROUNDS.map((_, at) => (bits & (1 << at)) !== 0)
    const facts = GROUNDS.reduce<PersonFacts>(
      (sum, [, , ground], at) => (have[at] ? { ...sum, ...ground } : sum),
      nobody,
    )
    for (const [at, [purpose, channel, , lacking]] of GROUNDS.entries())
      expect(ask(purpose, channel, facts)).toBe(have[at] ? 'yes' : lacking)
  },
)

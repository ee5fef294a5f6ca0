import { describe, expect, test } from 'vitest'
import { LANGS } from '../../src/base/lang.ts'
import { moment } from '../../src/base/time.ts'
import { decideField, decidePerson, type PersonFacts } from '../../src/policy/decide-person.ts'
import { diffPolicies, noticeOf, type Policy, renderNotice } from '../../src/policy/index.ts'
import { changed, codesOf, compiled, type Lists, type Node, promisedBy, the } from './changed.ts'

const OK = ['compiles']
const REGISTER = 'electricity-marketing-register'

const SUBJECT: PersonFacts = {
  consents: {},
  objections: [],
  contract: false,
  enquiry: false,
  similarSale: false,
  duty: false,
  restricted: false,
  erased: false,
  age: 40,
  now: moment('2026-11-23T12:00:00Z'),
}

describe('a closed list of purposes', () => {
  const adding = (basis: string) => (policy: Lists) =>
    void policy.purposes.push({
      id: 'prize-draws',
      basis: { post: basis },
      aims: ['contests'],
      subjects: ['potential-customers'],
      data: ['basics'],
      retention: 'by-consent',
    })

  test('proves: register.purposes (002.20, 002.21): what is not on the list is refused, whatever a person agreed to', () => {
    const { personRules: persons } = compiled(REGISTER)
    const consents = { 'prize-draws': { post: 'x' } }
    const asked = decidePerson(persons, 'prize-draws', 'post', { ...SUBJECT, consents })
    expect(asked).toMatchObject({ refused: 'not-promised' })
    const sold = decidePerson(persons, 'phone-and-post-marketing', 'phone', SUBJECT)
    expect(sold).toMatchObject({ allowed: true })
  })

  test('proves: register.purposes (002.20): an aim of its own, or a list left open, is refused', () => {
    const aims = (given: unknown) =>
      codesOf(
        changed(REGISTER, ({ purposes }) => void (purposes[0] = { ...purposes[0], aims: given })),
      )
    expect(aims(['direct-marketing', 'whatever-else'])).toContain('L0105')
    expect(aims(['direct-marketing', 'and-others'])).toContain('L11')
    expect(aims([])).not.toContain('compiles')
  })

  test('proves: register.purposes (002.21): a new purpose is another version, of which people are told before', () => {
    const old = compiled(REGISTER)
    const [asked, told] = [
      compiled(REGISTER, adding('consent')),
      compiled(REGISTER, adding('contract')),
    ]
    expect(new Set([old.version, asked.version, told.version]).size).toBe(3)
    const news = (from: Policy, to: Policy) =>
      diffPolicies(from, to)
        .filter(({ kind }) => kind === 'new-purpose')
        .map(({ path, consequence }) => [path, consequence])
    expect(news(old, asked)).toEqual([['purposes.prize-draws', 'ask-again']])
    expect(news(old, told)).toEqual([['purposes.prize-draws', 'inform']])
    expect(news(told, old)).toEqual([])
    expect(diffPolicies(old, compiled(REGISTER))).toEqual([])
  })

  test('proves: register.purposes: only a policy with a register promises it', () => {
    expect(promisedBy(compiled(REGISTER))).toContain('register.purposes')
    expect(promisedBy(compiled('childrens-shop'))).not.toContain('register.purposes')
  })
})

describe('an interest that is weighed', () => {
  const until = (day: string | undefined) => (policy: Lists) => {
    const purpose = the(policy.purposes, 'phone-and-post-marketing')
    if (day === undefined) delete purpose['assessment']
    else (purpose['assessment'] as Node)['review-by'] = day
  }
  const slug = 'register.legitimate-interest-documented'

  test('proves: register.legitimate-interest-documented (002.22): an interest without a name, or without its document, is refused', () => {
    expect(promisedBy(compiled(REGISTER))).toContain(slug)
    expect(codesOf(changed(REGISTER, until(undefined)))).toEqual(['L0901'])
    const nameless = changed(
      REGISTER,
      policy => void delete the(policy.purposes, 'phone-and-post-marketing')['interest'],
    )
    expect(codesOf(nameless)).toContain('L0901')
    for (const key of ['id', 'on', 'review-by']) {
      const part = changed(REGISTER, policy => {
        delete (the(policy.purposes, 'phone-and-post-marketing')['assessment'] as Node)[key]
      })
      expect(part.policy).toBeUndefined()
    }
  })

  test('proves: register.legitimate-interest-documented (002.22): on the last day it still counts, on the day after it is told and nothing is decided on it', () => {
    expect(codesOf(changed(REGISTER, until('2026-11-23'), '2026-11-23'))).toEqual(OK)
    const late = changed(REGISTER, until('2026-11-23'), '2026-11-24')
    expect(codesOf(late)).toEqual(['L0811', 'compiles'])
    expect(late.diagnostics).toMatchObject([{ severity: 'warning' }])

    const { personRules: persons } = compiled(REGISTER, until('2026-11-23'))
    const at = (now: string) =>
      decidePerson(persons, 'phone-and-post-marketing', 'phone', { ...SUBJECT, now: moment(now) })
    expect(at('2026-11-23T23:59:59Z')).toMatchObject({
      allowed: true,
      basis: 'legitimate-interest',
    })
    expect(at('2026-11-24T00:00:00Z')).toMatchObject({ refused: 'weighing-lapsed' })
  })

  test('proves: register.legitimate-interest-documented (002.22): a channel that needs consent never rests on an interest', () => {
    const by = (basis: string) =>
      changed(REGISTER, policy => {
        const purpose = the(policy.purposes, 'phone-and-post-marketing')
        purpose['basis'] = { phone: 'legitimate-interest', email: basis }
      })
    expect(codesOf(by('legitimate-interest'))).toContain('L0902')
    expect(codesOf(by('consent'))).not.toContain('L0902')
  })

  test('proves: register.legitimate-interest-documented: whoever objects is no longer called', () => {
    const { personRules: persons } = compiled(REGISTER)
    const objections = [{ to: 'purpose', what: 'phone-and-post-marketing' }] as const
    expect(
      decidePerson(persons, 'phone-and-post-marketing', 'phone', { ...SUBJECT, objections }),
    ).toMatchObject({
      refused: 'objected',
    })
  })
})

describe('closed groups of data', () => {
  test('proves: register.categories-closed (002.29, 002.30, 002.31, 002.33): a datum that is not on the list cannot be written, nor a list be left open', () => {
    const fields = (change: (fields: Node[]) => void, more: Node = {}) =>
      codesOf(
        changed(REGISTER, policy => {
          const group = the(policy.data, 'basics')
          change(group['fields'] as Node[])
          Object.assign(group, more)
        }),
      )
    expect(fields(() => {})).toEqual(OK)
    expect(fields(list => void list.push({ field: 'shoe-size', needed: 'voluntary' }))).toEqual([
      'L0105',
    ])
    expect(fields(() => {}, { open: true })).toContain('L11')
    expect(fields(list => void list.push({ field: 'name' }))).not.toContain('L0105')
  })

  test('proves: register.categories-closed (002.29): only data on the list of its purpose is ever used', () => {
    const grant = decidePerson(
      compiled(REGISTER).personRules,
      'phone-and-post-marketing',
      'phone',
      SUBJECT,
    )
    if (!('allowed' in grant)) throw new Error(grant.refused)
    expect(decideField(grant, 'phone')).toMatchObject({ allowed: true })
    expect(decideField(grant, 'metering-point-code')).toMatchObject({ allowed: true })
    expect(decideField(grant, 'call-recordings')).toMatchObject({ refused: 'field-not-declared' })
    expect(decideField(grant, 'shoe-size')).toMatchObject({ refused: 'field-not-declared' })
  })

  test('proves: register.categories-closed: a register of which nothing is said promises nothing', () => {
    expect(promisedBy(compiled(REGISTER))).toContain('register.categories-closed')
    const bare = compiled(REGISTER, ({ registers }) => void delete registers[0]?.['data'])
    expect(promisedBy(bare)).not.toContain('register.categories-closed')
    const strange = changed(
      REGISTER,
      ({ registers }) => void (registers[0] = { ...registers[0], data: ['basics', 'basic'] }),
    )
    expect(codesOf(strange)).toEqual(['L0103'])
  })
})

describe('data that tells who somebody is', () => {
  const slug = 'analytics.anonymise-when-possible'
  const form = (id: string, given: Node | undefined) =>
    changed('machine-dealer', policy => {
      const purpose = the(policy.purposes, id)
      if (given === undefined) delete purpose['form']
      else purpose['form'] = given
    })
  const because = (...fields: readonly string[]) =>
    fields.map(field => ({ field, because: 'tells-browsers-apart' }))

  test.for(['analytics', 'marketing'])(
    'proves: analytics.anonymise-when-possible (003.14, 003.35): each identifying datum of %s has its reason',
    id => {
      expect(promisedBy(compiled('machine-dealer'))).toContain(slug)
      const both = { is: 'pseudonymous', identifying: because('browser-id', 'device-id') }
      expect(codesOf(form(id, both))).toEqual(OK)
      const one = form(id, { is: 'pseudonymous', identifying: because('browser-id') })
      expect(codesOf(one)).toEqual(['L0904'])
      expect(one.diagnostics[0]?.message).toContain('`device-id`')
      expect(one.diagnostics[0]?.message).not.toContain('`browser-id`')
      expect(codesOf(form(id, { is: 'pseudonymous' }))).toEqual(['L0904'])
      expect(codesOf(form(id, undefined))).toEqual(['L0904'])
    },
  )

  test('proves: analytics.anonymise-when-possible (003.14): figures need no reason, and may not name what identifies', () => {
    expect(codesOf(form('analytics', { is: 'aggregate' }))).toEqual(OK)
    const named = { is: 'aggregate', identifying: because('browser-id') }
    expect(codesOf(form('analytics', named))).toEqual(['L0904'])
  })

  test('proves: analytics.anonymise-when-possible (003.14): a datum that does not identify needs no reason', () => {
    const more = (field: string) =>
      changed('machine-dealer', policy => {
        const fields = the(policy.data, 'visits')['fields'] as Node[]
        fields.push({ field, needed: 'voluntary', without: 'none' })
      })
    expect(codesOf(more('links-clicked'))).toEqual(OK)
    expect(codesOf(more('ip-address'))).toContain('L0904')
  })
})

describe('duties of law alone', () => {
  const datum = (change: (field: Node) => void) =>
    codesOf(
      changed('machine-dealer', policy => {
        const [first] = the(policy.data, 'person')['fields'] as Node[]
        change(first ?? {})
      }),
    )

  test('duty: X04: each datum that is asked for says whether it must be given, and what follows', () => {
    expect(datum(() => {})).toEqual(OK)
    expect(datum(field => void delete field['without'])).toEqual(['L0701', 'L20'])
    expect(datum(field => void delete field['needed'])).toEqual(['L0701', 'L20'])
    const cookies = (key: string, field: string) =>
      changed('childrens-shop', ({ data }) => {
        delete the(the(data, 'recognised')['fields'] as Node[], field, 'field')[key]
      })
    const found = cookies('without', 'login-id')
    expect(codesOf(found)).toEqual(['L0911'])
    expect(found.diagnostics[0]?.help).toContain('`without`')
    expect(codesOf(cookies('needed', 'login-id'))).toEqual(['L0911'])
    expect(codesOf(cookies('without', 'customer-number'))).toEqual(OK)
  })

  test('duty: X04: what nobody is asked for needs no such word', () => {
    const watched = changed('machine-dealer', policy => {
      for (const field of the(policy.data, 'visits')['fields'] as Node[]) delete field['without']
    })
    expect(codesOf(watched)).toEqual(OK)
  })

  test.for(LANGS)('duty: X04: in %s the row of each datum tells both', lang => {
    const fields = 6
    const rows = (change?: (field: Node) => void) => {
      const policy = compiled('machine-dealer', ({ data }) => {
        for (const field of the(data, 'person')['fields'] as Node[]) change?.(field)
      })
      return renderNotice(noticeOf(policy, lang), 'html').match(/<tr[\s>].*?<\/tr>/gs) ?? []
    }
    const before = rows()
    const differing = (after: readonly string[]) =>
      after.filter((row, at) => row !== before[at]).length
    expect(differing(rows())).toBe(0)
    expect(differing(rows(field => void (field['without'] = 'no-entry')))).toBe(fields)
    expect(differing(rows(field => void (field['needed'] = 'by-law')))).toBe(fields)
  })

  const profiling = (name: string, id: string, given?: Node) =>
    codesOf(
      changed(name, policy => {
        const purpose = the(policy.purposes, id)
        if (given) purpose['profiling'] = given
        else delete purpose['profiling']
      }),
    )

  test('duty: X05: a purpose that profiles without a word on how is an error', () => {
    expect(profiling('childrens-shop', 'personalisation')).toEqual(['L0912'])
    expect(profiling('childrens-shop', 'marketing')).toEqual(['L0912'])
    expect(profiling('machine-dealer', 'picture-of-interests')).toContain('L0701')
    expect(profiling('childrens-shop', 'analytics')).toEqual(OK)
  })

  test('duty: X05: what is told is how it is made, what it means, and that it decides nothing alone', () => {
    const whole = { by: 'recent-views', means: 'what-is-shown', decides: 'nothing-alone' }
    expect(profiling('childrens-shop', 'personalisation', whole)).toEqual(OK)
    for (const key of ['by', 'means', 'decides']) {
      const { [key]: _, ...part } = whole as Node
      expect(profiling('childrens-shop', 'personalisation', part)).toEqual(['L0102'])
    }
    const alone = profiling('childrens-shop', 'personalisation', { ...whole, decides: 'alone' })
    expect(alone).not.toContain('compiles')
  })
})

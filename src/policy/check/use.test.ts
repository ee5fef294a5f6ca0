import { describe, expect, test } from 'vitest'
import { changed, type Lists, type Node, the } from '../../../test/promises/changed.ts'
import { REFUSAL_GROUNDS } from '../vocabulary-keeping.ts'

/** Codes of this family that are said of a policy after a change. */
function said(change: (policy: Lists) => void, name = 'starter'): readonly string[] {
  const codes = changed(name, change).diagnostics.map(({ code }) => code as string)
  return [...new Set(codes.filter(code => code.startsWith('L09')))]
}

const purpose = (more: Node, id = 'answers') =>
  said(({ purposes }) => void Object.assign(the(purposes, id), more))

describe('L0901: an interest is named and weighed', () => {
  test.for(['legitimate-interest', 'until-forbidden'])('where the basis is %s', basis => {
    expect(purpose({ basis: { post: basis } })).toEqual([])
    for (const key of ['interest', 'assessment'])
      expect(purpose({ basis: { post: basis }, [key]: undefined })).toEqual(['L0901'])
  })

  test('and nowhere else', () => {
    const bare = { interest: undefined, assessment: undefined }
    expect(purpose({ ...bare, basis: { email: 'contract' } })).toEqual([])
    expect(purpose({ ...bare, basis: { email: 'contract', post: 'legitimate-interest' } })).toEqual(
      ['L0901'],
    )
  })
})

describe('L0902: marketing on electronic channels needs a yes, or a sale', () => {
  const by = (channel: string, basis: string, aims = ['direct-marketing']) =>
    purpose({ basis: { [channel]: basis }, aims })

  test.for(['email', 'sms', 'push', 'app', 'web'])('by %s', channel => {
    expect(by(channel, 'legitimate-interest')).toEqual(['L0902'])
    expect(by(channel, 'until-forbidden')).toEqual(['L0902'])
    expect(by(channel, 'consent')).toEqual([])
    expect(by(channel, 'soft-opt-in')).toEqual([])
    expect(by(channel, 'legitimate-interest', ['customer-communication'])).toEqual([])
  })

  test.for(['phone', 'post', 'in-person'])('by %s it may rest on an interest', channel => {
    expect(by(channel, 'legitimate-interest')).toEqual([])
  })

  test.for(['partner-marketing', 'newsletter', 'sell-services'])('%s is marketing too', aim => {
    expect(by('email', 'legitimate-interest', [aim])).toEqual(['L0902'])
  })
})

test('L0903: data is kept by the rule of the purpose, or by that of each of its groups', () => {
  const kept = (ofPurpose: boolean, ofGroup: boolean) =>
    said(({ purposes, data }) => {
      if (!ofPurpose) delete the(purposes, 'answers')['retention']
      if (!ofGroup) delete the(data, 'letters')['retention']
    })
  expect(kept(true, true)).toEqual([])
  expect(kept(true, false)).toEqual([])
  expect(kept(false, true)).toEqual([])
  // `rights` uses the same group by a rule of its own.
  expect(kept(false, false)).toEqual(['L0903'])
})

test('L0904: what identifies has a reason each, and what does not identify names nothing', () => {
  const form = (more: Node | undefined) => purpose({ form: more }, 'analytics')
  const identifying = [{ field: 'browser-id', because: 'tells-browsers-apart' }]
  for (const is of ['personal', 'pseudonymous']) {
    expect(form({ is, identifying })).toEqual([])
    expect(form({ is })).toEqual(['L0904'])
  }
  expect(form({ is: 'aggregate' })).toEqual([])
  expect(form({ is: 'aggregate', identifying })).toEqual(['L0904'])
  expect(form(undefined)).toEqual(['L0904'])
  const other = [{ field: 'pages-visited', because: 'tells-browsers-apart' }]
  expect(form({ is: 'pseudonymous', identifying: other })).toEqual(['L0904'])
  // A contract needs to know whose it is: there the kind of the data is enough.
  expect(purpose({ form: undefined }, 'orders')).toEqual([])
})

test('L0905: a group that leaves has a smallest size, and nobody in it who objected', () => {
  const group = (more: Node) =>
    said(({ audiences }) => void Object.assign(the(audiences, 'from-use'), more), 'bank-analytics')
  expect(group({})).toEqual([])
  expect(group({ 'minimum-group': undefined })).toEqual(['L0905'])
  expect(group({ leaves: undefined })).toEqual(['L0905'])
  const inside = { destination: undefined, leaves: undefined, 'minimum-group': undefined }
  expect(group(inside)).toEqual([])
})

test('L0906: what is counted without consent cannot be traced, for its salt is destroyed', () => {
  const counted = (measurement: Node) => said(policy => void (policy['measurement'] = measurement))
  expect(counted({ 'without-consent': 'none' })).toEqual([])
  expect(counted({ 'without-consent': 'aggregate' })).toEqual(['L0906'])
  expect(counted({ 'without-consent': 'aggregate', salt: 'destroyed-daily' })).toEqual([])
})

const right = (name: string, more: Node) =>
  said(({ rights }) => {
    const at = rights.findIndex(held => held['right'] === name)
    const base: Node = {
      right: name,
      fee: 'never',
      by: [{ by: 'email', in: 'electronic', at: 'a@b.example' }],
    }
    rights.splice(at < 0 ? rights.length : at, at < 0 ? 0 : 1, { ...base, ...more })
  })

test('L0907: the law gives a month, however long the month is', () => {
  const within = (span: string) => right('access', { within: span })
  for (const span of ['1 month', '28 days', '1 hour'])
    expect([span, within(span)]).toEqual([span, []])
  for (const span of ['29 days', '31 days', '32 days', '2 months', '1 year'])
    expect([span, within(span)]).toEqual([span, ['L0907']])
})

const ALWAYS = ['manifestly-unfounded', 'manifestly-excessive', 'identity-not-established']
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  access: [
    ...ALWAYS,
    'rights-of-others',
    'crime-prevention',
    'danger-to-health',
    'inspection-data',
  ],
  rectification: ALWAYS,
  erasure: [
    ...ALWAYS,
    'legal-obligation',
    'legal-claims',
    'freedom-of-expression',
    'public-interest',
  ],
  restriction: ALWAYS,
  objection: [...ALWAYS, 'legal-claims', 'public-interest', 'compelling-grounds'],
  portability: [...ALWAYS, 'rights-of-others', 'public-interest', 'not-provided-by-person'],
  'marketing-objection': [],
  withdrawal: [],
  review: [],
}

describe('L0908: a right is refused on the grounds of its own articles alone', () => {
  test.for(Object.entries(ALLOWED))('%s', ([name, allowed]) => {
    const found = changed('starter', ({ rights }) => {
      const at = rights.findIndex(held => held['right'] === name)
      const given = { right: name, fee: 'never', refusals: [...REFUSAL_GROUNDS] }
      rights.splice(at < 0 ? rights.length : at, at < 0 ? 0 : 1, given)
    }).diagnostics.filter(({ code }) => code === 'L0908')
    const refused = found.map(({ message }) => /refused for `([\w-]+)`/.exec(message)?.[1])
    expect(refused).toEqual(REFUSAL_GROUNDS.filter(ground => !allowed.includes(ground)))
    // What is suggested can be written.
    for (const { help } of found)
      for (const [, word = ''] of help.matchAll(/`([\w-]+)`/g))
        expect([...allowed, 'refusals']).toContain(word)
  })
})

test('L0909: whoever forbids marketing shows no paper', () => {
  const asked = (more: Node, name = 'marketing-objection') => right(name, more)
  expect(asked({ proof: 'never', assurance: 'none' })).toEqual([])
  expect(asked({})).toEqual([])
  expect(asked({ proof: 'reasonable-doubt' })).toEqual(['L0909'])
  for (const assurance of ['session', 'known-contact', 'strong'])
    expect(asked({ proof: 'never', assurance })).toEqual(['L0909'])
  expect(asked({ proof: 'reasonable-doubt', assurance: 'strong' }, 'access')).toEqual([])
})

test('L0910: what the law orders to keep is ordered by an act in force', () => {
  const by = (act: string | undefined) =>
    said(({ retention }) => void (the(retention, 'vouchers')['law'] = act))
  expect(by('1336/1997')).toEqual([])
  expect(by(undefined)).toEqual([])
  expect(by('523/1999')).toEqual(['L0910'])
  expect(by('9999/1999')).toEqual(['L0910'])
})

test('L0911: in a cookie notice, whoever is asked for a datum learns what follows', () => {
  const datum = (more: Node, name: string, group: string) =>
    said(({ data }) => {
      const [first] = the(data, group)['fields'] as Node[]
      Object.assign(first ?? {}, more)
    }, name)
  const shop = (more: Node) => datum(more, 'childrens-shop', 'recognised')
  expect(shop({ needed: 'for-service', without: 'no-service' })).toEqual([])
  expect(shop({ needed: 'for-service', without: undefined })).toEqual(['L0911'])
  expect(shop({ needed: 'voluntary', without: undefined })).toEqual([])
  expect(shop({ needed: undefined, without: 'none' })).toEqual(['L0911'])
  expect(datum({ without: undefined }, 'childrens-shop', 'visits')).toEqual([])
  expect(datum({ without: undefined }, 'starter', 'customers')).toEqual([])
})

test('L0912: in a cookie notice, a purpose that profiles tells how', () => {
  const told = (id: string, more: Node) =>
    said(({ purposes }) => void Object.assign(the(purposes, id), more), 'childrens-shop')
  expect(told('personalisation', {})).toEqual([])
  expect(told('personalisation', { profiling: undefined })).toEqual(['L0912'])
  expect(told('marketing', { profiling: undefined })).toEqual(['L0912'])
  expect(told('marketing', { profiling: undefined, aims: ['product-interest'] })).toEqual([])
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { diffPolicies, type Policy, readPolicy } from '../index.ts'

const SHOP = readFileSync('spec/cases/policies/shop.yaml', 'utf8')
const BANK = readFileSync('policies/bank-analytics.yaml', 'utf8')
const USAGE = '    basis: { web: consent }\n    aims: [site-usage, popular-products]\n'
const BROWSER = /  - id: browser\n(?:    .*\n)+/
const SALES = /      - event: purchase\n.*\n/

/** A text with pieces written otherwise, compiled. */
function compiled(text: string, ...swaps: readonly (readonly [string | RegExp, string])[]): Policy {
  const changed = swaps.reduce((held, [find, put]) => {
    const next = held.replace(find, () => put)
    expect(next).not.toBe(held)
    return next
  }, text)
  const { policy, diagnostics } = readPolicy(changed, 'x.yaml', '2026-06-01')
  if (!policy) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return policy
}

const onBoth = USAGE.replace('web: consent', 'web: consent, app: consent')
const counting = (basis: string) =>
  [
    `    basis: { ${basis} }`,
    '    visitors: without-identity',
    '    interest: developing-services',
    '    assessment: { id: LIA-2026-01, on: 2026-01-01, review-by: 2027-01-01 }',
    '    aims: [site-usage, popular-products]\n',
  ].join('\n')
const told = [
  'signals:\n',
  'measurement: { without-consent: aggregate, salt: destroyed-daily }\n\nsignals:\n',
] as const
const bare = [
  [BROWSER, ''],
  [SALES, ''],
] as const

test('one basis on the web and in apps is one consent, two bases are two', () => {
  const same = compiled(SHOP, [USAGE, onBoth])
  expect(same.appRules.purposes['usage']).toEqual(same.rules.purposes['usage'])
  expect(Object.keys(same.appRules.purposes)).toEqual(['usage'])
  expect(same.appRules.trackers).toEqual([])

  const mixed = counting('web: legitimate-interest, app: consent')
  const apart = compiled(SHOP, [USAGE, mixed], ...bare, told)
  const [web, app] = [apart.rules, apart.appRules].map(rules => rules.purposes['usage'])
  expect([web?.basis, app?.basis]).toEqual(['legitimate-interest', 'consent'])
  expect(web?.terms).not.toBe(app?.terms)
})

test('a policy that says nothing of apps has no rules for them', () => {
  const { appRules, sources } = compiled(SHOP)
  expect([appRules.purposes, appRules.trackers, sources]).toEqual([{}, [], []])
})

test('whoever agreed without an identity is asked before having one, and not the other way', () => {
  const without = compiled(SHOP, [USAGE, counting('web: consent')], ...bare)
  const withOne = compiled(SHOP, [SALES, ''])
  const terms = [without, withOne].map(({ rules }) => rules.purposes['usage']?.terms)
  expect(terms[0]).not.toBe(terms[1])
  const asks = (old: Policy, next: Policy) =>
    diffPolicies(old, next).filter(({ consequence }) => consequence === 'ask-again')
  expect(asks(without, withOne).map(({ path }) => path)).toContain('purposes.usage.visitors')
  expect(asks(withOne, without)).toEqual([])
})

test('who asks in apps from now on asks there, and not where terms stay', () => {
  const [web, both] = [compiled(SHOP), compiled(SHOP, [USAGE, onBoth])]
  expect(diffPolicies(web, both).map(({ consequence }) => consequence)).toEqual(['inform'])
  const counted = compiled(SHOP, [USAGE, counting('web: legitimate-interest')], ...bare, told)
  const mixed = counting('web: legitimate-interest, app: consent')
  const asked = compiled(SHOP, [USAGE, mixed], ...bare, told)
  expect(diffPolicies(counted, asked)).toMatchObject([
    { path: 'purposes.usage.basis.app', consequence: 'ask-again' },
    { path: 'purposes.usage.basis.app', consequence: 'inform' },
  ])
})

test('who counts without identity does not promise that blocking storage ends recognition', () => {
  const slugs = (policy: Policy) => policy.promises.map(({ slug }) => slug)
  const counts = compiled(SHOP, [USAGE, counting('web: consent')], ...bare)
  expect(slugs(compiled(SHOP))).toContain('device.block-is-respected')
  expect(slugs(counts)).not.toContain('device.block-is-respected')
})

const sources: readonly (readonly [string, string, string, string, string])[] = [
  [
    'an app that is believed on more',
    'asserts: [consent, time, device]',
    'asserts: [consent, time, device, place]',
    'wider',
    'inform',
  ],
  [
    'an app that is believed on less',
    'asserts: [consent, time, device]',
    'asserts: [consent, time]',
    'narrower',
    'nothing',
  ],
  ['another key', 'key: majakka-mobiili', 'key: majakka-mobiili-two', 'wording', 'nothing'],
  ['another source by the same key', '  - id: bank-web\n', '  - id: pages\n', 'wording', 'nothing'],
]
test.for(sources)('a change of sources: %s', ([, find, put, kind, consequence]) => {
  const changes = diffPolicies(compiled(BANK), compiled(BANK, [find, put]))
  expect(changes).toMatchObject([{ kind, consequence, purposes: [] }])
  expect(JSON.stringify(changes)).not.toMatch(/majakka-mobiili/)
})

test('a partner that comes is told of, one that goes is not, and no key is printed', () => {
  const partner = /  - id: car-portal-web\n(?:    .*\n)+/
  const [old, next] = [compiled(BANK, [partner, '']), compiled(BANK)]
  const [came] = diffPolicies(old, next)
  expect(came).toMatchObject({ path: 'event-sources.car-portal-web', consequence: 'inform' })
  expect(came?.words.fi).toBe(
    'Otamme nyt vastaan tapahtumia myös lähteestä ”car-portal-web” (Kumppanien sivustot).',
  )
  expect(diffPolicies(next, old)).toMatchObject([{ kind: 'narrower', consequence: 'nothing' }])
  expect(JSON.stringify(diffPolicies(old, next))).not.toContain('sha256')
})

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { momentOf } from '../../base/time.ts'
import { decide, decideTracker, type Facts, type Rules } from '../decide.ts'
import type { Policy } from '../policy.ts'
import { readPolicy } from '../read-policy.ts'
import { readSafely } from './safe.ts'

const ON = '2026-11-22'
const NAMES = readdirSync('policies/as-published').filter(name => name.endsWith('.yaml'))

type Written = Record<string, unknown> & {
  trackers: Record<string, unknown>[]
  purposes: Record<string, unknown>[]
}

function published(name: string): Written {
  return parse(readFileSync(`policies/as-published/${name}`, 'utf8')) as Written
}

function rulesOf(policy: unknown): Rules {
  const { rules } = readSafely(stringify(policy, { aliasDuplicateObjects: false }), 'x.yaml', ON)
  if (!rules) throw new Error('it was not read')
  return rules
}

/** The published shop after a change to its first functional tracker, or to all of it. */
function shop(change: (tracker: Record<string, unknown>, policy: Written) => void): Rules {
  const policy = published('childrens-shop.yaml')
  const tracker = policy.trackers.find(({ id }) => id === 'functional') ?? {}
  Object.assign(tracker, { name: 'shop_cart', store: 'cookie', use: 'keeps-cart' })
  tracker['service'] = 'shopping-cart'
  change(tracker, policy)
  return rulesOf(policy)
}

const asked = (rules: Rules, more: Partial<Facts> = {}): Facts => ({
  granted: Object.fromEntries(Object.values(rules.purposes).map(({ id, terms }) => [id, terms])),
  chosenUnder: [],
  signals: [],
  now: momentOf(1),
  until: momentOf(2),
  withdrawn: false,
  ...more,
})

const isYes = (verdict: object) => !('refused' in verdict)

describe.for(NAMES)('%s, read safely', name => {
  const policy = published(name)
  const { rules } = readSafely(stringify(policy), name, ON)
  const twin = readPolicy(readFileSync(`policies/${name}`, 'utf8'), name, ON).policy

  test('keeps: law-lint.safe-reading: gives rules to decide by, and nothing to publish', () => {
    expect(rules).toBeDefined()
    expect(readPolicy(stringify(policy), name, ON).policy).toBeUndefined()
  })

  test('keeps: law-lint.safe-reading: without a choice, nothing goes but what a visitor asked for', () => {
    for (const { id, basis } of Object.values(rules?.purposes ?? {}))
      expect(isYes(decide(rules ?? noRules, id, undefined))).toBe(basis === 'service-requested')
  })

  test('keeps: law-lint.safe-reading: nothing that it permits is forbidden by the law of the safe policy', () => {
    expect(twin).toBeDefined()
    for (const id of Object.keys(rules?.purposes ?? {}))
      expect([id, looserThan(policy, id, rules ?? noRules, twin)]).toEqual([id, false])
  })

  test('a purpose that it does not know, and one that was withdrawn, is refused', () => {
    expect(isYes(decide(rules ?? noRules, 'unheard-of', undefined))).toBe(false)
    for (const { id, basis } of Object.values(rules?.purposes ?? {})) {
      const facts = asked(rules ?? noRules, { withdrawn: true })
      expect(isYes(decide(rules ?? noRules, id, facts))).toBe(basis === 'service-requested')
    }
  })

  test('keeps: law-lint.safe-reading: no tracker without a name of its own is ever set', () => {
    const named = policy.trackers.filter(tracker => tracker['name'] !== 'unstated')
    expect(rules?.trackers.map(({ name: of }) => of)).toEqual(
      named.map(tracker => tracker['name']).filter(of => rules?.trackers.some(t => t.name === of)),
    )
    expect(rules?.trackers.length).toBeLessThanOrEqual(named.length)
  })
})

const noRules: Rules = { version: '', purposes: {}, trackers: [], vendors: [] }

/** Does a purpose go without consent where the safe policy asks in every purpose of its category? */
function looserThan(policy: Written, id: string, rules: Rules, twin: Policy | undefined): boolean {
  const category = policy.purposes.find(purpose => purpose['id'] === id)?.['category']
  const safe = twin?.purposes.filter(purpose => purpose.category === category) ?? []
  const goes = isYes(decide(rules, id, undefined))
  return goes && !safe.some(purpose => twin && isYes(decide(twin.rules, purpose.id, undefined)))
}

test('keeps: law-lint.safe-reading: of a range the shortest time applies, and renewal without an end is none', () => {
  const rules = shop(() => undefined)
  expect(rules.trackers).toMatchObject([{ name: 'shop_cart', seconds: 900, capSeconds: 0 }])
  expect(isYes(decideTracker(rules, 'cookie', 'shop_cart', undefined))).toBe(true)
  const capped = shop(tracker => (tracker['rolling'] = { 'up-to': '1 day' }))
  expect(capped.trackers).toMatchObject([{ capSeconds: 86_400 }])
})

test('keeps: law-lint.safe-reading: a cookie lives no longer than browsers keep it; other stores as long as is said', () => {
  const lives = (keys: object) => shop(t => Object.assign(t, keys)).trackers[0]?.seconds
  const cap = 400 * 86_400
  expect(lives({ lifetime: '26 months' })).toBe(cap)
  expect(lives({ lifetime: '400 days' })).toBe(cap)
  expect(lives({ lifetime: '399 days' })).toBe(399 * 86_400)
  expect(lives({ lifetime: '26 months', 'browsers-keep': '7 days' })).toBe(7 * 86_400)
  expect(lives({ lifetime: '401 days', store: 'local-storage' })).toBe(401 * 86_400)
  expect(lives({ lifetime: 'session' })).toBe(0)
})

test.for<[string, object]>([
  ['without a name', { name: 'unstated' }],
  ['in two stores', { store: ['cookie', 'local-storage'] }],
  ['of two vendors', { vendor: ['google-analytics', 'other-partners'] }],
  ['that goes at no time', { lifetime: 'unstated' }],
  ['of a third party', { party: 'third' }],
  ['that serves nobody', { service: 'unstated' }],
  ['known from advertising', { name: '_ga' }],
  ['that stands for more', { open: true }],
  ['of a purpose that is not there', { purpose: 'unheard-of' }],
])('keeps: law-lint.safe-reading: a functional tracker %s is never set', ([, keys]) => {
  expect(shop(tracker => Object.assign(tracker, keys)).trackers).toEqual([])
})

test.for<[unknown, string]>([
  ['service-requested', 'service-requested'],
  [['service-requested', 'consent'], 'consent'],
  ['legitimate-interest', 'consent'],
  ['unstated', 'consent'],
])('keeps: law-lint.safe-reading: on a device, the basis %s is read as %s', ([web, basis]) => {
  const rules = shop((_, { purposes: [functional] }) => {
    if (functional) functional['basis'] = { web }
  })
  expect(rules.purposes['functional']?.basis).toBe(basis)
})

test('keeps: law-lint.safe-reading: aims of the company make even a functional purpose ask', () => {
  const rules = shop((_, { purposes: [functional] }) => {
    if (functional) functional['aims'] = ['site-functions', 'statistics']
  })
  expect(rules.purposes['functional']?.basis).toBe('consent')
})

test('keeps: law-lint.safe-reading: nobody is profiled before their age is asked, and nobody whose age the law protects', () => {
  const has = (minors: unknown) =>
    Object.hasOwn(shop((_, policy) => (policy['minors'] = minors)).purposes, 'personalisation')
  const gate = (under: string) => ({ asks: 'age-before-profiling', under })
  expect(has({ possible: true })).toBe(false)
  expect(has({ possible: 'unstated' })).toBe(false)
  // The country is not stated: the age of the GDPR itself counts.
  expect(has({ possible: true, 'age-gate': gate('15 years') })).toBe(false)
  expect(has({ possible: true, 'age-gate': gate('16 years') })).toBe(true)
  expect(has({ possible: false })).toBe(true)
})

test('keeps: law-lint.safe-reading: of an open list only what is named is kept', () => {
  const rules = shop((_, policy) => (policy['minors'] = { possible: false }))
  expect(rules.purposes['personalisation']?.events).toEqual({
    product_view: ['product'],
    search: ['query'],
  })
})

test('keeps: law-lint.safe-reading: where Do Not Track was to be the only no, it is one', () => {
  const rules = shop(() => undefined)
  const facts = (signals: Facts['signals']) => asked(rules, { signals, granted: {} })
  const verdict = (signals: Facts['signals']) => decide(rules, 'analytics', facts(signals))
  expect(verdict(['dnt'])).toMatchObject({ refused: 'objected' })
  expect(verdict([])).toMatchObject({ refused: 'no-consent' })
  expect(isYes(decide(rules, 'analytics', asked(rules)))).toBe(true)
})

test('what was changed is told with its finding, sentence and line', () => {
  const text = readFileSync('policies/as-published/childrens-shop.yaml', 'utf8')
  const { changes } = readSafely(text, 'x.yaml', ON)
  expect(changes).toContainEqual({
    code: 'L01',
    from: '003.21',
    line: text.slice(0, text.indexOf('by: do-not-track')).split('\n').length,
    what: 'we ask first; this counts as well',
  })
  expect(changes.map(({ code }) => code)).toEqual(expect.arrayContaining(['L23', 'L26']))
})

test('keeps: law-lint.safe-reading: a policy that is safe already is read as it is, and allows nothing more', () => {
  const text = readFileSync('policies/childrens-shop.yaml', 'utf8')
  const { policy } = readPolicy(text, 'shop.yaml', ON)
  const { rules, changes } = readSafely(text, 'shop.yaml', ON)
  const bases = (of: Rules | undefined) =>
    Object.values(of?.purposes ?? {}).map(({ id, basis, events }) => ({
      id,
      basis,
      fields: Object.keys(events).toSorted(),
    }))
  expect(bases(rules)).toEqual(bases(policy?.rules))
  expect(changes.filter(({ code }) => code !== 'L29')).toEqual([])
  expect(rules?.trackers.map(({ name }) => name)).toEqual(
    policy?.rules.trackers.map(({ name }) => name),
  )
  for (const [at, { seconds }] of (rules?.trackers ?? []).entries())
    expect(seconds).toBeLessThanOrEqual(policy?.rules.trackers[at]?.seconds ?? 0)
})

test.for(['', 'lupaus: 1\nkey: x\n', '[', '\0', 'a: &a [*a]'])(
  '`%j` is no policy, and allows nothing',
  text => {
    const { rules, diagnostics } = readSafely(text, 'x.yaml', ON)
    expect(rules).toBeUndefined()
    expect(diagnostics).not.toEqual([])
  },
)

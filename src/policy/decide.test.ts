import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { moment, momentOf } from '../base/time.ts'
import {
  decide,
  decideEvent,
  decideTracker,
  type Facts,
  type Permit,
  type Rule,
  type Rules,
} from './decide.ts'

const now = moment('2026-11-22T10:00:00Z')

const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
  id,
  line: 1,
  basis: 'consent',
  terms: `terms-of-${id}`,
  events: { page_view: ['path', 'title'] },
  refusedBy: ['gpc', 'dnt'],
  ...more,
})

const rules: Rules = {
  version: 'f'.repeat(64),
  purposes: {
    functional: rule('functional', { basis: 'service-requested', events: {}, refusedBy: [] }),
    analytics: rule('analytics'),
    marketing: rule('marketing', { events: {} }),
    upkeep: rule('upkeep', { basis: 'legitimate-interest' }),
  },
  trackers: [
    tracker('choice', 'lupaus_choice', 'cookie', 'functional'),
    tracker('browser', 'lupaus_a', 'cookie', 'analytics'),
    tracker('google', '_ga_*', 'cookie', 'analytics'),
    tracker('lost', 'orphan', 'cookie', 'nothing'),
  ],
  vendors: [],
}

const yes: Facts = {
  granted: { analytics: 'terms-of-analytics' },
  chosenUnder: [],
  signals: [],
  until: momentOf(now + 1000),
  now,
  withdrawn: false,
}

function tracker(id: string, name: string, store: string, purpose: string) {
  return { id, name, store, purpose, seconds: 60, capSeconds: 0 }
}

function outcome(verdict: ReturnType<typeof decide>): string {
  return 'refused' in verdict ? verdict.refused : 'permit'
}

function permitted(purpose: string, facts: Facts = yes): Permit {
  const verdict = decide(rules, purpose, facts)
  if ('refused' in verdict) throw new Error(`refused: ${verdict.refused}`)
  return verdict
}

test('a grant that stands gives a permit with its rule', () => {
  const permit = permitted('analytics')
  expect(permit.purpose).toBe('analytics')
  expect(permit.rule).toBe(rules.purposes['analytics'])
})

test.for<[string, string, Partial<Facts> | undefined, string]>([
  ['a purpose nobody promised', 'profiling', {}, 'not-promised'],
  ['no choice at all', 'analytics', undefined, 'no-consent'],
  ['a choice that left it out', 'marketing', {}, 'no-consent'],
  ['a grant for other terms', 'analytics', { granted: { analytics: 'older' } }, 'terms-changed'],
  ['a grant at its last moment', 'analytics', { until: momentOf(now + 1) }, 'permit'],
  ['a grant whose time is up', 'analytics', { until: now }, 'lapsed'],
  ['a withdrawal', 'analytics', { withdrawn: true }, 'withdrawn'],
  ['a signal', 'analytics', { signals: ['gpc'] }, 'objected'],
  ['a signal the grant was made under', 'analytics', under('gpc', 'gpc'), 'permit'],
  ['a signal that came after the grant', 'analytics', under('dnt', 'gpc'), 'objected'],
  ['a signal, and no grant it could be made under', 'marketing', under('gpc', 'gpc'), 'objected'],
  ['a service asked for, without any choice', 'functional', undefined, 'permit'],
  ['a service asked for, under a withdrawal', 'functional', { withdrawn: true }, 'permit'],
  ['a legitimate interest of nobody known', 'upkeep', undefined, 'no-consent'],
  ['a legitimate interest', 'upkeep', {}, 'permit'],
  ['a legitimate interest objected to', 'upkeep', { signals: ['dnt'] }, 'objected'],
])('%s: %s', ([, purpose, more, expected]) => {
  expect(outcome(decide(rules, purpose, more && { ...yes, ...more }))).toBe(expected)
})

function under(on: 'gpc' | 'dnt', then: 'gpc' | 'dnt'): Partial<Facts> {
  return { signals: [on], chosenUnder: [then] }
}

test.for(['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])(
  'the purpose `%s` that every object inherits is not promised',
  purpose => {
    expect(outcome(decide(rules, purpose, { ...yes, granted: { [purpose]: '' } }))).toBe(
      'not-promised',
    )
  },
)

test('a grant that the choice only inherits is none', () => {
  const granted = Object.create({ analytics: 'terms-of-analytics' }) as Facts['granted']
  expect(outcome(decide(rules, 'analytics', { ...yes, granted }))).toBe('no-consent')
})

test.for([Number.NaN, Infinity, -Infinity])('a time of %d permits nothing', time => {
  const at = momentOf(time)
  expect(outcome(decide(rules, 'analytics', { ...yes, now: at }))).toBe('error')
  expect(outcome(decide(rules, 'analytics', { ...yes, until: at }))).toBe('error')
})

test.for([undefined, null, 0, '', 'false', Number.NaN])(
  'a withdrawal that cannot be read (%s) is a withdrawal',
  withdrawn => {
    const facts = { ...yes, withdrawn } as unknown as Facts
    expect(outcome(decide(rules, 'analytics', facts))).toBe('withdrawn')
  },
)

test('terms that are missing on both sides do not agree', () => {
  for (const terms of [undefined, '']) {
    const broken = { ...rules, purposes: { analytics: rule('analytics', { terms: terms as '' }) } }
    const facts = { ...yes, granted: { analytics: terms as '' } }
    expect(outcome(decide(broken, 'analytics', facts))).toBe('error')
  }
})

test('a rule that stands under another name permits nothing', () => {
  const swapped = { ...rules, purposes: { marketing: rule('functional', { basis: 'contract' }) } }
  expect(outcome(decide(swapped, 'marketing', yes))).toBe('error')
})

test('proves: analytics.fields-closed: a field that the policy does not name is refused, one by one', () => {
  const verdict = decideEvent(permitted('analytics'), 'page_view', ['path', 'email', 'title'])
  expect(verdict).toMatchObject({
    kept: ['path', 'title'],
    refused: [{ refused: 'field-not-declared', what: 'page_view.email', purpose: 'analytics' }],
  })
})

test('proves: analytics.fields-closed: an event that the policy does not name is refused whole', () => {
  for (const event of ['login', '__proto__', 'constructor', '']) {
    const verdict = decideEvent(permitted('analytics'), event, ['path'])
    expect(verdict).toMatchObject({ refused: 'event-not-declared', what: event })
  }
})

test('proves: analytics.fields-closed: no field is kept that is not on the list, whatever is asked', () => {
  const names = fc.oneof(fc.constantFrom('path', 'title', 'pat', 'page_view', '0'), fc.string())
  fc.assert(
    fc.property(names, fc.array(names, { maxLength: 12 }), (event, fields) => {
      const verdict = decideEvent(permitted('analytics'), event, fields)
      if (!('kept' in verdict)) {
        expect(event).not.toBe('page_view')
        return
      }
      expect(event).toBe('page_view')
      expect(verdict.kept).toEqual(fields.filter(f => f === 'path' || f === 'title'))
      expect(verdict.refused).toHaveLength(fields.length - verdict.kept.length)
    }),
    { numRuns: 2000 },
  )
})

test('what only looks like a permit opens nothing', () => {
  const forged = { purpose: 'analytics', rule: rules.purposes['analytics'] } as unknown as Permit
  expect(decideEvent(forged, 'page_view', ['path'])).toMatchObject({ refused: 'error' })
})

test.for([
  ['cookie', 'lupaus_a', 'permit'],
  ['cookie', '_ga_ABC123', 'permit'],
  ['cookie', '_ga_', 'permit'],
  ['cookie', '_ga', 'tracker-not-declared'],
  ['cookie', 'x_ga_1', 'tracker-not-declared'],
  ['cookie', 'lupaus_a2', 'tracker-not-declared'],
  ['cookie', 'LUPAUS_A', 'tracker-not-declared'],
  ['local-storage', 'lupaus_a', 'tracker-not-declared'],
  ['cookie', 'orphan', 'not-promised'],
] as const)('in %s, `%s`: %s', ([store, name, expected]) => {
  const verdict = decideTracker(rules, store, name, yes)
  expect('refused' in verdict ? verdict.refused : 'permit').toBe(expected)
})

test('a declared tracker without consent is refused by the rule of its purpose', () => {
  expect(decideTracker(rules, 'cookie', 'lupaus_a', undefined)).toMatchObject({
    refused: 'no-consent',
    what: 'lupaus_a',
    rule: { id: 'analytics' },
  })
  expect(decideTracker(rules, 'cookie', 'lupaus_choice', undefined)).toHaveProperty('permit')
})

/** The same question asked of the law instead of the code: every condition, written out. */
function mayProcess(given: unknown, purpose: unknown, told: unknown): boolean {
  const table = prop(given, 'purposes')
  if (typeof purpose !== 'string' || !isRecord(table)) return false
  if (!Object.keys(table).includes(purpose)) return false
  const said = prop(table, purpose)
  if (prop(said, 'id') !== purpose) return false
  const basis = prop(said, 'basis')
  if (basis === 'service-requested' || basis === 'contract') return true
  if (basis !== 'consent' && basis !== 'legitimate-interest') return false
  if (!isRecord(told) || prop(told, 'withdrawn') !== false) return false
  const granted = prop(told, 'granted')
  if (!isRecord(granted)) return false
  const hasGrant = Object.keys(granted).includes(purpose)
  const on = prop(told, 'signals')
  const before = hasGrant ? prop(told, 'chosenUnder') : []
  const stops = prop(said, 'refusedBy')
  if (!Array.isArray(on) || !Array.isArray(before) || !Array.isArray(stops)) return false
  for (const signal of on) if (stops.includes(signal) && !before.includes(signal)) return false
  if (basis === 'legitimate-interest') return true
  const [at, until] = [prop(told, 'now'), prop(told, 'until')]
  if (typeof at !== 'number' || typeof until !== 'number') return false
  if (!(Math.abs(at) < Infinity) || !(Math.abs(until) < Infinity) || at >= until) return false
  const terms = prop(said, 'terms')
  return hasGrant && typeof terms === 'string' && terms !== '' && prop(granted, purpose) === terms
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function prop(of: unknown, key: string): unknown {
  return isRecord(of) ? of[key] : undefined
}

const junk = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true, maxDepth: 2 }),
  fc.constantFrom<unknown>('gpc', 'dnt', ['gpc'], 'consent', 'a', '', Number.NaN, null, undefined),
)
/** Mostly what belongs here, sometimes anything: so that garbage meets every condition alone. */
const or = (value: fc.Arbitrary<unknown>, weight = 12) =>
  fc.oneof({ arbitrary: value, weight }, { arbitrary: junk, weight: 1 })
const purposeName = fc.constantFrom('a', 'b', '__proto__', 'constructor', 'gpc')
const signals = fc.array(fc.constantFrom('gpc', 'dnt'), { maxLength: 2 })
const time = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(Number.NaN, Infinity))
const bases = fc.constantFrom('consent', 'consent', 'service-requested', 'legitimate-interest')

const anyRules = fc.record({
  version: fc.string(),
  purposes: or(
    fc
      .array(
        fc.tuple(
          purposeName,
          or(
            fc.record({
              id: or(purposeName),
              line: fc.nat(),
              basis: or(fc.oneof(bases, fc.constantFrom('contract', 'vital-interest'))),
              terms: or(fc.constantFrom('t1', 't2', '')),
              events: or(fc.constant({})),
              refusedBy: or(signals),
            }),
          ),
        ),
        { maxLength: 4 },
      )
      // A rule usually stands under its own name, or nothing would ever be permitted.
      .map(pairs => Object.fromEntries(pairs.map(([name, said]) => [name, named(name, said)]))),
  ),
  trackers: or(fc.constant([tracker('x', 'x*', 'cookie', 'a')])),
})

function named(name: string, said: unknown): unknown {
  return isRecord(said) && typeof said['id'] === 'string' && said['id'] !== 'gpc'
    ? { ...said, id: name }
    : said
}

const anyFacts = or(
  fc.record({
    granted: or(
      fc
        .array(fc.tuple(purposeName, or(fc.constantFrom('t1', 't1', 't2', ''))), { maxLength: 4 })
        .map(pairs => Object.fromEntries(pairs)),
    ),
    chosenUnder: or(signals),
    signals: or(signals),
    until: or(time),
    now: or(time),
    withdrawn: or(fc.constantFrom<unknown>(false, false, false, true, 0)),
  }),
)

test('proves: basis.default-deny: whatever is asked, a permit is given only where every condition holds', () => {
  const seen = { permit: 0, refusal: 0 }
  fc.assert(
    fc.property(
      or(anyRules, 40),
      fc.oneof({ arbitrary: purposeName, weight: 30 }, { arbitrary: junk, weight: 1 }),
      anyFacts,
      (given, purpose, told) => {
        const verdict = decide(given as Rules, purpose as string, told as Facts)
        const isPermit = !('refused' in verdict)
        expect(isPermit).toBe(mayProcess(given, purpose, told))
        seen[isPermit ? 'permit' : 'refusal'] += 1
        const onDevice = decideTracker(given as Rules, 'cookie', 'x1', told as Facts)
        if ('permit' in onDevice)
          expect(mayProcess(given, onDevice.permit.purpose, told)).toBe(true)
        if (isPermit) expect(() => decideEvent(verdict, 'page_view', ['path'])).not.toThrow()
      },
    ),
    { numRuns: 20_000 },
  )
  // A law that never meets a permit, or never a refusal, has shown nothing.
  expect(seen.permit).toBeGreaterThan(500)
  expect(seen.refusal).toBeGreaterThan(5000)
})

test('proves: basis.default-deny: every ground that law or a later version may know is refused until the code knows it', () => {
  for (const basis of ['vital-interest', 'legal-obligation', '', undefined]) {
    const odd = {
      ...rules,
      purposes: { analytics: rule('analytics', { basis: basis as 'consent' }) },
    }
    expect(outcome(decide(odd, 'analytics', yes))).toBe('error')
  }
})

test('proves: basis.default-deny: nothing is decided from rules or facts that throw', () => {
  const trap = new Proxy({}, { get: () => raise(), getOwnPropertyDescriptor: () => raise() })
  expect(outcome(decide(trap as Rules, 'analytics', yes))).toBe('error')
  expect(outcome(decide(rules, 'analytics', trap as Facts))).toBe('error')
  expect(decideTracker(trap as Rules, 'cookie', 'x', yes)).toMatchObject({ refused: 'error' })
})

function raise(): never {
  throw new Error('no')
}

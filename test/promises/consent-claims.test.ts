import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moment } from '../../src/base/time.ts'
import { type Asked, factsOfClaims, lessRefused } from '../../src/consent/facts.ts'
import { type Claims, claimedBy } from '../../src/consent/claims.ts'
import { bannerWords, decide, type Signal } from '../../src/policy/index.ts'
import { countsVisits, read, richPolicy } from './consent-policy.ts'

const policy = read(richPolicy(countsVisits))
const now = moment('2026-11-22T10:00:00Z')
const source = (id: string) => policy.sources.find(one => one.id === id)
const ASKED = ['personalisation', 'analytics', 'marketing']

/** Purposes that are permitted for what this source sends. */
function permitted(
  from: string,
  claims: Claims,
  signals: readonly Signal[] = [],
): readonly string[] {
  const asked: Asked = { receipt: undefined, signals, source: source(from), claims }
  const facts = lessRefused(policy, asked, factsOfClaims(policy, asked, now))
  return policy.purposes
    .map(({ id }) => id)
    .filter(id => id !== 'functional' && !('refused' in decide(policy.rules, id, facts)))
}

test.for([
  [['analytics'], ['analytics', 'visits']],
  [
    ['Analytics', ' MARKETING '],
    ['analytics', 'marketing', 'visits'],
  ],
  [['advertising'], ['visits']],
  [['functional'], ['visits']],
  [[], ['visits']],
] as const)('a believed source may name purposes as the policy does: %j', ([granted, kept]) => {
  expect(permitted('till', { granted, refused: [] }).toSorted()).toEqual(kept)
})

test.for(['fi', 'sv', 'en'] as const)('the banner’s name of a purpose in %s names it', lang => {
  for (const { id, name } of bannerWords(policy, lang).details.purposes) {
    const granted = [name.toUpperCase()]
    const kept = permitted('till', { granted, refused: [] })
    expect(kept.includes(id)).toBe(id !== 'functional')
  }
})

test('a source that is not believed on consent grants nothing, but its no counts', () => {
  expect(permitted('phone', { granted: ASKED, refused: [] })).toEqual(['visits'])
  expect(permitted('phone', { granted: ASKED, refused: ['*'] })).toEqual([])
})

test('proves: basis.default-deny (a no outweighs a yes in the same breath)', () => {
  expect(permitted('till', { granted: ASKED, refused: ['Marketing'] })).toEqual([
    ...['personalisation', 'analytics', 'visits'],
  ])
  expect(permitted('till', { granted: ASKED, refused: ['*'] })).toEqual([])
})

test('a no to what asks for no consent is an objection, and leaves nothing', () => {
  expect(permitted('till', { granted: ASKED, refused: ['visits'] })).toEqual([])
  expect(permitted('till', { granted: ASKED, refused: ['analytics'] })).toEqual([])
})

test.for(['gpc', 'dnt'] as const)(
  'proves: signal.dnt-stops-partner-tags (%s outranks what a server claims)',
  signal => {
    const all = { granted: ASKED, refused: [] }
    expect(permitted('till', all)).toContain('marketing')
    const left = permitted('till', all, [signal])
    for (const purpose of ['analytics', 'marketing', 'visits']) expect(left).not.toContain(purpose)
  },
)

test('a name that two purposes share means neither for a yes, and both for a no', () => {
  const twins = read(
    richPolicy(written => {
      for (const purpose of written.purposes.slice(1, 3)) {
        purpose['name'] = { fi: 'sama', sv: 'samma', en: 'same' }
      }
    }),
  )
  const claimed = (claims: Claims) => claimedBy(twins, 'web', claims)
  expect(claimed({ granted: ['Same'], refused: [] }).granted).toEqual([])
  expect(claimed({ granted: [], refused: ['SAMMA'] }).refused.toSorted()).toEqual([
    ...['analytics', 'personalisation'],
  ])
})

test('proves: basis.default-deny (no garbage that is claimed permits anything)', () => {
  const names = (['fi', 'sv', 'en'] as const).flatMap(lang =>
    bannerWords(policy, lang).details.purposes.map(({ name }) => name.toLowerCase()),
  )
  const known = new Set([...ASKED, 'visits', 'functional', ...names])
  const strange = fc.oneof(
    fc.anything(),
    fc.string().filter(text => !known.has(text.normalize('NFC').trim().toLowerCase())),
    fc.constantFrom('__proto__', 'constructor', 'analytics\u0000', 'analytics,marketing', '*', ''),
    fc.constantFrom(null, true, 1, { analytics: true }, [['analytics']]),
  )
  const nested = fc.constantFrom({ 0: 'analytics', length: 1 }, 'analytics', new Set(ASKED))
  const list = fc.oneof(fc.array(fc.oneof(strange, fc.constant(['analytics']))), strange, nested)
  fc.assert(
    fc.property(list, list, (granted, refused) => {
      const claims = { granted, refused } as Claims
      for (const purpose of permitted('till', claims)) expect(purpose).toBe('visits')
    }),
    { numRuns: 2_000 },
  )
})

test('proves: basis.default-deny (claims with one thing unreadable in them refuse everything)', () => {
  for (const spoilt of [[...ASKED, 7], [null], 'analytics', undefined, { length: 1 }]) {
    const [yes, no] = [
      { granted: spoilt, refused: [] },
      { granted: ASKED, refused: spoilt },
    ]
    expect(permitted('till', yes as unknown as Claims)).toEqual([])
    expect(permitted('till', no as unknown as Claims)).toEqual([])
  }
})

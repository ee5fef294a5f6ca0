import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { LANGS } from '../../base/lang.ts'
import type { Policy } from '../policy.ts'
import { readPolicy } from '../read-policy.ts'
import type { PolicyText } from '../syntax/schema/policy.ts'
import { covers } from './covers.ts'
import { diffPolicies } from './diff.ts'
import { same } from './differences.ts'

const SHOP = readFileSync('policies/childrens-shop.yaml', 'utf8')
const DEALER = readFileSync('policies/machine-dealer.yaml', 'utf8')

function read(text: string): Policy {
  const { policy, diagnostics } = readPolicy(text, 'x.yaml', '2026-11-23')
  if (policy) return policy
  throw new Error(diagnostics.map(({ line, message }) => `${line}: ${message}`).join('\n'))
}

const shop = read(SHOP)
const dealer = read(DEALER)

/** What changes in a text when one piece of it is written otherwise. */
function changes(text: string, ...swaps: readonly (readonly [string, string])[]) {
  const next = swaps.reduce((sum, [right, other]) => {
    expect(sum).toContain(right)
    return sum.replace(right, () => other)
  }, text)
  const found = diffPolicies(text === SHOP ? shop : dealer, read(next))
  return found.map(({ kind, path, consequence }) => [kind, path, consequence])
}

describe('nothing changes', () => {
  test.for<[string, (text: string) => string]>([
    ['in the same file', text => text],
    ['by a comment', text => `# another comment\n${text}`],
    [
      'by a new label',
      text => text.replaceAll(/(version|in-force-from): 2026-11-22/g, '$1: 2026-11-23'),
    ],
    [
      'by the sentence something comes from',
      text => text.replace('from: "004.45', 'from: "004.44'),
    ],
    ['when every list is turned round', text => stringify(turned(parse(text)))],
  ])('%s', ([, change]) => {
    expect(diffPolicies(dealer, read(change(DEALER)))).toEqual([])
    expect(diffPolicies(read(change(DEALER)), dealer)).toEqual([])
  })
})

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned).toReversed()
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, held]) => [key, turned(held)] as const)
  return Object.fromEntries(entries.toReversed())
}

test.for([
  [
    'a field more',
    'fields: [campaign, path]',
    'fields: [campaign, path, title]',
    ['wider', 'purposes.marketing.collects.pixel_view.fields.title', 'ask-again'],
  ],
  [
    'a field less',
    'fields: [campaign, path]',
    'fields: [campaign]',
    ['narrower', 'purposes.marketing.collects.pixel_view.fields.path', 'nothing'],
  ],
  [
    'a longer lifetime',
    'lifetime: 90 days',
    'lifetime: 91 days',
    ['longer-lifetime', 'trackers.campaign.lifetime', 'ask-again'],
  ],
  [
    'a shorter lifetime',
    'lifetime: 90 days',
    'lifetime: 89 days',
    ['shorter-lifetime', 'trackers.campaign.lifetime', 'nothing'],
  ],
  [
    'a longer lifetime of what is not asked for',
    'lifetime: 30 days\n    rolling: { up-to: 12 months }',
    'lifetime: 31 days\n    rolling: { up-to: 12 months }',
    ['longer-lifetime', 'trackers.cart.lifetime', 'inform'],
  ],
  ['another street', 'Satukuja 3', 'Satukuja 4', ['wording', 'controller.street', 'nothing']],
  [
    'another company behind a vendor',
    'company: Revontuli Media Oy',
    'company: Another Oy',
    ['new-vendor', 'vendors.revontuli-ads.company', 'ask-again'],
  ],
] as const)('%s is told with what follows', ([, right, other, expected]) => {
  expect(changes(SHOP, [right, other])).toEqual([expected])
})

test.for([
  [
    'the mechanism of a transfer',
    'mechanism: adequacy',
    'mechanism: standard-contractual-clauses',
    'law',
    'inform',
  ],
  [
    'a longer keeping',
    'keep: 6 months\n    after: contest-end',
    'keep: 7 months\n    after: contest-end',
    'longer-lifetime',
    'inform',
  ],
  [
    'a shorter keeping',
    'keep: 6 months\n    after: contest-end',
    'keep: 5 months\n    after: contest-end',
    'shorter-lifetime',
    'nothing',
  ],
  [
    'another case of a disclosure',
    'when: [insurance-claim]',
    'when: [insurance-claim, repair-order]',
    'wider',
    'inform',
  ],
  [
    'an aim that rests on a contract',
    'aims: [machine-upkeep]',
    'aims: [machine-upkeep, service-quality]',
    'wider',
    'inform',
  ],
  ['who knows more', 'at-least: 5 people', 'at-least: 4 people', 'wider', 'inform'],
] as const)('%s: %s', ([, right, other, kind, consequence]) => {
  expect(changes(DEALER, [right, other]).map(([found, , follows]) => [found, follows])).toEqual([
    [kind, consequence],
  ])
})

test('what is new on the ground of consent asks again, for its purpose alone', () => {
  const found = diffPolicies(
    dealer,
    read(
      DEALER.replace(
        'aims: [direct-marketing, newsletter]',
        'aims: [direct-marketing, newsletter, surveys]',
      ),
    ),
  )
  expect(found).toMatchObject([
    {
      kind: 'wider',
      path: 'purposes.newsletter.aims.surveys',
      consequence: 'ask-again',
      purposes: ['newsletter'],
    },
  ])
})

test('a new channel of consent asks again, and leaves a consent on another channel as it is', () => {
  const next = read(
    DEALER.replace(
      '{ email: consent, sms: consent }',
      '{ email: consent, sms: consent, phone: consent }',
    ),
  )
  const terms = (policy: Policy) => policy.personRules.purposes['newsletter']?.terms
  expect(terms(next)).toBe(terms(dealer))
  expect(diffPolicies(dealer, next)).toMatchObject([
    { kind: 'wider', path: 'purposes.newsletter.basis.phone', consequence: 'ask-again' },
  ])
})

test.for([
  ['a tracker', '- id: campaign', '- id: came-from', 'trackers.came-from'],
  ['a rule of retention', 'vouchers', 'receipts', 'retention.receipts'],
  ['a vendor', 'lakeus-ads', 'plain-ads', 'vendors.plain-ads'],
] as const)('%s under another id is only wording', ([, right, other, path]) => {
  const next = read(DEALER.replaceAll(new RegExp(`(?<![\\w/.-])${right}(?![\\w./-])`, 'g'), other))
  expect(next.said).not.toEqual(dealer.said)
  const found = diffPolicies(dealer, next).map(one => [one.kind, one.path, one.consequence])
  expect(found).toContainEqual(['wording', path, 'nothing'])
  expect(found.filter(([kind]) => kind !== 'wording')).toEqual([])
})

test('a purpose of consent under another id is wording, but nobody has agreed under that id', () => {
  const next = read(DEALER.replaceAll('surveys-and-contests', 'asking'))
  const found = diffPolicies(dealer, next)
  expect(found).toContainEqual(
    expect.objectContaining({ kind: 'wording', path: 'purposes.asking', consequence: 'ask-again' }),
  )
})

test('each change is one sentence in every language, with both values', () => {
  const [longer] = diffPolicies(shop, read(SHOP.replace('lifetime: 90 days', 'lifetime: 91 days')))
  expect(longer?.words).toEqual({
    fi: 'Tunnisteen lupaus_m voimassaoloaika on pidentynyt: nyt 91 päivää, ennen 90 päivää.',
    sv: 'Giltighetstiden för lupaus_m har förlängts: nu 91 dagar, förut 90 dagar.',
    en: 'lupaus_m now lives longer: 91 days instead of 90 days.',
  })
  for (const [old, next] of [
    [shop, dealer],
    [dealer, shop],
  ] as const) {
    const all = diffPolicies(old, next)
    expect(all.length).toBeGreaterThan(100)
    for (const { words } of all)
      for (const lang of LANGS) {
        expect(words[lang]).toMatch(/^\p{L}[^\n]*\.$|^[_\p{L}].*\.$/u)
        expect(words[lang]).not.toMatch(/undefined|\[object|[{}]|NaN|: \.$/)
      }
  }
})

type Written = Record<string, unknown> & { purposes: Record<string, unknown>[] }

/** One small change anywhere in a policy file: something goes, is repeated otherwise, or is another word. */
function mutated(text: string, at: number, by: number): string {
  const policy = parse(text) as Written
  const places: [object, string][] = []
  const walk = (held: unknown): void => {
    if (typeof held !== 'object' || held === null) return
    for (const [key, below] of Object.entries(held)) {
      places.push([held, key])
      walk(below)
    }
  }
  walk(policy)
  const [holder, key] = places[at % places.length] ?? [policy, '']
  const held: unknown = Reflect.get(holder, key)
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else if (by % 2 === 0 && typeof held === 'string') Reflect.set(holder, key, swapped(held, by))
  else Reflect.deleteProperty(holder, key)
  return stringify(policy, { aliasDuplicateObjects: false })
}

const OTHER: Record<string, readonly string[]> = {
  consent: ['legitimate-interest', 'contract'],
  personal: ['pseudonymous', 'aggregate'],
  pseudonymous: ['personal', 'aggregate'],
}

function swapped(held: string, by: number): string {
  if (/^\d+ \w+$/.test(held))
    return held.replace(/^\d+/, digits => String(Number(digits) + (by % 5) - 2))
  const words = OTHER[held]
  return words?.[by % words.length] ?? held
}

/** Terms that a consent has to name, channel by channel, as they are decided by. */
function termsOf({ rules, personRules }: Policy, id: string): readonly string[] {
  const device = rules.purposes[id]
  const person = personRules.purposes[id]
  const channels = Object.entries(person?.bases ?? {}).filter(([, basis]) => basis === 'consent')
  return [
    ...(device?.basis === 'consent' ? [`device ${device.terms}`] : []),
    ...channels.map(([channel]) => `${channel} ${person?.terms}`),
  ]
}

test.for<[string, string, Policy]>([
  ['the shop', SHOP, shop],
  ['the dealer', DEALER, dealer],
])(
  'of %s, those are asked again whose consent no longer fits, and only they',
  { timeout: 120_000 },
  ([, text, base]) => {
    const seen = { asked: 0, narrower: 0, same: 0 }
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), fc.nat({ max: 9 }), fc.boolean(), (at, by, forth) => {
        const spoilt = readPolicy(mutated(text, at, by), 'x.yaml').policy
        if (!spoilt) return
        const [old, next] = forth ? [base, spoilt] : [spoilt, base]
        const found = diffPolicies(old, next)
        // Whatever the texts say differently is told.
        const isEqual = same(unlabelled(old.said), unlabelled(next.said))
        expect(found.length > 0).toBe(!isEqual)
        for (const { id } of next.said.purposes) {
          const isAsked = found.some(
            ({ consequence, purposes }) => consequence === 'ask-again' && purposes.includes(id),
          )
          const before = termsOf(old, id)
          const fresh = termsOf(next, id).filter(one => !before.includes(one))
          const channels = before.map(one => one.split(' ')[0])
          const isNew = fresh.some(one => !channels.includes(one.split(' ')[0]))
          const expected = fresh.length > 0 && (isNew || !covers(old, next, id))
          expect(isAsked, id).toBe(expected)
          if (isAsked) seen.asked += 1
          else if (fresh.length > 0) seen.narrower += 1
          else seen.same += 1
        }
      }),
      { numRuns: 60 },
    )
    expect(seen.same).toBeGreaterThan(0)
  },
)

function unlabelled(said: PolicyText) {
  const copy = structuredClone(said)
  for (const label of ['version', 'in-force-from']) Reflect.deleteProperty(copy.policy, label)
  return JSON.parse(JSON.stringify(copy))
}

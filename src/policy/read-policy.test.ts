import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { CHOICE_COOKIE, VISITOR_COOKIES } from '../consent/wire.ts'
import { PROMISE_SLUGS } from './compile/promises.ts'
import { policyJsonSchema } from './json-schema.ts'
import { POLICY_TEXT_MAX, readPolicy } from './read-policy.ts'
import * as vocabulary from './vocabulary.ts'

const file = 'policies/childrens-shop.yaml'
const shop = readFileSync(file, 'utf8')

function compiled(text: string) {
  const { policy, diagnostics } = readPolicy(text, file, '2026-11-22')
  if (!policy) throw new Error(JSON.stringify(diagnostics))
  return policy
}

function swapped(right: string, other: string): string {
  expect(shop).toContain(right)
  return shop.replace(right, () => other)
}

function terms(text: string): Record<string, string> {
  const rules = Object.values(compiled(text).rules.purposes)
  return Object.fromEntries(rules.map(rule => [rule.id, rule.terms]))
}

test('the policy of the children’s shop compiles without a word', () => {
  const { policy, diagnostics } = readPolicy(shop, file, '2026-11-22')
  expect(diagnostics).toEqual([])
  expect(policy).toMatchObject({ id: 'childrens-shop', label: '2026-11-22' })
})

test('its version is the hash of the file, byte for byte', () => {
  const bytes = createHash('sha256').update(readFileSync(file)).digest('hex')
  expect(compiled(shop).version).toBe(bytes)
  expect(compiled(shop).rules.version).toBe(bytes)
  expect(compiled(`${shop}\n`).version).not.toBe(bytes)
})

test('purposes, trackers, signals and promises know the line that says them', () => {
  const policy = compiled(shop)
  const lines = shop.split('\n')
  for (const { id, line } of [...policy.purposes, ...policy.trackers])
    expect(lines[line - 1]).toBe(`  - id: ${id}`)
  for (const { signal, line } of policy.signals)
    expect(lines[line - 1]).toBe(`  - signal: ${signal}`)
  for (const { line } of policy.promises) expect(lines[line - 1]).toMatch(/^ *[a-z-]/)
})

test('a day after the review was due, the policy still compiles, with a warning', () => {
  expect(readPolicy(shop, file, '2027-11-22').diagnostics).toEqual([])
  const { policy, diagnostics } = readPolicy(shop, file, '2027-11-23')
  expect(policy).toBeDefined()
  expect(diagnostics).toMatchObject([{ code: 'L0501', severity: 'warning', line: 14, column: 14 }])
})

test.for([
  ['a lifetime', 'lifetime: 90 days', 'lifetime: 89 days', 'marketing'],
  ['a field', 'fields: [campaign, path]', 'fields: [campaign]', 'marketing'],
  ['an event', '      - event: search\n        fields: [query]\n', '', 'personalisation'],
  [
    'an aim',
    'aims: [product-recommendations, fitting-content]',
    'aims: [fitting-content]',
    'personalisation',
  ],
  ['the company of a vendor', 'Revontuli Media Oy', 'Another Oy', 'marketing'],
  ['the name of a tracker', 'name: lupaus_seen', 'name: lupaus_met', 'personalisation'],
  ['a renewal', 'rolling: { up-to: 24 hours }', 'rolling: { up-to: 23 hours }', 'analytics'],
] as const)(
  'when %s changes, so do the terms of that purpose alone',
  ([, right, other, purpose]) => {
    const [before, after] = [terms(shop), terms(swapped(right, other))]
    const changed = Object.keys(before).filter(id => before[id] !== after[id])
    expect(changed).toEqual([purpose])
  },
)

test('when a signal refuses less, the terms of what it spared change', () => {
  const after = terms(swapped('refuses: [analytics, marketing]', 'refuses: [analytics]'))
  expect(Object.keys(after).filter(id => after[id] !== terms(shop)[id])).toEqual(['marketing'])
})

test.for([
  ['a comment', '# The cookie policy', '# The policy'],
  ['the order of a list', 'fields: [campaign, path]', 'fields: [path, campaign]'],
  ['the street', 'street: Satukuja 3', 'street: Satukuja 4'],
  ['blank lines', 'purposes:\n', '\n\npurposes:\n'],
] as const)('when %s changes, nobody is asked again', ([, right, other]) => {
  expect(terms(swapped(right, other))).toEqual(terms(shop))
})

test('terms are eight hexadecimal digits', () => {
  for (const found of Object.values(terms(shop))) expect(found).toMatch(/^[0-9a-f]{8}$/)
})

test('the cookies that must be declared are those that consent sets', () => {
  expect(vocabulary.CHOICE_COOKIE).toBe(CHOICE_COOKIE)
  expect(vocabulary.VISITOR_COOKIES).toEqual(VISITOR_COOKIES)
})

test('the published schema is the one that files are checked against', () => {
  expect(readFileSync('spec/policy.schema.json', 'utf8')).toBe(policyJsonSchema())
})

test('an editor that knows only the published schema sees what we see', () => {
  const schema = JSON.parse(readFileSync('spec/policy.schema.json', 'utf8')) as object
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema)
  expect([validate(parse(shop)), validate.errors]).toEqual([true, null])
  expect(validate(parse(swapped('lifetime: 90 days', 'lifetime: 90 moons')))).toBe(false)
  expect(validate(parse(swapped('lifetime: 90 days', 'lifetme: 90 days')))).toBe(false)
  expect(validate(parse(swapped('use: measures-ads', 'use: measure-ads')))).toBe(false)
})

test('every promise that a policy can make is written out, and no other', () => {
  const table = JSON.parse(readFileSync('spec/promises.json', 'utf8')) as {
    promises: { slug: string; kind: string; statement: string }[]
  }
  expect(table.promises.map(({ slug }) => slug)).toEqual(PROMISE_SLUGS)
  for (const { kind, statement } of table.promises) {
    expect(kind).toMatch(/^[DNLTR]$/)
    expect(statement).toMatch(/^[A-Z].{20,}\.$/)
  }
  const made = compiled(shop).promises.map(({ slug }) => slug)
  expect(made).toEqual(PROMISE_SLUGS.filter(slug => made.includes(slug)))
})

test('a policy promises only what it gives a ground for', () => {
  const without = (from: string, to: string) =>
    compiled(shop.slice(0, shop.indexOf(from)) + shop.slice(shop.indexOf(to))).promises.map(
      ({ slug }) => slug,
    )
  expect(without('signals:', 'consent:\n')).not.toContain('signal.dnt-stops-partner-tags')
  expect(without('\nlinks:', '\0')).not.toContain('notice.help-links')
  const own = compiled(
    shop
      .slice(0, shop.indexOf('  - id: partner-browser'))
      .replace('    vendors: [revontuli-ads, tuike-video]\n', '')
      .concat(shop.slice(shop.indexOf('vendors:\n'))),
  ).promises.map(({ slug }) => slug)
  expect(own).not.toContain('signal.third-party-cookie-block')
  expect(own).toContain('pixel.same-gate')
})

test('a text of more than 1 MiB is refused unread, one at the limit is read', () => {
  const full = shop + '#'.repeat(POLICY_TEXT_MAX - shop.length)
  expect(readPolicy(full, file).policy).toBeDefined()
  expect(readPolicy(`${full}#`, file).diagnostics).toMatchObject([{ code: 'L0004' }])
})

test('aliases cannot multiply, and nesting cannot exhaust the stack', () => {
  const bomb = `a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n`
  const found = readPolicy(bomb, file).diagnostics
  expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['L0013']))
  for (const open of ['[', '{a: ', '- ', '? ', '"a": ['])
    expect(readPolicy(open.repeat(100_000), file).diagnostics).not.toEqual([])
})

test('a file full of faults is answered with at most a hundred', () => {
  const faulty = Array.from({ length: 20_000 }, (_, index) => `key-${index}: x`).join('\n')
  expect(readPolicy(faulty, file).diagnostics).toHaveLength(100)
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPolicy } from '../read-policy.ts'
import { DPV_TERMS, policyDpv } from './dpv.ts'

const NAMES = [
  'bank-analytics',
  'childrens-shop',
  'electricity-cookies',
  'electricity-marketing-register',
  'machine-dealer',
  'starter',
]
const policyOf = (name: string) => {
  const { policy } = readPolicy(readFileSync(`policies/${name}.yaml`, 'utf8'), name)
  if (!policy) throw new Error(`${name} does not compile`)
  return policy
}
const PREFIXES = ['dpv', 'eu-gdpr', 'loc', 'dct', 'xsd', 'lupaus', 'https', 'mailto']

/** Every key, and every value that names something, of a document. */
function namesIn(value: unknown, key = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(item => namesIn(item, key))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([below, held]) =>
      below === '@context' ? [] : [below, ...namesIn(held, below)],
    )
  return key === '@id' || key === '@type' ? [String(value)] : []
}

test.for(NAMES)('%s is said with names whose vocabularies the document names', name => {
  const names = namesIn(policyDpv(policyOf(name))).filter(held => !held.startsWith('@'))
  for (const held of names) expect(PREFIXES).toContain(held.split(':')[0])
})

test.for(NAMES)('%s uses no name of the vocabulary but those that are listed', name => {
  const known: readonly string[] = [...DPV_TERMS.met, ...DPV_TERMS.unsure]
  const used = namesIn(policyDpv(policyOf(name))).filter(held => held.startsWith('dpv:'))
  expect(used.length).toBeGreaterThan(10)
  for (const held of used) expect(known).toContain(held.slice('dpv:'.length))
})

test.for(NAMES)('%s tells every purpose, third party and tracker', name => {
  const policy = policyOf(name)
  const text = JSON.stringify(policyDpv(policy))
  for (const { id } of policy.said.purposes) expect(text).toContain(`"lupaus:${id}"`)
  for (const tracker of policy.trackers) expect(text).toContain(JSON.stringify(tracker.name))
  const used = policy.vendors.filter(({ id }) =>
    policy.purposes.some(({ vendors }) => vendors.includes(id)),
  )
  for (const { privacy } of used) expect(text).toContain(privacy)
  expect(text).toContain(policy.version)
})

test('who only our server talks to is said to be so, and what browsers cut is said', () => {
  const text = JSON.stringify(policyDpv(policyOf('childrens-shop'), 'https://shop.example'))
  expect(text).toContain('"lupaus:through":"server"')
  expect(text).toContain('"lupaus:through":"browser"')
  expect(text).toContain('"lupaus:browsersKeep":{"@type":"xsd:duration","@value":"P400D"}')
  expect(text).toContain('https://shop.example/privacy/policy.jsonld')
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Change, diffPolicies, type Policy, readPolicy } from '../policy/index.ts'
import { marksOf, withMarks } from './asked-again.ts'

const SHOP = readFileSync('policies/childrens-shop.yaml', 'utf8')
const first = compiled(SHOP)
const second = compiled(SHOP.replace('Satukuja 3', 'Satukuja 5'))
const words = { fi: 'a', sv: 'b', en: 'c' }
const change = (consequence: Change['consequence']): Change => ({
  ...{ kind: 'new-recipient', path: 'recipients.x', consequence },
  ...{ purposes: ['analytics'], words },
})
const termsOf = (policy: Policy) => policy.rules.purposes['analytics']?.terms

test('proves: policy.change (a purpose that is asked again has new terms though its own text is the same)', () => {
  const marks = marksOf({ policy: first, askedAgain: {} }, second, [change('ask-again')])
  expect(Object.keys(marks)).toEqual(['analytics'])
  const marked = withMarks(second, marks)
  expect(termsOf(marked)).not.toBe(termsOf(first))
  expect(marked.rules.purposes['marketing']).toEqual(first.rules.purposes['marketing'])
})

test('a change from which something else follows leaves the terms alone', () => {
  for (const consequence of ['nothing', 'inform'] as const) {
    const marks = marksOf({ policy: first, askedAgain: {} }, second, [change(consequence)])
    expect(withMarks(second, marks)).toBe(second)
  }
})

test('proves: policy.change (a mark stays with later versions: going back and forth makes no old grant count)', () => {
  const forth = marksOf({ policy: first, askedAgain: {} }, second, [change('ask-again')])
  const back = marksOf({ policy: second, askedAgain: forth }, first, [change('nothing')])
  expect(back).toEqual(forth)
  const again = marksOf({ policy: first, askedAgain: back }, second, [change('ask-again')])
  const seen = [first, withMarks(second, forth), withMarks(second, again)].map(termsOf)
  expect(new Set(seen).size).toBe(3)
})

test('a purpose whose terms changed by themselves needs no mark', () => {
  const third = compiled(SHOP.replace('fields: [path, title,', 'fields: [path,'))
  expect(marksOf({ policy: third, askedAgain: {} }, first, [change('ask-again')])).toEqual({})
})

const wide = compiled(SHOP.replace('fields: [path, title,', 'fields: [path, title, campaign,'))
const narrow = compiled(SHOP.replace('fields: [path, title,', 'fields: [path,'))
const next = (before: { policy: Policy; askedAgain: Record<string, string> }, policy: Policy) => {
  const askedAgain = marksOf(before, policy, diffPolicies(before.policy, policy))
  return { policy, askedAgain }
}
const inForce = (one: { policy: Policy; askedAgain: Record<string, string> }) =>
  termsOf(withMarks(one.policy, one.askedAgain))

test('proves: policy.change (a narrower purpose asks nobody again; a wider one asks everybody, though it was so before)', () => {
  const start = { policy: first, askedAgain: {} }
  const smaller = next(start, narrow)
  expect(termsOf(narrow)).not.toBe(termsOf(first))
  expect(inForce(smaller)).toBe(inForce(start))
  // Those who agreed to the narrower one agreed to no more than that.
  const back = next(smaller, first)
  expect(inForce(back)).not.toBe(inForce(smaller))
  const wider = next(start, wide)
  expect(inForce(wider)).not.toBe(inForce(start))
  const down = next(next(wider, first), narrow)
  expect(inForce(down)).toBe(inForce(wider))
  const all = [start, back, wider, next(down, first)].map(inForce)
  expect(new Set(all).size).toBe(all.length)
})

test('in force, terms are other terms when, and only when, the diff says ask again', () => {
  const versions = [first, second, narrow, wide]
  for (const old of versions) {
    for (const policy of versions) {
      for (const askedAgain of [{}, { analytics: '=00000000' }, { analytics: '12345678' }]) {
        const before = { policy: old, askedAgain }
        const after = next(before, policy)
        for (const { id, basis } of Object.values(policy.rules.purposes)) {
          if (basis !== 'consent') continue
          const isAsked = diffPolicies(old, policy).some(
            one => one.consequence === 'ask-again' && one.purposes.includes(id),
          )
          const [was, is] = [before, after].map(
            one => withMarks(one.policy, one.askedAgain).rules.purposes[id]?.terms,
          )
          expect(was !== is, id).toBe(isAsked)
        }
      }
    }
  }
})

function compiled(text: string): Policy {
  const { policy } = readPolicy(text, 'shop.yaml')
  if (!policy) throw new Error('the test policy has errors')
  return policy
}

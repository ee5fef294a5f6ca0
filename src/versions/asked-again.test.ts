import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Change, type Policy, readPolicy } from '../policy/index.ts'
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

function compiled(text: string): Policy {
  const { policy } = readPolicy(text, 'shop.yaml')
  if (!policy) throw new Error('the test policy has errors')
  return policy
}

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPolicy } from './read-policy.ts'

const file = 'policies/childrens-shop.yaml'
const text = readFileSync(file, 'utf8')

test('the policy of the children’s shop compiles without a word', () => {
  const { policy, diagnostics } = readPolicy(text, file, '2026-11-22')
  expect(diagnostics).toEqual([])
  expect(policy).toMatchObject({ id: 'childrens-shop', label: '2026-11-22' })
})

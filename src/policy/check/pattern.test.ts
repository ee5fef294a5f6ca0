import { expect, test } from 'vitest'
import { overlaps } from './pattern.ts'

test.for([
  ['_ga', '_ga', true],
  ['_ga', '_gid', false],
  ['_ga_*', '_ga_X', true],
  ['_ga_*', '_ga_', true],
  ['_ga_*', '_ga', false],
  ['a*a', 'a', false],
  ['a*a', 'aa', true],
  ['shop_*', 'sho*', true],
  ['shop_*', 'store_*', false],
  ['shop_*_a', 'shop_*_b', false],
  ['shop_*_a', '*_a', true],
] as const)('`%s` and `%s` can mean the same name: %s', ([a, b, expected]) => {
  expect(overlaps(a, b)).toBe(expected)
  expect(overlaps(b, a)).toBe(expected)
})

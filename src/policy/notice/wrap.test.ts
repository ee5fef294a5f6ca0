import { expect, test } from 'vitest'
import { WIDTH_MAX, wrap } from './wrap.ts'

test('a line is full at the width and breaks one past it', () => {
  const fits = `${'a'.repeat(WIDTH_MAX - 2)} b`
  expect(wrap(fits, '', '')).toBe(fits)
  expect(wrap(`${fits}c`, '', '')).toBe(`${'a'.repeat(WIDTH_MAX - 2)}\nbc`)
})

test('later lines stand under the first, and a word longer than a line stays whole', () => {
  const word = 'w'.repeat(WIDTH_MAX + 5)
  expect(wrap(`one ${word} two`, '- ', '  ')).toBe(`- one\n  ${word}\n  two`)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, type Json } from './json.ts'

test('keys are sorted and absent ones left out', () => {
  expect(canonical({ b: 1, a: [true, null, 'ä'], c: undefined })).toBe(
    '{"a":[true,null,"ä"],"b":1}',
  )
})

test('the text reads back as the same value, whatever the order of keys was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const text = canonical(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonical(JSON.parse(text) as Json)).toBe(text)
    }),
  )
})

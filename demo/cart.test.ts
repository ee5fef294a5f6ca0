import { expect, test } from 'vitest'
import {
  changed,
  deliveryCents,
  goodsCents,
  pieces,
  quantityFrom,
  readCart,
  writeCart,
} from './cart.ts'
import { productOf } from './catalogue/index.ts'

const kuu = productOf('kuu')
if (!kuu) throw new Error('the night light is gone')

test('a cart reads back as it was written', () => {
  const cart = readCart('kuu_2~pilvi_1')
  expect(writeCart(cart)).toBe('kuu_2~pilvi_1')
  expect(pieces(cart)).toBe(3)
  expect(goodsCents(cart)).toBe(2 * 4_290 + 68_900)
})

test.for([
  undefined,
  '',
  '~~~',
  'kuu',
  'kuu_',
  'kuu_0',
  'kuu_-1',
  'kuu_1.5',
  'kuu_100',
  'nothing_1',
  '__proto___1',
  'constructor_1',
  '<script>_1',
  'ä'.repeat(5000),
] as const)('the cart cookie %j is an empty cart', text => {
  expect(readCart(text)).toEqual([])
})

test('what can be read of a cart survives what cannot', () => {
  expect(writeCart(readCart('kuu_2~garbage~pilvi_99'))).toBe('kuu_2~pilvi_20')
})

test('a cart holds at most twenty of a product, and none is no line', () => {
  expect(writeCart(changed([], kuu, 20))).toBe('kuu_20')
  expect(writeCart(changed([], kuu, 21))).toBe('kuu_20')
  expect(changed(readCart('kuu_2'), kuu, 0)).toEqual([])
})

test.for([
  ['0', 0],
  ['20', 20],
  ['21', undefined],
  ['-1', undefined],
  ['1e1', undefined],
  ['', undefined],
  ['٣', undefined],
] as const)('the quantity %j is read as %j', ([text, quantity]) => {
  expect(quantityFrom(text)).toBe(quantity)
})

test('delivery is free from eighty euros on, and not a cent below', () => {
  expect(deliveryCents(readCart('kumppari_2'))).toBe(590)
  expect(deliveryCents(readCart('villa_1'))).toBe(0)
})

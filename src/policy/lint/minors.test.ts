import { expect, test } from 'vitest'
import { childrenProfiled } from './minors.ts'
import { told } from '../../../test/told.ts'

const purposes = [{ id: 'p', category: 'marketing' }]
const gate = (under: string) => ({ asks: 'age-before-profiling', under })
const shop = (minors: object, country = 'FI') => ({ controller: { country }, minors, purposes })
const isTold = (policy: object, on?: string) => told(childrenProfiled, policy, on).length > 0

test('where children may come, nobody is profiled whose age is unknown', () => {
  expect(told(childrenProfiled, shop({ possible: true }))).toEqual([''])
  expect(isTold(shop({ possible: false }))).toBe(false)
  expect(
    isTold(shop({ possible: true, 'age-gate': { asks: 'unstated', under: '13 years' } })),
  ).toBe(true)
})

test('the age is that of the country: 13 in Finland, 16 where none is known', () => {
  const gated = (age: string, country: string, on?: string) =>
    isTold(shop({ possible: true, 'age-gate': gate(age) }, country), on)
  expect([gated('12 years', 'FI'), gated('13 years', 'FI')]).toEqual([true, false])
  expect([gated('15 years', 'ZZ'), gated('16 years', 'ZZ')]).toEqual([true, false])
  // Finland's own age came with the Data Protection Act.
  expect([gated('13 years', 'FI', '2018-12-31'), gated('13 years', 'FI', '2019-01-01')]).toEqual([
    true,
    false,
  ])
})

test('only what makes a picture of somebody needs it', () => {
  const of = (purpose: object) => isTold({ minors: { possible: true }, purposes: [purpose] })
  expect(of({ category: 'personalisation' })).toBe(true)
  expect(of({ profiling: { by: 'segments' } })).toBe(true)
  expect(of({ profiling: { by: 'none' } })).toBe(false)
  expect(of({ category: 'analytics' })).toBe(false)
})

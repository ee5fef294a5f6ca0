import { expect, test } from 'vitest'
import type { Unit } from '../../base/time.ts'
import { lifetimeWords } from './lifetime.ts'

test.for([
  [26, 'month', '26 kuukautta', '26 kuukauden', '26 kuukauden ajan'],
  [1, 'month', '1 kuukausi', '1 kuukauden', '1 kuukauden ajan'],
  [30, 'minute', '30 minuuttia', '30 minuutin', '30 minuutin ajan'],
  [1, 'second', '1 sekunti', '1 sekunnin', '1 sekunnin ajan'],
  [24, 'hour', '24 tuntia', '24 tunnin', '24 tunnin ajan'],
  [90, 'day', '90 päivää', '90 päivän', '90 päivän ajan'],
  [2, 'year', '2 vuotta', '2 vuoden', '2 vuoden ajan'],
] as const)('Finnish inflects %i %s', ([count, unit, length, within, during]) => {
  expect(lifetimeWords({ count, unit }, 'fi')).toBe(length)
  expect(lifetimeWords({ count, unit }, 'fi', 'within')).toBe(within)
  expect(lifetimeWords({ count, unit }, 'fi', 'during')).toBe(during)
})

test.for([
  [26, 'month', '26 månader', '26 months'],
  [1, 'month', '1 månad', '1 month'],
  [15, 'minute', '15 minuter', '15 minutes'],
  [1, 'hour', '1 timme', '1 hour'],
  [30, 'second', '30 sekunder', '30 seconds'],
  [2, 'year', '2 år', '2 years'],
  [1, 'day', '1 dag', '1 day'],
] as const)('Swedish and English count %i %s', ([count, unit, sv, en]) => {
  const span: { count: number; unit: Unit } = { count, unit }
  expect(lifetimeWords(span, 'sv')).toBe(sv)
  expect(lifetimeWords(span, 'sv', 'during')).toBe(`i ${sv}`)
  expect(lifetimeWords(span, 'en')).toBe(en)
  expect(lifetimeWords(span, 'en', 'during')).toBe(`for ${en}`)
})

test('a session lasts until the browser closes, in every language', () => {
  expect(lifetimeWords('session', 'fi')).toBe('kunnes suljet selaimen')
  expect(lifetimeWords('session', 'sv')).toBe('tills du stänger webbläsaren')
  expect(lifetimeWords('session', 'en')).toBe('until you close the browser')
})

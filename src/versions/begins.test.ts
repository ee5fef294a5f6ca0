import { expect, test } from 'vitest'
import { isoOf, moment } from '../base/time.ts'
import { finnishDay, startOfDay } from './begins.ts'

test.for([
  ['2026-12-01', '2026-11-30T22:00:00.000Z'],
  ['2026-07-01', '2026-06-30T21:00:00.000Z'],
  // The clocks go forward at 3 and back at 4 in the morning: midnight is still the old time.
  ['2026-03-29', '2026-03-28T22:00:00.000Z'],
  ['2026-03-30', '2026-03-29T21:00:00.000Z'],
  ['2026-10-25', '2026-10-24T21:00:00.000Z'],
  ['2026-10-26', '2026-10-25T22:00:00.000Z'],
] as const)('%s begins in Finland at %s', ([day, at]) => {
  expect(isoOf(startOfDay(day))).toBe(at)
})

test('the last moment before is still the day before', () => {
  expect(finnishDay(moment('2026-11-30T21:59:59.999Z'))).toBe('2026-11-30')
  expect(finnishDay(moment('2026-11-30T22:00:00Z'))).toBe('2026-12-01')
})

test('what is no day of the calendar begins never', () => {
  expect(() => startOfDay('2026-02-30')).toThrow(RangeError)
})

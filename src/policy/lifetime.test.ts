import { expect, test } from 'vitest'
import { after, isoOf, moment, momentOf, type Span } from '../base/time.ts'
import { fitsIn, longest, shortest, spanOf, spanText } from './lifetime.ts'

const DAY_MS = 86_400_000
/** Every day of a span of years that holds every leap-day case. */
const DAYS = Array.from({ length: 4 * 366 }, (_, day) =>
  momentOf(moment('2023-01-01') + day * DAY_MS),
)

test.for<Span>([
  { count: 1, unit: 'month' },
  { count: 2, unit: 'month' },
  { count: 6, unit: 'month' },
  { count: 13, unit: 'month' },
  { count: 26, unit: 'month' },
  { count: 1, unit: 'year' },
  { count: 3, unit: 'year' },
  { count: 791, unit: 'day' },
])('the shortest and the longest $count $unit are those of some real day', span => {
  const seconds = DAYS.map(day => (after(day, span) - day) / 1000)
  expect(shortest(span)).toBe(Math.min(...seconds))
  expect(longest(span)).toBe(Math.max(...seconds))
})

test('26 months are 789 to 793 days', () => {
  const span = { count: 26, unit: 'month' } as const
  expect([shortest(span) / 86_400, longest(span) / 86_400]).toEqual([789, 793])
  expect(isoOf(after(moment('2027-12-31'), span)).slice(0, 10)).toBe('2030-02-28')
})

test.for([
  ['26 months', '26 months', true],
  ['24 months', '2 years', true],
  ['25 months', '2 years', false],
  ['1 year', '12 months', true],
  ['28 days', '1 month', true],
  ['29 days', '1 month', false],
  ['1 month', '31 days', true],
  ['1 month', '30 days', false],
  ['1 year', '366 days', true],
  ['1 year', '365 days', false],
  ['60 seconds', '1 minute', true],
  ['61 seconds', '1 minute', false],
] as const)('%s fit in %s: %s', ([a, b, expected]) => {
  const [one, other] = [spanOf(a), spanOf(b)]
  if (!one || !other) throw new Error('no span')
  expect(fitsIn(one, other)).toBe(expected)
})

test.for(['26 moons', '26', 'months', '1.5 days', '26  months', '101 years', '3155760001 seconds'])(
  '`%s` is no span',
  text => {
    expect(spanOf(text)).toBeUndefined()
  },
)

test.for(['1 day', '26 months', '100 years', '30 seconds'])(
  '%s is read and written alike',
  text => {
    const span = spanOf(text)
    expect(span && spanText(span)).toBe(text)
  },
)

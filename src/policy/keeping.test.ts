import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoOf, type Moment, moment, momentOf } from '../base/time.ts'
import { type Anchor, type Ending, keptUntil, type KeepRule } from './keeping.ts'

const rule = (keep: string, after: Anchor, endings?: Ending[]): KeepRule => ({
  keep,
  after,
  ...(endings ? { until: endings } : {}),
})

function until(keep: string, after: Anchor, from: string | undefined): string {
  const anchors = from === undefined ? {} : { [after]: moment(from) }
  const end = keptUntil(rule(keep, after), { anchors, endings: {} })
  return typeof end === 'string' ? end : isoOf(end).slice(0, 10)
}

test.for([
  ['25 months', 'call-end', '2026-01-31', '2028-02-29'],
  ['25 months', 'call-end', '2025-01-31', '2027-02-28'],
  ['3 months', 'call-end', '2026-11-30', '2027-02-28'],
  ['1 year', 'collection', '2024-02-29', '2025-02-28'],
  ['4 years', 'collection', '2024-02-29', '2028-02-29'],
  ['1 day', 'collection', '2024-02-28', '2024-02-29'],
  ['30 days', 'last-visit', '2026-12-15', '2027-01-14'],
  ['100 years', 'collection', '2026-01-01', '2126-01-01'],
] as const)('what is kept %s after %s on %s is gone on %s', ([keep, after, from, expected]) => {
  expect(until(keep, after, from)).toBe(expected)
})

// Accounting Act 2:10: from the end of the calendar year in which the financial year ended.
test.for([
  ['2026-12-31', '2033-01-01'],
  ['2026-06-30', '2033-01-01'],
  ['2026-01-01', '2033-01-01'],
  ['2027-01-01', '2034-01-01'],
] as const)(
  'vouchers of a financial year that ended on %s are gone on %s, and not a day earlier',
  ([ended, expected]) => {
    expect(until('6 years', 'calendar-year-of-financial-year-end', ended)).toBe(expected)
  },
)

test('books are kept ten years from the end of the financial year itself', () => {
  expect(until('10 years', 'financial-year-end', '2026-06-30')).toBe('2036-06-30')
})

test.for(['contract-end', 'case-closed', 'contest-end', 'call-end'] as const)(
  'while %s lies ahead, the datum is kept and nothing counts',
  anchor => {
    expect(until('24 months', anchor, undefined)).toBe('running')
  },
)

test.for(['collection', 'last-contact', 'last-visit', 'order', 'financial-year-end'] as const)(
  'without a day of %s there is nothing to count from, and nothing is kept',
  anchor => {
    expect(until('24 months', anchor, undefined)).toBe('not-kept')
  },
)

const ends = moment('2028-11-23')
test.for([
  ['sooner', { 'consent-withdrawn': '2027-01-01' }, '2027-01-01'],
  ['later', { 'consent-withdrawn': '2029-01-01' }, '2028-11-23'],
  ['at the same time', { 'consent-withdrawn': '2028-11-23' }, '2028-11-23'],
  [
    'twice',
    { 'consent-withdrawn': '2027-05-05', 'marketing-forbidden': '2027-02-02' },
    '2027-02-02',
  ],
  ['by what the rule does not name', { objection: '2027-01-01' }, '2028-11-23'],
] as const)('what is ended %s is gone at the first of its ends', ([, endings, expected]) => {
  const kept = rule('24 months', 'last-contact', ['consent-withdrawn', 'marketing-forbidden'])
  const facts = {
    anchors: { 'last-contact': moment('2026-11-23') },
    endings: Object.fromEntries(
      Object.entries(endings).map(([ending, at]) => [ending, moment(at)]),
    ),
  }
  const end = keptUntil(kept, facts)
  expect(isoOf(end as Moment).slice(0, 10)).toBe(expected)
  expect(end as Moment).toBeLessThanOrEqual(ends)
})

test('what ends a datum ends it while its term is still running', () => {
  const kept = rule('24 months', 'contract-end', ['objection'])
  const at = moment('2027-01-01')
  expect(keptUntil(kept, { anchors: {}, endings: { objection: at } })).toBe(at)
  expect(keptUntil(kept, { anchors: {}, endings: {} })).toBe('running')
})

test('what cannot be counted is not kept, and nothing throws', () => {
  const wrong = [Number.NaN, Infinity, -Infinity, 8.64e15, 'x'] as Moment[]
  for (const at of wrong) {
    for (const anchor of ['collection', 'calendar-year-of-financial-year-end'] as const) {
      const facts = { anchors: { [anchor]: at }, endings: {} }
      expect(keptUntil(rule('6 years', anchor), facts)).toBe('not-kept')
    }
    const kept = rule('24 months', 'collection', ['objection'])
    const facts = { anchors: { collection: ends }, endings: { objection: at } }
    expect(keptUntil(kept, facts)).toBe('not-kept')
  }
  for (const keep of ['', 'unstated', '24', '-1 months', '0 days', '2 weeks'])
    expect(until(keep, 'collection', '2026-11-23')).toBe('not-kept')
})

test('an ending never makes anything be kept longer', () => {
  const times = fc.integer({ min: 0, max: 4_000_000_000_000 }).map(momentOf)
  const spans = fc
    .tuple(fc.integer({ min: 1, max: 100 }), fc.constantFrom('days', 'months', 'years'))
    .map(([count, unit]) => `${count} ${unit}`)
  fc.assert(
    fc.property(spans, times, times, (keep, from, ended) => {
      const anchors = { collection: from }
      const alone = keptUntil(rule(keep, 'collection'), { anchors, endings: {} }) as Moment
      const kept = rule(keep, 'collection', ['objection'])
      const end = keptUntil(kept, { anchors, endings: { objection: ended } }) as Moment
      expect(alone).toBeGreaterThan(from)
      expect(end).toBe(momentOf(Math.min(alone, ended)))
    }),
  )
})

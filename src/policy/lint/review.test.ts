import { expect, test } from 'vitest'
import { lawOn } from '../law/index.ts'
import { findingsIn } from './lint.ts'
import { neverReadAgain } from './review.ts'
import { told } from '../../../test/told.ts'

const dated = (version: string, review: string, more: object = {}) => ({
  policy: { version, 'review-by': review },
  trackers: [{}],
  ...more,
})

test('a text that nobody reads again is told when the law changes, on that day and not before', () => {
  const policy = dated('2020-11-03', 'unstated')
  expect(told(neverReadAgain, policy, '2021-09-12')).toEqual([])
  expect(told(neverReadAgain, policy, '2021-09-13')).toEqual([''])
})

test('a day of review that is not past is enough, one that is past is not', () => {
  const policy = dated('2020-11-03', '2026-11-22')
  expect(told(neverReadAgain, policy, '2026-11-22')).toEqual([])
  expect(told(neverReadAgain, policy, '2026-11-23')).toEqual([''])
  expect(told(neverReadAgain, dated('2026-11-22', '2026-11-22'), '2026-11-23')).toEqual([])
})

test('a text without a date may be older than every change', () => {
  expect(told(neverReadAgain, dated('unstated', 'unstated'), '2018-05-25')).toEqual([''])
  expect(told(neverReadAgain, dated('unstated', 'unstated'), '2018-05-24')).toEqual([])
})

test('only changes on what it speaks of count', () => {
  const silent = { ...dated('2022-01-01', 'unstated'), trackers: [] }
  expect(told(neverReadAgain, silent)).toEqual([])
  expect(told(neverReadAgain, { ...silent, calls: [{}] })).toEqual([''])
  const byPhone = { marketing: { channels: [{ channel: 'phone' }] } }
  expect(told(neverReadAgain, { ...silent, ...byPhone })).toEqual([''])
  const byPost = { marketing: { channels: [{ channel: 'post' }] } }
  expect(told(neverReadAgain, { ...silent, ...byPost })).toEqual([])
  expect(told(neverReadAgain, { ...silent, transfers: [{}] })).toEqual([''])
  expect(told(neverReadAgain, { ...silent, machines: [{}] })).toEqual([''])
})

test('it rests on the changes themselves, so that unconfirmed ones say so', () => {
  const [found] = findingsIn(dated('2020-11-03', 'unstated'), '2026-11-22', [neverReadAgain])
  const changes = lawOn('2026-11-22').landmarks(['cookies'], '2020-11-03')
  expect(found?.rests).toEqual(changes)
  expect(found?.message).toContain(changes.at(-1)?.validFrom)
})

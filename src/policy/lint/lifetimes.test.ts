import { expect, test } from 'vitest'
import { longerThanBrowsersKeep, noTime } from './lifetimes.ts'
import { told } from '../../../test/told.ts'

const tracker = (keys: object) => ({ trackers: [{ store: 'cookie', ...keys }] })
const range = { from: '15 minutes', to: '26 months' }

test('a range is no time, one time is', () => {
  expect(told(noTime, tracker({ lifetime: range }))).toEqual(['trackers/0/lifetime'])
  expect(told(noTime, tracker({ lifetime: '26 months' }))).toEqual([])
  expect(told(noTime, tracker({ lifetime: 'session' }))).toEqual([])
})

test('renewal has an end, or none is said', () => {
  const lifetime = '1 day'
  const at = ['trackers/0/rolling']
  expect(told(noTime, tracker({ lifetime, rolling: { 'up-to': 'unstated' } }))).toEqual(at)
  expect(told(noTime, tracker({ lifetime, rolling: 'unstated' }))).toEqual(at)
  expect(told(noTime, tracker({ lifetime, rolling: { 'up-to': '2 days' } }))).toEqual([])
})

test('400 days is what browsers keep; a day more is told, unless the policy says so itself', () => {
  const at = ['trackers/0/lifetime']
  expect(told(longerThanBrowsersKeep, tracker({ lifetime: '400 days' }))).toEqual([])
  expect(told(longerThanBrowsersKeep, tracker({ lifetime: '401 days' }))).toEqual(at)
  expect(told(longerThanBrowsersKeep, tracker({ lifetime: range }))).toEqual(at)
  expect(told(longerThanBrowsersKeep, tracker({ lifetime: '13 months' }))).toEqual([])
  expect(told(longerThanBrowsersKeep, tracker({ lifetime: '14 months' }))).toEqual(at)
  const honest = (keep: string) => tracker({ lifetime: range, 'browsers-keep': keep })
  expect(told(longerThanBrowsersKeep, honest('400 days'))).toEqual([])
  expect(told(longerThanBrowsersKeep, honest('401 days'))).toEqual(at)
})

test('only cookies have that cap, and what may be one', () => {
  const stored = (store: unknown) => tracker({ store, lifetime: '26 months' })
  expect(told(longerThanBrowsersKeep, stored('local-storage'))).toEqual([])
  expect(told(longerThanBrowsersKeep, stored('unstated'))).toHaveLength(1)
  expect(told(longerThanBrowsersKeep, stored(['local-storage', 'cookie']))).toHaveLength(1)
})

test('before browsers had a cap, nothing was too long', () => {
  const policy = tracker({ lifetime: '26 months' })
  expect(told(longerThanBrowsersKeep, policy, '2022-08-01')).toEqual([])
  expect(told(longerThanBrowsersKeep, policy, '2022-08-02')).toHaveLength(1)
})

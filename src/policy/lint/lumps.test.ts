import { expect, test } from 'vitest'
import { lumped } from './lumps.ts'
import { told } from '../../../test/told.ts'

const whole = { name: '_ga', store: 'cookie', vendor: 'google', purpose: 'p', use: 'measures-ads' }

test('a tracker that is told by itself is well', () => {
  expect(told(lumped, { trackers: [whole] })).toEqual([])
  expect(told(lumped, { trackers: [] })).toEqual([])
})

test.for(['name', 'store', 'vendor', 'purpose', 'use'])(
  'a tracker that does not tell its `%s`, or several at once, names none',
  key => {
    for (const value of ['unstated', ['a', 'b']])
      expect(told(lumped, { trackers: [whole, { ...whole, [key]: value }] })).toEqual([
        'trackers/1',
      ])
  },
)

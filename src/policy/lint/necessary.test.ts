import { expect, test } from 'vitest'
import { AIMS } from '../vocabulary.ts'
import { calledNecessary } from './necessary.ts'
import { told } from '../../../test/told.ts'

const purpose = (keys: object) => ({ purposes: [{ id: 'p', ...keys }] })
const basis = { web: 'service-requested' }

test.for(['statistics', 'disturbance-detection', 'develop-services', 'ad-targeting'])(
  '`%s` is never necessary, on the web or in the app, alone or among others',
  aim => {
    const at = ['purposes/0/basis']
    expect(told(calledNecessary, purpose({ basis, aims: [aim] }))).toEqual(at)
    expect(told(calledNecessary, purpose({ basis, aims: ['site-functions', aim] }))).toEqual(at)
    const app = { app: 'service-requested' }
    expect(told(calledNecessary, purpose({ basis: app, aims: [aim] }))).toEqual(at)
    const category = 'functional'
    const silent = purpose({ basis: { web: 'unstated' }, category, aims: [aim] })
    expect(told(calledNecessary, silent)).toEqual(at)
    expect(told(calledNecessary, purpose({ basis: { web: 'consent' }, aims: [aim] }))).toEqual([])
  },
)

test('what a visitor asks for may be necessary', () => {
  for (const aim of ['site-functions', 'orders-and-deliveries', 'information-security'])
    expect(told(calledNecessary, purpose({ basis, aims: [aim] }))).toEqual([])
})

test('away from devices nothing of it applies', () => {
  const off = purpose({ basis: { email: 'contract' }, aims: ['statistics'] })
  expect(told(calledNecessary, off)).toEqual([])
})

test('most aims serve the company', () => {
  const own = AIMS.filter(aim => told(calledNecessary, purpose({ basis, aims: [aim] })).length > 0)
  expect(own.length).toBeGreaterThan(AIMS.length / 2)
})

test('before § 205 was in force, it did not apply', () => {
  const policy = purpose({ basis, aims: ['statistics'] })
  expect(told(calledNecessary, policy, '2014-12-31')).toEqual([])
  expect(told(calledNecessary, policy, '2015-01-01')).toHaveLength(1)
})

import { expect, test } from 'vitest'
import { calledAnonymous } from './anonymous.ts'
import { told } from '../../../test/told.ts'

const kept = { purpose: 'p', vendor: 'v', lifetime: '1 day', store: 'cookie' }
const purposes = (is: string) => [{ id: 'p', form: { is } }]
const vendors = (form: string) => [{ id: 'v', receives: { form } }]

test('a purpose is not anonymous while a tracker of it outlives the visit', () => {
  const said = (more: object) => told(calledAnonymous, { purposes: purposes('anonymous'), ...more })
  expect(said({ trackers: [kept] })).toEqual(['purposes/0/form'])
  expect(said({ trackers: [{ ...kept, purpose: ['q', 'p'] }] })).toHaveLength(1)
  expect(said({ trackers: [{ ...kept, lifetime: 'unstated' }] })).toHaveLength(1)
  expect(said({ trackers: [{ ...kept, lifetime: 'session' }] })).toEqual([])
  expect(said({ trackers: [{ ...kept, store: 'session-storage' }] })).toEqual([])
  expect(said({ trackers: [{ ...kept, purpose: 'q' }] })).toEqual([])
  expect(told(calledAnonymous, { purposes: purposes('aggregate'), trackers: [kept] })).toEqual([])
})

test('what a vendor gets is not anonymous while its tracker outlives the visit', () => {
  const said = (more: object) => told(calledAnonymous, { vendors: vendors('anonymous'), ...more })
  expect(said({ trackers: [kept] })).toEqual(['vendors/0/receives'])
  expect(said({ trackers: [{ ...kept, vendor: 'self' }] })).toEqual([])
  expect(told(calledAnonymous, { vendors: vendors('pseudonymous'), trackers: [kept] })).toEqual([])
})

test('a group that is made person by person is not anonymous', () => {
  const group = (form: string, ...inputs: string[]) =>
    told(calledAnonymous, { audiences: [{ form, inputs }] })
  expect(group('anonymous', 'register-data', 'pages-visited')).toEqual(['audiences/0/form'])
  expect(group('anonymous', 'purchase-history')).toHaveLength(1)
  expect(group('anonymous', 'pages-visited')).toEqual([])
  expect(group('pseudonymous', 'register-data')).toEqual([])
})

test('nor one from which somebody can be taken out', () => {
  const group = (form?: string) => ({
    audiences: [{ inputs: [], leaves: { out: 'objectors', form } }],
  })
  expect(told(calledAnonymous, group('anonymous'))).toEqual(['audiences/0/leaves'])
  expect(told(calledAnonymous, group('pseudonymous'))).toEqual([])
  expect(told(calledAnonymous, group())).toEqual([])
})

test('the claim that nobody can be traced is wrong while any tracker outlives the visit', () => {
  const claims = [{ claim: 'not-traceable-to-a-person' }]
  expect(told(calledAnonymous, { claims, trackers: [kept] })).toEqual(['claims/0'])
  expect(told(calledAnonymous, { claims, trackers: [] })).toEqual([])
  const other = [{ claim: 'correctness-is-the-persons-duty' }]
  expect(told(calledAnonymous, { claims: other, trackers: [kept] })).toEqual([])
})

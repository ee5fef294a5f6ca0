import { expect, test } from 'vitest'
import { told } from '../../../test/told.ts'
import { emptyOptOuts, refusedInBrowser } from './saying-no.ts'

const refusals = (...ways: object[]) => ({ consent: { refusals: ways } })

test.for(['browser-settings', 'do-not-track', 'third-party-cookie-block'])(
  '`%s` alone is no way of saying no, beside the banner it is one more',
  by => {
    expect(told(refusedInBrowser, refusals({ by }))).toEqual(['consent/refusals/0'])
    expect(told(refusedInBrowser, refusals({ by, beside: 'unstated' }))).toHaveLength(1)
    expect(told(refusedInBrowser, refusals({ by, beside: 'banner' }))).toEqual([])
  },
)

test('other ways, and none, are not its business', () => {
  expect(told(refusedInBrowser, refusals({ by: 'vendor-opt-out' }))).toEqual([])
  expect(told(refusedInBrowser, refusals({ by: 'service-settings' }))).toEqual([])
  expect(told(refusedInBrowser, {})).toEqual([])
})

test('before the law wanted a clear act, nothing was wrong with it', () => {
  const policy = refusals({ by: 'browser-settings' })
  expect(told(refusedInBrowser, policy, '2018-05-24')).toEqual([])
  expect(told(refusedInBrowser, policy, '2018-05-25')).toHaveLength(1)
})

test('a list of opt-outs that is announced has to hold something', () => {
  const listed = (vendors?: unknown) => ({ consent: { 'opt-outs': { vendors } } })
  expect(told(emptyOptOuts, listed([]))).toEqual(['consent/opt-outs/vendors'])
  expect(told(emptyOptOuts, listed('unstated'))).toHaveLength(1)
  expect(told(emptyOptOuts, listed(['google-analytics']))).toEqual([])
  expect(told(emptyOptOuts, { consent: {} })).toEqual([])
})

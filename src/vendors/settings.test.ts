import { expect, test } from 'vitest'
import { Fault } from '../base/fault.ts'
import { isPostable } from '../platform/egress.ts'
import { readVendorSettings } from './settings.ts'
import { putOff } from './tell.ts'
import { moment } from '../base/time.ts'

test('settings are found by the id of the vendor', () => {
  const settingsOf = readVendorSettings({
    LUPAUS_VENDOR_GOOGLE_ANALYTICS_API_SECRET: 's3cret',
    LUPAUS_VENDOR_GOOGLE_ANALYTICS_MEASUREMENT_ID: 'G-1',
    LUPAUS_VENDOR_META_URL: '',
  })
  expect(settingsOf('google-analytics')).toEqual({ API_SECRET: 's3cret', MEASUREMENT_ID: 'G-1' })
  expect(settingsOf('google')).toEqual({})
  expect(settingsOf('meta')).toEqual({})
})

test.for([
  ['LUPAUS_VENDOR_META_ACCESS_TOKEN', 'two words'],
  ['LUPAUS_VENDOR_META_PIXEL_ID', '1/../../x'],
  ['LUPAUS_VENDOR_META_TOKEN', 'canary-secret'],
  ['LUPAUS_VENDOR_META_URL', 'http://vendor.example'],
  ['LUPAUS_VENDOR_META_URL', 'https://user:canary@vendor.example'],
  ['LUPAUS_VENDOR_META_URL', 'https://vendor.example/?a=b'],
])(
  '%s with a wrong value is refused by its name, and the value is not repeated',
  ([name = '', value = '']) => {
    const read = () => readVendorSettings({ [name]: value })
    expect(read).toThrow(Fault)
    expect(read).toThrow(name)
    expect(read).not.toThrow(value)
  },
)

test.for([
  ['https://vendor.example/x', true],
  ['http://127.0.0.1:4700', true],
  ['http://[::1]:4700', true],
  ['http://localhost', true],
  ['http://vendor.example', false],
  ['http://127.vendor.example', false],
  ['https://user@vendor.example', false],
  ['file:///etc/passwd', false],
  ['vendor.example', false],
] as const)('whether anything is posted to %s: %s', ([url, answer]) => {
  expect(isPostable(url)).toBe(answer)
})

const NOW = moment('2026-11-22T10:00:00Z')
const MINUTE = 60_000

test.for([
  [undefined, 0, 10 * MINUTE, undefined],
  [503, 1, 20 * MINUTE, undefined],
  [429, 9, 360 * MINUTE, undefined],
  [408, 99, 360 * MINUTE, undefined],
  [400, 0, 1_440 * MINUTE, 400],
  [302, 0, 1_440 * MINUTE, 302],
] as const)(
  'after %s, %i failures in, a vendor waits %i ms',
  ([status, failures, wait, stopped]) => {
    const put = putOff(status, failures, NOW)
    expect(put).toEqual({ dueAt: NOW + wait, failures: failures + 1, stoppedBy: stopped })
  },
)

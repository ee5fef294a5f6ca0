import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dayOf, moment, type Moment, momentOf } from '../base/time.ts'
import { readPolicy } from '../policy/index.ts'
import { type DeviceScene, onDevice, trackerOf, undeclared } from './on-device.ts'

const { policy } = readPolicy(readFileSync('policies/childrens-shop.yaml', 'utf8'), 'policy.yaml')
if (!policy) throw new Error('the shop has a policy')

const NOW = moment('2026-11-22T10:00:00Z')
const days = (count: number) => momentOf(NOW + count * 86_400_000)
const granting = (until: Moment, purposes = ['personalisation', 'analytics', 'marketing']) => ({
  granted: Object.fromEntries(purposes.map(id => [id, policy.rules.purposes[id]?.terms ?? ''])),
  ...{ chosenUnder: [], signals: [], until, now: NOW, withdrawn: false },
})
const scene = (
  cookies: DeviceScene['cookies'],
  facts: DeviceScene['facts'] = granting(days(180)),
): DeviceScene => ({ policy, facts, receipt: undefined, cookies, now: NOW })
const one = (at: DeviceScene, name: string) => onDevice(at).find(each => each.tracker.name === name)
const sent = (name: string, since?: Moment) => [{ name, length: 3, ...(since && { since }) }]

test('a renewed cookie ends with the consent, or at its cap when that comes first', () => {
  const fresh = one(scene(sent('lupaus_a', days(-10))), 'lupaus_a')
  expect(fresh).toMatchObject({ here: 'yes', ends: { at: days(180), by: 'consent' } })

  const long = granting(days(3000))
  const old = one(scene(sent('lupaus_a', moment('2024-10-22T10:00:00Z')), long), 'lupaus_a')
  expect(dayOf(old?.ends?.at ?? NOW)).toBe('2026-12-22')
  expect(old?.ends?.by).toBe('cap')
})

test('a cookie that is not renewed ends its lifetime after it was first set', () => {
  const set = one(scene(sent('lupaus_m', days(-60))), 'lupaus_m')
  expect(set?.ends).toEqual({ at: days(30), by: 'lifetime' })
  // One that does not say since when may have been set just now.
  expect(one(scene(sent('lupaus_m')), 'lupaus_m')?.ends?.at).toBe(days(90))
})

test('what browsers cut is told as they keep it', () => {
  expect(one(scene(sent('shop_customer')), 'shop_customer')?.ends).toEqual({
    at: days(400),
    by: 'browser',
  })
})

test('a session cookie has no day, and what is not here has none either', () => {
  expect(one(scene(sent('shop_checkout')), 'shop_checkout')).toMatchObject({ here: 'yes' })
  expect(one(scene(sent('shop_checkout')), 'shop_checkout')?.ends).toBeUndefined()
  expect(one(scene([]), 'lupaus_a')).toMatchObject({ here: 'no', ends: undefined })
})

test('other stores show to a script only, and what lies at a vendor’s address only there', () => {
  expect(one(scene([]), 'lupaus_seen')?.here).toBe('script')
  expect(one(scene([]), 'rt_id')?.here).toBe('vendor')
  expect(one(scene([]), 'pixel.revontuli.example/view.gif')?.here).toBe('vendor')
})

test('a cookie of a refused purpose is shown as one that may not be here', () => {
  const refused = scene(sent('lupaus_a'), granting(days(180), ['marketing']))
  expect(one(refused, 'lupaus_a')?.allowed).toBe(false)
  expect(one(scene(sent('lupaus_a')), 'lupaus_a')?.allowed).toBe(true)
})

test('what the policy does not name is set apart, each name once', () => {
  const cookies = [...sent('stranger'), ...sent('lupaus_a'), ...sent('stranger')]
  expect(undeclared(scene(cookies)).map(({ name }) => name)).toEqual(['stranger'])
})

test('a name belongs to the pattern that fits it best', () => {
  const of = (...names: string[]) => ({
    ...policy,
    trackers: names.map(name => ({ ...policy.trackers[0], name, store: 'cookie' as const })),
  })
  const both = of('_ga*', '_ga_*') as typeof policy
  expect(trackerOf(both, '_ga_X')?.name).toBe('_ga_*')
  expect(trackerOf(both, '_ga')?.name).toBe('_ga*')
  expect(trackerOf(both, '_g')).toBeUndefined()
})

import { expect, test } from 'vitest'
import { momentOf } from '../base/time.ts'
import type { Rules } from '../policy/index.ts'
import { cookiesAfter } from './set-cookies.ts'

const rule = (id: string, basis: 'consent' | 'service-requested') => ({
  ...{ id, line: 1, basis, terms: 't', events: {}, refusedBy: [] },
})
const tracker = (name: string, purpose: string, vendor?: string) => ({
  ...{ id: name, name, store: 'cookie', purpose, seconds: 60, capSeconds: 0 },
  ...(vendor === undefined ? {} : { vendor }),
})
const RULES: Rules = {
  version: 'v',
  purposes: { own: rule('own', 'service-requested'), ads: rule('ads', 'consent') },
  trackers: [
    ...[tracker('lupaus_choice', 'own'), tracker('cart', 'own'), tracker('_ad_*', 'ads')],
    tracker('theirs', 'ads', 'adco'),
  ],
  vendors: [{ id: 'adco', purposes: ['ads'], hosts: [] }],
}
const NOTHING = {
  ...{ granted: {}, chosenUnder: [], signals: [], until: momentOf(2), now: momentOf(1) },
  withdrawn: false,
}
const sent = (...names: string[]) => names.map(name => ({ name, length: 1 }))
const scene = { host: 'www.shop.example:8080', secure: true, paths: ['/privacy'] }
const ended = (facts: typeof NOTHING & { without?: string[] }, ...names: string[]) => {
  const lines = cookiesAfter(RULES, 'r', facts, sent(...names), scene).slice(1)
  return [...new Set(lines.map(line => line.split('=')[0]))]
}

test('proves: consent.refuse-nonessential, only declared cookies of refused purposes are ended', () => {
  expect(ended(NOTHING, 'cart', '_ad_1', 'stranger')).toEqual(['_ad_1'])
  expect(ended({ ...NOTHING, granted: { ads: 't' } }, 'cart', '_ad_1', 'stranger')).toEqual([])
})

test('a vendor that is left out loses its cookie, though its purpose stands', () => {
  const granted = { ...NOTHING, granted: { ads: 't' } }
  expect(ended(granted, '_ad_1', 'theirs')).toEqual([])
  expect(ended({ ...granted, without: ['adco'] }, '_ad_1', 'theirs')).toEqual(['theirs'])
})

test('a cookie is ended on the host, its parents, each path, and in the partition', () => {
  const lines = cookiesAfter(RULES, 'r', NOTHING, sent('_ad_1'), scene).slice(1)
  expect(lines).toContain('_ad_1=; Max-Age=0; Path=/; Domain=shop.example; SameSite=Lax; Secure')
  expect(lines).toContain('_ad_1=; Max-Age=0; Path=/privacy; SameSite=Lax; Secure')
  expect(lines).toContain('_ad_1=; Max-Age=0; Path=/; SameSite=None; Secure; Partitioned')
  expect(lines.join()).not.toContain('Domain=example')
})

test('no name that could split a header is ever written back', () => {
  expect(ended(NOTHING, '_ad_\r\nx', '_ad_ y', '_ad_é')).toEqual([])
})

test('the receipt lives as long as the policy says, and not at all when it is not declared', () => {
  const [line] = cookiesAfter(RULES, 'r', NOTHING, [], { ...scene, secure: false })
  expect(line).toBe('lupaus_choice=r; Max-Age=60; Path=/; SameSite=Lax')
  expect(cookiesAfter({ ...RULES, trackers: [] }, 'r', NOTHING, [], scene)).toEqual([])
})

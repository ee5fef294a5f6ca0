import { expect, test } from 'vitest'
import { momentOf } from '../base/time.ts'
import type { Rules } from '../policy/index.ts'
import { cookiesAfter, refusedCookies } from './set-cookies.ts'

const rule = (id: string, basis: 'consent' | 'service-requested') => ({
  ...{ id, line: 1, basis, terms: 't', events: {}, refusedBy: [] },
})
const tracker = (name: string, purpose: string) => ({
  ...{ id: name, name, store: 'cookie', purpose, seconds: 60, capSeconds: 0 },
})
const RULES: Rules = {
  version: 'v',
  purposes: { own: rule('own', 'service-requested'), ads: rule('ads', 'consent') },
  trackers: [tracker('lupaus_choice', 'own'), tracker('cart', 'own'), tracker('_ad_*', 'ads')],
  vendors: [],
}
const NOTHING = {
  ...{ granted: {}, chosenUnder: [], signals: [], until: momentOf(2), now: momentOf(1) },
  withdrawn: false,
}
const sent = (...names: string[]) => names.map(name => ({ name, length: 1 }))
const scene = { host: 'www.shop.example:8080', secure: true }

test('only declared cookies of refused purposes are cleared', () => {
  expect(refusedCookies(RULES, NOTHING, sent('cart', '_ad_1', 'stranger'))).toEqual(['_ad_1'])
  const granted = { ...NOTHING, granted: { ads: 't' } }
  expect(refusedCookies(RULES, granted, sent('cart', '_ad_1', 'stranger'))).toEqual([])
})

test('a cookie is cleared on the host, on each parent domain and on each path', () => {
  const lines = cookiesAfter(RULES, 'r', NOTHING, sent('_ad_1'), scene).slice(1)
  expect(lines).toHaveLength(6)
  expect(lines).toContain('_ad_1=; Max-Age=0; Path=/; Domain=shop.example; SameSite=Lax; Secure')
  expect(lines).toContain('_ad_1=; Max-Age=0; Path=/privacy; SameSite=Lax; Secure')
  expect(lines.join()).not.toContain('Domain=example')
})

test.for(['127.0.0.1:4700', '[::1]:4700', 'localhost:4700'])('on %s no domain is named', host => {
  const lines = cookiesAfter(RULES, 'r', NOTHING, sent('_ad_1'), { ...scene, host })
  expect(lines.join()).not.toContain('Domain=')
})

test('at most 40 cookies are cleared, and none whose name could split a header', () => {
  const many = Array.from({ length: 41 }, (_, at) => `_ad_${at}`)
  expect(refusedCookies(RULES, NOTHING, sent(...many))).toHaveLength(40)
  expect(refusedCookies(RULES, NOTHING, sent('_ad_\r\nx', '_ad_ y', '_ad_é'))).toEqual([])
})

test('the receipt lives as long as the policy says, and not at all when it is not declared', () => {
  const [line] = cookiesAfter(RULES, 'r', NOTHING, [], { ...scene, secure: false })
  expect(line).toBe('lupaus_choice=r; Max-Age=60; Path=/; SameSite=Lax')
  expect(cookiesAfter({ ...RULES, trackers: [] }, 'r', NOTHING, [], scene)).toEqual([])
})

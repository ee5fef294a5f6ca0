import { expect, test } from 'vitest'
import { type Moment, moment, momentOf } from '../../base/time.ts'
import { systemChance } from '../../platform/chance.ts'
import type { Happened } from '../intake.ts'
import { BOT } from './bots.ts'
import { EVENTS_MAX, openRate, PATHS_MAX, WATCHED_MAX } from './rate.ts'

const NOW = moment('2026-11-22T10:00:00Z')
const at = (seconds: number): Moment => momentOf(NOW + seconds * 1_000)
const signs = { userAgent: 'x', address: '192.0.2.1' }
const view = (path: string, agoMs = 0): Happened => ({ name: 'page_view', agoMs, fields: { path } })
const click: Happened = { name: 'link_click', agoMs: 0, fields: { path: '/' } }
const from = (visit: string | undefined, ...events: Happened[]) => ({ events, visit, signs })
const fresh = () => openRate(systemChance)

test('thirty events in ten seconds are a person’s, and one more is not', () => {
  const rateOf = fresh()
  for (let i = 1; i <= EVENTS_MAX; i++) expect(rateOf(from('v', view('/')), at(i / 10))).toBe(0)
  expect(rateOf(from('v', view('/')), at(3.2))).toBe(BOT.rate)
  expect(rateOf(from('other', view('/')), at(3.2))).toBe(0)
  expect(rateOf(from('v', view('/')), at(60))).toBe(0)
})

test('25 paths in a minute are a person’s, and one more is not', () => {
  const rateOf = fresh()
  for (let i = 1; i <= PATHS_MAX; i++) expect(rateOf(from('v', view(`/${i}`)), at(i * 2))).toBe(0)
  expect(rateOf(from('v', view('/1')), at(51))).toBe(0)
  expect(rateOf(from('v', view('/26')), at(52))).toBe(BOT.rate)
  expect(rateOf(from('v', view('/27')), at(110))).toBe(0)
})

test('without a visit it is counted by address and browser, and without both not at all', () => {
  const rateOf = fresh()
  const many = Array.from({ length: 40 }, () => view('/'))
  expect(rateOf(from(undefined, ...many), NOW)).toBe(BOT.rate)
  expect(rateOf({ ...from(undefined, click), signs: { ...signs, userAgent: 'y' } }, NOW)).toBe(0)
  const nobody = { userAgent: undefined, address: undefined }
  expect(rateOf({ events: many, visit: undefined, signs: nobody }, NOW)).toBe(0)
})

test('an order of forty lines is one act', () => {
  const lines = Array.from({ length: 40 }, () => ({ name: 'purchase', agoMs: 5, fields: {} }))
  expect(fresh()(from('v', ...lines), NOW)).toBe(0)
})

test('what an app kept for an hour without a network is no flood', () => {
  const kept = Array.from({ length: 120 }, (_, i) => view(`/${i}`, (120 - i) * 30_000))
  expect(fresh()(from('v', ...kept), NOW)).toBe(0)
})

test('no more visitors are watched than there is room for', () => {
  const rateOf = fresh()
  const many = Array.from({ length: 31 }, () => view('/'))
  expect(rateOf(from('first', ...many), NOW)).toBe(BOT.rate)
  for (let i = 0; i < WATCHED_MAX; i++) rateOf(from(`v${i}`, view('/')), NOW)
  expect(rateOf(from('first', view('/')), NOW)).toBe(0)
})

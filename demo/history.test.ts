import { createHash } from 'node:crypto'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { moment } from '../src/base/time.ts'
import { FIELD_SHAPES } from '../src/collect/wire.ts'
import { VisitorIds } from '../src/consent/wire.ts'
import { EVENT_NAMES } from '../src/policy/vocabulary.ts'
import { shopPolicy } from '../test/demo-shop.ts'
import { madeUpHistory } from './history.ts'
import { makeTraffic } from './traffic.ts'

const plan = { days: 90, seed: 'demo', until: moment('2026-11-23T12:00:00Z') }
const visits = [...madeUpHistory(plan)]
const count = (name: string) =>
  visits.reduce((sum, { events }) => sum + events.filter(each => each.name === name).length, 0)

test('the same seed makes the same history, and another makes another', () => {
  const hash = (seed: string) => {
    const text = JSON.stringify([...madeUpHistory({ ...plan, days: 7, seed })])
    return createHash('sha256').update(text).digest('hex')
  }
  expect(hash('demo')).toBe(hash('demo'))
  expect(hash('demo')).not.toBe(hash('other'))
})

test('ninety days hold at least fifteen thousand visits that may be counted', () => {
  expect(visits.filter(visit => visit.visit !== undefined).length).toBeGreaterThanOrEqual(15_000)
  expect(visits.length).toBeLessThan(40_000)
  const days = new Set(visits.map(({ at }) => new Date(at).toISOString().slice(0, 10)))
  expect(days.size).toBeGreaterThanOrEqual(90)
})

test('there are fewer purchases than carts, and fewer carts than product views', () => {
  expect(count('purchase')).toBeGreaterThan(300)
  expect(count('purchase')).toBeLessThan(count('cart_add'))
  expect(count('cart_add')).toBeLessThan(count('product_view') / 4)
  for (const { events } of visits)
    if (events.some(each => each.name === 'purchase'))
      expect(events.some(each => each.name === 'cart_add')).toBe(true)
})

test('evenings are busier than nights, Sundays than Saturdays, and winter sells sledges', () => {
  const at = (fits: (date: Date) => boolean) => visits.filter(v => fits(new Date(v.at))).length
  expect(at(date => date.getUTCHours() === 19)).toBeGreaterThan(
    10 * at(date => date.getUTCHours() === 1),
  )
  expect(at(date => date.getUTCDay() === 0)).toBeGreaterThan(at(date => date.getUTCDay() === 6))
  const sledges = (part: typeof visits) =>
    part.filter(({ events }) => events.some(each => each.fields.product === 'pulkka')).length
  const half = Math.floor(visits.length / 2)
  expect(sledges(visits.slice(half))).toBeGreaterThan(1.5 * sledges(visits.slice(0, half)))
})

test('whoever refuses has no id, and a purpose that was not granted has none either', () => {
  const refusers = visits.filter(visit => visit.granted.length === 0)
  expect(refusers.length / visits.length).toBeGreaterThan(0.3)
  const wrong = visits.filter(
    ({ granted, visitors, visit }) =>
      Object.keys(visitors).toSorted().join() !== [...granted].toSorted().join() ||
      (visit !== undefined) !== granted.includes('analytics'),
  )
  expect(wrong).toEqual([])
  const ids = visits.map(({ visitors }) => visitors.analytics).filter(id => id !== undefined)
  expect(new Set(ids).size).toBeLessThan(ids.length)
})

test('every visit and event is one that the real tag could send, and lies before the end', () => {
  const purposes = shopPolicy().purposes.map(purpose => purpose.id)
  const fits = Compile(FIELD_SHAPES)
  const ids = Compile(VisitorIds)
  const names: readonly string[] = EVENT_NAMES
  const wrong = visits.filter(({ at, visitors, granted, events }) => {
    const moments = [at, ...events.map(event => event.at), plan.until - 1]
    return (
      !ids.Check(visitors) ||
      !granted.every(purpose => purposes.includes(purpose)) ||
      moments.some((each, index) => each < (moments[index - 1] ?? 0)) ||
      events.some(event => !names.includes(event.name) || !fits.Check(event.fields))
    )
  })
  expect(wrong).toEqual([])
  expect(fits.Check({ path: 1 })).toBe(false)
})

test('made-up traffic says that it is made up, and hands over every visit once', async () => {
  const lines: string[] = []
  const kept: unknown[] = []
  const totals = await makeTraffic(
    { ...plan, days: 20 },
    {
      keep: async batch => void kept.push(...batch),
      isTerminal: false,
      say: line => void lines.push(line),
    },
  )
  expect(kept).toEqual([...madeUpHistory({ ...plan, days: 20 })])
  expect(totals.visits).toBe(kept.length)
  expect(lines.length).toBeGreaterThanOrEqual(3)
  for (const line of lines) expect(line).toContain('made-up')
})

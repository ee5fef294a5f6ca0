import { asyncProperty, assert, integer, shuffledSubarray, tuple } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CollectStore, collectStore, type Told } from '../../test/scratch/collect-store.ts'

let world: CollectStore
beforeAll(async () => {
  world = await collectStore()
})
afterAll(() => world[Symbol.asyncDispose]())

let serial = 0
const view = (at: string, path: string, more: Partial<Told> = {}): Told => ({
  at,
  id: `e${serial++}`,
  ...more,
  fields: { path, ...more.fields },
})
const clear = () => world.store.run({ text: 'truncate table collect.analytics', values: {} })
const sessions = (columns: string, first = '2026-10-01', last = '2026-11-30') =>
  world.ask(`select ${columns} from collect.for_analytics_sessions(
    first = '${first}', last = '${last}', purpose = 'analytics') order by start, session`)
const pieces = async () =>
  (await sessions('entry, exit, events')).map(one => Object.values(one).join(' '))

async function of(...told: Told[]): Promise<string[]> {
  await clear()
  await world.load(told)
  return pieces()
}

test('proves: analytics.device-level-combine the sessions of a golden day have exactly these figures', async () => {
  await clear()
  const from = (channel: string, more: Told['fields'] = {}) => ({ channel, ...more })
  await world.load([
    view('2026-11-20 08:00:00', '/', {
      fields: from('search', { source: 'haku', referrer: 'haku.example', country: 'FI' }),
    }),
    view('2026-11-20 08:00:30', '/kettu', { fields: { referrer: 'https://shop.example/' } }),
    view('2026-11-20 08:00:50', '/kettu', { name: 'page_leave' }),
    view('2026-11-20 08:01:30', '/ostos', { name: 'purchase' }),
    view('2026-11-20 12:00:00', '/', {
      visitor: 'w',
      fields: from('direct', { device: 'mobile' }),
    }),
    view('2026-11-20 12:00:09', '/', { visitor: 'w', name: 'page_leave' }),
    view('2026-11-20 12:00:09', '/', { visitor: 'robot', bot: 1 }),
    view('2026-11-20 13:00:00', '/', { visitor: 'letter', name: 'pixel_view' }),
  ])
  const found = await sessions(`toString(day) as day, toString(start) as start, seconds, events,
    views, bounced, entry, exit, channel, source, referrer, country, device`)
  expect(found).toEqual([
    {
      ...{ day: '2026-11-20', start: '2026-11-20 08:00:00', seconds: '90', events: 4, views: 2 },
      ...{ bounced: 0, entry: '/', exit: '/kettu', channel: 'search', source: 'haku' },
      ...{ referrer: 'haku.example', country: 'FI', device: '' },
    },
    {
      ...{ day: '2026-11-20', start: '2026-11-20 12:00:00', seconds: '9', events: 2, views: 1 },
      ...{ bounced: 1, entry: '/', exit: '/', channel: 'direct', source: '' },
      ...{ referrer: '', country: '', device: 'mobile' },
    },
  ])
})

test('a session ends after 30 minutes without an event, and not a second before', async () => {
  const first = view('2026-11-20 10:00:00', '/a')
  expect(await of(first, view('2026-11-20 10:30:00', '/b'))).toEqual(['/a /b 2'])
  expect(await of(first, view('2026-11-20 10:30:01', '/b'))).toEqual(['/a /a 1', '/b /b 1'])
  // Any event keeps it going, not only views.
  const leave = view('2026-11-20 10:29:00', '/a', { name: 'page_leave' })
  expect(await of(first, leave, view('2026-11-20 10:50:00', '/b'))).toEqual(['/a /b 3'])
})

test('neither midnight nor the end of a month ends a session, and it belongs to the day it began', async () => {
  const over = [view('2026-10-31 23:50:00', '/a'), view('2026-11-01 00:10:00', '/b')]
  expect(await of(...over)).toEqual(['/a /b 2'])
  expect(await sessions('entry', '2026-10-31', '2026-10-31')).toEqual([{ entry: '/a' }])
  expect(await sessions('entry', '2026-11-01', '2026-11-30')).toEqual([])
})

test('a marked link begins another session; an inner page, an empty referrer or the same link do not', async () => {
  const link = { campaign: 'syksy', campaign_source: 'letter', channel: 'mail' }
  const at = (minute: number) => `2026-11-20 10:${String(minute).padStart(2, '0')}:00`
  expect(
    await of(
      view(at(0), '/a', { fields: { channel: 'search' } }),
      view(at(1), '/b', { fields: { channel: '', referrer: 'https://shop.example/a' } }),
      view(at(2), '/c', { fields: link }),
      view(at(3), '/d', { fields: { channel: 'direct' } }),
      view(at(4), '/e', { fields: link }),
      view(at(5), '/f', { fields: { ...link, campaign: 'talvi' } }),
      view(at(6), '/g', { fields: link }),
    ),
  ).toEqual(['/a /b 2', '/c /e 3', '/f /f 1', '/g /g 1'])
  // What came by no link of ours, an act with a campaign, or a letter that was read.
  const read = view(at(8), '', { name: 'pixel_view', fields: { campaign: 'kesä' } })
  const bought = view(at(9), '', { name: 'purchase', fields: { campaign: 'kesä' } })
  expect(await of(view(at(7), '/h'), read, bought)).toEqual(['/h /h 2'])
})

test('a click on an advertisement begins another session, whatever the number of the click', async () => {
  const click = (number: string) => ({ click_id: number, channel: 'paid' })
  expect(
    await of(
      view('2026-11-20 10:00:00', '/a'),
      view('2026-11-20 10:01:00', '/b', { fields: click('1') }),
      view('2026-11-20 10:02:00', '/c', { fields: click('2') }),
    ),
  ).toEqual(['/a /a 1', '/b /c 2'])
})

test('several tabs of one browser are one session; two browsers are two', async () => {
  const tabs = ['/a', '/x', '/b', '/y'].map((path, i) => view(`2026-11-20 10:0${i}:00`, path))
  expect(await of(...tabs)).toEqual(['/a /y 4'])
  const other = view('2026-11-20 10:01:30', '/other', { visitor: 'other' })
  expect(await of(...tabs, other)).toEqual(['/a /y 4', '/other /other 1'])
})

test('without identity a session is one within its visit of the day, and nothing joins two days', async () => {
  const day = (at: string, path: string, visitOfDay: string) => view(at, path, { visitOfDay })
  expect(
    await of(
      day('2026-11-20 23:55:00', '/a', 'one'),
      day('2026-11-20 23:59:00', '/b', 'one'),
      day('2026-11-21 00:01:00', '/c', 'next day'),
    ),
  ).toEqual(['/a /b 2', '/c /c 1'])
  expect(await sessions('distinct visitor, 1 as start, 1 as session')).toEqual([
    { visitor: '0', start: 1, session: 1 },
  ])
})

test('a late event falls where it belongs: between two sessions it makes them one', async () => {
  const [a, b] = [view('2026-11-20 10:00:00', '/a'), view('2026-11-20 10:50:00', '/b')]
  expect(await of(a, b)).toEqual(['/a /a 1', '/b /b 1'])
  await world.load([view('2026-11-20 10:25:00', '/late', { name: 'page_leave' })])
  expect(await pieces()).toEqual(['/a /b 3'])
  await world.load([view('2026-11-20 09:59:00', '/earlier')])
  expect(await pieces()).toEqual(['/earlier /b 4'])
})

test('the order of arrival does not matter, and the same log twice changes nothing', async () => {
  const steps = [0, 0, 1, 29, 30, 31, 59, 60, 61, 95, 96, 200, 1430, 1445]
  const log = steps.map((minute, i) => {
    const at = new Date(Date.UTC(2026, 9, 31, 0, minute)).toISOString().slice(0, 19)
    const campaign = ['', 'x', '', 'y'][i % 4] ?? ''
    return view(at, `/${i}`, { visitor: `v${i % 2}`, fields: campaign === '' ? {} : { campaign } })
  })
  const told = () => sessions('*')
  await clear()
  await world.load(log)
  const golden = await told()
  expect(golden.length).toBeGreaterThan(6)
  const whole = shuffledSubarray(log, { minLength: log.length, maxLength: log.length })
  await assert(
    asyncProperty(tuple(whole, integer({ min: 1, max: log.length })), async ([some, cut]) => {
      await clear()
      await world.load(some.slice(0, cut))
      await world.load(some.slice(cut), some.slice(0, 3))
      await world.load(log)
      expect(await told()).toEqual(golden)
    }),
    { numRuns: 2, seed: 9 },
  )
})

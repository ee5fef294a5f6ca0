import { asyncProperty, assert, shuffledSubarray } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CollectStore, collectStore, type Told } from '../../test/scratch/collect-store.ts'

let world: CollectStore
beforeAll(async () => {
  world = await collectStore()
})
afterAll(() => world[Symbol.asyncDispose]())

const line = (at: string, order: string, i: number, value: number, product = `p${i}`): Told => ({
  at,
  name: 'purchase',
  id: `order:${order}:${i}`,
  fields: { order, product, quantity: 1, value, currency: 'EUR' },
})
const refund = (at: string, order: string, id: string, value: number): Told => ({
  at,
  name: 'refund',
  id,
  fields: { order, product: 'p0', value, currency: 'EUR' },
})
const orders = () =>
  world.ask(`select toString(day) as day, lines, value, refunded
    from collect.for_analytics_orders(purpose = 'analytics') order by day, value, refunded`)
const clear = () => world.store.run({ text: 'truncate table collect.analytics', values: {} })

test('proves: analytics.shop-reports an order told by browser and server, in any order and month, is one order', async () => {
  const browser = [line('2026-11-01 10:00:00', 'A', 0, 40), line('2026-11-01 10:00:00', 'A', 1, 60)]
  const server = [{ ...line('2026-11-01 10:00:04', 'A', 0, 100), visitor: 'server' }]
  const muchLater = [{ ...line('2027-03-01 10:00:04', 'A', 0, 100), visitor: 'server' }]
  const once = [{ day: '2026-11-01', lines: '2', value: 100, refunded: 0 }]
  await world.load(browser)
  await world.load(server)
  await world.load(muchLater, browser)
  expect(await orders()).toEqual(once)
  await clear()
  await world.load(server)
  await world.load(browser)
  expect(await orders()).toEqual([{ ...once[0], lines: '1' }])
  await clear()
  await world.load(browser, server)
  expect(await orders()).toEqual(once)
  await clear()
  // The tag tells line by line, with ids of its own.
  const byItself = (i: number) => ({ ...line('2026-11-01 10:00:00', 'A', i, 50), id: `tag-${i}` })
  await world.load([byItself(0)])
  await world.load([byItself(1)], server)
  await world.load([byItself(1)])
  expect(await orders()).toEqual(once)
  await clear()
  await world.load(server)
  await world.load([byItself(0)], [byItself(1)])
  expect(await orders()).toEqual([{ ...once[0], lines: '1' }])
  await clear()
})

test('refunds are subtracted once, from the order they belong to', async () => {
  const sold = [line('2026-11-01 10:00:00', 'B', 0, 40.1), line('2026-11-01 10:00:00', 'B', 1, 0.2)]
  const partly = refund('2026-11-03 10:00:00', 'B', 'refund:B:r1:0', 10.1)
  await world.load([partly])
  await world.load(sold, [partly])
  await world.load([{ ...partly, at: '2027-01-01 00:00:00' }])
  await world.load([refund('2026-11-04 10:00:00', 'unknown', 'refund:unknown', 5)])
  expect(await orders()).toEqual([
    { day: '2026-11-01', lines: '2', value: 40.3, refunded: 10.1 },
    { day: '2026-11-04', lines: '0', value: 0, refunded: 5 },
  ])
  await clear()
})

test('proves: analytics.shop-reports a golden stream gives the same totals late, doubled and in any order', async () => {
  const requests: Told[][] = [
    [line('2026-11-01 10:00:00', 'C', 0, 10.05), line('2026-11-01 10:00:00', 'C', 1, 19.9999)],
    [line('2026-11-01 23:59:59', 'D', 0, 0.1)],
    [line('2026-11-02 00:00:00', 'E', 0, 0.2)],
    [refund('2026-11-02 09:00:00', 'D', 'refund:D', 0.1)],
    [refund('2026-10-31 09:00:00', 'Z', 'refund:Z:1:0', 3)],
    [{ at: '2026-11-01 09:00:00', name: 'product_view', id: 'x', fields: { product: 'p0' } }],
    [{ at: '2026-11-01 09:01:00', name: 'cart_add', id: 'y', fields: { product: 'p0' } }],
    [
      {
        at: '2026-11-01 09:02:00',
        name: 'search',
        id: 's',
        fields: { query: 'karhu', results: 0 },
      },
    ],
    [
      {
        at: '2026-11-01 09:03:00',
        name: 'search',
        id: 't',
        fields: { query: 'karhu', results: 4 },
      },
    ],
  ]
  const golden = [
    { day: '2026-10-31', lines: '0', value: 0, refunded: 3 },
    { day: '2026-11-01', lines: '1', value: 0.1, refunded: 0.1 },
    { day: '2026-11-01', lines: '2', value: 30.0499, refunded: 0 },
    { day: '2026-11-02', lines: '1', value: 0.2, refunded: 0 },
  ]
  const [all, min] = [requests.length, requests.length]
  await assert(
    asyncProperty(shuffledSubarray(requests, { minLength: min, maxLength: all }), async some => {
      await clear()
      const half = Math.floor(some.length / 2)
      await world.load(...some.slice(0, half))
      await world.load(...some.toReversed())
      await world.load(...requests)
      expect(await orders()).toEqual(golden)
    }),
    { numRuns: 2, seed: 4 },
  )
  const products = await world.ask(`select viewed, added, bought, returned, value, refunded
    from collect.for_analytics_products(purpose = 'analytics')
    where product = 'p0' and day = '2026-11-01' order by currency`)
  expect(products).toEqual([
    { viewed: '1', added: '1', bought: '0', returned: '0', value: 0, refunded: 0 },
    { viewed: '0', added: '0', bought: '2', returned: '0', value: 10.15, refunded: 0 },
  ])
  const searches = await world.ask(
    `select query, searches, found_nothing from collect.for_analytics_searches(purpose = 'analytics')`,
  )
  expect(searches).toEqual([{ query: 'karhu', searches: '2', found_nothing: '1' }])
  await clear()
})

test('the same event again within two days is kept once, over midnight and month end; later it is another', async () => {
  const told = (at: string): Told => ({ at, id: 'again' })
  const kept = async () => (await world.ask('select at from collect.analytics')).length
  await world.load([told('2026-10-31 23:59:00')], [told('2026-10-31 23:59:00')])
  await world.load([told('2026-11-02 23:58:59')])
  // A clock that was set back.
  await world.load([told('2026-10-30 23:59:00')])
  expect(await kept()).toBe(1)
  await world.load([told('2026-11-03 00:00:00')])
  expect(await kept()).toBe(2)
  await clear()
})

test('proves: identity.no-reverse the number of an order is in no table as it came, and two tables share no key of it', async () => {
  const fields = { order: 'SECRET-1', value: 1, currency: 'EUR', product: 'p' }
  const groups = ['analytics', 'marketing', 'personalisation'] as const
  for (const group of groups)
    await world.load([
      { group, at: '2026-11-01 10:00:00', name: 'purchase', id: 'order:SECRET-1:0', fields },
    ])
  const rows = await Promise.all(groups.map(group => world.ask(`select * from collect.${group}`)))
  const keys = rows.map(([row], i) => row?.[`${groups[i]}_order`])
  expect(new Set(keys).size).toBe(3)
  expect(keys).not.toContain('0')
  expect(JSON.stringify(rows)).not.toContain('SECRET')
  await clear()
})

test('a new rule on robots judges all history anew', async () => {
  await world.load(
    [0, 1, 2, 4, 6].map(bot => ({ at: '2026-11-01 10:00:00', bot, fields: { path: `/${bot}` } })),
  )
  const seen = async () =>
    (await world.ask<{ path: string }>('select path from collect.for_analytics order by path')).map(
      ({ path }) => path,
    )
  const left = () =>
    world.ask(`select signs, left_out, events from collect.for_analytics_bots order by signs`)
  expect(await seen()).toEqual(['/0', '/2', '/4'])
  expect(await left()).toEqual([
    { signs: 1, left_out: 1, events: '1' },
    { signs: 2, left_out: 0, events: '1' },
    { signs: 4, left_out: 0, events: '1' },
    { signs: 6, left_out: 1, events: '1' },
  ])
  const rule = (values: string) =>
    world.store.run({ text: `insert into collect.bot_rules values (${values})`, values: {} })
  await rule('2, 3, 252, 2')
  expect(await seen()).toEqual(['/0', '/4'])
  await rule('3, 0, 254, 3')
  expect(await seen()).toEqual(['/0', '/1', '/2', '/4', '/6'])
})

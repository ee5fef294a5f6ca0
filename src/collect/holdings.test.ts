import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CollectWorld, collectWorld, idOf } from '../../test/scratch/collect-world.ts'
import { readPolicy } from '../policy/index.ts'

const FILE = 'policies/electricity-cookies.yaml'

let world: CollectWorld
beforeAll(async () => {
  world = await collectWorld()
  const { policy } = readPolicy(readFileSync(FILE, 'utf8'), FILE)
  if (!policy) throw new Error(`\`${FILE}\` does not compile`)
  world.policy = policy
})
afterAll(() => world[Symbol.asyncDispose]())

test('proves: server.persistent-cookie-data-2y what was gathered with cookies lapses after two years, not a day before', async () => {
  await world.send({
    receipt: 'analytics,marketing',
    visitors: { analytics: idOf('a'), marketing: idOf('m') },
    events: [{ name: 'page_view', agoMs: 0, fields: { path: '/two-years' } }],
  })
  const lapsed = async () => {
    const found = world.collect.holdings.filter(({ table }) => !table.endsWith('machines'))
    return Object.fromEntries(
      await Promise.all(found.map(async one => [one.table, await one.lapsed(world.now())])),
    )
  }
  const [views, campaigns] = [await world.rows('analytics'), await world.rows('marketing')]
  expect([views.length, campaigns.length]).toEqual([1, 1])
  world.pass({ count: 23, unit: 'month' })
  world.pass({ count: 29, unit: 'day' })
  expect(Object.values(await lapsed()).flat()).toEqual([])
  world.pass({ count: 3, unit: 'day' })
  expect(await lapsed()).toMatchObject({
    'collect.analytics': ['2026-11-22'],
    'collect.marketing': ['2026-11-22'],
  })
  for (const holding of world.collect.holdings) {
    await holding.erase(await holding.lapsed(world.now()))
  }
  expect([await world.rows('analytics'), await world.rows('marketing')]).toEqual([[], []])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CollectWorld, collectWorld, idOf } from '../../test/scratch/collect-world.ts'

let world: CollectWorld
beforeAll(async () => {
  world = await collectWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const view = (path: string, more: object = {}) => ({
  name: 'page_view',
  agoMs: 0,
  fields: { path, title: 'A page' },
  ...more,
})

test('a permitted page view is kept with the policy and purpose that allowed it', async () => {
  const answer = await world.send({
    receipt: 'analytics',
    visitors: { analytics: idOf('a') },
    visit: idOf('v'),
    events: [
      {
        ...view('/kept?email=x@y.example#top'),
        id: idOf('1'),
        agoMs: 5_000,
        fields: {
          path: '/kept?email=x@y.example#top',
          title: 'Kept',
          referrer: 'https://search.example/q?s=secret',
        },
      },
    ],
  })
  expect(answer.status).toBe(204)
  expect(answer.headers.get('lupaus-kept')).toBe('1')
  expect(answer.headers.get('lupaus-refused')).toBeNull()
  const [row] = await world.rows('analytics')
  expect(row).toMatchObject({
    day: '2026-11-22',
    at: '2026-11-22 09:59:55',
    site: 'shop',
    name: 'page_view',
    path: '/kept',
    title: 'Kept',
    referrer: 'search.example',
    browser: 'Chrome',
    os: 'Linux',
    device: 'desktop',
    purposes: 'analytics',
    policy: world.policy.version.slice(0, 16),
  })
  expect(row?.['analytics_visitor']).toMatch(/^\d{10,20}$/)
  expect(await world.rows('personalisation')).toEqual([])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CollectWorld, collectWorld, idOf } from '../../test/scratch/collect-world.ts'

let world: CollectWorld
beforeAll(async () => {
  world = await collectWorld()
  const visitors = { analytics: idOf('a'), personalisation: idOf('a'), marketing: idOf('a') }
  await world.send({
    receipt: 'analytics,personalisation,marketing',
    visitors,
    events: [
      { name: 'page_view', agoMs: 0, fields: { path: '/a', referrer: `${world.origin}/b` } },
      { name: 'product_view', agoMs: 0, fields: { product: 'bear' } },
    ],
  })
  await world.send({ receipt: 'analytics', events: [{ name: 'page_leave', agoMs: 0, fields: {} }] })
  await world.collect.flush()
})
afterAll(() => world[Symbol.asyncDispose]())

const sighting = async (promise: string) => {
  const probe = world.collect.probes.find(one => one.promise === promise)
  if (!probe) throw new Error(`no probe for ${promise}`)
  return probe.run()
}
const spoil = (text: string) => world.store.run({ text, values: {} })

test.for([
  [
    'analytics.fields-closed',
    'Columns: 117, events under this version: 5; columns that hold anything undeclared: 0.',
  ],
  ['analytics.ip-is-personal', 'Events searched: 5, waiting files: 0; IP addresses found: 0.'],
  [
    'identity.anonymous-by-default',
    'Visitor keys: 3; keys that two purposes share: 0; key columns that they share: 0.',
  ],
  [
    'pixel.same-gate',
    'A pixel was asked for without consent: answer 204, cookies: 0, rows stored: 0.',
  ],
  [
    'basis.default-deny',
    'A page view was sent without a receipt: answer 204, events taken: 0, rows stored: 0.',
  ],
  [
    'device.block-is-respected',
    'Events from browsers that carried no identifier: 1; of these, 0 could be joined.',
  ],
] as const)('the probe of %s sees that it is kept', async ([promise, saw]) => {
  const seen = await sighting(promise)
  expect(seen.saw.en).toBe(saw)
  expect(seen.kept).toBe(true)
})

// Each probe must be able to see a broken promise, so each is shown one.
test.for([
  [
    'analytics.fields-closed',
    (): string => `insert into collect.marketing (day, name, policy, referrer)
           values ('2026-11-22', 'page_view', '${world.policy.version.slice(0, 16)}', 'x')`,
  ],
  [
    'analytics.ip-is-personal',
    (): string =>
      `insert into collect.analytics (day, name, title) values ('2026-11-22', 'x', 'at 203.0.113.9 now')`,
  ],
  [
    'identity.anonymous-by-default',
    (): string => `insert into collect.marketing (day, name, marketing_visitor)
           select day, name, analytics_visitor from collect.analytics where path = '/a'`,
  ],
  [
    'device.block-is-respected',
    (): string =>
      `insert into collect.analytics (day, name, analytics_visit) values ('2026-11-22', 'x', 5)`,
  ],
] as const)('the probe of %s sees that it is broken', async ([promise, damage]) => {
  await spoil(damage())
  expect(await sighting(promise)).toMatchObject({ kept: false })
})

import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Overview } from '../../src/analytics/wire.ts'
import { visitorId, world, type World } from '../world.ts'

test('what visitors allow is what the report counts, once, on the day it happened', async () => {
  await using lupaus = await world({ today: '2026-11-22T10:00:00Z' })
  const read = await signedIn(lupaus)
  const visitors = { analytics: visitorId('a') }
  const receipt = await lupaus.choose(['analytics'])
  await lupaus.choose([])
  const seen = { id: eventId(), name: 'page_view', fields: { path: '/', title: 'Etusivu' } }
  const late = { ...seen, id: eventId(), agoMs: 11 * 3_600_000 }
  const sold = { product: 'kettu', quantity: 2, value: 39.8, currency: 'EUR' }
  const events = [seen, late, { id: eventId(), name: 'purchase', fields: sold }]
  const batch = { receipt, visitors, visit: visitorId('v'), events }

  expect((await lupaus.send(batch)).status).toBeLessThan(300)
  const once = await read()
  // The same events again, as a browser sends them whose answer was lost.
  expect((await lupaus.send(batch)).status).toBeLessThan(300)
  const twice = await read()
  // And one from somebody who did not allow it.
  await lupaus.send({ events: [{ ...seen, id: eventId() }] })
  const refused = await read()

  expect(once.totals).toMatchObject({ visits: 1, views: 2, revenue: 39.8, choices: 2 })
  expect(once.days.filter(day => day.views > 0).map(day => [day.day, day.views])).toEqual([
    ['2026-11-21', 1],
    ['2026-11-22', 1],
  ])
  expect(once.choices).toEqual([{ day: '2026-11-22', all: 0, some: 1, none: 1 }])
  // Only refusals are counted as often as they are met: nothing of them is kept to know them by.
  expect({ ...twice.totals, refused: 0 }).toEqual({ ...once.totals, refused: 0 })
  expect(twice.products).toEqual(once.products)
  expect(refused.totals).toMatchObject({ views: 2, revenue: 39.8 })
  const rule = { purpose: 'analytics', reason: 'no-consent', what: 'page_view' }
  const line = lupaus.policy().rules.purposes['analytics']?.line
  expect(twice.refusals).not.toContainEqual(expect.objectContaining(rule))
  expect(refused.refusals).toContainEqual({ ...rule, line, count: 1 })
})

async function signedIn(lupaus: World): Promise<() => Promise<Overview>> {
  const link = (await lupaus.lupaus.staff.setupLink(lupaus.url)) ?? ''
  const answer = await fetch(`${lupaus.url}/v1/staff/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token: link.split('#')[1],
      email: 'alma@pikkukettu.example',
      name: 'Alma',
      password: 'seitsemän veljestä metsässä',
    }),
  })
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return async () => {
    await lupaus.lupaus.collect.flush()
    const report = await fetch(`${lupaus.url}/v1/reports/overview`, { headers: { cookie } })
    expect(report.status).toBe(200)
    return (await report.json()) as Overview
  }
}

function eventId(): string {
  return randomBytes(16).toString('base64url')
}

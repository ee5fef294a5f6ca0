import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CollectWorld, collectWorld, idOf } from '../scratch/collect-world.ts'
import { metricsRoutes } from '../../src/metrics.ts'
import { openHttp } from '../../src/platform/http.ts'

const CANARY = 'kanarialintu'

let world: CollectWorld
beforeAll(async () => {
  world = await collectWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

async function metrics(token?: string) {
  const http = await openHttp({ trustProxy: false })
  const gate = { counted: () => [] }
  metricsRoutes({ collect: world.collect, gate, policy: () => world.policy, token })(http)
  http.get('/shops/:id', () => 'ok')
  return http
}

test('what was kept and refused is counted by closed words, and nothing that was sent is told', async () => {
  await world.send({
    receipt: 'analytics',
    visitors: { analytics: idOf('a') },
    events: [
      { name: 'page_view', agoMs: 0, fields: { path: `/${CANARY}`, [CANARY]: 'x' } },
      { name: CANARY, agoMs: 0, fields: {} },
    ],
  })
  await using http = await metrics()
  await http.inject(`/shops/${CANARY}`)
  const answer = await http.inject('/metrics')
  expect(answer.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(answer.body).toMatch(/^lupaus_events_kept_total 1$/m)
  expect(answer.body).toMatch(/^lupaus_rows_kept_total\{group="analytics"\} 1$/m)
  expect(answer.body).toMatch(/^lupaus_refused_total\{.*reason="field-not-declared"\} 1$/m)
  expect(answer.body).toMatch(/^lupaus_refused_total\{.*reason="event-not-declared"\} 1$/m)
  expect(answer.body).toMatch(/^lupaus_http_answers_total\{route="\/shops\/:id",status="2xx"\} 1$/m)
  expect(answer.body).toMatch(/^lupaus_policy\{version="[0-9a-f]{16}",label="2026-11-22"\} 1$/m)
  expect(answer.body).not.toContain(CANARY)
})

test('only this machine may read it, and not through a proxy', async () => {
  await using http = await metrics()
  const near = await http.inject('/metrics')
  const far = await http.inject({ url: '/metrics', remoteAddress: '203.0.113.9' })
  const proxied = await http.inject({ url: '/metrics', headers: { 'x-forwarded-for': '1.2.3.4' } })
  expect([near.statusCode, far.statusCode, proxied.statusCode]).toEqual([200, 404, 404])
})

test('with a token nobody reads it without, and its holder reads it from anywhere', async () => {
  await using http = await metrics('a-token')
  const ask = (authorization?: string) =>
    http.inject({
      url: '/metrics',
      remoteAddress: '203.0.113.9',
      headers: authorization === undefined ? {} : { authorization },
    })
  const right = await ask('Bearer a-token')
  const wrong = await ask('Bearer a-tokem')
  const none = await http.inject('/metrics')
  expect([right.statusCode, wrong.statusCode, none.statusCode]).toEqual([200, 404, 404])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { BROWSER, type CollectWorld, collectWorld } from '../../test/scratch/collect-world.ts'
import { openHttp } from '../platform/http.ts'
import { openRateLimit } from '../platform/rate-limit.ts'
import { GROUPS } from './groups.ts'
import { routes } from './routes.ts'
import { BATCH_MAX, BODY_MAX, type EventIn } from './wire.ts'

let world: CollectWorld
beforeAll(async () => {
  world = await collectWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const view = (path: string, more: Partial<EventIn> = {}): EventIn => ({
  name: 'page_view',
  agoMs: 0,
  fields: { path },
  ...more,
})
const total = async () => {
  const tables = await Promise.all(GROUPS.map(group => world.rows(group)))
  return tables.flat().length
}
const paths = async () => (await world.rows('analytics')).map(row => row['path'])

test('a batch that cannot be read is counted, and nothing of it is written down', async () => {
  const broken = async () => {
    const rows = await world.rows('refusals')
    const counts = rows.filter(row => row['reason'] === 'malformed')
    expect(JSON.stringify(counts)).not.toContain('kanarialintu')
    return counts.reduce((sum, row) => sum + Number(row['count']), 0)
  }
  const before = await broken()
  const headers = { 'content-type': 'application/json', 'user-agent': BROWSER }
  for (const body of ['{"kanarialintu": [', '{"events":[],"kanarialintu":1}']) {
    await fetch(`${world.origin}/v1/events`, { method: 'POST', headers, body })
  }
  expect(await broken()).toBe(before + 2)
})

test('a beacon of plain text is read as JSON', async () => {
  const body = JSON.stringify({ receipt: 'analytics', events: [view('/beacon')] })
  const headers = { 'content-type': 'text/plain;charset=UTF-8', 'user-agent': BROWSER }
  const answer = await fetch(`${world.origin}/v1/events`, { method: 'POST', headers, body })
  expect(answer.status).toBe(204)
  expect(await paths()).toContain('/beacon')
})

test.for<[string, unknown, number, RegExp]>([
  ['no JSON', '{"events": [', 400, /JSON/],
  ['no events', { events: [] }, 400, /events must not have fewer than 1/],
  ['too many', { events: Array(BATCH_MAX + 1).fill(view('/m')) }, 400, new RegExp(`${BATCH_MAX}`)],
  ['an unknown key', { events: [view('/u')], who: 'me' }, 400, /additional/],
  ['a wrong id', { events: [view('/u', { id: 'short' })] }, 400, /events\/0\/id/],
  ['a nested field', { events: [view('/n', { fields: { a: {} } as never })] }, 400, /fields/],
  ['too large', { events: [view('/l')], receipt: 'x'.repeat(BODY_MAX) }, 413, /large/],
])('a batch with %s is answered with what is wrong', async ([, batch, status, says]) => {
  const body = typeof batch === 'string' ? batch : JSON.stringify(batch)
  for (const type of ['application/json', 'text/plain']) {
    const headers = { 'content-type': type, 'user-agent': BROWSER }
    const answer = await fetch(`${world.origin}/v1/events`, { method: 'POST', headers, body })
    expect(answer.status).toBe(status)
    expect(await answer.text()).toMatch(says)
  }
})

test('a full batch is taken whole', async () => {
  const events = Array.from({ length: BATCH_MAX }, () => view('/full'))
  const answer = await world.send({ receipt: 'analytics', events })
  expect(answer.headers.get('lupaus-kept')).toBe(String(BATCH_MAX))
})

test('only the sites of the policy may send across origins', async () => {
  const batch = { receipt: 'analytics', events: [view('/across')] }
  const ours = await world.send(batch, { origin: 'https://pikkunalle.example' })
  expect(ours.headers.get('access-control-allow-origin')).toBe('https://pikkunalle.example')
  expect(ours.headers.get('access-control-allow-credentials')).toBeNull()
  expect(ours.headers.get('vary')).toContain('origin')
  const before = await total()
  const theirs = await world.send(batch, { origin: 'https://evil.example' })
  expect(theirs.status).toBe(403)
  expect(theirs.headers.get('access-control-allow-origin')).toBeNull()
  expect(await total()).toBe(before)
})

test('the header of refusals is bounded, each kind once, and safe whatever was sent', async () => {
  const events = Array.from({ length: 20 }, (_, i) => view('/h', { name: `ä"\\\r\n${i}` }))
  const answer = await world.send({ receipt: 'analytics', events: [...events, ...events] })
  const said = answer.headers.get('lupaus-refused') ?? ''
  expect(said.split(', ')).toHaveLength(16)
  expect(said).toMatch(/^[\x20-\x7e]+$/)
  expect(said).toContain(String.raw`what="?\"\\??0"`)
})

test('one address may send only so often, and is told how long to wait', async () => {
  const ask = await edge({ points: 2, hasRoom: true })
  expect((await ask()).statusCode).toBe(204)
  expect((await ask()).statusCode).toBe(204)
  const stopped = await ask()
  expect(stopped.statusCode).toBe(429)
  expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0)
  expect(stopped.body).not.toContain('127.0.0.1')
  expect((await ask('198.51.100.7')).statusCode).toBe(204)
})

test('a disk without room acknowledges nothing', async () => {
  const ask = await edge({ points: 9, hasRoom: false })
  const answer = await ask()
  expect(answer.statusCode).toBe(503)
  expect(answer.json()).toMatchObject({ error: 'spool.full' })
})

/** The routes alone, over a collector that keeps nothing: for what is answered before it. */
async function edge(limits: { points: number; hasRoom: boolean }) {
  const http = await openHttp({ trustProxy: false })
  routes({
    collector: {
      receive: () => Promise.resolve({ kept: 0, refused: [] }),
      receiveAll: () => Promise.resolve({ kept: 0, refused: [] }),
      refuse: () => Promise.resolve(),
    },
    clock: { now: () => world.now() },
    policy: () => world.policy,
    limit: openRateLimit({ points: limits.points, perSeconds: 60, salt: new Uint8Array(32) }),
    hasRoom: () => limits.hasRoom,
  })(http)
  return (remoteAddress = '127.0.0.1') =>
    http.inject({
      method: 'POST',
      url: '/v1/events',
      remoteAddress,
      payload: { events: [view('/edge')] },
    })
}

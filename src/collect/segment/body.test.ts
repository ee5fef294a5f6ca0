import { deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { BODY_MAX, EVENT_MAX, EVENTS_MAX, isBroken, readCall } from './body.ts'

const read = (body: unknown, isBatch = true) =>
  readCall(Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)), isBatch)
const errorOf = (body: unknown, isBatch = true) => {
  const call = read(body, isBatch)
  return isBroken(call) ? `${call.broken.status} ${call.broken.error}` : undefined
}
/** An event of exactly so many bytes. */
const event = (bytes: number) => ({ a: 'x'.repeat(bytes - '{"a":""}'.length) })
const batch = (bytes: number) => {
  const events = Array.from({ length: Math.floor(bytes / 20_000) }, () => event(19_000))
  const text = JSON.stringify({ batch: events })
  return Buffer.from(text + ' '.repeat(bytes - text.length))
}

test('a body is what its first bytes say', () => {
  const plain = Buffer.from(JSON.stringify({ batch: [{ type: 'page' }] }))
  const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plain])
  for (const body of [plain, gzipSync(plain), deflateSync(plain), marked])
    expect(read(body)).toMatchObject({ messages: [{ type: 'page' }] })
})

test.for([
  ['nothing', Buffer.alloc(0), '400 no-json'],
  ['one byte', Buffer.from([0x1f]), '400 no-json'],
  ['no JSON', Buffer.from('{"batch": ['), '400 no-json'],
  ['a list', Buffer.from('[]'), '400 no-json'],
  ['null', Buffer.from('null'), '400 no-json'],
  ['no batch', Buffer.from('{}'), '400 no-batch'],
  ['a batch that is no list', Buffer.from('{"batch":{"length":1}}'), '400 no-batch'],
  ['the beginning of gzip', Buffer.from([0x1f, 0x8b, 8, 0]), '400 not-unpacked'],
  ['gzip of no JSON', gzipSync('a=1'), '400 no-json'],
] as const)('%s is no batch', ([, body, error]) => {
  expect(errorOf(body)).toBe(error)
})

test('a body, an event and a batch have each their limit, packed or not', () => {
  expect(errorOf(batch(BODY_MAX))).toBeUndefined()
  expect(errorOf(batch(BODY_MAX + 1))).toBe('413 too-large')
  expect(errorOf(gzipSync(batch(BODY_MAX)))).toBeUndefined()
  expect(errorOf(gzipSync(batch(BODY_MAX + 1)))).toBe('413 too-large')
  expect(errorOf({ batch: [event(EVENT_MAX)] })).toBeUndefined()
  expect(errorOf({ batch: [event(EVENT_MAX + 1)] })).toBe('413 event-too-large')
  expect(errorOf(event(EVENT_MAX), false)).toBeUndefined()
  expect(errorOf(event(EVENT_MAX + 1), false)).toBe('413 event-too-large')
  const events = (length: number) => ({ batch: Array.from({ length }, () => 0) })
  expect(errorOf(events(EVENTS_MAX))).toBeUndefined()
  expect(errorOf(events(EVENTS_MAX + 1))).toBe('413 too-many-events')
})

test('a bomb is not unpacked, and what is nested without end is too large', () => {
  expect(errorOf(gzipSync(Buffer.alloc(20_000_000)))).toBe('413 too-large')
  expect(errorOf(deflateSync(Buffer.alloc(20_000_000)))).toBe('413 too-large')
  const deep = `{"batch":[${'['.repeat(200_000)}${']'.repeat(200_000)}]}`
  expect(errorOf(Buffer.from(deep))).toBe('413 event-too-large')
})

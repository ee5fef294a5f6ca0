import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { clickhouseServer, type ClickhouseServer } from '../../test/clickhouse-server.ts'
import { Fault } from '../base/fault.ts'
import { ch, type Ch } from './clickhouse.ts'
import { openServer, streamed } from './clickhouse-server.ts'

const HUNG_MS = 200

let server: ClickhouseServer
let events: Ch & AsyncDisposable
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lupaus-lines-'))
  server = await clickhouseServer()
  events = await openServer(server.url, { graceMs: HUNG_MS, readSeconds: 2, loadSeconds: 1 })
  await events.run(ch`create database trial`)
  await events.run(ch`
    create table trial.seen (who String, times UInt64) engine = MergeTree order by who
    settings non_replicated_deduplication_window = 100`)
})

afterEach(async () => {
  expect(await server.disarm(), 'every fault happened').toBe(0)
})

afterAll(async () => {
  await events[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

const isThere = (who: string) =>
  events
    .rows<{ n: string }>(ch`select count() as n from trial.seen where who = ${who}`)
    .then(rows => Number(rows[0]?.n))
const manyRows = ch`select number, repeat('x', 100) as text from numbers(5000)`

test('every type of value goes in and comes out unchanged', async () => {
  const text = `it's "\\ \n\t\0 \` {p0:String} %00 äiti 漢字 💛\r\n`
  const list = [`a'b`, 'c\\d', 'e\nf', '', '],[']
  const [row] = await events.rows(
    ch`select ${text} as text, ${-5} as whole, ${0.25} as part, ${true} as yes, ${list} as list`,
  )
  expect(row).toEqual({ text, whole: '-5', part: 0.25, yes: true, list })
})

test('values too long for an address go in the body', async () => {
  const ids = Array.from({ length: 5_000 }, (_, i) => `id-${i}-'\\\n`)
  const rows = await events.rows(ch`select length(${ids}) as n, ${ids}[5000] as last`)
  expect(rows).toEqual([{ n: '5000', last: ids.at(-1) }])
})

test('a value that tries to be SQL stays a value', async () => {
  const sly = `x', 1); drop table trial.seen; --`
  await events.run(ch`insert into trial.seen settings insert_deduplication_token = ${'token-1'}
    select ${sly}, 1`)
  expect(await isThere(sly)).toBe(1)
  expect(await isThere(`' or '1'='1`)).toBe(0)
})

test('a 64-bit number that JavaScript cannot hold comes back whole', async () => {
  const most = '18446744073709551615'
  expect(await events.rows(ch`select toUInt64(${most}) as most`)).toEqual([{ most }])
})

test('a large answer comes back packed and whole', async () => {
  const rows = await events.rows<{ number: string }>(manyRows)
  expect(rows.map(row => Number(row.number))).toEqual(Array.from({ length: 5_000 }, (_, i) => i))
})

test('a wrong statement says what was wrong, and is no fault of the server', async () => {
  const wrong = events.rows(ch`select nothing from trial.seen`)
  await expect(wrong).rejects.toThrow(/nothing/)
  await expect(wrong).rejects.not.toBeInstanceOf(Fault)
})

test('a query that runs longer than allowed is ended', async () => {
  const endless = ch`select sum(sipHash64(number)) as s from numbers(100000000000)`
  await expect(events.rows(endless, { maxSeconds: 1 })).rejects.toThrow(/Timeout exceeded|in time/)
})

test('what is loaded from a file of ours is sent, and counts once under its token', async () => {
  const path = linesOf(['{"who":"loaded","times":1,"n":1}', '{"who":"loaded","times":2,"n":2}'])
  const insert = (token: string) => ch`insert into trial.seen (who, times)
    select who, times from file(${path}, 'JSONEachRow', 'who String, times UInt64') where times > 0
    settings insert_deduplication_token = ${token}, input_format_skip_unknown_fields = 1`
  for (const token of ['load-1', 'load-1']) await events.load(insert(token), path)
  expect(await isThere('loaded')).toBe(2)
  await events.load(insert('load-2'), path)
  expect(await isThere('loaded')).toBe(4)
})

test('only the one file of an insert becomes what is sent with it', () => {
  const made =
    streamed(ch`insert into t select a from file(${'/spool/x'}, 'JSONEachRow', 'a String')
    where a > ${'b'}`)
  expect(made.text).toContain(`from input('a String')`)
  expect(made.text).toMatch(/format JSONEachRow$/)
  expect(made.values).toEqual({ p1: 'b' })
  const held = { path: '/spool/x', shape: `at DateTime('UTC')`, more: 'b' }
  const text = `insert into t select * from file({path:String}, 'JSONEachRow', {shape:String})`
  expect(streamed({ text, values: held })).toEqual({
    text: `insert into t select * from input('at DateTime(\\'UTC\\')') format JSONEachRow`,
    values: { shape: held.shape, more: 'b' },
  })
  expect(() => streamed(ch`select 1`)).toThrow('one file')
})

test.for([
  ['cut-answer', /clickhouse.unavailable/],
  ['short-answer', /clickhouse.unavailable/],
  ['exception-in-stream', /MEMORY_LIMIT|Memory limit/],
  ['old-exception', /MEMORY_LIMIT|Memory limit/],
  ['busy', /clickhouse.unavailable/],
  ['hang', /clickhouse.unavailable/],
] as const)('an answer with %s is never taken for a whole one', async ([kind, words]) => {
  // Twice, for a question is asked again where its connection was cut.
  const times = kind === 'cut-answer' ? 2 : 1
  await server.fault({ kind, times, match: 'numbers(5000)' })
  const answer = await events
    .rows(manyRows, { maxSeconds: 1 })
    .then(rows => `${rows.length} rows`)
    .catch((error: Error) => `${error.message} ${error instanceof Fault ? error.code : ''}`)
  await server.disarm()
  expect(answer).toMatch(words)
  expect(await events.rows(manyRows)).toHaveLength(5_000)
})

test('a question whose connection is cut once is asked again', async () => {
  await server.fault({ kind: 'lost-answer', match: 'numbers(5000)' })
  expect(await events.rows(manyRows)).toHaveLength(5_000)
})

test.for(['cut-request', 'lost-answer', 'hang', 'busy'] as const)(
  'an insert with %s is a fault and not sent again by itself; sent again it counts once',
  async kind => {
    const path = linesOf([JSON.stringify({ who: kind, times: 1 })])
    const insert = ch`insert into trial.seen (who, times)
      select who, times from file(${path}, 'JSONEachRow', 'who String, times UInt64')
      settings insert_deduplication_token = ${kind}`
    await server.fault({ kind, match: 'insert into trial.seen' })
    await expect(events.load(insert, path)).rejects.toMatchObject({
      code: 'clickhouse.unavailable',
    })
    expect(await isThere(kind)).toBe(kind === 'lost-answer' ? 1 : 0)
    await events.load(insert, path)
    expect(await isThere(kind)).toBe(1)
  },
)

test('an insert that is delivered twice counts once', async () => {
  await server.fault({ kind: 'twice', match: 'insert into trial.seen' })
  await events.run(ch`insert into trial.seen settings insert_deduplication_token = ${'double'}
    select ${'double'}, 1`)
  expect(await isThere('double')).toBe(1)
})

test('a server that is down is a fault without its password, and all is well when it is back', async () => {
  await server.down()
  const asked = await events.rows(ch`select 1 as one`).catch((error: unknown) => error)
  await server.up()
  expect(asked).toMatchObject({ code: 'clickhouse.unavailable' })
  expect(String(asked)).not.toContain('w%25rd')
  expect(await events.rows(ch`select 1 as one`)).toEqual([{ one: 1 }])
})

test('a wrong password is told at once', async () => {
  const url = server.url.replace(/lupaus:[^@]+@/, 'lupaus:wrong@')
  await expect(openServer(url)).rejects.toThrow(/AUTHENTICATION_FAILED/)
})

function linesOf(lines: readonly string[]): string {
  const path = join(folder, `${lines.length}-${lines[0]?.length}.ndjson`)
  writeFileSync(path, lines.map(line => `${line}\n`).join(''))
  return path
}

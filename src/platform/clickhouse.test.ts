import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Fault } from '../base/fault.ts'
import { ch, openClickhouse, type Ch } from './clickhouse.ts'

let path: string
let events: Ch & AsyncDisposable

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'lupaus-ch-'))
  events = await openClickhouse({ path })
  await events.run(ch`create database trial`)
  await events.run(ch`
      create table trial.seen (who String, times UInt64) engine = MergeTree order by who
      settings non_replicated_deduplication_window = 100`)
})

afterAll(async () => {
  await events[Symbol.asyncDispose]()
  await rm(path, { recursive: true })
})

test('every type of value goes in and comes out unchanged', async () => {
  const text = `it's "\\ \n\t\0 \` {p0:String} %00 äiti 漢字 💛`
  const list = [`a'b`, 'c\\d', 'e\nf', '', '],[']
  const [row] = await events.rows(
    ch`select ${text} as text, ${-5} as whole, ${0.25} as part, ${true} as yes, ${list} as list`,
  )
  expect(row).toEqual({ text, whole: '-5', part: 0.25, yes: true, list })
})

test('a value that tries to be SQL stays a value', async () => {
  await events.run(ch`insert into trial.seen settings insert_deduplication_token = ${'token-1'}
      select ${`x', 1); drop table trial.seen; --`}, 1`)
  const rows = await events.rows(ch`select who from trial.seen where who like ${'%drop%'}`)
  expect(rows).toEqual([{ who: `x', 1); drop table trial.seen; --` }])
  expect(
    await events.rows(ch`select who from trial.seen where who = ${`' or '1'='1`}`),
  ).toHaveLength(0)
})

test('an insert sent twice with one token is kept once, with two tokens twice', async () => {
  for (const token of ['same', 'same', 'other']) {
    await events.run(ch`insert into trial.seen settings insert_deduplication_token = ${token}
        select ${'twin'}, 1`)
  }
  expect(
    await events.rows(ch`select count() as kept from trial.seen where who = ${'twin'}`),
  ).toEqual([{ kept: '2' }])
})

test('a 64-bit number that JavaScript cannot hold comes back whole', async () => {
  expect(await events.rows(ch`select toUInt64('18446744073709551615') as most`)).toEqual([
    { most: '18446744073709551615' },
  ])
})

test('a query that runs longer than allowed is ended, and the next one is not', async () => {
  const endless = ch`select sum(sipHash64(number)) as s from numbers(100000000000)`
  await expect(events.rows(endless, { maxSeconds: 1 })).rejects.toThrow(/Timeout exceeded/)
  const limit = ch`select value from system.settings where name = 'max_execution_time'`
  expect(await events.rows(limit)).toEqual([{ value: '10' }])
})

test('a wrong statement says what was wrong, and is no fault of the engine', async () => {
  const wrong = events.rows(ch`select nothing from trial.seen`)
  await expect(wrong).rejects.toThrow(/nothing/)
  await expect(wrong).rejects.not.toBeInstanceOf(Fault)
})

test('a slow question does not hold up the others', async () => {
  const order: string[] = []
  const slow = events
    .rows(ch`select sleepEachRow(0.5) as s from numbers(3) settings max_block_size = 1`)
    .then(() => order.push('slow'))
  const quick = events.rows(ch`select 1 as one`).then(() => order.push('quick'))
  await Promise.all([slow, quick])
  expect(order).toEqual(['quick', 'slow'])
})

test('closing waits for what runs, refuses what comes, and reopening finds every row', async () => {
  const running = events.rows(ch`select count() as n from numbers(20000000)
      where sipHash64(number) = 1`)
  const closing = events[Symbol.asyncDispose]()
  await expect(events.rows(ch`select 1`)).rejects.toMatchObject({
    code: 'clickhouse.unavailable',
  })
  await closing
  expect(await running).toEqual([{ n: '0' }])

  events = await openClickhouse({ path })
  expect(await events.rows(ch`select count() as kept from trial.seen`)).toEqual([{ kept: '3' }])
})

test('a folder that cannot be opened is a fault that says so', async () => {
  await expect(openClickhouse({ path: '/dev/null/events' })).rejects.toMatchObject({
    code: 'clickhouse.unavailable',
  })
})

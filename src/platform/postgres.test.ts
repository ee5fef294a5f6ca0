import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLog } from './log.ts'
import { openPostgres, sql, type Postgres } from './postgres.ts'
import { keysFrom } from './secrets.ts'

const log = openLog('silent')
const keys = keysFrom(new Uint8Array(32).fill(7))
let data: string
let db: Postgres

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'lupaus-pg-'))
  await mkdir(join(data, 'pg'))
  db = await openPostgres({ folder: join(data, 'pg'), keys, log })
  await db.rows(sql`create table seen (who text primary key, times bigint)`)
})

afterAll(async () => {
  await db[Symbol.asyncDispose]()
  await rm(data, { recursive: true })
})

test('values come back as the types that the door promises', async () => {
  const at = new Date('2026-11-22T10:11:12.345Z')
  const [row] =
    await db.rows(sql`select ${at}::timestamptz as at, ${'9007199254740993'}::bigint as big,
    ${{ a: [1] }}::jsonb as json, ${'2026-03-29'}::date as day, ${['a', "b'"]}::text[] as list`)
  expect(row).toEqual({
    at,
    big: '9007199254740993',
    json: { a: [1] },
    day: '2026-03-29',
    list: ['a', "b'"],
  })
})

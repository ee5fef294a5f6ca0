import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
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

test('we are no superuser, and own the database', async () => {
  expect(
    await db.rows(sql`select current_user::text as who, usesuper as super,
      (select pg_get_userbyid(datdba)::text from pg_database where datname = current_database()) as owner
      from pg_user where usename = current_user`),
  ).toEqual([{ who: 'lupaus', super: false, owner: 'lupaus' }])
})

test('it listens on no network, writes to the disk, and leaves no old rows in its log', async () => {
  expect(
    await db.rows(sql`select name, setting from pg_settings
      where name in ('listen_addresses', 'fsync', 'wal_recycle') order by name`),
  ).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'listen_addresses', setting: '' },
    { name: 'wal_recycle', setting: 'off' },
  ])
})

test('words can be sorted as Finns and Swedes sort them', async () => {
  const rows = await db.rows<{ word: string }>(sql`select word
    from unnest(${['Öhman', 'äiti', 'zoo', 'Åke']}::text[]) as word order by word collate "fi-x-icu"`)
  expect(rows.map(row => row.word)).toEqual(['zoo', 'Åke', 'äiti', 'Öhman'])
})

test('a value that tries to be SQL stays a value', async () => {
  const evil = `'); drop table seen; --`
  await db.rows(sql`insert into seen (who) values (${evil})`)
  expect(await db.rows(sql`select who from seen where who = ${evil}`)).toEqual([{ who: evil }])
})

test('a transaction is all or nothing, and so is one inside it', async () => {
  await expect(
    db.within(async tx => {
      await tx.rows(sql`insert into seen (who) values ('lost')`)
      throw new Error('stop')
    }),
  ).rejects.toThrow('stop')
  await db.within(async tx => {
    await tx.rows(sql`insert into seen (who) values ('outer')`)
    const inner = tx.within(async within => {
      await within.rows(sql`insert into seen (who) values ('inner')`)
      await within.rows(sql`insert into seen (who) values ('outer')`)
    })
    await expect(inner).rejects.toMatchObject({ code: '23505' })
    await tx.within(within => within.rows(sql`insert into seen (who) values ('second')`))
  })
  const rows = await db.rows<{ who: string }>(sql`select who from seen
    where who in ('lost', 'outer', 'inner', 'second') order by who`)
  expect(rows.map(row => row.who)).toEqual(['outer', 'second'])
})

test('a transaction that is used after its end, or beside an inner one, is a bug', async () => {
  const tx = await db.within(async each => each)
  await expect(tx.rows(sql`select 1`)).rejects.toThrow('after its end')
  await db.within(async outer => {
    const inner = outer.within(within => within.rows(sql`select 1`))
    await expect(outer.rows(sql`select 1`)).rejects.toThrow('while an inner one is open')
    await inner
  })
})

test('closed and opened again, it has every row; with another key it is not opened', async () => {
  await db.rows(sql`insert into seen (who, times) values ('kept', 1)`)
  await db[Symbol.asyncDispose]()
  const folder = join(data, 'pg')
  const wrong = keysFrom(new Uint8Array(32).fill(8))
  await expect(openPostgres({ folder, keys: wrong, log })).rejects.toMatchObject({
    code: 'keys.lost',
  })
  // A file of a process that is gone, whose number another one has got since: us.
  await writeFile(join(folder, 'db/postmaster.pid'), `${process.pid}\n${folder}/db\n1\n5432\n`)
  db = await openPostgres({ folder, keys, log })
  expect(await db.rows(sql`select times from seen where who = 'kept'`)).toEqual([{ times: '1' }])
})

test('when PostgreSQL ends by itself, questions are faults and we live on', async () => {
  const pid = Number((await readFile(join(data, 'pg/db/postmaster.pid'), 'utf8')).split('\n')[0])
  const asleep = db.rows(sql`select pg_sleep(60)`)
  process.kill(pid, 'SIGQUIT')
  await expect(asleep).rejects.toMatchObject({ code: 'postgres.unavailable' })
  await expect(db.rows(sql`select 1`)).rejects.toMatchObject({ code: 'postgres.unavailable' })
  await expect(db.within(tx => tx.rows(sql`select 1`))).rejects.toMatchObject({
    code: 'postgres.unavailable',
  })
  expect(await db.isReady()).toBe(false)
  await db[Symbol.asyncDispose]()
  db = await openPostgres({ folder: join(data, 'pg'), keys, log })
  expect(await db.isReady()).toBe(true)
})

test.runIf(process.getuid?.() === 0)(
  'when root starts it, it is another user, or root in a namespace where no other can reach',
  async () => {
    const [reachable, closed] = [join(data, 'a'), join(data, 'b')]
    await mkdir(join(reachable, 'pg'), { recursive: true })
    await mkdir(join(closed, 'pg'), { recursive: true })
    await chmod(data, 0o711)
    await chmod(closed, 0o700)
    for (const folder of [reachable, closed]) {
      await using own = await openPostgres({ folder: join(folder, 'pg'), keys, log })
      expect(await own.isReady()).toBe(true)
    }
    expect((await stat(join(reachable, 'pg/db'))).uid).not.toBe(0)
    expect((await stat(join(closed, 'pg/db'))).uid).toBe(0)
  },
)

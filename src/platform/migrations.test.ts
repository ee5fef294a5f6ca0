import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createHash } from 'node:crypto'
import { readdirSync, existsSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ch, openClickhouse, type Ch } from './clickhouse.ts'
import { openLog } from './log.ts'
import { apply, migrate, migrationsIn, type Migration } from './migrations.ts'
import { openPostgres, sql, type Db, type Postgres } from './postgres.ts'
import { keysFrom } from './secrets.ts'

let data: string
let db: Postgres
let events: Ch & AsyncDisposable

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'lupaus-migrations-'))
  await mkdir(join(data, 'pg'))
  const keys = keysFrom(new Uint8Array(32))
  db = await openPostgres({ folder: join(data, 'pg'), keys, log: openLog('silent') })
  events = await openClickhouse({ path: join(data, 'clickhouse') })
})

afterAll(async () => {
  await events[Symbol.asyncDispose]()
  await db[Symbol.asyncDispose]()
  await rm(data, { recursive: true })
})

beforeEach(wipe)

async function wipe(): Promise<void> {
  const schemas = await db.rows<{ name: string }>(sql`select nspname as name from pg_namespace
    where nspowner = (select oid from pg_roles where rolname = current_user)`)
  for (const { name } of schemas) {
    await db.rows({ text: `drop schema "${name}" cascade`, values: [] })
  }
  const databases = await events.rows<{ name: string }>(ch`select name from system.databases
    where engine = 'Atomic' and name != 'default'`)
  for (const { name } of databases) {
    await events.run({ text: `drop database "${name}" sync`, values: {} })
  }
}

function step(name: string, text: string): Migration {
  const sha256 = createHash('sha256').update(text).digest('hex')
  return { name, store: name.endsWith('.pg.sql') ? 'pg' : 'ch', text, sha256 }
}

const SAMPLE = [
  step('shop/001_a.pg.sql', 'create schema shop; create table shop.a (id bigint primary key);'),
  step(
    'shop/002_b.pg.sql',
    `create function shop.f() returns int language sql as $$ select 1; $$;
    alter table shop.a add column name text not null default ';'; create index on shop.a (name);`,
  ),
  step(
    'visits/001_v.ch.sql',
    `create database if not exists visits;
-- A comment; with a semicolon;
create table if not exists visits.seen (who String, note String default ';') engine = MergeTree
order by who;
`,
  ),
  step('visits/002_w.ch.sql', `alter table visits.seen add column if not exists at Date;\n`),
]

/** The whole shape of both stores, as the stores themselves tell it. */
async function shape(pg: Db, clickhouse: Ch): Promise<object> {
  return {
    columns: await pg.rows(sql`select table_schema, table_name, column_name, ordinal_position,
        column_default, is_nullable, data_type, is_identity
      from information_schema.columns where table_schema !~ '^(pg_|information_schema)'
      order by 1, 2, 4`),
    indexes: await pg.rows(sql`select indexdef from pg_indexes
      where schemaname !~ '^pg_' order by 1`),
    constraints: await pg.rows(sql`select conrelid::regclass::text, conname,
        pg_get_constraintdef(oid) from pg_constraint
      where connamespace::regnamespace::text !~ '^(pg_|information_schema)' order by 1, 2`),
    functions: await pg.rows(sql`select pg_get_functiondef(oid) as text from pg_proc
      where pronamespace::regnamespace::text !~ '^(pg_|information_schema)' order by 1`),
    tables: await clickhouse.rows(ch`select create_table_query as text from system.tables
      where database not in ('system', 'INFORMATION_SCHEMA', 'information_schema') order by 1`),
    ledgers: [
      await pg.rows(sql`select name, sha256 from platform.migrations order by name`),
      await clickhouse.rows(ch`select name, sha256 from platform.migrations final order by name`),
    ],
  }
}

/** Where the slices of this repository keep their steps. */
function roots(): URL[] {
  const src = new URL('../', import.meta.url)
  return readdirSync(src)
    .map(slice => new URL(`${slice}/schema/`, src))
    .filter(folder => existsSync(folder))
}

async function expectSameFromEveryStart(steps: readonly Migration[]): Promise<void> {
  await wipe()
  await apply(db, events, steps)
  const whole = await shape(db, events)
  for (let count = 0; count < steps.length; count++) {
    await wipe()
    await apply(db, events, steps.slice(0, count))
    await apply(db, events, steps)
    expect(await shape(db, events), `after the first ${count}`).toEqual(whole)
  }
}

test('data that took the first steps, however many, ends like data that takes all at once', async () => {
  await expectSameFromEveryStart(SAMPLE)
})

test('the same is true of the steps of this repository', async () => {
  const steps = await migrationsIn(roots())
  expect(steps.length).toBeGreaterThan(3)
  await expectSameFromEveryStart(steps)
})

test('each ClickHouse step of this repository is harmless when it runs again', async () => {
  const steps = (await migrationsIn(roots())).filter(each => each.store === 'ch')
  await apply(db, events, steps)
  const once = await shape(db, events)
  await events.run(ch`truncate table platform.migrations`)
  await apply(db, events, steps)
  expect(await shape(db, events)).toEqual(once)
})

test('a ClickHouse step that fails half way is run again from its start', async () => {
  const broken = step('a/001_x.ch.sql', `create database if not exists a;\ncreate tabel a.x;\n`)
  await expect(apply(db, events, [broken])).rejects.toThrow(/a\/001_x.ch.sql failed/)
  const mended = step(
    broken.name,
    broken.text.replace('tabel a.x', 'table a.x (i Int8) engine = Log'),
  )
  await apply(db, events, [mended])
  expect(await events.rows(ch`select i from a.x`)).toEqual([])
})

test('a PostgreSQL step that fails leaves nothing behind', async () => {
  const broken = step('a/001_x.pg.sql', 'create schema a; create table a.x (i int); selec 1;')
  await expect(apply(db, events, [broken])).rejects.toThrow(/a\/001_x.pg.sql failed/)
  expect(await db.rows(sql`select 1 from pg_namespace where nspname = 'a'`)).toEqual([])
  expect(await db.rows(sql`select name from platform.migrations`)).toEqual([])
})

test.each(SAMPLE)('a step that changed after it ran is refused: $name', async ({ name }) => {
  await apply(db, events, SAMPLE)
  const edited = SAMPLE.map(each => (each.name === name ? step(name, `${each.text}\n-- \n`) : each))
  await expect(apply(db, events, edited)).rejects.toMatchObject({ code: 'data.changed' })
})

test.each([1, 3])(
  'data with more steps than this program knows is refused: %i known',
  async known => {
    await apply(db, events, SAMPLE)
    await expect(apply(db, events, SAMPLE.slice(0, known))).rejects.toMatchObject({
      code: 'data.newer',
    })
  },
)

test('two that migrate at once take turns', async () => {
  await Promise.all([apply(db, events, SAMPLE), apply(db, events, SAMPLE)])
  expect(await db.rows(sql`select name from platform.migrations`)).toHaveLength(2)
})

test('a file with any other name in a schema folder is a bug that says which', async () => {
  await mkdir(join(data, 'slice/schema'), { recursive: true })
  await writeFile(join(data, 'slice/schema/1-choices.sql'), 'select 1')
  await expect(migrate(db, events, [pathToFileURL(join(data, 'slice/schema'))])).rejects.toThrow(
    '`slice/schema/1-choices.sql`',
  )
})

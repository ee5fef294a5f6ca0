import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ch, type Ch, openClickhouse } from './clickhouse.ts'
import { CLUSTER_SETTINGS, clustered, isClusterName } from './cluster.ts'
import { migrationsIn, statementsOf } from './migrations.ts'

const CLUSTER = 'shop'
let path: string
let engine: Ch & AsyncDisposable

beforeAll(async () => {
  path = mkdtempSync(join(tmpdir(), 'lupaus-cluster-'))
  engine = await openClickhouse({ path })
})
afterAll(async () => {
  await engine[Symbol.asyncDispose]()
  rmSync(path, { recursive: true })
})

/** Every statement of every ClickHouse step of this repository, as it goes to a cluster. */
async function onCluster(): Promise<readonly { readonly file: string; readonly text: string }[]> {
  const src = new URL('../', import.meta.url)
  const roots = readdirSync(src)
    .map(slice => new URL(`${slice}/schema/`, src))
    .filter(folder => existsSync(folder))
  const steps = (await migrationsIn(roots)).filter(step => step.store === 'ch')
  return steps.flatMap(step =>
    statementsOf(step.text).flatMap(text =>
      clustered({ text, values: {} }, CLUSTER).map(made => ({ file: step.name, text: made.text })),
    ),
  )
}

const formOf = (text: string) => clustered({ text, values: {} }, CLUSTER).map(each => each.text)

test('every statement of every step is one that the engine itself can read', async () => {
  const all = await onCluster()
  expect(new Set(all.map(({ file }) => file))).toContain('collect/001_events.ch.sql')
  for (const { file, text } of all) {
    const tree = engine.rows({ text: `explain ast ${text}`, values: {} })
    await expect(tree, `${file}: ${text}`).resolves.not.toHaveLength(0)
  }
  const broken = engine.rows({ text: 'explain ast create tabel x on cluster c', values: {} })
  await expect(broken).rejects.toThrow(/SYNTAX_ERROR|Syntax error/)
})

test('all that is made is made on the whole cluster, and no table is on one server alone', async () => {
  for (const { file, text } of await onCluster()) {
    if (/^insert/i.test(text)) continue
    expect(text, file).toContain(`on cluster '${CLUSTER}'`)
    expect(text, file).not.toMatch(/engine = (?!Replicated|Distributed)\w+/i)
    expect(text, file).not.toContain('non_replicated')
  }
})

test('the tables of events are sharded by the key of the visitor', async () => {
  const all = (await onCluster()).map(({ text }) => text)
  for (const table of ['analytics', 'personalisation', 'marketing']) {
    const distributed = all.find(text =>
      text.startsWith(`create table collect.${table} on cluster`),
    )
    expect(distributed).toContain(`Distributed('shop', 'collect', '${table}_local', multiIf(`)
    expect(distributed).toContain(
      `${table}_visitor != 0, ${table}_visitor, ${table}_event != 0, ${table}_event, sipHash64(day, `,
    )
  }
})

test('a table becomes a replicated one of each shard, and one over all shards', () => {
  const [local, all, ...more] = formOf(`-- Why; it is.
    create table if not exists a.sums (day Date, n UInt64) engine = SummingMergeTree(n)
    order by (day) settings non_replicated_deduplication_window = 100, fsync_after_insert = 1`)
  expect(local)
    .toBe(`create table if not exists a.sums_local on cluster 'shop' (day Date, n UInt64) engine = ReplicatedSummingMergeTree('/clickhouse/tables/{shard}/a.sums', '{replica}', n)
    order by (day) settings replicated_deduplication_window = 100, replicated_deduplication_window_seconds = 604800, fsync_after_insert = 1`)
  expect(all).toBe(`create table if not exists a.sums on cluster 'shop' as a.sums_local
engine = Distributed('shop', 'a', 'sums_local', sipHash64(day))`)
  expect(more).toEqual([])
})

test.for([
  ['create database if not exists a', `create database if not exists a on cluster 'shop'`],
  ['create view a.v as select 1', `create view a.v on cluster 'shop' as select 1`],
  [
    'create or replace view a.v as select 1',
    `create or replace view a.v on cluster 'shop' as select 1`,
  ],
  [
    'alter table a.t modify setting x = 1',
    `alter table a.t_local on cluster 'shop' modify setting x = 1`,
  ],
  ['optimize table a.t final', `optimize table a.t_local on cluster 'shop' final`],
  ['delete from a.t where x = 1', `delete from a.t_local on cluster 'shop' where x = 1`],
  ['insert into a.t select 1', 'insert into a.t select 1'],
])('on a cluster, `%s` is `%s`', ([before = '', after = '']) => {
  expect(formOf(before)).toEqual([after])
})

test('a column is added to both tables, and its codec where it is kept', () => {
  expect(
    formOf('alter table a.t add column if not exists b UInt64 codec(Delta, ZSTD(1)) after c'),
  ).toEqual([
    `alter table a.t_local on cluster 'shop' add column if not exists b UInt64 codec(Delta, ZSTD(1)) after c`,
    `alter table a.t on cluster 'shop' add column if not exists b UInt64 after c`,
  ])
})

test('a delete whose table is a value is one of the tables that keep the rows', () => {
  const statement = {
    text: 'delete from collect.{table:Identifier} where x = {v:String}',
    values: { table: 'marketing', v: '1' },
  }
  expect(clustered(statement, CLUSTER)).toEqual([
    {
      text: `delete from collect.{table:Identifier} on cluster 'shop' where x = {v:String}`,
      values: { table: 'marketing_local', v: '1' },
    },
  ])
})

test.for([
  'create table a.t (x UInt8) engine = Log',
  'rename table a.t to a.u',
  'grant select on a.t to b',
])('a statement without a form for a cluster is a bug that says so: %s', text => {
  expect(() => formOf(text)).toThrow()
})

test('what is looked for in a query is asked of all shards, whatever is asked', () => {
  const text = `select a from t where x in (select y from u where z not in (
    select w from v)) and b in ('c') and d global in (select 1)`
  expect(formOf(text)).toEqual([
    `select a from t where x global in (select y from u where z global not in (
    select w from v)) and b in ('c') and d global in (select 1)`,
  ])
})

test('what is being loaded stays with the one server that was asked', () => {
  const made = 'create or replace table collect.{loading:Identifier} engine = Memory as select 1'
  const values = { loading: 'marketing_loading', table: 'marketing' }
  expect(clustered({ text: made, values }, CLUSTER)).toEqual([{ text: made, values }])
  expect(formOf('truncate table collect.marketing_loading')).toHaveLength(1)
  expect(formOf('truncate table collect.marketing_loading')[0]).not.toContain('on cluster')
  expect(formOf('truncate table collect.marketing')[0]).toContain('marketing_local on cluster')
})

test('the settings of a cluster are settings of the engine', async () => {
  const names = Object.keys(CLUSTER_SETTINGS)
  const rows = await engine.rows(ch`select name from system.settings where name in ${names}`)
  expect(rows).toHaveLength(names.length)
})

test('only a plain name can be the name of a cluster', () => {
  expect(isClusterName('shop_1')).toBe(true)
  for (const name of ['', `a'b`, 'a b', '1a', 'x'.repeat(64)])
    expect(isClusterName(name)).toBe(false)
})

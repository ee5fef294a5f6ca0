import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { assert } from '../base/assert.ts'
import { Fault } from '../base/fault.ts'
import { LOCKS, underLock } from './alone.ts'
import { ch, type Ch } from './clickhouse.ts'
import { sql, type Db } from './postgres.ts'

/** One forward step of one store, `consent/001_choices.pg.sql`. */
export type Migration = {
  readonly name: string
  readonly store: 'pg' | 'ch'
  readonly text: string
  readonly sha256: string
}

type Applied = { readonly name: string; readonly sha256: string }

const NAME = /^\d{3}_[a-z0-9_-]+\.(pg|ch)\.sql$/

/**
 * Brings both stores to the newest schema. Each step of PostgreSQL is all or nothing. A step of
 * ClickHouse is run again from its start when it was cut short, so each of its statements is harmless
 * the second time: a `create` by itself, an `alter` by its `if (not) exists`. Two processes take turns. A `Fault` when a step that already ran
 * has changed, or when the data knows steps that this program does not.
 */
export async function migrate(db: Db, events: Ch, roots: readonly URL[]): Promise<void> {
  await apply(db, events, await migrationsIn(roots))
}

/** The steps of the `schema/` folders given: by folder in the order given, then by number. */
export async function migrationsIn(roots: readonly URL[]): Promise<Migration[]> {
  const found = await Promise.all(roots.map(migrationsOf))
  return found.flat()
}

/** Applies steps that were read before; see `migrate`. */
export async function apply(db: Db, events: Ch, steps: readonly Migration[]): Promise<void> {
  await makeLedgers(db, events)
  await underLock(db, LOCKS.migrations, async tx => check(steps, 'pg', await appliedToPostgres(tx)))
  for (const step of steps.filter(each => each.store === 'pg')) await applyToPostgres(db, step)
  await underLock(db, LOCKS.migrations, async () => {
    const applied = await appliedToClickhouse(events)
    check(steps, 'ch', applied)
    const done = new Set(applied.map(each => each.name))
    for (const step of steps) {
      if (step.store === 'ch' && !done.has(step.name)) await applyToClickhouse(events, step)
    }
  })
}

async function migrationsOf(root: URL): Promise<Migration[]> {
  const folder = root.pathname.endsWith('/') ? root : new URL(`${root.href}/`)
  const slice = folder.pathname.split('/').at(-3) ?? ''
  const files = await readdir(folder)
  return Promise.all(files.toSorted().map(file => migrationIn(folder, slice, file)))
}

async function migrationIn(folder: URL, slice: string, file: string): Promise<Migration> {
  const store = NAME.exec(file)?.[1]
  assert(store === 'pg' || store === 'ch', `\`${slice}/schema/${file}\` has no name of a migration`)
  const text = await readFile(new URL(file, folder), 'utf8')
  const sha256 = createHash('sha256').update(text).digest('hex')
  return { name: `${slice}/${file}`, store, text, sha256 }
}

/** Fails closed: a store whose past differs from ours is not touched. */
function check(
  steps: readonly Migration[],
  store: Migration['store'],
  applied: readonly Applied[],
): void {
  const ours = new Map(steps.filter(each => each.store === store).map(each => [each.name, each]))
  for (const { name, sha256 } of applied) {
    const step = ours.get(name)
    if (!step) throw newer(name)
    if (step.sha256 !== sha256) throw changed(name)
  }
}

async function makeLedgers(db: Db, events: Ch): Promise<void> {
  await underLock(db, LOCKS.migrations, async tx => {
    await tx.rows(sql`create schema if not exists platform`)
    await tx.rows(sql`create table if not exists platform.migrations
      (name text primary key, sha256 text not null, at timestamptz not null default now())`)
    await events.run(ch`create database if not exists platform`)
    await events.run(ch`create table if not exists platform.migrations
      (name String, sha256 String, at DateTime('UTC') default now())
      engine = ReplacingMergeTree order by name settings fsync_after_insert = 1`)
  })
}

async function applyToPostgres(db: Db, step: Migration): Promise<void> {
  await underLock(db, LOCKS.migrations, async tx => {
    const applied = await appliedToPostgres(tx)
    if (applied.some(each => each.name === step.name)) return
    await named(step, () => tx.rows({ text: step.text, values: [] }))
    await tx.rows(sql`insert into platform.migrations (name, sha256)
      values (${step.name}, ${step.sha256})`)
  })
}

async function applyToClickhouse(events: Ch, step: Migration): Promise<void> {
  for (const text of statementsOf(step.text)) {
    await named(step, () => events.run({ text, values: {} }).catch(unlessMadeBefore))
  }
  await events.run(ch`insert into platform.migrations (name, sha256)
    settings insert_deduplication_token = ${step.name} select ${step.name}, ${step.sha256}`)
}

/** A table or view that a start which was cut short has made, as `if not exists` would say. */
function unlessMadeBefore(error: unknown): void {
  if (error instanceof Error && 'type' in error && error.type === 'TABLE_ALREADY_EXISTS') return
  throw error
}

function appliedToPostgres(db: Db): Promise<Applied[]> {
  return db.rows<Applied>(sql`select name, sha256 from platform.migrations order by name`)
}

function appliedToClickhouse(events: Ch): Promise<Applied[]> {
  return events.rows<Applied>(ch`select name, sha256 from platform.migrations final order by name`)
}

/** ClickHouse takes one statement at a time: they end with a semicolon at the end of a line. */
export function statementsOf(text: string): string[] {
  return text
    .split(/;[ \t]*(?:\r?\n|$)/)
    .map(each => each.trim())
    .filter(each => each.split('\n').some(line => line.trim() !== '' && !line.startsWith('--')))
}

async function named<T>(step: Migration, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Fault) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`bug: migration ${step.name} failed: ${why}`, { cause: error })
  }
}

function newer(name: string): Fault {
  return new Fault(
    'data.newer',
    `the data holds the step \`${name}\`, which this version does not know`,
    'start the newer Lupaus that wrote it, or restore a backup from before',
  )
}

function changed(name: string): Fault {
  return new Fault(
    'data.changed',
    `the step \`${name}\` has changed since the data took it`,
    'restore the file as it was released; a change to the schema is a new file',
  )
}

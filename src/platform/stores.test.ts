import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scratchDatabase } from '../../test/postgres-cluster.ts'
import { ch } from './clickhouse.ts'
import { openLog } from './log.ts'
import { sql } from './postgres.ts'
import { folderMode } from './sockets.ts'
import { openStores } from './stores.ts'

const log = openLog('silent')
const schemas = [new URL('../consent/schema/', import.meta.url)]
let parent: string

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'lupaus-stores-'))
  await chmod(parent, folderMode())
})

afterAll(() => rm(parent, { recursive: true }))

test('when a later step fails, all that was opened is closed, and the folder opens again', async () => {
  const dataFolder = join(parent, 'half')
  const broken = join(parent, 'slice/schema')
  await mkdir(broken, { recursive: true })
  await writeFile(join(broken, '001_broken.pg.sql'), 'selec 1')
  const opening = openStores({ dataFolder, log, schemas: [pathToFileURL(broken)] })
  await expect(opening).rejects.toThrow('slice/001_broken.pg.sql')
  expect(existsSync(join(dataFolder, 'lock'))).toBe(false)
  expect(existsSync(join(dataFolder, 'pg/db/postmaster.pid'))).toBe(false)

  await using stores = await openStores({ dataFolder, log, schemas })
  expect(await stores.isReady()).toBe(true)
})

test('with a database elsewhere, events are kept here and nothing of PostgreSQL is', async () => {
  const dataFolder = join(parent, 'elsewhere')
  const databaseUrl = await scratchDatabase()
  await using stores = await openStores({ dataFolder, databaseUrl, log, schemas })
  expect(await stores.db.rows(sql`select name from platform.migrations limit 1`)).toHaveLength(1)
  expect(await stores.ch.rows(ch`select 1 as one`)).toEqual([{ one: 1 }])
  expect(existsSync(join(dataFolder, 'pg/db'))).toBe(false)
})

test('a database elsewhere that does not answer leaves the folder free', async () => {
  const dataFolder = join(parent, 'unanswered')
  const databaseUrl = 'postgres://me:secret@127.0.0.1:1/shop'
  const opening = openStores({ dataFolder, databaseUrl, log, schemas })
  await expect(opening).rejects.toMatchObject({ code: 'postgres.unavailable' })
  expect(existsSync(join(dataFolder, 'lock'))).toBe(false)
})

import { expect, test } from 'vitest'
import { scratchDatabase } from '../../test/postgres-cluster.ts'
import { openLog } from './log.ts'
import { openPostgres, sql } from './postgres.ts'

const log = openLog('silent')

test('any PostgreSQL is opened by its URL, and each scratch database is empty', async () => {
  for (let round = 0; round < 2; round++) {
    const t = performance.now()
    await using db = await openPostgres({ url: await scratchDatabase(), log })
    expect(await db.isReady()).toBe(true)
    await db.rows(sql`create table seen (who text)`)
    process.stderr.write(`took ${performance.now() - t}\n`)
  }
})

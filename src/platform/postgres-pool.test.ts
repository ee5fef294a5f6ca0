import { expect, test } from 'vitest'
import { scratchDatabase } from '../../test/postgres-cluster.ts'
import { openLog } from './log.ts'
import { openPostgres, sql } from './postgres.ts'

const log = openLog('silent')

test('any PostgreSQL is opened by its URL, and each scratch database is empty', async () => {
  for (let round = 0; round < 2; round++) {
    await using db = await openPostgres({ url: await scratchDatabase(), log })
    expect(await db.isReady()).toBe(true)
    await db.rows(sql`create table seen (who text)`)
  }
})

test('a URL that is wrong is a fault that does not repeat it', async () => {
  const right = await scratchDatabase()
  for (const url of [
    right.replace(/:\w+@/, ':hunter2@'),
    right.replace(/\w+$/, 'hunter2'),
    'postgres://me:hunter2@127.0.0.1:1/shop',
  ]) {
    const opening = openPostgres({ url, log })
    await expect(opening).rejects.toMatchObject({ code: 'postgres.unavailable' })
    await expect(opening).rejects.not.toThrow('me:hunter2')
  }
})

test('a statement, a lock and an idle transaction have their limits', async () => {
  await using db = await openPostgres({ url: await scratchDatabase(), log })
  expect(
    await db.rows(sql`select current_setting('statement_timeout') as statement,
      current_setting('lock_timeout') as lock,
      current_setting('idle_in_transaction_session_timeout') as idle`),
  ).toEqual([{ statement: '30s', lock: '10s', idle: '1min' }])
})

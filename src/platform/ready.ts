import { ch } from './clickhouse.ts'
import type { Platform } from './index.ts'
import { sql } from './postgres.ts'

const ANSWER_MS_MAX = 2_000

/** Which of the two stores answers a trivial question within two seconds. */
export async function answers({
  db,
  ch: clickhouse,
}: Pick<Platform, 'db' | 'ch'>): Promise<{ postgres: boolean; clickhouse: boolean }> {
  const [postgres, events] = await Promise.all([
    inTime(db.rows(sql`select 1 as one`)),
    inTime(clickhouse.rows(ch`select 1 as one`)),
  ])
  return { postgres, clickhouse: events }
}

async function inTime(question: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>(resolve => {
    timer = setTimeout(() => resolve(false), ANSWER_MS_MAX)
  })
  try {
    return await Promise.race([question.then(() => true), late])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

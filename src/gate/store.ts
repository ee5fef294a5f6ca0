import { type Moment, momentOf } from '../base/time.ts'
import { type Db, sql } from '../platform/postgres.ts'
import type { ViolationRow } from './wire.ts'

const ROWS_MAX = 1000
const SWEEP_MAX = 1000

/** Adds counts to what stands there for the same day, directive, host, standing and disposition. */
export async function addViolations(db: Db, rows: readonly ViolationRow[]): Promise<void> {
  const column = <K extends keyof ViolationRow>(key: K) => rows.map(row => row[key])
  await db.rows(sql`
    insert into gate.violations (day, directive, host, standing, disposition, count)
    select * from unnest(${column('day')}::date[], ${column('directive')}::text[],
                         ${column('host')}::text[], ${column('standing')}::text[],
                         ${column('disposition')}::text[], ${column('count')}::bigint[])
    on conflict (day, directive, host, standing, disposition)
    do update set count = gate.violations.count + excluded.count`)
}

/** What was stopped since a day, newest day and highest count first. */
export async function violationsSince(db: Db, day: string): Promise<ViolationRow[]> {
  const rows = await db.rows<Omit<ViolationRow, 'count'> & { count: string }>(sql`
    select day::text, directive, host, standing, disposition, count from gate.violations
     where gate.violations.day >= ${day}::date
     order by gate.violations.day desc, count desc, directive, host, standing, disposition limit ${ROWS_MAX}`)
  return rows.map(row => ({ ...row, count: Number(row.count) }))
}

/** How many different hosts a day already has. */
export async function hostsOn(db: Db, day: string): Promise<number> {
  const rows = await db.rows<{ hosts: string }>(sql`
    select count(distinct host) as hosts from gate.violations where day = ${day}`)
  return Number(rows[0]?.hosts ?? 0)
}

/** Days of which something is kept, and that lie before this one, oldest first. */
export async function daysBefore(db: Db, day: string): Promise<string[]> {
  const rows = await db.rows<{ day: string }>(sql`
    select distinct day::text as day from gate.violations where day < ${day} order by 1 limit ${SWEEP_MAX}`)
  return rows.map(row => row.day)
}

/** Erases whole days; answers how many rows that were. */
export async function eraseDays(db: Db, days: readonly string[]): Promise<number> {
  const rows = await db.rows(sql`
    delete from gate.violations where day = any(${days}::date[]) returning 1`)
  return rows.length
}

/** What is known of one link. */
export type KeptLink = {
  readonly url: string
  readonly firstListedAt: Moment
  readonly checkedAt: Moment | undefined
  readonly seenGoodAt: Moment | undefined
  readonly status: number | undefined
  readonly problem: string | undefined
}

/** Notes links that are listed for the first time. */
export async function listLinks(db: Db, urls: readonly string[], at: Moment): Promise<void> {
  await db.rows(sql`
    insert into gate.links (url, first_listed_at)
    select url, ${new Date(at)} from unnest(${urls}::text[]) as listed (url)
    on conflict (url) do nothing`)
}

/** What is known of these links; nothing of those never listed. */
export async function keptLinks(db: Db, urls: readonly string[]): Promise<KeptLink[]> {
  const rows = await db.rows<LinkColumns>(sql`
    select url, first_listed_at, checked_at, seen_good_at, status, problem from gate.links
     where url = any(${urls}) order by url limit ${urls.length}`)
  return rows.map(row => ({
    url: row.url,
    firstListedAt: momentOf(row.first_listed_at.getTime()),
    checkedAt: momentIn(row.checked_at),
    seenGoodAt: momentIn(row.seen_good_at),
    status: row.status ?? undefined,
    problem: row.problem ?? undefined,
  }))
}

type LinkColumns = {
  url: string
  first_listed_at: Date
  checked_at: Date | null
  seen_good_at: Date | null
  status: number | null
  problem: string | null
}

/** What one look at a link found; a problem leaves the moment it was last seen good. */
export async function sawLink(
  db: Db,
  seen: Pick<KeptLink, 'url' | 'status' | 'problem'>,
  at: Moment,
): Promise<void> {
  await db.rows(sql`
    update gate.links
       set checked_at = ${new Date(at)}, status = ${seen.status}, problem = ${seen.problem},
           seen_good_at = case when ${seen.problem}::text is null then ${new Date(at)}
                               else seen_good_at end
     where url = ${seen.url}`)
}

/** Links last looked at, or else listed, before a moment: no policy in force names them any more. */
export async function forgottenLinks(db: Db, before: Moment): Promise<string[]> {
  const rows = await db.rows<{ url: string }>(sql`
    select url from gate.links
     where coalesce(checked_at, first_listed_at) < ${new Date(before)}
     order by url limit ${SWEEP_MAX}`)
  return rows.map(row => row.url)
}

/** Erases links; answers how many there were. */
export async function eraseLinks(db: Db, urls: readonly string[]): Promise<number> {
  const rows = await db.rows(sql`delete from gate.links where url = any(${urls}) returning 1`)
  return rows.length
}

function momentIn(at: Date | null): Moment | undefined {
  return at === null ? undefined : momentOf(at.getTime())
}

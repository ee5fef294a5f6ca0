import { momentOf, type Moment } from '../base/time.ts'
import { type Db, sql } from '../platform/postgres.ts'

const LIST_MAX = 500

/** One term of a policy version: from when, and until when if it is over. */
export type Term = {
  readonly version: string
  readonly label: string
  readonly inForceFrom: Moment
  readonly until: Moment | undefined
}

/** SHA-256 of the policy in force, or undefined before the first one. */
export async function versionInForce(db: Db): Promise<string | undefined> {
  const rows = await db.rows<{ version: string }>(sql`
    select version from versions.terms order by term desc limit 1`)
  return rows[0]?.version
}

export async function keepText(
  tx: Db,
  text: { version: string; policyId: string; label: string; source: string },
): Promise<void> {
  await tx.rows(sql`
    insert into versions.texts (version, policy_id, label, source)
    values (${text.version}, ${text.policyId}, ${text.label}, ${text.source})
    on conflict (version) do nothing`)
}

export async function beginTerm(tx: Db, version: string, since: Moment): Promise<void> {
  await tx.rows(sql`
    insert into versions.terms (version, since) values (${version}, ${new Date(since)})`)
}

/** The text of a version, byte for byte, or undefined when it never was in force. */
export async function textOf(db: Db, version: string): Promise<string | undefined> {
  const rows = await db.rows<{ source: string }>(sql`
    select source from versions.texts where version = ${version}`)
  return rows[0]?.source
}

/** Every term, newest first. */
export async function terms(db: Db): Promise<Term[]> {
  const rows = await db.rows<{ version: string; label: string; since: Date; until: Date | null }>(
    sql`
    select term.version, text.label, term.since,
           lead(term.since) over (order by term.term) as until
      from versions.terms as term
      join versions.texts as text using (version)
     order by term.term desc limit ${LIST_MAX}`,
  )
  return rows.map(row => ({
    version: row.version,
    label: row.label,
    inForceFrom: momentOf(row.since.getTime()),
    until: row.until ? momentOf(row.until.getTime()) : undefined,
  }))
}

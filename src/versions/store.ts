import type { Json } from '../base/json.ts'
import type { Lang } from '../base/lang.ts'
import { momentOf, type Moment } from '../base/time.ts'
import { type Db, sql } from '../platform/postgres.ts'
import type { Change } from '../policy/index.ts'
import type { Informed, Seal } from './seal.ts'

const LIST_MAX = 500
const PUBLISH_LOCK = 4_700_003

/** Where a publication is told to every other process. */
export const CHANNEL = 'lupaus_versions'

/** One term of a policy version: from when, until when if that is known, and how it came to be. */
export type Term = {
  /** Grows with each publication. */
  readonly term: number
  readonly version: string
  readonly label: string
  readonly inForceFrom: Moment
  /** When a later publication took or takes its place; at or before `inForceFrom` it never begins. */
  readonly until: Moment | undefined
  /** Against the version before it; undefined for the first, and where nobody compared. */
  readonly changes: readonly Change[] | undefined
  readonly informed: Informed | undefined
  readonly askedAgain: Readonly<Record<string, string>>
  readonly seal: Seal | undefined
}

/** A notice as it was rendered when its version was published. */
export type KeptNotice = { readonly title: string; readonly html: string; readonly sha256: string }
export type KeptNotices = Readonly<Record<Lang, KeptNotice>>

/** Makes every other publication wait until this transaction ends. */
export async function lockPublishing(tx: Db): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(${PUBLISH_LOCK})`)
}

/** Number of the newest publication; 0 before the first. */
export async function newestTerm(db: Db): Promise<number> {
  const rows = await db.rows<{ term: string | null }>(sql`
    select max(term) as term from versions.terms`)
  return Number(rows[0]?.term ?? 0)
}

export async function keepText(
  tx: Db,
  text: {
    version: string
    policyId: string
    label: string
    source: string
    notices: KeptNotices
  },
): Promise<void> {
  await tx.rows(sql`
    insert into versions.texts (version, policy_id, label, source, notices)
    values (${text.version}, ${text.policyId}, ${text.label}, ${text.source},
            ${JSON.stringify(text.notices)})
    on conflict (version) do nothing`)
}

export async function beginTerm(
  tx: Db,
  begun: {
    readonly version: string
    readonly since: Moment
    readonly base: string | undefined
    readonly changes: readonly Change[] | undefined
    readonly informed: Informed | undefined
    readonly confirmed: readonly string[]
    readonly askedAgain: Readonly<Record<string, string>>
    readonly seal: Seal
  },
): Promise<void> {
  const { seal } = begun
  await tx.rows(sql`
    insert into versions.terms (version, since, base, changes, informed, confirmed, asked_again,
                                statement, signature, public_key)
    values (${begun.version}, ${new Date(begun.since)}, ${begun.base}, ${jsonText(begun.changes)},
            ${jsonText(begun.informed)}, ${begun.confirmed}, ${jsonText(begun.askedAgain)},
            ${seal.statement}, ${seal.signature}, ${seal.publicKey})`)
  await tx.rows(sql`select pg_notify(${CHANNEL}, ${begun.version})`)
}

/** The text of a version, byte for byte, or undefined when it never was published. */
export async function textOf(db: Db, version: string): Promise<string | undefined> {
  const rows = await db.rows<{ source: string }>(sql`
    select source from versions.texts where version = ${version}`)
  return rows[0]?.source
}

/** The notices that were kept with a version. */
export async function noticesOf(db: Db, version: string): Promise<KeptNotices | undefined> {
  const rows = await db.rows<{ notices: KeptNotices | null }>(sql`
    select notices from versions.texts where version = ${version}`)
  return rows[0]?.notices ?? undefined
}

type TermRow = {
  term: string
  version: string
  label: string
  since: Date
  until: Date | null
  changes: readonly Change[] | null
  informed: Informed | null
  asked_again: Readonly<Record<string, string>> | null
  statement: string | null
  signature: string | null
  public_key: string | null
}

/** Every term, newest first. */
export async function terms(db: Db): Promise<Term[]> {
  const rows = await db.rows<TermRow>(sql`
    select term.term, term.version, text.label, term.since, term.changes, term.informed,
           term.asked_again, term.statement, term.signature, term.public_key,
           min(term.since) over (order by term.term
             rows between 1 following and unbounded following) as until
      from versions.terms as term
      join versions.texts as text using (version)
     order by term.term desc limit ${LIST_MAX}`)
  return rows.map(termOf)
}

/** The version that is in force at a moment, as far as has been published, or undefined. */
export function inForceAt(all: readonly Term[], at: Moment): Term | undefined {
  const begun = all.filter(term => term.inForceFrom <= at)
  return begun.toSorted((a, b) => b.term - a.term)[0]
}

/** Terms from before there were signatures, oldest first. */
export async function unsealedTerms(
  db: Db,
): Promise<{ term: number; version: string; policyId: string; label: string; since: Moment }[]> {
  const rows = await db.rows<{
    term: string
    version: string
    policy_id: string
    label: string
    since: Date
  }>(sql`
    select term.term, term.version, text.policy_id, text.label, term.since
      from versions.terms as term join versions.texts as text using (version)
     where term.statement is null order by term.term limit ${LIST_MAX}`)
  return rows.map(row => ({
    term: Number(row.term),
    version: row.version,
    policyId: row.policy_id,
    label: row.label,
    since: momentOf(row.since.getTime()),
  }))
}

export async function keepNotices(tx: Db, version: string, notices: KeptNotices): Promise<void> {
  await tx.rows(sql`
    update versions.texts set notices = ${JSON.stringify(notices)}
     where version = ${version} and notices is null`)
}

export async function sealTerm(tx: Db, term: number, seal: Seal): Promise<void> {
  await tx.rows(sql`
    update versions.terms
       set statement = ${seal.statement}, signature = ${seal.signature},
           public_key = ${seal.publicKey}
     where term = ${term} and statement is null`)
}

function termOf(row: TermRow): Term {
  const { statement, signature, public_key: publicKey } = row
  return {
    term: Number(row.term),
    version: row.version,
    label: row.label,
    inForceFrom: momentOf(row.since.getTime()),
    until: row.until ? momentOf(row.until.getTime()) : undefined,
    changes: row.changes ?? undefined,
    informed: row.informed ?? undefined,
    askedAgain: row.asked_again ?? {},
    seal:
      statement !== null && signature !== null && publicKey !== null
        ? { statement, signature, publicKey }
        : undefined,
  }
}

function jsonText(value: Json | readonly Change[] | Informed | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value)
}

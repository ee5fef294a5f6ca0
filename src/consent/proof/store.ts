import type { Json } from '../../base/json.ts'
import type { Lang } from '../../base/lang.ts'
import { type Moment, momentOf } from '../../base/time.ts'
import { type Db, sql } from '../../platform/postgres.ts'
import type { Signal } from '../../policy/index.ts'

const HISTORY_MAX = 50

export async function keepWords(
  db: Db,
  words: { sha256: string; version: string; lang: Lang; words: Json },
): Promise<void> {
  await db.rows(sql`
    insert into consent.words (sha256, version, lang, words)
    values (${words.sha256}, ${words.version}, ${words.lang}, ${JSON.stringify(words.words)})
    on conflict (sha256) do nothing`)
}

/** The words behind a hash, whole or its first 16 digits, as they were shown. */
export async function wordsOf(db: Db, sha256: string): Promise<Json | undefined> {
  const rows = await db.rows<{ words: Json }>(sql`
    select words from consent.words
     where sha256 = ${sha256} or left(sha256, 16) = ${sha256} order by sha256 limit 1`)
  return rows[0]?.words
}

/** Grants whose words cannot be read back; must be 0. */
export async function grantsWithoutWords(db: Db): Promise<number> {
  const rows = await db.rows<{ lost: string }>(sql`
    select count(*) as lost from consent.choices as choice
     where cardinality(choice.granted) > 0
       and not exists (select 1 from consent.words as word where word.sha256 = choice.words)`)
  return Number(rows[0]?.lost ?? 0)
}

/** What people were shown, kept once, by the hash over it. */
export type KeptProof = {
  readonly sha256: string
  readonly version: string
  readonly lang: Lang
  /** SHA-256 of the words. */
  readonly words: string
  readonly trackers: Json
  /** SHA-256 of the script; empty where none ran. */
  readonly tag: string
}

export async function keepProof(tx: Db, proof: KeptProof): Promise<void> {
  await tx.rows(sql`
    insert into consent.proofs (sha256, version, lang, words, trackers, tag)
    values (${proof.sha256}, ${proof.version}, ${proof.lang}, ${proof.words},
            ${JSON.stringify(proof.trackers)}, ${proof.tag})
    on conflict (sha256) do nothing`)
}

/** What lies behind a proof's hash, whole or its first 16 digits. */
export async function proofBehind(db: Db, sha256: string): Promise<KeptProof | undefined> {
  const rows = await db.rows<KeptProof>(sql`
    select sha256, version, lang, words, trackers, tag from consent.proofs
     where sha256 = ${sha256} or left(sha256, 16) = ${sha256} order by sha256 limit 1`)
  return rows[0]
}

/** The whole hash of words that were kept; undefined when nobody was shown them. */
export async function wholeWords(db: Db, digits: string): Promise<string | undefined> {
  const rows = await db.rows<{ sha256: string }>(sql`
    select sha256 from consent.words
     where sha256 = ${digits} or left(sha256, 16) = ${digits} order by sha256 limit 1`)
  return rows[0]?.sha256
}

/** Notes that this script is being served. */
export async function noteTag(db: Db, tag: string, sha256: string, at: Moment): Promise<void> {
  const now = new Date(at)
  await db.rows(sql`
    insert into consent.served_tags (tag, sha256, first_served, last_served)
    values (${tag}, ${sha256}, ${now}, ${now})
    on conflict (tag) do update
       set last_served = greatest(consent.served_tags.last_served, excluded.last_served)`)
}

/** The whole hash of a script that was served since; undefined for any other. */
export async function servedTag(db: Db, tag: string, since: Moment): Promise<string | undefined> {
  const rows = await db.rows<{ sha256: string }>(sql`
    select sha256 from consent.served_tags
     where tag = ${tag} and last_served >= ${new Date(since)}`)
  return rows[0]?.sha256
}

/** A choice as it was recorded. */
export type PastChoice = {
  readonly choiceId: string
  readonly at: Moment
  readonly version: string
  readonly lang: Lang
  readonly granted: readonly string[]
  readonly refused: readonly string[]
  readonly without: readonly string[]
  /** Purposes that alone were asked for; empty when all were. */
  readonly asked: readonly string[]
  readonly signals: readonly Signal[]
  readonly ofAge: boolean
  readonly via: string
  /** SHA-256 of the words, and of all that was shown. */
  readonly words: string
  readonly proof: string
  /** Number and hash of its entry in the audit log. */
  readonly entry: { readonly seq: number; readonly hash: string } | undefined
  readonly lapsesAt: Moment
}

type PastRow = Omit<PastChoice, 'choiceId' | 'at' | 'ofAge' | 'entry' | 'lapsesAt'> & {
  choice_id: string
  at: Date
  lapses_at: Date
  of_age: boolean
  entry: string | null
  entry_hash: string
}

/** The choice behind a receipt and those that it replaced, one by one, newest first. */
export async function choicesBehind(db: Db, receiptId: string): Promise<PastChoice[]> {
  const rows = await db.rows<PastRow>(sql`
    with recursive chain as (
      select choice.*, 1 as step from consent.choices as choice
       where receipt_id = ${receiptId} and via <> 'probe'
      union all
      select older.*, chain.step + 1
        from chain join consent.choices as older on older.receipt_id = chain.replaces
       where chain.step < ${HISTORY_MAX})
    select choice_id, at, version, lang, granted, refused, without, asked, signals, of_age, via,
           words, proof, entry, entry_hash, lapses_at
      from chain order by step limit ${HISTORY_MAX}`)
  return rows.map(({ choice_id, lapses_at, of_age, entry, entry_hash, ...row }) => ({
    ...row,
    choiceId: choice_id,
    ofAge: of_age,
    at: momentOf(row.at.getTime()),
    entry: entry === null ? undefined : { seq: Number(entry), hash: entry_hash },
    lapsesAt: momentOf(lapses_at.getTime()),
  }))
}

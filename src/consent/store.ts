import type { Json } from '../base/json.ts'
import type { Lang } from '../base/lang.ts'
import type { Moment } from '../base/time.ts'
import { type Db, sql } from '../platform/postgres.ts'
import type { Signal } from '../policy/index.ts'
import type { PurposeGroup, VisitorIds } from './wire.ts'

const LOAD_MAX = 1_000_000
const SWEEP_MAX = 500

export type Choice = {
  readonly choiceId: string
  readonly at: Moment
  readonly version: string
  readonly lang: Lang
  readonly words: string
  readonly granted: readonly string[]
  readonly refused: readonly string[]
  readonly signals: readonly Signal[]
  readonly via: string
  readonly receiptId: string | undefined
  readonly replaces: string | undefined
  readonly lapsesAt: Moment
}

export type Forgetting = {
  readonly forgettingId: string
  readonly visitors: VisitorIds
  readonly groups: readonly PurposeGroup[]
}

export async function addChoice(tx: Db, choice: Choice): Promise<void> {
  await tx.rows(sql`
    insert into consent.choices (choice_id, at, version, lang, words, granted, refused, signals,
                                 via, receipt_id, replaces, lapses_at)
    values (${choice.choiceId}, ${new Date(choice.at)}, ${choice.version}, ${choice.lang},
            ${choice.words}, ${choice.granted}, ${choice.refused}, ${choice.signals},
            ${choice.via}, ${choice.receiptId}, ${choice.replaces}, ${new Date(choice.lapsesAt)})`)
}

export async function addWithdrawal(
  tx: Db,
  receiptId: string,
  at: Moment,
  lapsesAt: Moment,
): Promise<void> {
  await tx.rows(sql`
    insert into consent.withdrawals (receipt_id, at, lapses_at)
    values (${receiptId}, ${new Date(at)}, ${new Date(lapsesAt)})
    on conflict (receipt_id) do nothing`)
}

/** Ids of receipts that were withdrawn and would otherwise still count. */
export async function withdrawnReceipts(db: Db, asOf: Moment): Promise<string[]> {
  const rows = await db.rows<{ receipt_id: string }>(sql`
    select receipt_id from consent.withdrawals
     where lapses_at > ${new Date(asOf)} order by receipt_id limit ${LOAD_MAX}`)
  return rows.map(row => row.receipt_id)
}

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

export async function addForgetting(tx: Db, asked: Forgetting, at: Moment): Promise<void> {
  await tx.rows(sql`
    insert into consent.forgettings (forgetting_id, visitors, groups, asked_at)
    values (${asked.forgettingId}, ${JSON.stringify(asked.visitors)}, ${asked.groups},
            ${new Date(at)})`)
}

/** What is still to be forgotten, oldest first. */
export async function openForgettings(db: Db): Promise<Forgetting[]> {
  const rows = await db.rows<{
    forgetting_id: string
    visitors: VisitorIds
    groups: PurposeGroup[]
  }>(sql`
    select forgetting_id, visitors, groups from consent.forgettings
     order by asked_at, forgetting_id limit ${SWEEP_MAX}`)
  return rows.map(row => ({
    forgettingId: row.forgetting_id,
    visitors: row.visitors,
    groups: row.groups,
  }))
}

export async function dropForgetting(tx: Db, forgettingId: string): Promise<void> {
  await tx.rows(sql`delete from consent.forgettings where forgetting_id = ${forgettingId}`)
}

/** Choices that have lapsed, oldest first. */
export async function lapsedChoices(db: Db, asOf: Moment): Promise<string[]> {
  const rows = await db.rows<{ choice_id: string }>(sql`
    select choice_id from consent.choices
     where lapses_at <= ${new Date(asOf)} order by lapses_at, choice_id limit ${SWEEP_MAX}`)
  return rows.map(row => row.choice_id)
}

export async function eraseChoices(db: Db, ids: readonly string[]): Promise<number> {
  const rows = await db.rows(sql`
    delete from consent.choices where choice_id = any(${ids}::uuid[]) returning 1 as gone`)
  return rows.length
}

/** Withdrawals whose receipts have lapsed by themselves, oldest first. */
export async function lapsedWithdrawals(db: Db, asOf: Moment): Promise<string[]> {
  const rows = await db.rows<{ receipt_id: string }>(sql`
    select receipt_id from consent.withdrawals
     where lapses_at <= ${new Date(asOf)} order by lapses_at, receipt_id limit ${SWEEP_MAX}`)
  return rows.map(row => row.receipt_id)
}

export async function eraseWithdrawals(db: Db, ids: readonly string[]): Promise<number> {
  const rows = await db.rows(sql`
    delete from consent.withdrawals where receipt_id = any(${ids}) returning 1 as gone`)
  return rows.length
}

/** Forgettings that have been asked for; they hold ids only until they are done. */
export async function eraseForgettings(db: Db, ids: readonly string[]): Promise<number> {
  const rows = await db.rows(sql`
    delete from consent.forgettings
     where forgetting_id = any(${ids}::uuid[]) returning 1 as gone`)
  return rows.length
}

/** Refusals of everything, and how many of them carry an identifier: the second must be 0. */
export async function refusalFigures(
  db: Db,
): Promise<{ choices: number; refusals: number; identified: number }> {
  const rows = await db.rows<{ choices: string; refusals: string; identified: string }>(sql`
    select count(*) as choices,
           count(*) filter (where cardinality(granted) = 0) as refusals,
           count(*) filter (where cardinality(granted) = 0
                              and (receipt_id is not null)) as identified
      from consent.choices`)
  const row = rows[0]
  return {
    choices: Number(row?.choices ?? 0),
    refusals: Number(row?.refusals ?? 0),
    identified: Number(row?.identified ?? 0),
  }
}

/** Every policy version that a choice on record was made under. */
export async function versionsChosen(db: Db): Promise<string[]> {
  const rows = await db.rows<{ version: string }>(sql`
    select distinct version from consent.choices order by version limit ${SWEEP_MAX}`)
  return rows.map(row => row.version)
}

/** Grants whose words cannot be read back; must be 0. */
export async function grantsWithoutWords(db: Db): Promise<number> {
  const rows = await db.rows<{ lost: string }>(sql`
    select count(*) as lost from consent.choices as choice
     where cardinality(choice.granted) > 0
       and not exists (select 1 from consent.words as word where word.sha256 = choice.words)`)
  return Number(rows[0]?.lost ?? 0)
}

/** Counts of one day and language that were made up for a demonstration. */
export type MadeUpChoices = {
  /** UTC, `2026-11-22`. */
  readonly day: string
  readonly lang: Lang
  readonly outcome: 'all' | 'some' | 'none'
  readonly choices: number
}

/** Puts these made-up counts in the place of all earlier ones. */
export async function replaceMadeUp(tx: Db, counts: readonly MadeUpChoices[]): Promise<void> {
  await tx.rows(sql`delete from consent.made_up`)
  await tx.rows(sql`
    insert into consent.made_up (day, lang, outcome, choices)
    select day, lang, outcome, choices
      from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb)
        as given (day date, lang text, outcome text, choices bigint)`)
}

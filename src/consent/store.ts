import type { Lang } from '../base/lang.ts'
import { type Moment, momentOf } from '../base/time.ts'
import { type Db, sql } from '../platform/postgres.ts'
import type { Signal } from '../policy/index.ts'
import type { PurposeGroup, VisitorIds } from './wire.ts'

const SWEEP_MAX = 500
const CHANGES_MAX = 5_000
const CHANGES_LOCK = 4_700_004

/** Where a withdrawal or an entry of the ledger is told to every other process. */
export const CHANNEL = 'lupaus_consent'

export type Choice = {
  readonly choiceId: string
  readonly at: Moment
  readonly version: string
  readonly lang: Lang
  readonly words: string
  readonly granted: readonly string[]
  readonly refused: readonly string[]
  /** Vendors refused by name, of purposes that were granted. */
  readonly without: readonly string[]
  /** What alone was asked, since the version of the receipt before; empty when all was. */
  readonly asked: readonly string[]
  readonly since: string
  readonly ofAge: boolean
  /** SHA-256 over all that was shown. */
  readonly proof: string
  readonly signals: readonly Signal[]
  readonly via: string
  /** Id of the declared source that it came by; empty for our own pages. */
  readonly source: string
  readonly receiptId: string | undefined
  readonly replaces: string | undefined
  readonly lapsesAt: Moment
}

/** What a choice asks of what was kept before it. */
export type Forgetting = {
  readonly forgettingId: string
  readonly visitors: VisitorIds
  /** Groups to erase. */
  readonly groups: readonly PurposeGroup[]
  /** Vendors that are told no more of what stays. */
  readonly vendors: readonly string[]
}

/** Records a choice with the place of its entry in the audit log. */
export async function addChoice(
  tx: Db,
  choice: Choice,
  entry: { readonly seq: number; readonly hash: string },
): Promise<void> {
  await tx.rows(sql`
    insert into consent.choices (choice_id, at, version, lang, words, granted, refused, without,
                                 asked, since, of_age, proof, entry, entry_hash, signals,
                                 via, source, receipt_id, replaces, lapses_at)
    values (${choice.choiceId}, ${new Date(choice.at)}, ${choice.version}, ${choice.lang},
            ${choice.words}, ${choice.granted}, ${choice.refused}, ${choice.without},
            ${choice.asked}, ${choice.since}, ${choice.ofAge}, ${choice.proof},
            ${entry.seq}, ${entry.hash}, ${choice.signals},
            ${choice.via}, ${choice.source}, ${choice.receiptId}, ${choice.replaces}, ${new Date(choice.lapsesAt)})`)
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

/**
 * Takes the turn of this transaction among those that others must hear of, and tells them. Numbers
 * given out after it are seen by others in their order.
 */
export async function announceChange(tx: Db): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(${CHANGES_LOCK})`)
  await tx.rows(sql`select pg_notify(${CHANNEL}, '')`)
}

/** A choice in the ledger. An empty grant is a withdrawal. */
export type LedgerEntry = {
  /** A key made of the source and the client's own id. */
  readonly subject: string
  readonly receiptId: string | undefined
  readonly granted: Readonly<Record<string, string>>
  /** Vendors refused by name. */
  readonly without: readonly string[]
  readonly chosenUnder: readonly Signal[]
  readonly lapsesAt: Moment
}

type LedgerRow = {
  subject: string
  receipt_id: string | null
  granted: Readonly<Record<string, string>>
  without: string[]
  chosen_under: Signal[]
  lapses_at: Date
}

/** Entries of these subjects that have not lapsed. */
export async function ledgerEntries(
  db: Db,
  subjects: readonly string[],
  asOf: Moment,
): Promise<LedgerEntry[]> {
  const rows = await db.rows<LedgerRow>(sql`
    select subject, receipt_id, granted, without, chosen_under, lapses_at from consent.ledger
     where subject = any(${subjects}) and lapses_at > ${new Date(asOf)}
     order by subject limit ${subjects.length}`)
  return rows.map(entryOf)
}

/** Puts an entry in the place of the one before it. */
export async function putLedgerEntry(tx: Db, entry: LedgerEntry, at: Moment): Promise<void> {
  await tx.rows(sql`
    insert into consent.ledger (subject, receipt_id, granted, without, chosen_under, at, lapses_at)
    values (${entry.subject}, ${entry.receiptId}, ${JSON.stringify(entry.granted)},
            ${entry.without}, ${entry.chosenUnder}, ${new Date(at)}, ${new Date(entry.lapsesAt)})
    on conflict (subject) do update
       set receipt_id = excluded.receipt_id, granted = excluded.granted,
           without = excluded.without, chosen_under = excluded.chosen_under, at = excluded.at,
           lapses_at = excluded.lapses_at, change = nextval('consent.changes')`)
}

/** What another process must know of: a receipt taken back, or an entry of the ledger. */
export type Change = { readonly change: number } & (
  | { readonly withdrawn: string; readonly lapsesAt: Moment }
  | { readonly entry: LedgerEntry }
)

/** Number of the newest change; 0 before the first. */
export async function newestChange(db: Db): Promise<number> {
  const rows = await db.rows<{ change: string | null }>(sql`
    select greatest((select max(change) from consent.withdrawals),
                    (select max(change) from consent.ledger)) as change`)
  return Number(rows[0]?.change ?? 0)
}

/** Changes after this one, in their order; a page of them. */
export async function changesAfter(db: Db, change: number): Promise<Change[]> {
  const rows = await db.rows<
    Omit<LedgerRow, 'subject'> & {
      change: string
      withdrawn: string | null
      subject: string | null
    }
  >(sql`
    select change, receipt_id as withdrawn, null as subject, null as receipt_id,
           null::jsonb as granted, null::text[] as without, null::text[] as chosen_under, lapses_at
      from consent.withdrawals where change > ${change}
    union all
    select change, null, subject, receipt_id, granted, without, chosen_under, lapses_at
      from consent.ledger where change > ${change}
     order by change limit ${CHANGES_MAX}`)
  return rows.map(({ withdrawn, subject, ...row }): Change => {
    const number = Number(row.change)
    if (subject !== null) return { change: number, entry: entryOf({ ...row, subject }) }
    const lapsesAt = momentOf(row.lapses_at.getTime())
    return { change: number, withdrawn: withdrawn ?? '', lapsesAt }
  })
}

/** Withdrawals that still matter, in the order of their change; a page of them. */
export async function withdrawalsAfter(
  db: Db,
  change: number,
  asOf: Moment,
): Promise<{ change: number; receiptId: string; lapsesAt: Moment }[]> {
  const rows = await db.rows<{ change: string; receipt_id: string; lapses_at: Date }>(sql`
    select change, receipt_id, lapses_at from consent.withdrawals
     where change > ${change} and lapses_at > ${new Date(asOf)}
     order by change limit ${CHANGES_MAX}`)
  return rows.map(row => ({
    change: Number(row.change),
    receiptId: row.receipt_id,
    lapsesAt: momentOf(row.lapses_at.getTime()),
  }))
}

function entryOf(row: LedgerRow): LedgerEntry {
  return {
    subject: row.subject,
    receiptId: row.receipt_id ?? undefined,
    granted: row.granted,
    without: row.without,
    chosenUnder: row.chosen_under,
    lapsesAt: momentOf(row.lapses_at.getTime()),
  }
}

/** Entries of the ledger whose grant has lapsed or would have, oldest first. */
export async function lapsedLedger(db: Db, asOf: Moment): Promise<string[]> {
  const rows = await db.rows<{ subject: string }>(sql`
    select subject from consent.ledger
     where lapses_at <= ${new Date(asOf)} order by lapses_at, subject limit ${SWEEP_MAX}`)
  return rows.map(row => row.subject)
}

export async function eraseLedger(db: Db, subjects: readonly string[]): Promise<number> {
  const rows = await db.rows(sql`
    delete from consent.ledger where subject = any(${subjects}) returning 1 as gone`)
  return rows.length
}

export async function addForgetting(tx: Db, asked: Forgetting, at: Moment): Promise<void> {
  await tx.rows(sql`
    insert into consent.forgettings (forgetting_id, visitors, groups, vendors, asked_at)
    values (${asked.forgettingId}, ${JSON.stringify(asked.visitors)}, ${asked.groups},
            ${asked.vendors}, ${new Date(at)})`)
}

/** What is still to be forgotten, oldest first. */
export async function openForgettings(db: Db): Promise<Forgetting[]> {
  const rows = await db.rows<{
    forgetting_id: string
    visitors: VisitorIds
    groups: PurposeGroup[]
    vendors: string[]
  }>(sql`
    select forgetting_id, visitors, groups, vendors from consent.forgettings
     order by asked_at, forgetting_id limit ${SWEEP_MAX}`)
  return rows.map(row => ({
    forgettingId: row.forgetting_id,
    visitors: row.visitors,
    groups: row.groups,
    vendors: row.vendors,
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

/** A count of one outcome on one day. */
export type Tally = {
  /** UTC, `2026-11-22`. */
  readonly day: string
  /** `hand-over`, or `partner:` and the id of the partner's source. */
  readonly about: string
  readonly outcome: string
  readonly count: number
}

export async function addTallies(db: Db, tallies: readonly Tally[]): Promise<void> {
  await db.rows(sql`
    insert into consent.tallies (day, about, outcome, count)
    select day, about, outcome, count
      from jsonb_to_recordset(${JSON.stringify(tallies)}::jsonb)
        as given (day date, about text, outcome text, count bigint)
    on conflict (day, about, outcome) do update
       set count = consent.tallies.count + excluded.count`)
}

/** Counts of the newest days, newest first. */
export async function talliesOn(db: Db): Promise<Tally[]> {
  const rows = await db.rows<Omit<Tally, 'count'> & { count: string }>(sql`
    select day, about, outcome, count from consent.tallies
     order by day desc, about, outcome limit ${SWEEP_MAX}`)
  return rows.map(row => ({ ...row, count: Number(row.count) }))
}

/** What one own site hands to another, sealed. */
export type SealedHandOver = { readonly toHost: string; readonly sealed: Uint8Array }

export async function addHandOver(
  db: Db,
  tokenHash: string,
  given: SealedHandOver,
  expiresAt: Moment,
): Promise<void> {
  await db.rows(sql`
    insert into consent.hand_overs (token_hash, to_host, sealed, expires_at)
    values (${tokenHash}, ${given.toHost}, ${Buffer.from(given.sealed)}, ${new Date(expiresAt)})`)
}

/** Takes a hand-over out, so that nobody else can; undefined when there is none. */
export async function takeHandOver(
  db: Db,
  tokenHash: string,
): Promise<(SealedHandOver & { readonly expiresAt: Moment }) | undefined> {
  const rows = await db.rows<{ to_host: string; sealed: Uint8Array; expires_at: Date }>(sql`
    delete from consent.hand_overs where token_hash = ${tokenHash}
    returning to_host, sealed, expires_at`)
  const [row] = rows
  return (
    row && {
      toHost: row.to_host,
      sealed: row.sealed,
      expiresAt: momentOf(row.expires_at.getTime()),
    }
  )
}

/** Hand-overs that nobody took in time, oldest first. */
export async function lapsedHandOvers(db: Db, asOf: Moment): Promise<string[]> {
  const rows = await db.rows<{ token_hash: string }>(sql`
    select token_hash from consent.hand_overs
     where expires_at <= ${new Date(asOf)} order by expires_at, token_hash limit ${SWEEP_MAX}`)
  return rows.map(row => row.token_hash)
}

export async function eraseHandOvers(db: Db, hashes: readonly string[]): Promise<number> {
  const rows = await db.rows(sql`
    delete from consent.hand_overs where token_hash = any(${hashes}) returning 1 as gone`)
  return rows.length
}

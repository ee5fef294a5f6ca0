import { isoOf, type Moment } from '../base/time.ts'
import { sql, type Db } from '../platform/postgres.ts'
import type { Me, Role } from './wire.ts'

const SWEEP_MAX = 1_000

/** A member with what signing in needs. */
export type Credentials = Me & {
  readonly passwordHash: string
  readonly epoch: number
  readonly disabled: boolean
}

type MemberRow = {
  member_id: string
  email: string
  name: string
  role: Role
  password_hash: string
  credential_epoch: number
  disabled: boolean
}

/** Whether somebody who may do everything can sign in. */
export async function hasAdministrator(db: Db): Promise<boolean> {
  const rows = await db.rows(sql`
    select member_id from staff.members
     where role = 'administrator' and disabled_at is null limit 1`)
  return rows.length > 0
}

/** Keeps the one set-up link in place of any older one. */
export async function keepLink(db: Db, hash: Uint8Array, expiresAt: Moment): Promise<void> {
  await db.rows(sql`
    insert into staff.setup_links (only_one, token_hash, expires_at)
    values (true, ${hash}, ${isoOf(expiresAt)})
    on conflict (only_one) do update
      set token_hash = excluded.token_hash, expires_at = excluded.expires_at`)
}

/** Uses the link up: true for one caller only, and only before it expires. */
export async function useLink(tx: Db, hash: Uint8Array, asOf: Moment): Promise<boolean> {
  const rows = await tx.rows(sql`
    delete from staff.setup_links
     where token_hash = ${hash} and expires_at > ${isoOf(asOf)} returning only_one`)
  return rows.length === 1
}

/** Whether the link would still be accepted; it is not used up. */
export async function isLinkOpen(db: Db, hash: Uint8Array, asOf: Moment): Promise<boolean> {
  const rows = await db.rows(sql`
    select only_one from staff.setup_links
     where token_hash = ${hash} and expires_at > ${isoOf(asOf)}`)
  return rows.length === 1
}

/** Adds an account. Throws when the e-mail address has one. */
export async function addMember(
  tx: Db,
  member: Me & { readonly passwordHash: string },
  at: Moment,
): Promise<void> {
  await tx.rows(sql`
    insert into staff.members (member_id, email, name, role, password_hash, created_at)
    values (${member.id}, ${member.email}, ${member.name}, ${member.role},
            ${member.passwordHash}, ${isoOf(at)})`)
}

/** The account of an e-mail address, disabled or not. */
export async function memberByEmail(db: Db, email: string): Promise<Credentials | undefined> {
  const [row] = await db.rows<MemberRow>(sql`
    select member_id, email, name, role, password_hash, credential_epoch,
           disabled_at is not null as disabled
      from staff.members where lower(email) = lower(${email})`)
  return row && credentialsOf(row)
}

/** Sets a new password, if nobody else did meanwhile; answers the new epoch. */
export async function changePassword(
  tx: Db,
  member: { readonly id: string; readonly epoch: number },
  passwordHash: string,
): Promise<number | undefined> {
  const [row] = await tx.rows<{ credential_epoch: number }>(sql`
    update staff.members
       set password_hash = ${passwordHash}, credential_epoch = credential_epoch + 1
     where member_id = ${member.id} and credential_epoch = ${member.epoch}
       and disabled_at is null
     returning credential_epoch`)
  return row?.credential_epoch
}

/** Disables an account, which ends all its sessions. */
export async function disableMember(tx: Db, memberId: string, at: Moment): Promise<void> {
  await tx.rows(sql`
    update staff.members
       set disabled_at = ${isoOf(at)}, credential_epoch = credential_epoch + 1
     where member_id = ${memberId} and disabled_at is null`)
}

/** Starts a session, and ends the member's oldest ones beyond `most`. */
export async function addSession(
  tx: Db,
  session: { readonly hash: Uint8Array; readonly memberId: string; readonly epoch: number },
  at: Moment,
  most: number,
): Promise<void> {
  await tx.rows(sql`
    insert into staff.sessions (token_hash, member_id, credential_epoch, created_at, seen_at)
    values (${session.hash}, ${session.memberId}, ${session.epoch}, ${isoOf(at)}, ${isoOf(at)})`)
  await tx.rows(sql`
    delete from staff.sessions where token_hash in (
      select token_hash from staff.sessions where member_id = ${session.memberId}
       order by created_at desc, token_hash offset ${most})`)
}

/** Whose session a token is, when it is neither idle, too old, disabled nor from before an epoch. */
export async function memberBySession(
  db: Db,
  hash: Uint8Array,
  bounds: { readonly seenAfter: Moment; readonly createdAfter: Moment },
): Promise<(Credentials & { readonly seenAt: Date }) | undefined> {
  const [row] = await db.rows<MemberRow & { seen_at: Date }>(sql`
    select m.member_id, m.email, m.name, m.role, m.password_hash, m.credential_epoch,
           false as disabled, s.seen_at
      from staff.sessions s join staff.members m on m.member_id = s.member_id
     where s.token_hash = ${hash} and s.credential_epoch = m.credential_epoch
       and m.disabled_at is null
       and s.seen_at > ${isoOf(bounds.seenAfter)} and s.created_at > ${isoOf(bounds.createdAfter)}`)
  return row && { ...credentialsOf(row), seenAt: row.seen_at }
}

/** Notes that a session is in use, so that it does not fall idle. */
export async function touchSession(db: Db, hash: Uint8Array, at: Moment): Promise<void> {
  await db.rows(sql`
    update staff.sessions set seen_at = ${isoOf(at)} where token_hash = ${hash}`)
}

/** Ends one session; answers whether there was one. */
export async function endSession(tx: Db, hash: Uint8Array): Promise<boolean> {
  const rows = await tx.rows(sql`
    delete from staff.sessions where token_hash = ${hash} returning member_id`)
  return rows.length === 1
}

/** Forgets sessions and counts that no longer mean anything. */
export async function sweep(
  db: Db,
  before: { readonly sessions: Moment; readonly attempts: Moment },
): Promise<void> {
  await db.rows(sql`
    delete from staff.sessions where token_hash in (
      select token_hash from staff.sessions where created_at <= ${isoOf(before.sessions)}
       order by created_at limit ${SWEEP_MAX})`)
  await db.rows(sql`
    delete from staff.attempts where subject in (
      select subject from staff.attempts where started_at <= ${isoOf(before.attempts)}
       order by started_at limit ${SWEEP_MAX} for update skip locked)`)
}

/** Counts one more try in the running window and answers how many there now are: one statement. */
export async function countTry(
  db: Db,
  subject: Uint8Array,
  at: Moment,
  windowFrom: Moment,
): Promise<number> {
  const [row] = await db.rows<{ tries: number }>(sql`
    insert into staff.attempts as a (subject, started_at, tries)
    values (${subject}, ${isoOf(at)}, 1)
    on conflict (subject) do update
      set tries = case when a.started_at <= ${isoOf(windowFrom)} then 1 else a.tries + 1 end,
          started_at = case when a.started_at <= ${isoOf(windowFrom)} then ${isoOf(at)}::timestamptz
                            else a.started_at end
    returning tries`)
  return row?.tries ?? Number.POSITIVE_INFINITY
}

/** Forgets the tries of an account whose owner came in. */
export async function forgetTries(tx: Db, subject: Uint8Array): Promise<void> {
  await tx.rows(sql`delete from staff.attempts where subject = ${subject}`)
}

function credentialsOf(row: MemberRow): Credentials {
  return {
    id: row.member_id,
    email: row.email,
    name: row.name,
    role: row.role,
    passwordHash: row.password_hash,
    epoch: row.credential_epoch,
    disabled: row.disabled,
  }
}

/** Sessions that can no longer be used, oldest first, by hexadecimal hash. */
export async function lapsedSessions(db: Db, before: Moment): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(sql`
    select encode(token_hash, 'hex') as id from staff.sessions
     where created_at <= ${isoOf(before)} order by created_at, token_hash limit ${SWEEP_MAX}`)
  return rows.map(row => row.id)
}

/** Erases sessions by hexadecimal hash; answers how many there were. */
export async function eraseSessions(db: Db, ids: readonly string[]): Promise<number> {
  const rows = await db.rows(sql`
    delete from staff.sessions
     where token_hash in (select decode(id, 'hex') from unnest(${ids}::text[]) as id)
     returning member_id`)
  return rows.length
}

/** Erases accounts with their sessions; answers how many there were. */
export async function eraseMembers(db: Db, ids: readonly string[]): Promise<number> {
  const rows = await db.rows(sql`
    delete from staff.members where member_id = any(${ids}::uuid[]) returning member_id`)
  return rows.length
}

/** Counts whose window is over, oldest first, by hexadecimal key. */
export async function lapsedAttempts(db: Db, before: Moment): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(sql`
    select encode(subject, 'hex') as id from staff.attempts
     where started_at <= ${isoOf(before)} order by started_at, subject limit ${SWEEP_MAX}`)
  return rows.map(row => row.id)
}

/** Erases counts by hexadecimal key; answers how many there were. */
export async function eraseAttempts(db: Db, ids: readonly string[]): Promise<number> {
  const rows = await db.rows(sql`
    delete from staff.attempts
     where subject in (select decode(id, 'hex') from unnest(${ids}::text[]) as id)
     returning tries`)
  return rows.length
}

/** Takes the set-up link back; answers how many there were. */
export async function eraseLinks(db: Db): Promise<number> {
  const rows = await db.rows(sql`delete from staff.setup_links returning only_one`)
  return rows.length
}

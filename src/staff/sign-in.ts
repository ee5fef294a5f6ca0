import type { Db } from '../platform/postgres.ts'
import { countTries, forgetAccountTries, pseudonymOf, TRY_WINDOW } from './attempts.ts'
import { signedIn, type Desk, type SignedIn } from './desk.ts'
import { hashPassword, isPassword, passwordFault } from './password.ts'
import { ABSOLUTE, before, hashOf, startSession } from './session.ts'
import { changePassword, endSession, memberByEmail, sweep, type Credentials } from './store.ts'
import type { PasswordRequest, ProblemCode, SignInRequest } from './wire.ts'

/** Where a request came from: its address, and the session its browser had before. */
export type Visit = { readonly address: string; readonly token: string | undefined }

/**
 * Signs in, or says no in the same words and after the same work whether the account is unknown,
 * disabled or has another password. The browser's older session ends.
 */
export async function signIn(
  desk: Desk,
  { email, password }: SignInRequest,
  visit: Visit,
): Promise<SignedIn | ProblemCode> {
  const { platform, audit } = desk
  const count = await countTries(platform, [
    { kind: 'account', name: email },
    { kind: 'address', name: visit.address },
  ])
  if (count === 'first') await noteFailure(desk, 'staff.sign-in-limited', email)
  if (count !== 'allowed') return 'staff.too-many-tries'
  const member = await memberByEmail(platform.db, email)
  const matches = await isPassword(member?.passwordHash ?? desk.decoy, password)
  if (!member || member.disabled || !matches) {
    await noteFailure(desk, 'staff.sign-in-failed', email)
    return 'staff.wrong-credentials'
  }
  return platform.db.within(async tx => {
    if (visit.token !== undefined) await endSession(tx, hashOf(visit.token))
    await forgetAccountTries(platform, tx, email)
    await sweepOld(desk, tx)
    const token = await startSession(platform, tx, member)
    await audit.record(tx, { act: 'staff.signed-in', by: `staff:${member.id}`, details: {} })
    return signedIn(member, token)
  })
}

/** Ends the browser's session. */
export async function signOut(desk: Desk, member: Credentials, token: string): Promise<void> {
  await desk.platform.db.within(async tx => {
    if (!(await endSession(tx, hashOf(token)))) return
    await desk.audit.record(tx, { act: 'staff.signed-out', by: `staff:${member.id}`, details: {} })
  })
}

/** Changes the password, which ends every session of the account, and starts a fresh one. */
export async function renewPassword(
  desk: Desk,
  member: Credentials,
  { current, next }: PasswordRequest,
  address: string,
): Promise<SignedIn | ProblemCode> {
  const { platform, audit } = desk
  const count = await countTries(platform, [
    { kind: 'account', name: member.email },
    { kind: 'address', name: address },
  ])
  if (count !== 'allowed') return 'staff.too-many-tries'
  const by = `staff:${member.id}`
  if (!(await isPassword(member.passwordHash, current))) {
    await noteFailure(desk, 'staff.password-change-failed', member.email)
    return 'staff.wrong-credentials'
  }
  const fault = passwordFault(next, member)
  if (fault) return fault
  const passwordHash = await hashPassword(next)
  return platform.db.within(async tx => {
    const epoch = await changePassword(tx, member, passwordHash)
    if (epoch === undefined) return 'staff.wrong-credentials'
    await forgetAccountTries(platform, tx, member.email)
    await audit.record(tx, { act: 'staff.password-changed', by, details: {} })
    return signedIn(member, await startSession(platform, tx, { id: member.id, epoch }))
  })
}

/** Writes down a failure under a pseudonym: what was typed may be a password, or a stranger's name. */
async function noteFailure(desk: Desk, act: string, email: string): Promise<void> {
  const details = { account: pseudonymOf(desk.platform, email) }
  await desk.platform.db.within(tx => desk.audit.record(tx, { act, by: 'nobody', details }))
}

async function sweepOld({ platform }: Desk, tx: Db): Promise<void> {
  const now = platform.clock.now()
  await sweep(tx, { sessions: before(now, ABSOLUTE), attempts: before(now, TRY_WINDOW) })
}

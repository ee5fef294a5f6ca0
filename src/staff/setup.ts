import { after, type Span } from '../base/time.ts'
import { hashPassword, passwordFault } from './password.ts'
import { countTries } from './attempts.ts'
import { hashOf, startSession } from './session.ts'
import { addMember, hasAdministrator, isLinkOpen, keepLink, useLink } from './store.ts'
import { signedIn, type Desk, type SignedIn } from './desk.ts'
import type { ProblemCode, SetupRequest } from './wire.ts'

/** How long the link for the first administrator works. */
const LINK_FOR: Span = { count: 24, unit: 'hour' }

const TOKEN_BYTES = 24

/**
 * A one-time link for the first administrator, or undefined when there is one. The token stands
 * after `#`, which browsers never send, and only its hash is kept; a new link replaces the old.
 */
export async function makeSetupLink(desk: Desk, origin: string): Promise<string | undefined> {
  const { platform, audit } = desk
  if (await hasAdministrator(platform.db)) return undefined
  const token = Buffer.from(platform.chance.bytes(TOKEN_BYTES)).toString('base64url')
  await platform.db.within(async tx => {
    await keepLink(tx, hashOf(token), after(platform.clock.now(), LINK_FOR))
    await audit.record(tx, { act: 'staff.setup-link-made', by: 'system', details: {} })
  })
  return `${origin}/console/setup#${token}`
}

/** Makes the first administrator of whoever holds the link, and signs them in. */
export async function setUp(
  desk: Desk,
  request: SetupRequest,
  address: string,
): Promise<SignedIn | ProblemCode> {
  const { platform, audit } = desk
  if ((await countTries(platform, [{ kind: 'address', name: address }])) !== 'allowed')
    return 'staff.too-many-tries'
  const hash = hashOf(request.token)
  // First the link: without it nobody learns anything, and no work is spent on hashing.
  if (!(await isLinkOpen(platform.db, hash, platform.clock.now()))) return 'staff.link-gone'
  const fault = passwordFault(request.password, request)
  if (fault) return fault
  const passwordHash = await hashPassword(request.password)
  const { email, name } = request
  const me = { id: platform.chance.uuid(), email, name, role: 'administrator' } as const
  return platform.db.within(async tx => {
    if (!(await useLink(tx, hash, platform.clock.now()))) return 'staff.link-gone'
    if (await hasAdministrator(tx)) return 'staff.link-gone'
    await addMember(tx, { ...me, passwordHash }, platform.clock.now())
    const token = await startSession(platform, tx, { id: me.id, epoch: 1 })
    const by = `staff:${me.id}`
    await audit.record(tx, { act: 'staff.account-created', by, details: { role: me.role } })
    await audit.record(tx, { act: 'staff.signed-in', by, details: {} })
    return signedIn(me, token)
  })
}

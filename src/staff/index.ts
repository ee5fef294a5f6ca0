import type { FastifyRequest } from 'fastify'
import type { Holding } from '../policy/index.ts'
import type { Platform } from '../platform/index.ts'
import type { Routes } from '../platform/http.ts'
import type { Desk } from './desk.ts'
import { jsonOnly, memberOf, requires, type Guard } from './guard.ts'
import { hashPassword } from './password.ts'
import { staffRoutes } from './routes.ts'
import { makeSetupLink } from './setup.ts'
import { disableMember } from './store.ts'
import { holdings } from './holdings.ts'
import type { Role } from './wire.ts'

export { consoleRoutes } from './console-files.ts'
export type { Guard } from './guard.ts'

/** Who works here and what they may see. */
export type Staff = {
  /** A one-time link for the first administrator, or undefined when there is one. */
  setupLink(origin: string): Promise<string | undefined>
  /** A guard for one route: only a signed-in member with one of these roles passes. */
  requires(...roles: readonly Role[]): Guard
  /** Refuses bodies that a plain HTML form could have sent. */
  readonly jsonOnly: Guard
  /** Who a guard let through, as audit entries name them: `staff:<id>`. */
  by(request: FastifyRequest): string
  /** Disables an account and ends its sessions; `by` is who did it: `staff:<id>`, `system`. */
  disable(memberId: string, by: string): Promise<void>
  readonly routes: Routes
  readonly holdings: readonly Holding[]
}

/** Opens the slice over its tables; no account exists until the one-time link is used. */
export async function openStaff(doors: {
  readonly platform: Platform
  readonly audit: Desk['audit']
}): Promise<Staff> {
  const { platform, audit } = doors
  const decoy = await hashPassword(Buffer.from(platform.chance.bytes(32)).toString('base64url'))
  const desk: Desk = { platform, audit, decoy }
  return {
    setupLink: origin => makeSetupLink(desk, origin),
    requires: (...roles) => requires(platform, roles),
    jsonOnly,
    by: request => `staff:${memberOf(request).id}`,
    disable: (memberId, by) =>
      platform.db.within(async tx => {
        await disableMember(tx, memberId, platform.clock.now())
        await audit.record(tx, { act: 'staff.account-disabled', by, details: { memberId } })
      }),
    routes: staffRoutes(desk),
    holdings: holdings(platform.db),
  }
}

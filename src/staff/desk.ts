import type { Json } from '../base/json.ts'
import type { Platform } from '../platform/index.ts'
import type { Db } from '../platform/postgres.ts'
import type { Me } from './wire.ts'

/** What the acts of this slice work with. */
export type Desk = {
  readonly platform: Platform
  readonly audit: {
    record(
      tx: Db,
      entry: { readonly act: string; readonly by: string; readonly details: Json },
    ): Promise<unknown>
  }
  /** Hash that no password has: what an unknown account is checked against. */
  readonly decoy: string
}

/** Somebody came in: who, and the token for their cookie. */
export type SignedIn = { readonly me: Me; readonly token: string }

/** Leaves out of a member what nobody else needs to see. */
export function signedIn({ id, email, name, role }: Me, token: string): SignedIn {
  return { me: { id, email, name, role }, token }
}

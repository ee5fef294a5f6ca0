import type { Lang } from '../src/base/lang.ts'
import type { Policy } from '../src/policy/index.ts'
import type { Cart } from './cart.ts'

/** What every page knows of the request that it answers. */
export type Visit = {
  readonly lang: Lang
  /** Address of this page without its language, with its query: `p/kuu`, `search?q=villa`. */
  readonly place: string
  readonly policy: Policy
  /** The shop's name, from the policy. */
  readonly shop: string
  readonly cart: Cart
  readonly signedIn: boolean
  readonly remembered: boolean
  /** Origins of the partner's pixel and of the player; absent where none runs beside the shop. */
  readonly pixel: string | undefined
  readonly player: string | undefined
}

/** Address of a page of the shop in the language of the visit. */
export function at(visit: Visit, place: string): string {
  return `/${visit.lang}/${place}`
}

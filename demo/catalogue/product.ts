import type { Words } from '../../src/base/lang.ts'

export const CATEGORY_IDS = ['prams', 'toys', 'clothes', 'sleep', 'mealtime', 'outdoor'] as const
export type CategoryId = (typeof CATEGORY_IDS)[number]

export const FACT_KINDS = ['material', 'age', 'size', 'care', 'made'] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** The colours a picture may stand on. */
export type Tint = 'sun' | 'sky' | 'moss' | 'blush' | 'sand' | 'plum'

/** One thing that the shop sells. */
export type Product = {
  /** Names it in addresses, cookies and events; never changes. */
  readonly slug: string
  readonly category: CategoryId
  readonly cents: number
  readonly tint: Tint
  readonly name: Words
  /** One line for cards and search results. */
  readonly line: Words
  readonly story: Words
  readonly facts: readonly { readonly kind: FactKind; readonly is: Words }[]
}

/** One text in every language, in the order Finnish, Swedish, English. */
export function say(fi: string, sv: string, en: string): Words {
  return { fi, sv, en }
}

/** A fact of a product. */
export function fact(kind: FactKind, fi: string, sv: string, en: string): Product['facts'][number] {
  return { kind, is: { fi, sv, en } }
}

import type { Draft } from '../check/place.ts'
import type { PolicyText } from '../syntax/schema/policy.ts'
import type { Path } from '../syntax/tree.ts'

/** Where the policy says what implies a promise; undefined when it does not. */
export type Ground = (draft: Draft) => Path | undefined

type ListKey = {
  [Key in keyof PolicyText]-?: NonNullable<PolicyText[Key]> extends readonly {
    readonly from?: string
  }[]
    ? Key
    : never
}[keyof PolicyText]

type ItemOf<Key extends ListKey> = NonNullable<PolicyText[Key]>[number]

/** The first item of a list that is so; any item when nothing is asked. */
export function first<Key extends ListKey>(
  list: Key,
  is: (item: ItemOf<Key>) => boolean = () => true,
): Ground {
  return draft => {
    const items: readonly ItemOf<Key>[] = draft.text[list] ?? []
    const index = items.findIndex(is)
    return index < 0 ? undefined : [list, index]
  }
}

/** The list itself, when every item of it is so and there is one. */
export function every<Key extends ListKey>(list: Key, is: (item: ItemOf<Key>) => boolean): Ground {
  return draft => {
    const items: readonly ItemOf<Key>[] = draft.text[list] ?? []
    return items.length > 0 && items.every(is) ? [list] : undefined
  }
}

/** The first of several places that is there. */
export function either(...grounds: readonly Ground[]): Ground {
  return draft => grounds.map(ground => ground(draft)).find(path => path !== undefined)
}

/** The first place, when all of them are there. */
export function both(...grounds: readonly Ground[]): Ground {
  return draft => {
    const found = grounds.map(ground => ground(draft))
    return found.includes(undefined) ? undefined : found[0]
  }
}

/** A place that is there whenever something holds. */
export function place(path: Path, holds: (text: PolicyText) => boolean = () => true): Ground {
  return draft => (holds(draft.text) ? path : undefined)
}

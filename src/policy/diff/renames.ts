import { type Held, isGroup, same } from './differences.ts'

/** An item that goes by another id and is otherwise the same. */
export type Rename = { readonly list: string; readonly was: string; readonly is: string }

/** Keys under which other parts of a policy name the items of a list. */
const NAMED_BY: readonly (readonly [list: string, keys: readonly string[]])[] = [
  ['transfers', ['transfer']],
  ['vendors', ['vendor', 'vendors', 'destination', 'advertisers', 'by', 'to', 'partner']],
  ['retention', ['retention', 'archive']],
  ['sources', ['sources', 'partner']],
  ['data', ['data']],
  ['purposes', ['purpose', 'purposes', 'refuses', 'consent', 'consent-to']],
  ['registers', ['register']],
  ['sites', ['site']],
  ...['trackers', 'contacts', 'entries', 'calls', 'recipients', 'processors'].map(
    list => [list, []] as const,
  ),
  ['machines', ['machines']],
  ...['audiences', 'recommendations', 'ad-slots', 'conversions', 'event-sources'].map(
    list => [list, []] as const,
  ),
]

/**
 * The old policy with the ids that the next one gives to the same things, and which they are. What
 * is named by others is renamed before them, so that they stay equal too.
 */
export function withNewNames(
  old: Held,
  next: Held,
): { readonly old: Held; readonly renames: readonly Rename[] } {
  const renames: Rename[] = []
  let renamed = old
  for (const [list, keys] of NAMED_BY) {
    const found = renamesIn(list, itemsOf(renamed, list), itemsOf(next, list))
    for (const one of found) renamed = replaced(renamed, one, keys)
    renames.push(...found)
  }
  return { old: renamed, renames }
}

type Item = { readonly [key: string]: Held }

function renamesIn(
  list: string,
  before: readonly Item[],
  after: readonly Item[],
): readonly Rename[] {
  const ids = (items: readonly Item[]) => items.map(idOf)
  const gone = before.filter(item => !ids(after).includes(idOf(item)))
  const fresh = after.filter(item => !ids(before).includes(idOf(item)))
  return gone.flatMap(item => {
    const { id: _, ...said } = item
    const twins = fresh.filter(({ id: _id, ...other }) => same(said, other))
    const rivals = gone.filter(({ id: _id, ...other }) => same(said, other))
    const [twin] = twins
    // Which of several equal ones became which, nobody can say.
    if (!twin || twins.length > 1 || rivals.length > 1) return []
    return [{ list, was: idOf(item), is: idOf(twin) }]
  })
}

function replaced(policy: Held, { list, was, is }: Rename, keys: readonly string[]): Held {
  if (!isGroup(policy)) return policy
  return Object.fromEntries(
    Object.entries(policy).map(([key, held]) => {
      const below = walked(held, key, { was, is, keys })
      if (key !== list || !Array.isArray(below)) return [key, below]
      return [
        key,
        below.map(item => (isGroup(item) && item['id'] === was ? { ...item, id: is } : item)),
      ]
    }),
  )
}

type Swap = { readonly was: string; readonly is: string; readonly keys: readonly string[] }

function walked(held: Held, key: string, swap: Swap): Held {
  if (held === swap.was && swap.keys.includes(key)) return swap.is
  if (Array.isArray(held)) return held.map(item => walked(item, key, swap) ?? null)
  if (!isGroup(held)) return held
  return Object.fromEntries(
    Object.entries(held).map(([name, below]) => [name, walked(below, name, swap)]),
  )
}

function itemsOf(policy: Held, list: string): readonly Item[] {
  const held = isGroup(policy) ? policy[list] : undefined
  return Array.isArray(held) ? held.filter(isGroup) : []
}

function idOf(item: Item): string {
  const { id } = item
  return typeof id === 'string' ? id : ''
}

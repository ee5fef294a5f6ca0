import { LANGS } from '../base/lang.ts'
import { bannerWords, type Policy } from '../policy/index.ts'
import { policyFor } from './source.ts'

/** What a client says that a visitor chose: names of purposes or categories; refused, of vendors too. */
export type Claims = { readonly granted: readonly string[]; readonly refused: readonly string[] }

/** What claims come to: ids of purposes, and of vendors refused. `all` takes everything away. */
export type Claimed = {
  readonly granted: readonly string[]
  readonly refused: readonly string[]
  readonly without: readonly string[]
  readonly all: boolean
}

const NAMES_MAX = 256
const NOTHING: Claimed = { granted: [], refused: [], without: [], all: false }
const UNREADABLE: Claimed = { ...NOTHING, all: true }

/**
 * Reads claims under a policy. A name is, whatever its case, the id of a purpose, of a category, or
 * what the policy calls the purpose in any language. Read narrowly for a yes: an id means that
 * purpose alone, and a name that two purposes share means neither. Read widely for a no: everything
 * that the name may mean, a vendor (its id, with or without `vendor:`, or its name) among it. Claims that cannot be read refuse everything.
 */
export function claimedBy(
  policy: Policy,
  channel: 'web' | 'app',
  claims: Claims | undefined,
): Claimed {
  if (claims === undefined) return NOTHING
  const granted = textsIn(claims.granted)
  const refused = textsIn(claims.refused)
  if (!granted || !refused || refused.includes('*')) return UNREADABLE
  const names = namesOf(policy, channel)
  return {
    granted: granted.flatMap(name => yesOf(names, name)),
    refused: refused.flatMap(name => noOf(names, name)),
    without: refused.flatMap(name => [...(names.get(name)?.vendors ?? [])]),
    all: false,
  }
}

type Meaning = {
  readonly ids: ReadonlySet<string>
  readonly categories: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  readonly vendors: ReadonlySet<string>
}
type Names = ReadonlyMap<string, Meaning>

function yesOf(names: Names, name: string): readonly string[] {
  const found = names.get(name)
  if (!found) return []
  const { ids, categories, names: called } = found
  if (ids.size > 0) return ids.size === 1 ? [...ids] : []
  if (categories.size > 0) return [...categories]
  // A vendor alone is no purpose, and a yes to it grants none.
  return called.size === 1 ? [...called] : []
}

function noOf(names: Names, name: string): readonly string[] {
  const found = names.get(name)
  return found ? [...found.ids, ...found.categories, ...found.names] : []
}

/** What a client sent as a list of names, plainly written; undefined when it is none. */
function textsIn(list: unknown): readonly string[] | undefined {
  if (!Array.isArray(list) || list.length > NAMES_MAX) return undefined
  const texts: string[] = []
  for (const one of list) {
    if (typeof one !== 'string') return undefined
    texts.push(plain(one))
  }
  return texts
}

function plain(text: string): string {
  return text.normalize('NFC').trim().toLowerCase()
}

const known = { web: new WeakMap<Policy, Names>(), app: new WeakMap<Policy, Names>() }

/** Every name of every purpose on a channel, read once a policy. */
function namesOf(policy: Policy, channel: 'web' | 'app'): Names {
  const names = known[channel].get(policy) ?? readNames(policyFor(policy, channel))
  known[channel].set(policy, names)
  return names
}

function readNames(policy: Policy): Names {
  const found = new Map<string, { [K in keyof Meaning]: Set<string> }>()
  const add = (name: string, kind: keyof Meaning, id: string) => {
    const key = plain(name)
    const meaning = found.get(key) ?? {
      ...{ ids: new Set(), categories: new Set(), names: new Set(), vendors: new Set() },
    }
    meaning[kind].add(id)
    found.set(key, meaning)
  }
  for (const { id, category } of policy.purposes) {
    add(id, 'ids', id)
    add(category, 'categories', id)
    const said = policy.said.purposes.find(purpose => purpose.id === id)?.name
    for (const name of Object.values(said ?? {}))
      if (typeof name === 'string') add(name, 'names', id)
  }
  for (const { id, name } of policy.vendors) {
    for (const called of [id, `vendor:${id}`, name]) add(called, 'vendors', id)
  }
  for (const lang of LANGS) {
    for (const { id, name } of bannerWords(policy, lang).details.purposes) add(name, 'names', id)
  }
  return found
}

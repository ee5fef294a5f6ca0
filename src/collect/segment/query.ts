import { isObject, type Message } from './message.ts'

const PARAMETERS_MAX = 64
const DEPTH_MAX = 4

type Tree = { [key: string]: Tree | string }

/**
 * The call that an address makes: `properties.path=/a` is a path among the properties. All values
 * are texts, and the keys that others chose inherit nothing.
 */
export function messageIn(query: unknown): Message {
  const tree = emptyTree()
  if (!isObject<never>(query)) return tree
  for (const [key, said] of Object.entries<unknown>(query).slice(0, PARAMETERS_MAX)) {
    const value: unknown = Array.isArray(said) ? said[0] : said
    const path = key.split('.', DEPTH_MAX)
    if (typeof value === 'string') plant(tree, path, value)
  }
  return tree
}

function plant(tree: Tree, path: readonly string[], value: string): void {
  let branch = tree
  for (const name of path.slice(0, -1)) {
    const next = (branch[name] ??= emptyTree())
    if (typeof next === 'string') return
    branch = next
  }
  branch[path.at(-1) ?? ''] = value
}

function emptyTree(): Tree {
  const tree: Tree = Object.create(null)
  return tree
}

import { canonical, type Json } from '../../base/json.ts'
import { FORMATS } from '../syntax/formats.ts'

/** A piece of a policy file as plain data. */
export type Held = Json | undefined

/** One place at which two policies differ; a side that says nothing there is undefined. */
export type Difference = {
  /** Keys and names of items: `purposes`, `analytics`, `aims`, `trends`. */
  readonly path: readonly string[]
  /** The same with `*` for every name: `purposes.*.aims.*`. */
  readonly at: string
  readonly was: Held
  readonly is: Held
}

/** Every place at which two policies differ, whatever the order of their lists. */
export function differences(was: Held, is: Held): readonly Difference[] {
  return between(was, is, [], [])
}

type Names = readonly string[]

function between(was: Held, is: Held, path: Names, at: Names): readonly Difference[] {
  if (same(was, is)) return []
  const [left, right] = [itemsOf(was ?? emptyAs(is)), itemsOf(is ?? emptyAs(was))]
  if (left && right) {
    return each(left, right, name => [
      [...path, name],
      [...at, '*'],
    ])
  }
  // A part of the policy that is new is told piece by piece, a group within one as one.
  const [a, b] = path.length === 1 ? [was ?? {}, is ?? {}] : [was, is]
  if (isGroup(a) && isGroup(b)) {
    return each(entriesOf(a), entriesOf(b), name => [
      [...path, name],
      [...at, name],
    ])
  }
  return [{ path, at: at.join('.'), was, is }]
}

/** A list that is not there is one in which nothing stands. */
function emptyAs(other: Held): Held {
  return other !== undefined && isList(other) ? [] : undefined
}

function each(
  left: ReadonlyMap<string, Held>,
  right: ReadonlyMap<string, Held>,
  below: (name: string) => readonly [Names, Names],
): readonly Difference[] {
  return [...new Set([...left.keys(), ...right.keys()])].flatMap(name => {
    const [path, at] = below(name)
    return between(left.get(name), right.get(name), path, at)
  })
}

/** Is the same said, whatever the order, and whatever sentence or act it names as its source? */
export function same(was: Held, is: Held): boolean {
  return settled(was) === settled(is)
}

function settled(held: Held): string {
  if (isList(held)) return `[${held.map(settled).toSorted().join(',')}]`
  if (!isGroup(held)) return held === undefined ? '' : canonical(held)
  const entries = [...entriesOf(held)].map(([key, below]) => `${key}:${settled(below)}`)
  return `{${entries.toSorted().join(',')}}`
}

/** Keys that name an item of a list, or a word that stands for itself. */
const NAMES = ['id', 'right', 'control', 'role', 'signal', 'event', 'field', 'channel', 'item']
const MORE_NAMES = ['case', 'use', 'claim', 'topic', 'name', 'by', 'in', 'at']

/** Items of a list by name. Items that share a name are told apart by what they say. */
function itemsOf(list: Held): ReadonlyMap<string, Held> | undefined {
  if (list === undefined || !isList(list)) return undefined
  const items = new Map<string, Held>()
  const sorted = list
    .map(item => [settled(item), item] as const)
    .toSorted(([a], [b]) => order(a, b))
  for (const [, item] of sorted) {
    const name = nameOf(item)
    let free = name
    for (let count = 2; items.has(free); count += 1) free = `${name}-${count}`
    items.set(free, item)
  }
  return items
}

function nameOf(item: Held): string {
  if (!isGroup(item)) return typeof item === 'string' ? item : settled(item)
  const said = entriesOf(item)
  const texts = (keys: readonly string[]) =>
    keys.map(key => said.get(key)).filter(text => typeof text === 'string')
  const [own] = texts(NAMES)
  return own ?? (texts(MORE_NAMES).join(' ') || settled(item))
}

/** What a group says: where it comes from, and which acts it names, is nothing that is done. */
export function entriesOf(group: { readonly [key: string]: Held }): ReadonlyMap<string, Held> {
  const isSource = ([key, held]: readonly [string, Held]) =>
    key === 'cites' ||
    (key === 'from' && typeof held === 'string' && FORMATS.sentence.wrong(held) === undefined)
  return new Map(Object.entries(group).filter(entry => entry[1] !== undefined && !isSource(entry)))
}

export function isList(held: Held): held is readonly Json[] {
  return Array.isArray(held)
}

export function isGroup(held: Held): held is { readonly [key: string]: Held } {
  return typeof held === 'object' && held !== null && !Array.isArray(held)
}

function order(a: string, b: string): number {
  return a < b ? -1 : 1
}

import { canonical, type Json } from '../../base/json.ts'

/** A group of keys of a policy file, as plain values. */
export type Group = { readonly [key: string]: Json | undefined }

/** Keys that tell where a sentence comes from, and change nothing of what it means. */
const PROVENANCE = ['from', 'cites']

/** Do two places of policy files mean the same? Provenance and the order of lists do not matter. */
export function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return meaningOf(a) === meaningOf(b)
}

/** One text for everything that means the same. */
export function meaningOf(value: Json | undefined): string {
  return value === undefined ? '' : canonical(bare(value))
}

/** Keys in which two groups mean different things, provenance apart. */
export function differing(a: Group, b: Group): readonly string[] {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].filter(key => !PROVENANCE.includes(key) && !isSame(a[key], b[key])).toSorted()
}

/** Is it a group of keys? */
export function isGroup(value: Json | undefined): value is Group {
  return typeof value === 'object' && value !== null && !isList(value)
}

/** Is it a list? */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

function bare(value: Json): Json {
  if (isList(value)) return value.map(bare).toSorted(byText)
  if (!isGroup(value)) return value
  const kept = Object.entries(value).filter(([key]) => !PROVENANCE.includes(key))
  return Object.fromEntries(
    kept.map(([key, held]) => [key, held === undefined ? held : bare(held)]),
  )
}

function byText(a: Json, b: Json): number {
  const [left, right] = [canonical(a), canonical(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

import type { Said } from '../syntax/said.ts'

const KNOWN = new WeakMap<Said, readonly Said[]>()

/** A place and every place below it that holds others, in the order of the text. */
export function everywhere(at: Said): readonly Said[] {
  const known = KNOWN.get(at)
  if (known) return known
  const found: Said[] = []
  collect(at, found)
  // Several rules look through the same policy.
  KNOWN.set(at, found)
  return found
}

function collect(at: Said, found: Said[]): void {
  const [items, entries] = [at.items(), at.entries()]
  if (items.length === 0 && entries.length === 0) return
  found.push(at)
  for (const item of items) collect(item, found)
  for (const [, held] of entries) collect(held, found)
}

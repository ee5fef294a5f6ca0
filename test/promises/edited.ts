import { readFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'
import { readPolicy, type Reading } from '../../src/policy/index.ts'

const shop = readFileSync('policies/childrens-shop.yaml', 'utf8')

/** A tracker or purpose as it is written, each key free to be changed or taken away. */
export type Item = Record<string, unknown> & { id: string }
export type Written = Record<string, unknown> & {
  trackers: Item[]
  purposes: Item[]
  categories: Item[]
}

/** The policy of the children's shop after a change, read again. */
export function edited(change: (policy: Written) => void): Reading {
  const policy = parse(shop) as Written
  change(policy)
  return readPolicy(
    stringify(policy, { aliasDuplicateObjects: false }),
    'edited.yaml',
    '2026-11-22',
  )
}

/** The item of a list that goes by this id. */
export function named(items: readonly Item[], id: string): Item {
  const found = items.find(item => item.id === id)
  if (!found) throw new Error(`no \`${id}\` in the policy`)
  return found
}

/** Codes of everything that is wrong; empty when the policy compiles without a word. */
export function codes({ policy, diagnostics }: Reading): readonly string[] {
  const found = diagnostics.map(({ code }) => code as string)
  return policy || found.length > 0 ? found : ['no policy and no reason']
}

import { readFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'
import { type Policy, readPolicy, type Reading } from '../../src/policy/index.ts'

/** One group of keys of a policy as it is written, each free to be changed or taken away. */
export type Node = Record<string, unknown>
export type Lists = Record<
  | 'vendors'
  | 'processors'
  | 'transfers'
  | 'purposes'
  | 'data'
  | 'registers'
  | 'sources'
  | 'rights'
  | 'retention'
  | 'recipients'
  | 'audiences',
  Node[]
> &
  Node

/** A policy of `policies/` after a change, read again on a day. */
export function changed(
  name: string,
  change: (policy: Lists) => void = () => {},
  on = '2026-11-22',
): Reading {
  const policy = parse(readFileSync(`policies/${name}.yaml`, 'utf8')) as Lists
  change(policy)
  const text = stringify(policy, { aliasDuplicateObjects: false })
  return readPolicy(text, `${name}.yaml`, on)
}

/** The policy that a change leaves; throws its diagnostics when nothing compiles. */
export function compiled(name: string, change?: (policy: Lists) => void): Policy {
  const { policy, diagnostics } = changed(name, change)
  if (!policy) throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join())
  return policy
}

/** Codes of everything that is said of it, each once, in order; `compiles` when it still compiles. */
export function codesOf({ policy, diagnostics }: Reading): readonly string[] {
  const codes = [...new Set(diagnostics.map(({ code }) => code as string))].toSorted()
  return policy ? [...codes, 'compiles'] : codes
}

/** Slugs that a policy promises. */
export function promisedBy({ promises }: Policy): readonly string[] {
  return promises.map(({ slug }) => slug)
}

/** The item of a list whose `key` is `value`; throws when there is none. */
export function the(items: readonly Node[], value: string, key = 'id'): Node {
  const found = items.find(item => item[key] === value)
  if (!found) throw new Error(`no \`${value}\` in the policy`)
  return found
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Policy, readPolicy } from '../../src/policy/index.ts'

const FILE = join(import.meta.dirname, '../../policies/childrens-shop.yaml')

/** The text of the children's shop's policy. */
export const SHOP = readFileSync(FILE, 'utf8')

/** The policy that a text compiles to; throws its first diagnostic when it does not. */
export function compiled(text: string): Policy {
  const { policy, diagnostics } = readPolicy(text, 'childrens-shop.yaml')
  if (policy) return policy
  throw new Error(diagnostics.map(({ line, message }) => `${line}: ${message}`).join('\n'))
}

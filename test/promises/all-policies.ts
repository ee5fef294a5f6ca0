import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Policy, readPolicy } from '../../src/policy/index.ts'

/** The five policies of the repository. */
export const POLICY_NAMES = [
  'electricity-cookies',
  'bank-analytics',
  'electricity-marketing-register',
  'childrens-shop',
  'machine-dealer',
] as const
export type PolicyName = (typeof POLICY_NAMES)[number]

/** The text of a policy of the repository. */
export function policyText(name: PolicyName): string {
  return readFileSync(join(import.meta.dirname, `../../policies/${name}.yaml`), 'utf8')
}

/** What a text compiles to; throws its first diagnostics when it does not. */
export function compiledText(text: string, name: string): Policy {
  const { policy, diagnostics } = readPolicy(text, `${name}.yaml`, '2026-11-22')
  if (policy) return policy
  throw new Error(diagnostics.map(({ line, message }) => `${line}: ${message}`).join('\n'))
}

/** A policy of the repository, compiled. */
export function policyOf(name: PolicyName): Policy {
  const known = READ.get(name)
  if (known) return known
  const made = compiledText(policyText(name), name)
  READ.set(name, made)
  return made
}

const READ = new Map<PolicyName, Policy>()

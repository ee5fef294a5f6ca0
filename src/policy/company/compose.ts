import { Value } from 'typebox/value'
import { stringify } from 'yaml'
import { Draft } from '../check/place.ts'
import { compile } from '../compile/compile.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { Policy } from '../policy.ts'
import { Report } from '../syntax/report.ts'
import { policySchema } from '../syntax/schema/policy.ts'
import { readTree } from '../syntax/tree.ts'
import { findConflicts } from './conflicts.ts'
import { type CompanyFile, type Document, documentsOf } from './document.ts'
import { joined } from './join.ts'

/** What all documents of a company promise together. */
export type CompanyPolicy = Policy & {
  /** The single policies, in the order of their ids. */
  readonly documents: readonly Policy[]
  /** The joined policy as a file: the lines of its rules and promises are lines of this text. */
  readonly text: string
}

/** What became of several files: one policy, unless they conflict. */
export type Composition = {
  readonly policy: CompanyPolicy | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Joins policy files that each compiled into the policy of one company. Where two say different
 * things, neither wins: that is an error, at the second of them, and nothing is composed. The order
 * of the files does not matter.
 */
export function composePolicies(files: readonly CompanyFile[]): Composition {
  const [first, ...more] = documentsOf(files)
  if (!first) throw new Error('bug: a company without a policy')
  const documents = [first, ...more] as const
  for (const [index, second] of documents.entries())
    for (const earlier of documents.slice(0, index)) findConflicts(earlier, second)
  const diagnostics = documents.flatMap(({ report }) => report.diagnostics())
  if (diagnostics.length > 0) return { policy: undefined, diagnostics }
  return { policy: companyOf(documents), diagnostics }
}

function companyOf(documents: readonly [Document, ...Document[]]): CompanyPolicy {
  const text = stringify(joined(documents), { aliasDuplicateObjects: false, lineWidth: 0 })
  const report = new Report('company.yaml', text)
  const tree = readTree(text, report)
  if (!tree || !Value.Check(policySchema, tree.value))
    throw new Error('bug: policies without a conflict do not join')
  const policies = documents.map(({ policy }) => policy)
  const versions = policies.map(({ version }) => version).join('\n')
  const policy = compile(new Draft(tree.value, tree, report), versions)
  return { ...policy, documents: policies, text }
}

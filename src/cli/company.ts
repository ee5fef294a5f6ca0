import {
  type CompanyFile,
  type CompanyPolicy,
  type Composition,
  composePolicies,
} from '../policy/index.ts'
import type { PolicyFile } from './policy-file.ts'
import { ink, type Terminal } from './terminal.ts'

/** A policy file of a company, and where it was found. */
export type Opened = { readonly path: string; readonly file: PolicyFile }

/** Composes files into one company; undefined when one of them does not compile by itself. */
export function companyOf(opened: readonly Opened[]): Composition | undefined {
  const files = opened.flatMap(({ path, file }): readonly CompanyFile[] =>
    file.policy ? [{ file: path, text: file.text, policy: file.policy }] : [],
  )
  return files.length === opened.length && files.length > 0 ? composePolicies(files) : undefined
}

/** One line on what the company holds: how much, from which documents, and its version. */
export function companyLine(terminal: Terminal, policy: CompanyPolicy): string {
  const documents = policy.documents.map(({ id }) => id).join(' + ')
  const held = [
    `${policy.said.purposes.length} purposes`,
    `${policy.trackers.length} trackers`,
    `${policy.promises.length} promises`,
  ]
  const version = policy.version.slice(0, 12)
  return `${ink(terminal, 'ok', 'green', 'bold')} ${policy.id} (${documents}): ${held.join(', ')}, version ${version}\n`
}

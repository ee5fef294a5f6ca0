import { Draft } from '../check/place.ts'
import type { Policy } from '../policy.ts'
import { Report } from '../syntax/report.ts'
import type { PolicyText } from '../syntax/schema/policy.ts'
import { readTree } from '../syntax/tree.ts'

/** A policy file that compiled, as it is handed in to become part of a company's policy. */
export type CompanyFile = {
  readonly file: string
  readonly text: string
  readonly policy: Policy
}

/** One of a company's files, with the means to say what is wrong where. */
export type Document = {
  readonly file: string
  readonly policy: Policy
  readonly text: PolicyText
  readonly draft: Draft
  readonly report: Report
}

/** Opens the files, always in the same order, however they were handed in. */
export function documentsOf(files: readonly CompanyFile[]): readonly Document[] {
  return files
    .toSorted((a, b) => compare(a.policy.id, b.policy.id) || compare(a.file, b.file))
    .map(documentOf)
}

function documentOf({ file, text, policy }: CompanyFile): Document {
  const report = new Report(file, text)
  const tree = readTree(text, report)
  if (!tree) throw new Error('bug: a policy that compiled is no longer a tree')
  return { file, policy, text: policy.said, draft: new Draft(policy.said, tree, report), report }
}

/** Does a document ask anything of visitors on their devices? */
export function asksVisitors({ text }: Document): boolean {
  return text.purposes.some(({ category }) => category !== undefined)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

import type { LintCode } from '../diagnostic.ts'
import { lawOn, type Row } from '../law/index.ts'
import type { Report } from '../syntax/report.ts'
import { Said } from '../syntax/said.ts'
import type { Tree } from '../syntax/tree.ts'
import type { Finding, LintRule } from './rule.ts'
import { LINT_RULES } from './rules.ts'

/** A finding with the rule that made it. */
export type Found = Finding & { readonly code: LintCode; readonly article: string }

/**
 * Reports every wording of a policy file that the law of a day does not let run, each with the
 * sentence it comes from. Rules see the file only as it is written: its names and its order mean
 * nothing to them.
 */
export function lint(tree: Tree, report: Report, on: string): void {
  for (const { code, article, at, message, help, rests } of findingsIn(tree.value, on)) {
    const unconfirmed = unconfirmedOf(rests ?? [])
    const law = { article, from: at.sentence, ...(unconfirmed.length > 0 ? { unconfirmed } : {}) }
    // The whole file is wrong in no place of its own.
    const range = at.path.length === 0 ? { start: 0, end: 1 } : tree.range(at.path)
    report.add(code, range, message, help, law)
  }
}

/** Every finding of these rules in a policy as it is written, judged by the law of a day. */
export function findingsIn(
  policy: unknown,
  on: string,
  rules: readonly LintRule[] = LINT_RULES,
): readonly Found[] {
  const said = new Said(policy)
  const law = lawOn(on)
  return rules.flatMap(({ code, article, find }) =>
    find(said, law, on).map(found => ({ ...found, code, article })),
  )
}

function unconfirmedOf(rests: readonly (Row | undefined)[]): readonly string[] {
  return rests.flatMap(row =>
    row && !row.confirmed ? [`${row.article}: ${row.note ?? row.source}`] : [],
  )
}

import { lawOn } from '../law/index.ts'
import type { Report } from '../syntax/report.ts'
import { Said } from '../syntax/said.ts'
import type { Tree } from '../syntax/tree.ts'
import { LINT_RULES } from './rules.ts'

/**
 * Reports every wording of a policy file that the law of a day does not let run, each with the
 * sentence it comes from. Rules see the file only as it is written: its names and its order mean
 * nothing to them.
 */
export function lint(tree: Tree, report: Report, on: string): void {
  const policy = new Said(tree.value)
  const law = lawOn(on)
  for (const { code, article, find } of LINT_RULES)
    for (const { at, message, help } of find(policy, law, on)) {
      const more = { article, from: at.sentence }
      // The whole file is wrong in no place of its own.
      const range = at.path.length === 0 ? { start: 0, end: 1 } : tree.range(at.path)
      report.add(code, range, message, help, more)
    }
}

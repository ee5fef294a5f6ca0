import { Value } from 'typebox/value'
import { check } from './check/check.ts'
import { Draft } from './check/place.ts'
import { compile } from './compile/compile.ts'
import { aboutFile, type Diagnostic } from './diagnostic.ts'
import type { Policy } from './policy.ts'
import { lint } from './lint/lint.ts'
import { FORMATS } from './syntax/formats.ts'
import { Report } from './syntax/report.ts'
import { policySchema } from './syntax/schema/policy.ts'
import { checkShape } from './syntax/shape.ts'
import { reportUnstated, saysUnstated } from './syntax/unstated.ts'
import { Said } from './syntax/said.ts'
import { readTree } from './syntax/tree.ts'

/** Largest policy text that is read, in UTF-16 units: 1 MiB. */
export const POLICY_TEXT_MAX = 1024 * 1024

/** What became of a policy file: a policy, unless a diagnostic is an error. */
export type Reading = {
  readonly policy: Policy | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads, checks and compiles a policy file. Whatever the text holds, it answers and never throws.
 * `today` (`2026-11-22`) is needed
 * to notice that a review is overdue, and that a ground of transfer no longer holds.
 */
export function readPolicy(text: string, file: string, today?: string): Reading {
  if (text.length > POLICY_TEXT_MAX) {
    const help = 'a policy of a large company is under 100 kB; is this the right file?'
    return failed(aboutFile('L0004', file, 'the file is larger than 1 MiB', help))
  }
  const report = new Report(file, text)
  const draft = draftOf(text, report, today)
  if (draft) check(draft, today)
  const diagnostics = report.diagnostics()
  if (!draft || report.hasErrors) return { policy: undefined, diagnostics }
  return { policy: compile(draft, text, today), diagnostics }
}

function draftOf(text: string, report: Report, today: string | undefined): Draft | undefined {
  const tree = readTree(text, report)
  if (!tree) return undefined
  checkShape(policySchema, tree, report)
  if (report.hasErrors) return undefined
  lint(tree, report, today ?? beginning(tree.value))
  const isStated = !saysUnstated(tree.value)
  if (isStated && Value.Check(policySchema, tree.value)) return new Draft(tree.value, tree, report)
  reportUnstated(policySchema, tree, report)
  return undefined
}

// Without a day to judge by, a policy is judged by the law of its own first day.
function beginning(value: unknown): string {
  const day = new Said(value).at('policy', 'in-force-from').text() ?? ''
  return FORMATS.date.wrong(day) ? '2026-01-01' : day
}

function failed(diagnostic: Diagnostic): Reading {
  return { policy: undefined, diagnostics: [diagnostic] }
}

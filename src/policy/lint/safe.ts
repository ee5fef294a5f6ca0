import { createHash } from 'node:crypto'
import type { Rules } from '../decide.ts'
import type { Diagnostic, LintCode } from '../diagnostic.ts'
import { lawOn } from '../law/index.ts'
import { Report } from '../syntax/report.ts'
import { Said } from '../syntax/said.ts'
import { policySchema } from '../syntax/schema/policy.ts'
import { checkShape } from '../syntax/shape.ts'
import { readTree, type Tree } from '../syntax/tree.ts'
import { safePurposes } from './safe-purposes.ts'
import { safeTrackers } from './safe-trackers.ts'
import { wordsOfSafety } from './safe-words.ts'

/** One place that is read otherwise than it is written, always so that less is allowed. */
export type SafeChange = {
  /** The finding behind it; undefined where the policy is only silent. */
  readonly code: LintCode | undefined
  /** Number of the published sentence. */
  readonly from: string | undefined
  readonly line: number
  /** How it is read, in English. */
  readonly what: string
}

/** Says that a place is read otherwise than it is written. */
export type Note = (at: Said, code: LintCode | undefined, what: string) => void

/** A policy read so that it may be run: enough to decide by, and never enough to publish. */
export type SafeReading = {
  /** What `decide` may obey; undefined when the file is no policy at all. */
  readonly rules: Rules | undefined
  readonly changes: readonly SafeChange[]
  /** Why the file could not be read; what law-lint finds is told by `readPolicy`. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads a policy with faulty wording as the law of a day lets it run: whatever is unclear, open or
 * not lawful becomes less, and what cannot be made safe is left out. It answers and never throws.
 */
export function readSafely(text: string, file: string, on: string): SafeReading {
  const report = new Report(file, text)
  const tree = readTree(text, report)
  if (tree) checkShape(policySchema, tree, report)
  if (!tree || report.hasErrors)
    return { rules: undefined, changes: [], diagnostics: report.diagnostics() }
  const changes: SafeChange[] = []
  const note: Note = (at, code, what) => {
    changes.push({ code, from: at.sentence, line: report.place(tree.range(at.path)).line, what })
  }
  const rules = rulesOf(tree, text, on, note, at => report.place(tree.range(at.path)).line)
  return { rules, changes, diagnostics: [] }
}

function rulesOf(
  tree: Tree,
  text: string,
  on: string,
  note: Note,
  lineOf: (at: Said) => number,
): Rules {
  const policy = new Said(tree.value)
  const law = lawOn(on)
  wordsOfSafety(policy, note)
  const purposes = safePurposes(policy, law, note, lineOf)
  return {
    version: createHash('sha256').update(text, 'utf8').digest('hex'),
    purposes: Object.fromEntries(purposes.map(purpose => [purpose.id, purpose])),
    trackers: safeTrackers(policy, purposes, law, note),
  }
}

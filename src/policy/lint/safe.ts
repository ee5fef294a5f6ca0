import { createHash } from 'node:crypto'
import type { Rules } from '../decide.ts'
import type { PersonRules } from '../decide-person.ts'
import type { Diagnostic, LintCode } from '../diagnostic.ts'
import { lawOn } from '../law/index.ts'
import { Report } from '../syntax/report.ts'
import { Said } from '../syntax/said.ts'
import { policySchema } from '../syntax/schema/policy.ts'
import { checkShape } from '../syntax/shape.ts'
import { readTree } from '../syntax/tree.ts'
import { safePersons } from './safe-persons.ts'
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
  /** What `decidePerson` may obey; undefined when the file is no policy at all. */
  readonly personRules: PersonRules | undefined
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
  if (!tree || report.hasErrors) return { ...NOTHING, diagnostics: report.diagnostics() }
  const changes: SafeChange[] = []
  const lineOf = (at: Said) => report.place(tree.range(at.path)).line
  const note: Note = (at, code, what) => {
    const change = { code, from: at.sentence, line: lineOf(at), what }
    if (!changes.some(({ line, what: said }) => line === change.line && said === what))
      changes.push(change)
  }
  const version = createHash('sha256').update(text, 'utf8').digest('hex')
  const [policy, law] = [new Said(tree.value), lawOn(on)]
  wordsOfSafety(policy, note)
  const purposes = safePurposes(policy, law, note, lineOf)
  const rules = {
    version,
    purposes: Object.fromEntries(purposes.map(purpose => [purpose.id, purpose])),
    trackers: safeTrackers(policy, purposes, law, note),
    // What may not be published contacts nobody.
    vendors: [],
  }
  const personRules = safePersons(policy, law, version, note, lineOf)
  return { rules, personRules, changes, diagnostics: [] }
}

const NOTHING = { rules: undefined, personRules: undefined, changes: [] } as const

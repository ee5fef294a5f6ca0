import { moment, type Span } from '../../base/time.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { spanOf } from '../lifetime.ts'
import { readSafely, type SafeChange, type SafeReading } from '../lint/safe.ts'
import { readPolicy } from '../read-policy.ts'
import type { Deciding } from './asked.ts'
import { explain } from './explain.ts'
import type { Explanation, Question } from './explanation.ts'
import { readFacts } from './facts.ts'
import { Source } from './source.ts'

/** What a policy file answers to a question, or why it answers nothing. */
export type Explained = {
  readonly explanation: Explanation | undefined
  /** How faulty wording was read; undefined when the file may be run as it is written. */
  readonly safe: readonly SafeChange[] | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** A file, a question, and what is known as a person writes it; `on` is the day, `2026-11-22`. */
export type ExplainAsk = {
  readonly text: string
  readonly file: string
  readonly on: string
  readonly question: Question
  readonly facts: unknown
}

/**
 * Why a policy file says yes or no. A file that may not be run as it is written is read safely.
 * Throws a `FactsError` when the facts cannot be read.
 */
export function explainText({ text, file, on, question, facts }: ExplainAsk): Explained {
  const { policy, diagnostics } = readPolicy(text, file, on)
  const safe = policy ? undefined : readSafely(text, file, on)
  const deciding = policy ?? (safe && decidingBy(text, safe))
  if (!deciding) return { explanation: undefined, safe: undefined, diagnostics }
  const known = readFacts(deciding, facts, moment(on))
  return {
    explanation: explain(deciding, text, question, known),
    safe: safe?.changes,
    diagnostics: [],
  }
}

const SHORTEST: Span = { count: 1, unit: 'day' }

// What may not be run as it is written promises nothing.
function decidingBy(text: string, { rules, personRules }: SafeReading): Deciding | undefined {
  if (!rules || !personRules) return undefined
  const lasts = new Source(text).said.at('consent', 'lasts').text() ?? ''
  return { rules, personRules, promises: [], consentFor: spanOf(lasts) ?? SHORTEST }
}

import type { Policy } from '../policy.ts'
import type { Path } from '../syntax/tree.ts'
import type { Question, Step } from './explanation.ts'
import type { Source } from './source.ts'

/** What decides: a policy, or what a safe reading of one leaves. */
export type Deciding = Pick<Policy, 'rules' | 'personRules' | 'promises' | 'consentFor'>

/** A question with what it is asked of. */
export type Asked = {
  readonly policy: Deciding
  readonly source: Source
  readonly question: Question
}

/** Where the purpose that is asked about is written. */
export function purposePath({ source, question }: Asked): Path {
  return source.item(['purposes'], 'id', question.purpose)
}

/** Ids of every purpose that anything is decided for. */
export function purposeIds({ rules, personRules }: Deciding): readonly string[] {
  return [...new Set([...Object.keys(rules.purposes), ...Object.keys(personRules.purposes)])]
}

/** One step, quoted from the file. */
export function stepAt(
  source: Source,
  path: Path,
  rule: string,
  step: Pick<Step, 'fact' | 'says' | 'verdict'>,
): Step {
  return { rule, ...source.at(path), ...step }
}

import type { LintCode } from '../diagnostic.ts'
import type { Law } from '../law/index.ts'
import type { Said } from '../syntax/said.ts'

/** One place where a policy says what may not be run. */
export type Finding = {
  readonly at: Said
  /** What is wrong here, in English, quoting the policy. */
  readonly message: string
  /** What to write instead. */
  readonly help: string
}

/** A rule of law-lint: finds its wording wherever it stands, whatever the file calls things. */
export type LintRule = {
  readonly code: LintCode
  /** The articles it rests on, as people cite them. */
  readonly article: string
  /** `law` is the law of the day; `on` is that day, `2026-11-22`. */
  find(policy: Said, law: Law, on: string): readonly Finding[]
}

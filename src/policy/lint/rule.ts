import type { LintCode } from '../diagnostic.ts'
import type { Law, Row } from '../law/index.ts'
import type { Said } from '../syntax/said.ts'

/** One place where a policy says what may not be run. */
export type Finding = {
  readonly at: Said
  /** What is wrong here, in English, quoting the policy. */
  readonly message: string
  /** What to write instead. */
  readonly help: string
  /** Rows of the law tables that this rests on; those that nobody confirmed are told. */
  readonly rests?: readonly (Row | undefined)[]
}

/** A rule of law-lint: finds its wording wherever it stands, whatever the file calls things. */
export type LintRule = {
  readonly code: LintCode
  /** The articles it rests on, as people cite them. */
  readonly article: string
  /** `law` is the law of the day; `on` is that day, `2026-11-22`. */
  readonly find: (policy: Said, law: Law, on: string) => readonly Finding[]
}

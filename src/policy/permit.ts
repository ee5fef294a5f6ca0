import type { Rule } from './decide.ts'

/** Proof that a rule allows one purpose; made only where it is decided. */
export class Minted<P extends string> {
  readonly #purpose: P
  readonly #rule: Rule

  constructor(purpose: P, rule: Rule) {
    this.#purpose = purpose
    this.#rule = rule
  }

  get purpose(): P {
    return this.#purpose
  }

  get rule(): Rule {
    return this.#rule
  }
}

import type { LintRule } from './rule.ts'

/** Every rule of law-lint, in the order of its code. */
export const LINT_RULES: readonly LintRule[] = []

import type { Words } from '../../base/lang.ts'
import type { LintCode } from '../diagnostic.ts'
import { DEVICE_WORDS } from './words/a-device.ts'
import { PEOPLE_WORDS } from './words/a-people.ts'
import { ASKING_WORDS } from './words/b-asking.ts'
import { TELLING_WORDS } from './words/b-telling.ts'
import { USING_WORDS } from './words/b-using.ts'

/** What a finding of law-lint means, for people who read no law. */
export type LintWords = {
  /** Why the wording may not be run. */
  readonly why: Words
  /** How Lupaus reads it instead, until somebody writes it better. */
  readonly safe: Words
}

/** The words of each code, theme by theme. */
const LINT_WORDS: Readonly<Record<LintCode, LintWords>> = {
  ...DEVICE_WORDS,
  ...PEOPLE_WORDS,
  ...ASKING_WORDS,
  ...USING_WORDS,
  ...TELLING_WORDS,
}

/** Why a wording may not be run, and its safe reading; undefined for a code without words. */
export function lintWords(code: string): LintWords | undefined {
  return Object.entries(LINT_WORDS).find(([known]) => known === code)?.[1]
}

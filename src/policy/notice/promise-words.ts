import { assert } from '../../base/assert.ts'
import type { Words } from '../../base/lang.ts'
import { PROVEN_SLUGS } from '../compile/proven.ts'
import { PROMISES } from './words/promises.ts'

/** A promise in our own words, first person, in every language; asserts that the slug is known. */
export function promiseWords(slug: string): Words {
  const words = PROMISES[slug]
  assert(words, `the promise ${slug} has words in every language`)
  return words
}

/** Whether a test of this version proves the promise, at least as far as what a policy must say. */
export function isProven(slug: string): boolean {
  return PROVEN_SLUGS.includes(slug)
}

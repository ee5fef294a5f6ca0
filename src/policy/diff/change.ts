import type { Words } from '../../base/lang.ts'

/** What kind of difference it is. */
export type ChangeKind =
  | 'wording'
  | 'narrower'
  | 'wider'
  | 'new-purpose'
  | 'removed-purpose'
  | 'new-controller'
  | 'new-vendor'
  | 'new-recipient'
  | 'new-transfer'
  | 'longer-lifetime'
  | 'shorter-lifetime'
  | 'right-harder'
  | 'right-easier'
  | 'basis'
  | 'law'

/** What follows from it: nothing, people are told before, or those who agreed are asked again. */
export type Consequence = 'nothing' | 'inform' | 'ask-again'

/** One difference between two versions of a policy. */
export type Change = {
  readonly kind: ChangeKind
  /** Where it is written: `purposes.analytics.collects.page_view.fields.query`. */
  readonly path: string
  readonly consequence: Consequence
  /** Ids of the purposes it touches. */
  readonly purposes: readonly string[]
  /** One sentence for people. */
  readonly words: Words
}

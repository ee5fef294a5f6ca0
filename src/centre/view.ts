import type { Lang } from '../base/lang.ts'
import type { Moment } from '../base/time.ts'
import type { ReceiptPayload } from '../consent/wire.ts'
import type { BannerWords, Facts, Policy } from '../policy/index.ts'
import type { BrowserSaid } from './browser.ts'
import type { Known } from './parts.ts'
import type { Pending } from './pending.ts'

/** What the page tells of the choice that was just made; each has a sentence `did.…`. */
export const DID = ['saved', 'narrowed', 'reset', 'unchanged', 'unkept', 'young', 'kept'] as const
export type Did = (typeof DID)[number]

/** Everything the privacy centre shows to one browser at one moment. */
export type CentreView = {
  readonly lang: Lang
  readonly now: Moment
  readonly policy: Policy
  /** The words that are shown, hashed and recorded with a choice made here. */
  readonly words: BannerWords
  readonly browser: BrowserSaid
  /** The verified receipt, if the browser carries one. */
  readonly receipt: ReceiptPayload | undefined
  readonly facts: Facts | undefined
  readonly known: readonly Known[]
  /** What has changed since the choice, so that it is asked again; undefined when nothing has. */
  readonly pending: Pending | undefined
  readonly token: string
  readonly did: Did | undefined
}

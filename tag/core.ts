import type { Lang } from '../src/base/lang.ts'
import type { ReceiptPayload, TagConfig } from '../src/consent/wire.ts'
import type { FieldValue } from './api.ts'
import type { Stage } from './banner.ts'
import type { Place } from './gate.ts'
import type { Hold } from './hold.ts'

/**
 * What the tag hands to a part of itself that it loads later. It goes to the module alone, past
 * `window`: no script of the page can ask for it.
 */
export type Core = Place & {
  readonly config: TagConfig
  readonly hold: Hold
  readonly lang: Lang
  /** Where layers are shown, once the page has been read. */
  readonly stage: () => Stage | undefined
  /** Erases what is not permitted, and tells everybody that what is permitted may have changed. */
  readonly changed: () => void
  /** Hosts that were permitted when the page was loaded. */
  readonly hosts: readonly string[]
  /** Reports an event, as `window.lupaus.track` does. */
  readonly track: (
    name: string,
    fields: Readonly<Record<string, FieldValue | undefined>>,
  ) => boolean
}

/** What stood when something was asked. */
export type Before = {
  readonly payload: ReceiptPayload | undefined
  readonly allowed: readonly string[]
}

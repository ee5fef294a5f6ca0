import type { Lang } from '../src/base/lang.ts'
import type { TagConfig } from '../src/consent/wire.ts'
import type { FieldValue } from './api.ts'
import type { Hold } from './hold.ts'

/**
 * What the tag hands to a part of itself that it loads later. It goes to the module alone, past
 * `window`: no script of the page can ask for it.
 */
export type Core = {
  readonly config: TagConfig
  readonly hold: Hold
  readonly lang: Lang
  /** Where the tag came from and answers to. */
  readonly origin: string
  /** The site sends its Content-Security-Policy itself. */
  readonly headers: boolean
  /** A person’s press: grants these purposes without these vendors; only for a trusted event. */
  readonly grant: (granted: readonly string[], without: readonly string[]) => Promise<boolean>
  /** Tells that a vendor's own script was put into the page. */
  readonly ran: (vendor: string) => void
  /** Reports an event, as `window.lupaus.track` does. */
  readonly track: (
    name: string,
    fields: Readonly<Record<string, FieldValue | undefined>>,
  ) => boolean
}

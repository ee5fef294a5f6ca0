/** A value that a field of an event may have. */
export type FieldValue = string | number | boolean

/** `window.lupaus`: what a page may ask of the tag. Nothing here throws. */
export type Lupaus = {
  /** Reports an event; true when the policy and the visitor's choice let it be sent. */
  track(name: string, fields?: Readonly<Record<string, FieldValue>>): boolean
  /** Whether this purpose is permitted now. */
  allows(purpose: string): boolean
  /** Opens the banner's second layer, or the first when the second cannot be fetched. */
  open(): void
  /** Refuses everything that asks for consent, or takes it back. */
  refuse(): void
  /** Keeps a value in local storage under a declared name, with its expiry; undefined removes it. */
  store(name: string, value: unknown): boolean
  /** The value kept by `store`, or undefined when there is none or it has lapsed. */
  read(name: string): unknown
  /** Products seen lately, newest first; empty unless personalisation is permitted. */
  seen(): readonly string[]
  /** How often each rule refused something since the page was loaded. */
  refusals(): Readonly<Record<string, number>>
}

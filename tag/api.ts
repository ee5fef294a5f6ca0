/** A value that a field of an event may have. */
export type FieldValue = string | number | boolean

/** What the visitor's choice is now, as the tag sees it. */
export type ConsentState = {
  /** First 16 digits of the policy's version. */
  readonly version: string
  /** Whether a choice stands, or a refusal waits for the server. */
  readonly decided: boolean
  /** Purposes that are asked for, and permitted now. */
  readonly granted: readonly string[]
  /** Purposes that the visitor, or a signal, refuses. */
  readonly refused: readonly string[]
  /** Vendors that are refused by name, or whose own opt-out is on. */
  readonly without: readonly string[]
  /** When the choice lapses, ISO 8601. */
  readonly until: string | undefined
  /** Signals that the browser sends: `gpc`, `dnt`. */
  readonly signals: readonly string[]
}

/** `window.lupaus`: what a page may ask of the tag. Nothing here throws. */
export type Lupaus = {
  readonly consent: {
    /**
     * Changes what is named and leaves the rest: a purpose, or `vendor:` and a vendor's id. A grant
     * counts only while the visitor presses something; a refusal always. True when all of it stands.
     */
    set(choice: Readonly<Record<string, boolean>>): Promise<boolean>
    /** Takes back these, or everything that asks for consent. */
    withdraw(keys?: readonly string[]): Promise<boolean>
    state(): ConsentState
  }
  /** Reports an event; true when the policy and the visitor's choice let it be sent. */
  track(name: string, fields?: Readonly<Record<string, FieldValue>>): boolean
  /** Whether this purpose, or `vendor:` and a vendor's id, is permitted now. */
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

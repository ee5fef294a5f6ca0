import type { VisitorIds } from '../consent/wire.ts'
import type { Signal, Source } from '../policy/index.ts'

/** A value as a client sends it, before it is looked at. */
export type Value = string | number | boolean

/** One event in our words, whichever client sent it and by whichever protocol. */
export type Happened = {
  /** Names the event for good, at most 128 characters: the same twice is kept once. */
  readonly id?: string
  readonly name: string
  /** Milliseconds before now that it happened, by the client's own count. */
  readonly agoMs: number
  readonly fields: Readonly<Record<string, Value>>
}

/** What a client says that a visitor chose: ids of purposes or categories. */
export type Claims = {
  readonly granted: readonly string[]
  readonly refused: readonly string[]
}

/** What a request tells of the device it came from. Held in memory, never kept. */
export type Signs = {
  readonly userAgent: string | undefined
  /** IP address of the visitor; undefined when only a server's is known. */
  readonly address: string | undefined
  readonly acceptLanguage?: string | undefined
  /** The `Sec-CH-UA` header. */
  readonly brands?: string | undefined
  /** The client said that a machine drives it. */
  readonly driven?: boolean
}

/** Events of one visitor as they came, whichever way. */
export type Sent = {
  readonly events: readonly Happened[]
  /** The declared source; undefined for the tag on a site of the policy. */
  readonly source: Source | undefined
  readonly receipt: string | undefined
  /** A no always counts; a yes only of a source that asserts consent, and never against the ledger. */
  readonly claims?: Claims
  /** The client's own id of this device or install, at most 128 characters; only keys made of it are kept. */
  readonly subject?: string | undefined
  readonly visitors: VisitorIds
  readonly visit: string | undefined
  readonly signals: readonly Signal[]
  /** Vendors whose own opt-out is on where it was sent; nobody when absent. */
  readonly without?: readonly string[] | undefined
  readonly signs: Signs
  /** Host of the page that sent it; empty when there is no page. */
  readonly host: string
}

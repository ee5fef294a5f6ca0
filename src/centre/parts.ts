import type { Json } from '../base/json.ts'
import type { Lang, Words } from '../base/lang.ts'
import type { Moment } from '../base/time.ts'
import type { ChoiceRefused } from '../consent/index.ts'
import type {
  ChoiceAnswer,
  ChoiceRequest,
  PurposeGroup,
  ReceiptPayload,
  VisitorIds,
} from '../consent/wire.ts'
import type { Clock } from '../platform/clock.ts'
import type { Http } from '../platform/http.ts'
import type { Log } from '../platform/log.ts'
import type { Change, Facts, Policy, Signal } from '../policy/index.ts'

/** What the server holds of one browser for one purpose group. */
export type Known = {
  readonly group: PurposeGroup
  readonly events: number
  /** UTC days of the first and the last event. */
  readonly firstDay: string | undefined
  readonly lastDay: string | undefined
  readonly recent: readonly Readonly<Record<string, string | number>>[]
}

/** An earlier choice of this browser, as it was recorded. */
export type PastChoice = {
  readonly at: Moment
  /** SHA-256 of the policy, whole or its first 16 digits. */
  readonly version: string
  readonly lang: Lang
  /** SHA-256 of the words shown, whole or its first 16 digits. */
  readonly words: string
  readonly granted: readonly string[]
  readonly refused: readonly string[]
  readonly without: readonly string[]
  readonly via: string
  readonly lapsesAt: Moment
}

/** All that is kept of one browser in one group, oldest first, without its keys. */
export type Copied = {
  readonly group: PurposeGroup
  /** How many there are; more than there are rows only beyond the limit of one copy. */
  readonly events: number
  readonly rows: readonly Readonly<Record<string, string>>[]
}

/** One term of a version: from when, until when if another is published, and how it came to be. */
export type VersionTerm = {
  /** Grows with each publication. */
  readonly term: number
  readonly version: string
  readonly label: string
  readonly inForceFrom: Moment
  /** At or before `inForceFrom` when it was called off before it began. */
  readonly until: Moment | undefined
  /** Against the version before; undefined for the first, and where nobody compared. */
  readonly changes: readonly Change[] | undefined
  /** When and how people were told before. */
  readonly informed: { readonly on: string; readonly how: 'site' | 'email' | 'post' } | undefined
  readonly seal:
    | { readonly statement: string; readonly signature: string; readonly publicKey: string }
    | undefined
}

/** The latest evidence on one promise. */
export type Seen = {
  readonly promise: string
  readonly kept: boolean
  readonly saw: Words
  readonly at: Moment
  /** Number of the entry in the audit log. */
  readonly entry: number
}

/** What the centre is made of; `app.ts` hands it the doors of the slices. */
export type CentreParts = {
  readonly clock: Clock
  readonly log: Pick<Log, 'error'>
  /** The address people know us by, without a path: `https://shop.example`. */
  readonly origin: () => string
  /** The policy in force. */
  readonly policy: () => Policy
  readonly consent: {
    choose(
      request: ChoiceRequest,
      options?: { readonly isProbe?: boolean },
    ): Promise<ChoiceAnswer | ChoiceRefused>
    readReceipt(token: string): ReceiptPayload | undefined
    factsOf(token: string | undefined, signals: readonly Signal[]): Facts | undefined
    /** The words behind a hash, or behind its first 16 digits, as they were shown. */
    wordsShown(sha256: string): Promise<Json | undefined>
    /** The choices behind a receipt, newest first; of a refusal nothing tells whose it was. */
    pastChoices(token: string | undefined): Promise<readonly PastChoice[]>
    /** What was shown with a choice and where the log has it; undefined when nobody can tell. */
    proofOf(token: string): Promise<Json | undefined>
    /** Resolves when no erasure is under way. */
    settled(): Promise<void>
    /** Signs the hidden tokens of forms. */
    readonly formKey: Uint8Array
  }
  /** Versions, whole or their first 16 digits, that choices and events on record refer to. */
  versionsUsed(): Promise<readonly string[]>
  knownAbout(visitors: VisitorIds): Promise<readonly Known[]>
  copyOf(visitors: VisitorIds): Promise<readonly Copied[]>
  /** Writes an erasure down; answers its certificate and the number of the entry in the log. */
  certify(
    details: Readonly<Record<string, Json>>,
  ): Promise<{ readonly certificate: string; readonly entry: number }>
  readonly versions: {
    /** Every term of every version, newest first. */
    list(): Promise<readonly VersionTerm[]>
    /** The text of any version that ever was published. */
    text(version: string): Promise<string | undefined>
    /** The notice as it was rendered when the version was published, if it is whole. */
    notice(
      version: string,
      lang: Lang,
    ): Promise<{ readonly title: string; readonly html: string } | undefined>
    /** The key that signs, as PEM. */
    readonly publicKey: string
  }
  sightings(): Promise<readonly Seen[]>
  /** The server that has the routes, so that a probe can send real requests through it. */
  readonly http: Pick<Http, 'inject'>
}

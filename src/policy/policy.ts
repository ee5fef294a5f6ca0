import type { Lang, Words } from '../base/lang.ts'
import type { Span } from '../base/time.ts'
import type { PersonRules } from './decide-person.ts'
import type { Basis, Rules, Signal } from './decide.ts'
import type { DOCUMENT_KINDS } from './syntax/schema/head.ts'
import type { PolicyText } from './syntax/schema/policy.ts'
import type {
  Aim,
  Category,
  EventName,
  Assertion,
  FieldName,
  HelpTopic,
  Service,
  SourceKind,
  Store,
  TrackerUse,
} from './vocabulary.ts'

/** A policy that compiled: what notices print, what the banner asks, what `decide` obeys. */
export type Policy = {
  readonly id: string
  /** The company's own label for this version, a date: `2026-11-22`. */
  readonly label: string
  /** SHA-256 of the file, hexadecimal: what every receipt and event refers to. */
  readonly version: string
  readonly inForceFrom: string
  readonly reviewBy: string
  readonly languages: readonly Lang[]
  readonly controller: Controller
  readonly authority: AuthorityId
  readonly sites: readonly Site[]
  readonly categories: readonly CategoryRange[]
  readonly purposes: readonly Purpose[]
  readonly trackers: readonly Tracker[]
  readonly vendors: readonly Vendor[]
  readonly signals: readonly SignalRule[]
  /** How long a choice holds before the visitor is asked again. */
  readonly consentFor: Span
  readonly links: readonly HelpLink[]
  /** Which document it is. */
  readonly kind: DocumentKind
  /** Everything the file says, checked: what notices and registers print beyond the device. */
  readonly said: PolicyText
  /** Slugs of the promises this policy makes, in the order of the table. */
  readonly promises: readonly PromiseUse[]
  readonly rules: Rules
  /** The same for apps, where a purpose may have a basis of its own. */
  readonly appRules: Rules
  /** From where events are taken; empty when only from the tag on the own sites. */
  readonly sources: readonly Source[]
  /** What it allows with data on known people. */
  readonly personRules: PersonRules
}

export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export type AuthorityId = 'fi-data-protection-ombudsman'

export type Controller = {
  readonly name: string
  readonly businessId: string
  readonly street: string
  readonly postalCode: string
  readonly city: Words
  readonly country: string
  readonly email: string
  readonly website: string
}

export type Site = {
  readonly id: string
  readonly kind: 'own-site'
  readonly name: string
  /** Host names, a port only where it is not the usual one. */
  readonly hosts: readonly string[]
}

/** Something that sends events, and what it may assert. */
export type Source = {
  readonly id: string
  readonly kind: SourceKind
  /** A public word, or `sha256:` and the SHA-256 of a secret. */
  readonly key: string
  /** Id of the site or app that it speaks for. */
  readonly site: string | undefined
  /** Whose purposes' bases count: those for web sites, or those for apps. */
  readonly channel: 'web' | 'app'
  /** Id of the source of data, or of the vendor, whose site it is; only for a partner. */
  readonly partner: string | undefined
  /** Id of the rule under `machines`; only for machines. */
  readonly machines: string | undefined
  readonly asserts: readonly Assertion[]
  readonly line: number
}

export type CategoryRange = {
  readonly category: Category
  readonly shortest: Span
  readonly longest: Span
}

export type Purpose = {
  readonly id: string
  readonly category: Category
  readonly basis: Basis
  readonly aims: readonly Aim[]
  readonly services: readonly Service[]
  readonly collects: readonly { readonly event: EventName; readonly fields: readonly FieldName[] }[]
  readonly vendors: readonly string[]
  /** Whether visits are counted with nothing on the device and no key that outlives the day. */
  readonly withoutIdentity: boolean
  readonly line: number
}

export type Tracker = {
  readonly id: string
  readonly name: string
  readonly store: Store
  readonly party: 'first' | 'third'
  /** Id of the vendor behind it; undefined when it is the controller itself. */
  readonly vendor: string | undefined
  readonly purpose: string
  readonly category: Category
  readonly use: TrackerUse
  /** The service the visitor asked for; only for trackers that need no consent. */
  readonly service: Service | undefined
  /** `session` ends when the browser closes. */
  readonly lifetime: Span | 'session'
  /** Renewed at each visit, but never past this span from the first setting. */
  readonly rollingUpTo: Span | undefined
  /** How long browsers really keep it from each setting, where that is shorter than its lifetime. */
  readonly kept: Span | undefined
  readonly line: number
}

export type Vendor = {
  readonly id: string
  readonly name: string
  readonly company: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly hosts: readonly string[]
  readonly privacy: string
  readonly optOut: string | undefined
  /** Page of its settings for privacy and advertising. */
  readonly settings: string | undefined
  /** Who contacts it: the visitor's browser, or only our server, which strips what it hands on. */
  readonly through: 'browser' | 'server'
  /** Id of its entry in `vendors/`, where it has one. */
  readonly catalogue: string | undefined
  /** Whether data may go where it is: inside the Union, or under a mechanism that holds. */
  readonly transferred: boolean
}

export type SignalRule = {
  readonly signal: Signal
  /** Purpose ids it refuses. */
  readonly refuses: readonly string[]
  readonly line: number
}

export type HelpLink = {
  readonly topic: HelpTopic
  readonly name: string
  readonly urls: Words
}

export type PromiseUse = {
  readonly slug: string
  readonly line: number
  /** The place that makes it: `purposes.analytics`, `retention.calls`. */
  readonly rule: string
}

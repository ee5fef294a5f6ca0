import type { Words } from '../../base/lang.ts'
import type { Span } from '../../base/time.ts'

/** What every row of the law tables says: where the rule stands, since when, and how sure we are. */
export interface Row {
  readonly id: string
  /** The act, by the id of its own row: `2016/679`, `917/2014`; none where no act says it. */
  readonly act?: string
  /** A short citation: `GDPR 12(3)`. */
  readonly article: string
  /** The first day it is in force. */
  readonly validFrom: string
  /** The last day it was in force. */
  readonly validUntil?: string
  /** Where the figure was read. */
  readonly source: string
  /** Whether somebody read it in the act itself, or measured it. */
  readonly confirmed: boolean
  readonly note?: string
}

/** A length of time that the law, or a browser, sets. */
export interface Term extends Row {
  readonly is: 'term'
  readonly span: Span
  /** What it is counted from. */
  readonly from: string
}

/** From how many years a child's own consent is enough; without a country, where none is set. */
export interface Age extends Row {
  readonly is: 'age'
  readonly country?: string
  readonly years: number
}

/** A ground on which a request may be refused, or answered for a fee. */
export interface Ground extends Row {
  readonly is: 'ground'
  /** The ground as a policy names it: `rights-of-others`. Two acts may each give it a row. */
  readonly ground: string
  readonly rights: readonly string[]
  readonly allows: readonly ('refusal' | 'fee')[]
  readonly names: Words
}

/** One condition of a rule that has several: all of them must hold. */
export interface Condition extends Row {
  readonly is: 'condition'
  readonly of: string
  readonly names: Words
}

/** One item of a list that the law closes: a checklist, the contents of a contract. */
export interface Item extends Row {
  readonly is: 'item'
  readonly of: string
  /** What it is about; items of several checklists share the word: `recipients`. */
  readonly about: string
  readonly names: Words
}

/** A way to send personal data outside the EEA, by the name that a policy uses. */
export interface Mechanism extends Row {
  readonly is: 'mechanism'
  readonly names: Words
}

/** Countries, by ISO 3166 code. */
export interface Countries extends Row {
  readonly is: 'countries'
  readonly countries: readonly string[]
}

/** The Commission's decision that a country protects personal data well enough. */
export interface Adequacy extends Row {
  readonly is: 'adequacy'
  readonly country: string
  /** Number of the decision in the Official Journal. */
  readonly decision: string
  /** When the decision covers only some recipients: which. */
  readonly only?: Words
}

/** An act under one name; a new name is a new row. */
export interface ActRow extends Row {
  readonly is: 'act'
  readonly names: Words
  /** Other names and numbers it goes by. */
  readonly also?: readonly string[]
  readonly repealedBy?: string
  readonly replacedBy?: readonly string[]
}

/** A day on which law or guidance changed: what was written before has been read again since. */
export interface Landmark extends Row {
  readonly is: 'landmark'
  readonly topics: readonly string[]
  readonly names: Words
}

/** Whom a person may complain to. */
export interface Authority extends Row {
  readonly is: 'authority'
  readonly country: string
  readonly names: Words
  readonly sites: Words
  readonly post: Words
  readonly phone: string
  readonly email: string
}

/** A row of any kind; `is` tells which. */
export type AnyRow =
  | Term
  | Age
  | Ground
  | Condition
  | Item
  | Mechanism
  | Countries
  | Adequacy
  | ActRow
  | Landmark
  | Authority

/** One theme of the law, with the person who answers for it and the day it must be read again. */
export interface LawTable {
  readonly name: string
  readonly owner: string
  readonly reviewBy: string
  readonly rows: readonly AnyRow[]
}

import type { Lang } from '../../base/lang.ts'
import type { Link } from './say.ts'

/** A name that is code, such as a cookie's. */
type Code = { readonly code: string }

/** Running text: words, links and names. */
export type Text = readonly (string | Link | Code)[]

/** Slugs of the promises that a block rests on, of those the policy makes. */
type Resting = { readonly promises: readonly string[] }

/** One entry of a list. */
export type Item = { readonly text: Text } & Resting

export type Fact = { readonly term: string; readonly text: Text }

/** A table; the first cell of each row names the row. */
export type Table = {
  readonly caption: string
  readonly columns: readonly string[]
  /** Set where the columns are those of trackers, which have widths of their own. */
  readonly of?: 'trackers'
  readonly rows: readonly (readonly Text[])[]
}

/** The smallest part of a notice that says something. */
export type Block =
  | ({ readonly kind: 'text'; readonly text: Text } & Resting)
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | ({ readonly kind: 'facts'; readonly facts: readonly Fact[] } & Resting)
  | ({ readonly kind: 'table'; readonly table: Table } & Resting)

export type Section = {
  /** The same in every language, so that a link survives a change of language. */
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
  readonly parts: readonly Section[]
  /** Set apart from the rest, so that nobody overlooks it. */
  readonly apart?: true
}

/** A notice as a document, before it is HTML, Markdown or plain text. */
export type Notice = {
  readonly lang: Lang
  readonly title: string
  readonly description: string
  readonly siteName: string
  /** Where relative links lead when the notice is read outside the site. */
  readonly origin: string
  readonly dated: Item
  readonly lead: string
  /** Title of the list of contents. */
  readonly contents: string
  readonly short: Section
  readonly sections: readonly Section[]
}

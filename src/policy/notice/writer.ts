import type { Lang } from '../../base/lang.ts'
import type { Policy } from '../policy.ts'
import type { HelpTopic } from '../vocabulary.ts'
import type { Block, Fact, Item, Section, Table, Text } from './model.ts'
import { say, sayLinked, type Values } from './say.ts'
import type { Key } from './words/catalogue.ts'

/** Writes the blocks of one notice: one policy, one language. */
export type Writer = {
  readonly policy: Policy
  readonly lang: Lang
  /** One message, filled in. */
  readonly say: (key: Key, values?: Values) => string
  /** A paragraph of messages that rests on these promises. */
  readonly text: (rests: readonly string[], ...texts: readonly (string | Text)[]) => Block
  readonly item: (rests: readonly string[], text: string | Text) => Item
  readonly facts: (rests: readonly string[], facts: readonly Fact[]) => Block
  readonly table: (rests: readonly string[], table: Table) => Block
  /** What is said only by a policy that makes this promise: nothing where it does not. */
  readonly promised: <T>(slug: string, said: T) => readonly T[]
  /** A message with links: to our own pages by name, and to those given. */
  readonly linked: (key: Key, values?: Values, links?: Readonly<Record<string, string>>) => Text
}

const OWN_PAGES = { choices: '/privacy', promises: '/promises' } as const

/** Makes the writer of a policy's notice in one language. */
export function writer(policy: Policy, lang: Lang): Writer {
  const made = new Set(policy.promises.map(({ slug }) => slug))
  const cite = (rests: readonly string[]) => rests.filter(slug => made.has(slug))
  return {
    policy,
    lang,
    say: (key, values) => say(lang, key, values),
    text: (rests, ...texts) => ({ kind: 'text', text: joined(texts), promises: cite(rests) }),
    item: (rests, text) => ({ text: textOf(text), promises: cite(rests) }),
    facts: (rests, facts) => ({ kind: 'facts', facts, promises: cite(rests) }),
    table: (rests, table) => ({ kind: 'table', table, promises: cite(rests) }),
    promised: (slug, said) => (made.has(slug) ? [said] : []),
    linked: (key, values, links) => sayLinked(lang, key, { ...OWN_PAGES, ...links }, values),
  }
}

/** A section of blocks, with no parts. */
export function section(id: string, title: string, blocks: readonly Block[]): Section {
  return { id, title, blocks, parts: [] }
}

/** One line of facts; nothing where there is nothing to say. */
export function fact(term: string, text: string | Text | undefined): Fact[] {
  return text === undefined || text.length === 0 ? [] : [{ term, text: textOf(text) }]
}

/** The policy's help links on a topic, in the writer's language; nothing when it has none. */
export function helpBlocks(w: Writer, topic: HelpTopic): Block[] {
  const links = w.policy.links.filter(link => link.topic === topic)
  if (links.length === 0) return []
  const rests = ['notice.help-links']
  const items = links.map(({ name, urls }) => w.item(rests, [{ text: name, href: urls[w.lang] }]))
  return [w.text(rests, w.say(`topic.${topic}`)), { kind: 'list', items }]
}

/** The first letter large, as the language has it. */
export function capital(lang: Lang, text: string): string {
  return text.slice(0, 1).toLocaleUpperCase(lang) + text.slice(1)
}

function joined(texts: readonly (string | Text)[]): Text {
  return texts.flatMap((text, at) => (at === 0 ? textOf(text) : [' ', ...textOf(text)]))
}

function textOf(text: string | Text): Text {
  return typeof text === 'string' ? [text] : text
}

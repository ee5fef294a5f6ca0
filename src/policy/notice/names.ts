import { spanOf } from '../lifetime.ts'
import type { Policy } from '../policy.ts'
import { lifetimeWords, type LifetimeCase } from './lifetime.ts'
import type { Text } from './model.ts'
import { purposeName } from './purpose-words.ts'
import { eachLang, eitherOf, listed } from './say.ts'
import { capital, type Writer } from './writer.ts'

type Said = Policy['said']
export type PurposeSaid = Said['purposes'][number]
export type GroupSaid = NonNullable<Said['data']>[number]
export type RetentionSaid = NonNullable<Said['retention']>[number]

/** What a table says where there is nothing to say. */
export const NOTHING: Text = ['–']

/** Words as a cell or a fact: joined as the language joins them, the first letter large. */
export function series(w: Writer, words: readonly string[]): string {
  return capital(w.lang, listed(w.lang, [...new Set(words)]))
}

/** As `series`, or the sign for nothing. */
export function cell(w: Writer, words: readonly string[] | undefined): Text {
  return words === undefined || words.length === 0 ? NOTHING : [series(w, words)]
}

/** Words of which any one is enough, or the sign for nothing. */
export function either(w: Writer, words: readonly string[] | undefined): Text {
  if (words === undefined || words.length === 0) return NOTHING
  return [capital(w.lang, eitherOf(w.lang, words))]
}

/** The name of a purpose as a heading: its own, that of its category, or its aims. */
export function purposeTitle(w: Writer, purpose: PurposeSaid): string {
  if (purpose.name) return capital(w.lang, purpose.name[w.lang])
  const device = w.policy.purposes.find(({ id }) => id === purpose.id)
  if (device) return purposeName(w.policy, device, w.lang)
  return series(
    w,
    purpose.aims.map(aim => w.say(`aim.${aim}.title`)),
  )
}

/** Purposes by their ids, as one cell; several are parted by semicolons, for names have commas. */
export function purposeTitles(w: Writer, ids: readonly string[]): string {
  const found = w.policy.said.purposes.filter(({ id }) => ids.includes(id))
  return many(w, [...new Set(found.map(purpose => purposeTitle(w, purpose)))])
}

/** The name of a group of data: its own, or its number in the notice. */
export function groupTitle(w: Writer, group: GroupSaid): string {
  if (group.name) return capital(w.lang, group.name[w.lang])
  const at = (w.policy.said.data ?? []).indexOf(group)
  return w.say('data.group', { n: at + 1 })
}

/** Groups of data by their ids, each a link to its own part of the notice. */
export function groupLinks(w: Writer, ids: readonly string[] | undefined): Text {
  const found = (w.policy.said.data ?? []).filter(({ id }) => ids?.includes(id))
  if (found.length === 0) return NOTHING
  return found.flatMap((group, at) => {
    const link = { text: groupTitle(w, group), href: `#data-${group.id}` }
    return at === 0 ? [link] : ['; ', link]
  })
}

/** Groups of data by their ids, in words alone. */
export function groupTitles(w: Writer, ids: readonly string[]): string {
  const found = (w.policy.said.data ?? []).filter(({ id }) => ids.includes(id))
  return many(
    w,
    found.map(group => groupTitle(w, group)),
  )
}

/** The name of a vendor, or of the controller where the policy says `self`. */
export function partyName(w: Writer, id: string): string {
  return w.policy.vendors.find(vendor => vendor.id === id)?.name ?? w.policy.controller.name
}

/** The name of a country in the writer's language. */
export function countryName(w: Writer, code: string): string {
  return REGIONS[w.lang].of(code) ?? code
}

const REGIONS = eachLang(locale => new Intl.DisplayNames(locale, { type: 'region' }))

/** A span of the policy file in words; throws when it was not checked. */
export function spanWords(w: Writer, text: string, grammar?: LifetimeCase): string {
  const span = spanOf(text)
  if (!span) throw new Error('bug: a length of time was not checked')
  return lifetimeWords(span, w.lang, grammar)
}

/** How long a rule keeps, and from when. */
export function termWords(w: Writer, { keep, after }: RetentionSaid): string {
  const from = w.say(`anchor.${after}.from`)
  return w.say('keeping.term.text', { keep: spanWords(w, keep), from })
}

/** The term of a rule by its id, with the outcome it holds for; nothing when there is none. */
export function termOf(w: Writer, id: string | undefined): string | undefined {
  const rule = (w.policy.said.retention ?? []).find(held => held.id === id)
  if (!rule) return undefined
  const term = termWords(w, rule)
  if (rule.outcome === undefined) return term
  return w.say('keeping.outcome', { what: term, outcome: w.say(`outcome.${rule.outcome}`) })
}

/** The number in a count such as `50 people`. */
export function countOf(text: string): number {
  return Number.parseInt(text, 10)
}

// Only the first begins with a large letter: the rest stand within a line.
function many(w: Writer, names: readonly string[]): string {
  const [first = '', ...rest] = names
  const low = rest.map(name => name.slice(0, 1).toLocaleLowerCase(w.lang) + name.slice(1))
  return [first, ...low].join('; ')
}

import { IntlMessageFormat } from 'intl-messageformat'
import type { Lang } from '../../base/lang.ts'
import { CATALOGUE, type Key } from './words/catalogue.ts'

/** Values that a message may name. */
export type Values = Readonly<Record<string, string | number>>

/** A link inside a sentence. */
export type Link = { readonly text: string; readonly href: string }

/** One message of the catalogue in one language, its values filled in. */
export function say(lang: Lang, key: Key, values: Values = {}): string {
  return String(message(lang, key).format(values))
}

/** As `say`, where `<name>words</name>` in the message becomes a link to `links.name`. */
export function sayLinked(
  lang: Lang,
  key: Key,
  links: Readonly<Record<string, string>>,
  values: Values = {},
): readonly (string | Link)[] {
  const made = Object.entries(links).map(([name, href]) => [
    name,
    (words: readonly (string | Link)[]): Link => ({ text: words.map(plain).join(''), href }),
  ])
  const said = message(lang, key).format<Link>({ ...values, ...Object.fromEntries(made) })
  return Array.isArray(said) ? said : [said]
}

/** `a, b and c` as the language joins them. */
export function listed(lang: Lang, items: readonly string[]): string {
  return ALL_OF[lang].format(items)
}

/** `a, b or c` as the language joins them. */
export function eitherOf(lang: Lang, items: readonly string[]): string {
  return ANY_OF[lang].format(items)
}

/** The locale whose numbers, dates and lists a language follows here: all three of Finland. */
export const LOCALES = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const

/** Something for each language; what `Intl` makes is slow to make, so it is made once. */
export function eachLang<T>(make: (locale: string) => T): Readonly<Record<Lang, T>> {
  return { fi: make(LOCALES.fi), sv: make(LOCALES.sv), en: make(LOCALES.en) }
}

const ALL_OF = eachLang(locale => new Intl.ListFormat(locale, { type: 'conjunction' }))
const ANY_OF = eachLang(locale => new Intl.ListFormat(locale, { type: 'disjunction' }))

const parsed = new Map<string, IntlMessageFormat>()

function message(lang: Lang, key: Key): IntlMessageFormat {
  const id = `${lang} ${key}`
  const known = parsed.get(id)
  if (known) return known
  const made = new IntlMessageFormat(CATALOGUE[lang][key], LOCALES[lang])
  parsed.set(id, made)
  return made
}

function plain(part: string | Link): string {
  return typeof part === 'string' ? part : part.text
}

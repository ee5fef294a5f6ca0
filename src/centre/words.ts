import { IntlMessageFormat } from 'intl-messageformat'
import type { Lang } from '../base/lang.ts'
import { dayOf, momentOf, type Moment } from '../base/time.ts'
import { type CentreKey, type CentreWords, en } from './words/en.ts'
import { fi } from './words/fi.ts'
import { sv } from './words/sv.ts'

const CATALOGUE: Readonly<Record<Lang, CentreWords>> = { fi, sv, en }
const LOCALES = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const

/** Where the controllers of this system live; pages say so where a clock time is shown. */
const TIME_ZONE = 'Europe/Helsinki'

export type Values = Readonly<Record<string, string | number>>

/** Speaks one language: words by key, with counts and names put in and numbers in its own style. */
export type Say = (key: CentreKey, values?: Values) => string

const spoken: Readonly<Record<Lang, Map<CentreKey, IntlMessageFormat>>> = {
  fi: new Map(),
  sv: new Map(),
  en: new Map(),
}

/** The words of one language. A missing value in a sentence throws. */
export function sayIn(lang: Lang): Say {
  return (key, values) => String(formatOf(lang, key).format({ ...values }))
}

/** Names a list as the language does: `a, b and c`. */
export function listed(lang: Lang, names: readonly string[]): string {
  return new Intl.ListFormat(LOCALES[lang], { type: 'conjunction' }).format(names)
}

/** The name of a language in another: `Swedish`. */
export function languageIn(lang: Lang, named: Lang): string {
  return new Intl.DisplayNames(LOCALES[lang], { type: 'language' }).of(named) ?? named
}

/** The name of a country by its code: `Finland`. */
export function countryIn(lang: Lang, code: string): string {
  return new Intl.DisplayNames(LOCALES[lang], { type: 'region' }).of(code) ?? code
}

/** A UTC calendar day in words: `22 November 2026`. */
export function dayIn(lang: Lang, at: Moment): string {
  return new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: 'long', timeZone: 'UTC' }).format(at)
}

/** A day and a clock time in Finnish time. */
export function timeIn(lang: Lang, at: Moment): string {
  return new Intl.DateTimeFormat(LOCALES[lang], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: TIME_ZONE,
  }).format(at)
}

/** How long ago, in the largest unit that fits: `3 hours ago`. */
export function agoIn(lang: Lang, at: Moment, now: Moment): string {
  const seconds = Math.max(0, Math.round((now - at) / 1000))
  const speak = new Intl.RelativeTimeFormat(LOCALES[lang], { numeric: 'auto' })
  if (seconds < 60) return speak.format(-seconds, 'second')
  if (seconds < 3600) return speak.format(-Math.floor(seconds / 60), 'minute')
  if (seconds < 86_400) return speak.format(-Math.floor(seconds / 3600), 'hour')
  return speak.format(-Math.floor(seconds / 86_400), 'day')
}

/** A date the policy or a store wrote (`2026-11-22`) in words; anything else as it stands. */
export function dateTextIn(lang: Lang, text: string): string {
  const at = Date.parse(`${text.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(at)) return text
  return dayOf(momentOf(at)) === text.slice(0, 10) ? dayIn(lang, momentOf(at)) : text
}

function formatOf(lang: Lang, key: CentreKey): IntlMessageFormat {
  const known = spoken[lang].get(key)
  if (known) return known
  const made = new IntlMessageFormat(CATALOGUE[lang][key], LOCALES[lang])
  spoken[lang].set(key, made)
  return made
}

import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { IntlProvider, useIntl } from 'react-intl'
import { isLang, pickLang, type Lang } from '../src/base/lang.ts'
import { en, type WordKey } from './words/en.ts'
import { fi } from './words/fi.ts'
import { sv } from './words/sv.ts'

const BOOKS = { fi, sv, en } as const
// Numbers and days as they are written in Finland, and in English as in Britain.
const LOCALES = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const
const KEPT_AS = 'lupaus-console-language'

const Choice = createContext<{ lang: Lang; choose: (lang: Lang) => void }>({
  lang: 'fi',
  choose: () => undefined,
})

/** Gives the console its words: the language chosen here before, else the browser's. */
export function LangProvider({ children }: { readonly children: ReactNode }) {
  const [lang, setLang] = useState<Lang>(firstLang)
  useEffect(() => {
    document.documentElement.lang = lang
  }, [lang])
  const choice = useMemo(
    () => ({
      lang,
      choose: (next: Lang) => {
        localStorage.setItem(KEPT_AS, next)
        setLang(next)
      },
    }),
    [lang],
  )
  return (
    <Choice value={choice}>
      <IntlProvider locale={LOCALES[lang]} messages={BOOKS[lang]} defaultLocale="fi-FI">
        {children}
      </IntlProvider>
    </Choice>
  )
}

/** The language in use, and how to choose another. */
export function useLang() {
  return useContext(Choice)
}

/** Words, numbers, money and days as the language writes them. */
export function useWords() {
  const intl = useIntl()
  return useMemo(
    () => ({
      t: (id: WordKey, values?: Record<string, string | number>) =>
        intl.formatMessage({ id }, values),
      /** The words for a key that comes from the server, if there are any. */
      known: (id: string) => (isWord(id) ? intl.formatMessage({ id }) : undefined),
      number: (value: number) => intl.formatNumber(value),
      percent: (share: number) =>
        intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 0 }),
      money: (value: number, currency: string) =>
        currency === ''
          ? intl.formatNumber(value)
          : intl.formatNumber(value, { style: 'currency', currency }),
      day: (day: string) => intl.formatDate(day, { dateStyle: 'medium', timeZone: 'UTC' }),
      shortDay: (day: string) =>
        intl.formatDate(day, { day: 'numeric', month: 'numeric', timeZone: 'UTC' }),
      language: (tag: string) => languageName(intl.locale, tag),
    }),
    [intl],
  )
}

function firstLang(): Lang {
  const kept = localStorage.getItem(KEPT_AS)
  return isLang(kept) ? kept : pickLang(navigator.languages.join(','))
}

function isWord(id: string): id is WordKey {
  return Object.hasOwn(en, id)
}

function languageName(locale: string, tag: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

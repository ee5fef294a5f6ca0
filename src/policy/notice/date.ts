import type { Lang } from '../../base/lang.ts'
import { moment } from '../../base/time.ts'
import { eachLang } from './say.ts'

/** A day as the language writes it: 22. marraskuuta 2026. Throws a RangeError for no date. */
export function dateWords(isoDay: string, lang: Lang): string {
  return DAYS[lang].format(moment(isoDay))
}

const DAYS = eachLang(
  locale => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
)

import type { Lang } from '../../base/lang.ts'
import { moment } from '../../base/time.ts'
import { LOCALES } from './say.ts'

/** A day as the language writes it: 22. marraskuuta 2026. Throws a RangeError for no date. */
export function dateWords(isoDay: string, lang: Lang): string {
  const form = new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: 'long', timeZone: 'UTC' })
  return form.format(moment(isoDay))
}

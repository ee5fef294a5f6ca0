import type { Lang } from '../src/base/lang.ts'

const LOCALES = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-IE' } as const
const FORMATS = {
  fi: new Intl.NumberFormat(LOCALES.fi, { style: 'currency', currency: 'EUR' }),
  sv: new Intl.NumberFormat(LOCALES.sv, { style: 'currency', currency: 'EUR' }),
  en: new Intl.NumberFormat(LOCALES.en, { style: 'currency', currency: 'EUR' }),
}

/** A price in euros, written as the language writes it: `39,90 €`, `€39.90`. */
export function price(cents: number, lang: Lang): string {
  return FORMATS[lang].format(cents / 100)
}

/** A price as a plain number for events: `39.90`. */
export function euros(cents: number): string {
  return (cents / 100).toFixed(2)
}

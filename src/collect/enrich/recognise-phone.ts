import { isTradeItem } from './check-digits.ts'
import type { Manner, Mask } from './kinds.ts'

/** `+358 40 123 4567`, `+46(0)70-123 45 67`: eight to fifteen digits after the plus. */
const WITH_PLUS = /(?<!\+)\+ ?[1-9](?:[ ()./-]{0,3}\d){7,14}(?!\d)/g
/** `00358401234567`; only before codes of our neighbours and a few more, for `18.00 23.11.2026`. */
const WITH_ZEROS =
  /(?<![\d:.,])00 ?(?:358|46|47|45|372|371|370|354|49|44|48|33|34|39|31|1|7)(?:[ ()-]{0,3}\d){6,12}(?!\d)/g
/** Finnish mobile numbers: 04x and 050. */
const MOBILE = /(?<!\d|\d[.,])0(?:4\d|50)(?:[ ()./+-]{0,2}\d){6,8}(?!\d)/g
const SWEDISH_MOBILE = /(?<!\d|\d[.,])07[02369](?:[ /-]{0,2}\d){7}(?!\d)/g
/** An area code of Finland, or Stockholm's, and a number apart from it. */
const LANDLINE =
  /(?<!\d|\d[ .,:/-])\(?0(?:[2-9]|1[3-9])\)?[ -]\d{3,4}(?: ?\d{2,4}){1,2}(?!\d|[.-]\d)/g
/** A code with a dash and a number after it is commoner than a landline written so. */
const APART = /[ -]/

/**
 * Masks phone numbers of Finland and Sweden as people write them, and any number with its country.
 * Not libphonenumber: it wants one number, not a text; it takes 100 KB, and bare digits for numbers.
 */
export function maskPhones(text: string, manner: Manner, mask: Mask): string {
  const phone = () => mask('phone')
  const sure = (found: string) => (manner === 'code' && !APART.test(found) ? found : phone())
  const rest = text
    .replaceAll(WITH_PLUS, phone)
    .replaceAll(WITH_ZEROS, found => (isTradeItem(found) && !isNordic(found) ? found : phone()))
    .replaceAll(MOBILE, sure)
    .replaceAll(SWEDISH_MOBILE, sure)
  return manner === 'code' ? rest : rest.replaceAll(LANDLINE, phone)
}

function isNordic(digits: string): boolean {
  return /^00(?:358|46|47|45|372)/.test(digits)
}

/** Remainder of 31 to check character; without G, I, O, Q and Z, which are read wrong. */
const HETU_CHECKS = '0123456789ABCDEFHJKLMNPRSTUVWXY'
/** Length of an IBAN, by the country that gives it. */
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  ...{ AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BR: 29, BY: 28 },
  ...{ CH: 21, CR: 22, CY: 28, CZ: 24, DE: 22, DK: 18, DO: 28, EE: 20, EG: 29, ES: 24, FI: 18 },
  ...{ FO: 18, FR: 27, GB: 22, GE: 22, GI: 23, GL: 18, GR: 27, GT: 28, HR: 21, HU: 28, IE: 22 },
  ...{ IL: 23, IQ: 23, IS: 26, IT: 27, JO: 30, KW: 30, KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20 },
  ...{ LU: 20, LV: 21, MC: 27, MD: 24, ME: 22, MK: 19, MR: 27, MT: 31, MU: 30, NL: 18, NO: 15 },
  ...{ PK: 24, PL: 28, PS: 29, PT: 25, QA: 29, RO: 24, RS: 22, SA: 24, SC: 31, SE: 24, SI: 19 },
  ...{ SK: 24, SM: 27, TN: 24, TR: 26, UA: 29, VA: 22, VG: 24, XK: 20 },
}
const CARD_PREFIX = /^(?:4|5[0-8]|3[0456789]|6011|6[245]|2[2-7])/

/** Whether the last digit is right by Luhn's rule, as on payment cards and Swedish identity numbers. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const twice = digit * 2
    sum += i % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice
  }
  return sum % 10 === 0
}

/** Whether it is a trade item's number (EAN, UPC, GTIN) with its check digit right. */
export function isTradeItem(digits: string): boolean {
  if (!/^(?:\d{8}|\d{12,14})$/.test(digits)) return false
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    sum += Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 1 : 3)
  }
  return sum % 10 === 0
}

/** Whether 14 to 19 digits can be the number of a payment card. */
export function isCard(digits: string): boolean {
  return /^\d{14,19}$/.test(digits) && CARD_PREFIX.test(digits) && passesLuhn(digits)
}

/** Whether a Finnish identity code's day exists and its check character is right. */
export function isHetu(day: string, month: string, year: string, end: string): boolean {
  const [number, check] = [end.slice(0, 3), end.slice(3).toUpperCase()]
  if (!isDay(Number(day), Number(month))) return false
  return HETU_CHECKS[Number(`${day}${month}${year}${number}`) % 31] === check
}

/** Whether ten digits are a Swedish identity number, or a coordination number (day plus 60). */
export function isPersonnummer(digits: string): boolean {
  const day = Number(digits.slice(4, 6))
  const isDated = isDay(day > 60 ? day - 60 : day, Number(digits.slice(2, 4)))
  return isDated && passesLuhn(digits)
}

/** How many characters an IBAN of this country has; undefined where there are none. */
export function ibanLength(country: string): number | undefined {
  return IBAN_LENGTHS[country.toUpperCase()]
}

/** Whether an IBAN without spaces has its check digits right (ISO 13616, mod 97). */
export function isIban(text: string): boolean {
  const turned = text.slice(4) + text.slice(0, 4)
  let rest = 0
  for (const char of turned) {
    const value = Number.parseInt(char, 36)
    if (Number.isNaN(value)) return false
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

function isDay(day: number, month: number): boolean {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12
}

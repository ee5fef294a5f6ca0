import { isIPv4, isIPv6 } from 'node:net'
import { ibanLength, isCard, isHetu, isIban, isPersonnummer, isTradeItem } from './check-digits.ts'
import type { Manner, Mask } from './kinds.ts'
import { maskEmails } from './recognise-email.ts'
import { maskPhones } from './recognise-phone.ts'
import { isToken } from './token.ts'

/** No number of a person's has fewer digits: a landline with its area code has eight. */
const PERSON_DIGITS_MIN = 8
const JWT = /(?<![\w-])eyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?/g
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
const HETU = /(?<!\d)(\d{2})(\d{2})(\d{2}) ?[-+A-FU-Y] ?(\d{3}[0-9A-FHJ-NPR-Y])(?!\d)/gi
const PERSONNUMMER = /(?<!\d)(?:19|20)?(\d{6}) ?[-+] ?(\d{4})(?!\d)/g
const PERSONNUMMER_BARE = /(?<!\d)(?:19|20)(\d{10})(?!\d)/g
const IBAN_START = /[A-Z]{2}\d{2}/gi
const DIGIT_GROUPS = /\d+(?:[ -]\d+)*/g
const CARD_DIGITS_MAX = 19
const CARD_DIGITS_MIN = 14
const IPV4 = /(?<!\d|\d\.)(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)/g
const VERSION_WORD = /(?:\bv|\bver|\bversio|\bversion)[.:]? ?$/i
const IPV6 = /(?<![0-9a-z:])[0-9a-f:]{3,39}(?:\.[0-9.]{5,11})?(?![0-9a-z:])/gi
const TOKEN_RUN = /[A-Za-z0-9_-]{16,}/g
/** Nine digits and more name an order, a customer or a call; dates and prices are shorter. */
const LONG_NUMBER = /(?<!\d)\d{9,}(?!\d)/g

/** The text, plain already, with every personal thing in it masked. */
export function maskAll(text: string, manner: Manner, mask: Mask): string {
  const named = text.includes('@') ? maskEmails(text, mask) : text
  const rest = manner === 'code' ? named : maskTokens(named, mask)
  const isNumbered = digitsIn(rest) >= PERSON_DIGITS_MIN
  const sure = isNumbered ? maskPhones(maskPersons(rest, mask), manner, mask) : rest
  if (manner === 'code') return sure
  const bare = maskAddresses(sure, mask)
  return isNumbered ? maskNumbers(bare, mask) : bare
}

function maskPersons(text: string, mask: Mask): string {
  const rest = text
    .replaceAll(HETU, (found, day: string, month: string, year: string, end: string) =>
      isHetu(day, month, year, end) ? mask('person') : found,
    )
    .replaceAll(PERSONNUMMER, (found, day: string, end: string) =>
      isPersonnummer(day + end) ? mask('person') : found,
    )
  return maskCards(maskIbans(rest, mask), mask)
}

function maskNumbers(text: string, mask: Mask): string {
  return text
    .replaceAll(PERSONNUMMER_BARE, (found, ten: string) =>
      isPersonnummer(ten) ? mask('person') : found,
    )
    .replaceAll(LONG_NUMBER, found => (isTradeItem(found) ? found : mask('number')))
}

function maskTokens(text: string, mask: Mask): string {
  return text
    .replaceAll(JWT, () => mask('token'))
    .replaceAll(UUID, () => mask('uuid'))
    .replaceAll(TOKEN_RUN, found => (isToken(found) ? mask('token') : found))
}

function maskAddresses(text: string, mask: Mask): string {
  const rest = text.replaceAll(IPV4, (found, at: number) =>
    isIPv4(found) && !VERSION_WORD.test(text.slice(Math.max(0, at - 9), at)) ? mask('ip') : found,
  )
  if (!rest.includes(':')) return rest
  return rest.replaceAll(IPV6, found => (isAddress(found) ? mask('ip') : found))
}

/** `12:30:45` is a time; an address has eight groups or a `::`, with or without a digit. */
function isAddress(text: string): boolean {
  return text.includes(':') && isIPv6(text)
}

function digitsIn(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x30 && code < 0x3a) count++
  }
  return count
}

function maskIbans(text: string, mask: Mask): string {
  let kept = ''
  let done = 0
  for (const { index, 0: start } of text.matchAll(IBAN_START)) {
    const length = ibanLength(start.slice(0, 2))
    if (length === undefined || index < done) continue
    const [iban, end] = gather(text, index, length)
    if (iban.length !== length || !isIban(iban)) continue
    kept += text.slice(done, index) + mask('iban')
    done = end
  }
  return kept + text.slice(done)
}

/** So many letters and digits from here on, over single spaces and dashes; and where they end. */
function gather(text: string, from: number, count: number): readonly [string, number] {
  let found = ''
  let at = from
  for (; at < text.length && found.length < count; at++) {
    const char = text[at] ?? ''
    if (/[a-z0-9]/i.test(char)) found += char
    else if (!/[ -]/.test(char) || !/[a-z0-9]/i.test(text[at + 1] ?? '')) break
  }
  return [found, at]
}

function maskCards(text: string, mask: Mask): string {
  return text.replaceAll(DIGIT_GROUPS, found => {
    if (found.length < CARD_DIGITS_MIN || isTradeItem(found)) return found
    const parts = found.split(/([ -])/)
    let kept = ''
    for (let i = 0; i < parts.length; i += 2) {
      const end = cardEnd(parts, i)
      kept += (end === undefined ? parts[i] : mask('card')) + (parts[(end ?? i) + 1] ?? '')
      i = end ?? i
    }
    return kept
  })
}

/** Where a card number that begins with this group ends; the longest there is. */
function cardEnd(parts: readonly string[], from: number): number | undefined {
  let digits = ''
  let end: number | undefined
  for (let i = from; i < parts.length && digits.length < CARD_DIGITS_MAX; i += 2) {
    digits += parts[i] ?? ''
    if (digits.length >= CARD_DIGITS_MIN && isCard(digits)) end = i
  }
  return end
}

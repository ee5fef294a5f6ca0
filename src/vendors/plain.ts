import { cleaned } from '../collect/index.ts'

/** Longer than any page of ours that a vendor needs to know. */
const PATH_MAX = 256
const DIGITS_MAX = 3
const SEGMENT_MAX = 64
/** What follows these in a path is somebody's, whatever it looks like. */
const SOMEBODYS =
  /order|customer|user|member|account|invoice|profile|tilau|asiak|kayttaj|käyttäj|jasen|jäsen|lasku|profiil|kund|anvandar|användar|medlem|faktur|konto|bestallning|beställning|reset|token|verify|confirm|invite|thank|kiitos|tack|vahvist|kutsu|bekraft|bekräft|inbjudan|search|haku|hae|sok|sök/i
const SEGMENT = /^[\p{L}\p{N}][\p{L}\p{N}._~-]*$/u
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/
const NO_HOSTS: ReadonlySet<string> = new Set()

/**
 * The part of a path that anyone may know: what names a person, a number of four digits, and all
 * that follows a word such as `orders` becomes `:x`. It was cleaned when it was kept; this is once
 * more, and stricter.
 */
export function plainPath(path: string): string | undefined {
  if (!path.startsWith('/') || path.length > PATH_MAX) return undefined
  const { value, masked } = cleaned('path', path, NO_HOSTS)
  if (masked || typeof value !== 'string') return undefined
  let isSomebodys = false
  const segments = value.split('/').map(segment => {
    const said = isSomebodys || !isPlainSegment(segment) ? ':x' : segment
    isSomebodys ||= SOMEBODYS.test(segment)
    return segment === '' ? '' : said
  })
  return segments.join('/')
}

function isPlainSegment(segment: string): boolean {
  if (segment === '') return true
  const digits = segment.replaceAll(/\P{N}/gu, '').length
  return digits <= DIGITS_MAX && segment.length <= SEGMENT_MAX && SEGMENT.test(segment)
}

/** A product's code, unless it could be somebody's number: only a GTIN may be digits for long. */
export function plainProduct(product: string): string | undefined {
  if (!CODE.test(product)) return undefined
  if (isGtin(product)) return product
  return cleaned('title', product, NO_HOSTS).masked ? undefined : product
}

/** Thirteen digits with their check digit (GS1). Twelve could be a telephone number. */
function isGtin(code: string): boolean {
  if (!/^\d{13}$/.test(code)) return false
  const sum = Array.from(code.slice(0, 12), Number).reduce(
    (total, digit, i) => total + digit * (i % 2 === 0 ? 1 : 3),
    0,
  )
  return (10 - (sum % 10)) % 10 === Number(code[12])
}

/** Three capital letters, or nothing. */
export function plainCurrency(currency: string): string | undefined {
  const code = currency.toUpperCase()
  return /^[A-Z]{3}$/.test(code) ? code : undefined
}

/** An amount of money to two decimals; nothing for nought. */
export function plainAmount(value: number): number | undefined {
  return Number.isFinite(value) && value > 0 ? Math.round(value * 100) / 100 : undefined
}

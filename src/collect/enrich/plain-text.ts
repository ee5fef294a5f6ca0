const DECODE_PASSES_MAX = 8
const ENCODED = /%[0-9a-f]{2}/i
const ENCODED_RUN = /(?:%[0-9a-f]{2})+/gi
/** Format and control characters, fillers and variation selectors. */
const UNSEEN = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu
const ZERO_DIGITS = [0x06_60, 0x06_f0, 0x09_66]

/**
 * One spelling for what can be spelled in many ways: percent signs decoded however often they were
 * encoded, full-width letters, odd spaces and dashes made plain, what cannot be seen taken out.
 * Undefined when it stays encoded after eight times.
 */
export function plainText(text: string): string | undefined {
  const decoded = decodeAll(text)
  if (decoded === undefined) return undefined
  const named = decoded.replaceAll(/&#(?:0{0,5}64|x0{0,5}40);|&commat;/gi, '@')
  const even = isPlainAscii(named) ? named : evened(named)
  return even
    .replaceAll(/ ?[([{] ?(?:at|ät) ?[)\]}] ?/gi, '@')
    .replaceAll(/ ?[([{] ?(?:dot|piste|punkt) ?[)\]}] ?/gi, '.')
}

function isPlainAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text) && !text.includes('  ')
}

function evened(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\p{Z}\t\n\v\f\r]+/gu, ' ')
    .replaceAll(UNSEEN, '')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/[\p{Pd}\u2212]/gu, '-')
    .replaceAll(/[\u3002\uff61\u2024]/g, '.')
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, asciiDigit)
}

function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0)
  const zero = ZERO_DIGITS.find(start => code >= start && code < start + 10) ?? code
  return String(code - zero)
}

function decodeAll(text: string): string | undefined {
  let decoded = text
  for (let pass = 0; pass < DECODE_PASSES_MAX; pass++) {
    if (!ENCODED.test(decoded)) return decoded
    decoded = decoded.replaceAll(ENCODED_RUN, decodeRun)
  }
  return ENCODED.test(decoded) ? undefined : decoded
}

/** UTF-8, and where it is not, Latin-1: some old shops still encode so. */
function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch {
    return run.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  }
}

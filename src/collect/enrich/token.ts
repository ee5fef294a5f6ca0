const TOKEN_MIN = 16
const LONG_MIN = 20
const MIXED_MIN = 28
const HEX = /[0-9a-f]{16,}/gi
const WHOLE_HEX_MIN = 32
const HEX_DIGITS_MIN = 3

/**
 * Whether a run of letters, digits, `-` and `_` is a key, a hash or a session rather than words:
 * it jumps between cases and digits as no slug does. A token of lower-case letters alone is missed.
 */
export function isToken(run: string): boolean {
  if (run.length < TOKEN_MIN) return false
  for (const [hex] of run.matchAll(HEX)) if (isHash(hex)) return true
  let [letters, jumps, wordy] = [0, 0, 0]
  for (const part of run.split(/[-_]/)) {
    const seen = lookAt(part)
    if (part.length >= LONG_MIN && seen.digitJumps >= 5) return true
    if (part.length >= MIXED_MIN && isMixed(part) && seen.wordy <= part.length * 0.6) return true
    letters += part.length
    jumps += seen.jumps
    wordy += seen.wordy
  }
  if (letters >= LONG_MIN) return jumps >= letters * 0.25 && wordy <= letters * 0.5
  return letters >= TOKEN_MIN && jumps >= letters * 0.5 && wordy <= letters * 0.25
}

function isHash(hex: string): boolean {
  const digits = hex.replaceAll(/\D/g, '').length
  if (digits === hex.length) return false
  return hex.length >= WHOLE_HEX_MIN || digits >= HEX_DIGITS_MIN
}

function isMixed(part: string): boolean {
  return /\d/.test(part) && /[a-z]/.test(part) && /[A-Z]/.test(part)
}

/** How often the class of letter changes, and how many letters stand in four lower-case ones or more. */
function lookAt(part: string) {
  let [jumps, digitJumps, wordy, small] = [0, 0, 0, 0]
  let before = 0
  for (let i = 0; i < part.length; i++) {
    const now = classOf(part.charCodeAt(i))
    if (before !== 0 && now !== before) {
      jumps++
      if (now === 1 || before === 1) digitJumps++
    }
    small = now === 3 ? small + 1 : 0
    if (small === 4) wordy += 4
    else if (small > 4) wordy++
    before = now
  }
  return { jumps, digitJumps, wordy }
}

/** 1 a digit, 2 a capital, 3 a small letter. */
function classOf(code: number): 1 | 2 | 3 {
  return code < 58 ? 1 : code < 91 ? 2 : 3
}

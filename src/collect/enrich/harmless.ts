const OTHER = 0
const DIGIT = 1
const UPPER = 2
const LOWER = 3
const SUSPECT = 4
type Class = 0 | 1 | 2 | 3 | 4

const CLASSES: readonly Class[] = Array.from({ length: 128 }, (_, code): Class => {
  const char = String.fromCharCode(code)
  if (/\d/.test(char)) return DIGIT
  if (/[A-Z]/.test(char)) return UPPER
  if (/[a-z]/.test(char)) return LOWER
  return code < 0x20 || /[@%&([{;\x7f]/.test(char) ? SUSPECT : OTHER
})

/**
 * One cheap look, so that ordinary texts cost nothing: too few digits for a number of anyone, no
 * sign that an address or an encoding needs, no long run. It may send a harmless text on, never
 * let a harmful one by.
 */
export function isHarmless(text: string, digitsMin: number): boolean {
  let [digits, run, hex, jumps, dots, colons] = [0, 0, 0, 0, 0, 0]
  let before: Class = OTHER
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const now = code < 128 ? (CLASSES[code] ?? SUSPECT) : isLetterOrMark(code) ? OTHER : SUSPECT
    if (now === SUSPECT) return false
    if (now === OTHER) {
      run = hex = 0
      if (code === 0x2e) dots++
      else if (code === 0x3a) colons++
    } else {
      if (now === DIGIT && ++digits >= digitsMin) return false
      if (before !== OTHER && before !== now && !(before === UPPER && now === LOWER)) jumps++
      hex = isHex(code) ? hex + 1 : 0
      if (++run >= 20 || hex >= 12 || jumps >= 3) return false
    }
    before = now
  }
  return colons < 2 && (dots < 3 || digits < 4)
}

/** Letters of Europe, and the dashes, quotes and signs of prose: nothing that hides a digit. */
function isLetterOrMark(code: number): boolean {
  return (code >= 0xc0 && code < 0x2_50) || (code >= 0x20_13 && code <= 0x20_26) || code === 0x20_ac
}

function isHex(code: number): boolean {
  return code < 0x3a || (code | 0x20) < 0x67
}

/** Every code a diagnostic may have, and how grave it is; `docs/reference/diagnostics.md` explains each. */
export const CODES = {
  L0001: 'error',
  L0002: 'error',
  L0003: 'error',
  L0004: 'error',
  L0005: 'error',
  L0011: 'error',
  L0012: 'error',
  L0013: 'error',
  L0014: 'error',
  L0015: 'error',
  L0101: 'error',
  L0102: 'error',
  L0103: 'error',
  L0104: 'error',
  L0105: 'error',
  L0106: 'error',
  L0107: 'error',
  L0108: 'error',
  L0109: 'error',
  L0110: 'error',
  L0201: 'error',
  L0202: 'error',
  L0203: 'error',
  L0204: 'error',
  L0205: 'error',
  L0206: 'error',
  L0207: 'error',
  L0208: 'error',
  L0209: 'error',
  L0301: 'error',
  L0302: 'error',
  L0303: 'error',
  L0304: 'error',
  L0305: 'error',
  L0306: 'error',
  L0307: 'error',
  L0308: 'error',
  L0309: 'error',
  L0310: 'error',
  L0311: 'error',
  L0312: 'error',
  L0401: 'error',
  L0402: 'error',
  L0403: 'error',
  L0501: 'warning',
  L0502: 'error',
  L0503: 'warning',
  L0504: 'warning',
} as const satisfies Record<string, 'error' | 'warning'>

export type Code = keyof typeof CODES

/** One thing wrong with a policy file, at the place where it is written. */
export type Diagnostic = {
  readonly code: Code
  readonly severity: 'error' | 'warning'
  readonly file: string
  /** Counted from 1, like `column`. */
  readonly line: number
  readonly column: number
  /** Where the underlined text ends on that line; always greater than `column`. */
  readonly endColumn: number
  readonly message: string
  readonly help: string
}

/** Makes a diagnostic about a file as a whole, not about a place in it. */
export function aboutFile(code: Code, file: string, message: string, help: string): Diagnostic {
  return {
    code,
    severity: CODES[code],
    file,
    line: 1,
    column: 1,
    endColumn: 2,
    message,
    help,
  }
}

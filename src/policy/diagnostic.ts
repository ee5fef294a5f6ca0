/** The findings of law-lint, as PROMISES.md numbers them. */
export const LAW_LINT = {
  L01: 'error',
  L02: 'error',
  L03: 'error',
  L04: 'error',
  L05: 'error',
  L06: 'error',
  L07: 'error',
  L08: 'error',
  L09: 'error',
  L10: 'error',
  L11: 'error',
  L12: 'error',
  L13: 'error',
  L14: 'error',
  L15: 'error',
  L16: 'error',
  L17: 'error',
  L18: 'error',
  L19: 'error',
  L20: 'error',
  L21: 'error',
  L22: 'error',
  L23: 'error',
  L24: 'error',
  L25: 'error',
  L26: 'error',
  L27: 'error',
  L28: 'error',
  L29: 'error',
  L30: 'error',
} as const

/** Every code a diagnostic may have, and how grave it is; `spec/diagnostics/` has a page for each. */
export const CODES = {
  ...LAW_LINT,
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
  L0111: 'error',
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
  L0313: 'error',
  L0314: 'error',
  L0401: 'error',
  L0402: 'error',
  L0403: 'error',
  L0501: 'warning',
  L0502: 'error',
  L0503: 'warning',
  L0504: 'warning',
  L0601: 'error',
  L0602: 'error',
  L0603: 'error',
  L0604: 'error',
  L0605: 'error',
  L0606: 'error',
  L0607: 'error',
  L0608: 'error',
  L0701: 'error',
  L0702: 'error',
  L0703: 'error',
  L0801: 'error',
  L0802: 'error',
  L0803: 'error',
  L0804: 'error',
  L0805: 'error',
  L0806: 'error',
  L0807: 'error',
  L0808: 'error',
  L0809: 'warning',
  L0810: 'error',
  L0811: 'warning',
  L0812: 'error',
  L0813: 'error',
  L0814: 'error',
  L0815: 'error',
  L0816: 'error',
  L0901: 'error',
  L0902: 'error',
  L0903: 'error',
  L0904: 'error',
  L0905: 'error',
  L0906: 'error',
  L0907: 'error',
  L0908: 'error',
  L0909: 'error',
  L0910: 'error',
  L0911: 'error',
  L0912: 'error',
  L1001: 'error',
  L1002: 'error',
  L1003: 'error',
  L1004: 'error',
  L1005: 'error',
  L1006: 'error',
  L1007: 'error',
  L1008: 'error',
  L1009: 'error',
} as const satisfies Record<string, 'error' | 'warning'>

export type Code = keyof typeof CODES

/** Codes of law-lint: wording that the law does not let run. */
export type LintCode = keyof typeof LAW_LINT

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
  /** Only for law-lint: what it rests on, and the published sentence that says it. */
  readonly law?: {
    readonly article: string
    readonly from: string | undefined
    /** Facts of law behind it that nobody has confirmed yet, as people cite them. */
    readonly unconfirmed?: readonly string[]
  }
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

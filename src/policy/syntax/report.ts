import { LineCounter } from 'yaml'
import { type Code, CODES, type Diagnostic } from '../diagnostic.ts'

/** Most diagnostics one file gets; whoever has so many starts with the first. */
const DIAGNOSTICS_MAX = 100

/** A stretch of the text by offsets, the end not included. */
export type Range = { readonly start: number; readonly end: number }

/** Collects what is wrong with one file, and turns offsets into lines and columns. */
export class Report {
  readonly lines: LineCounter
  readonly #file: string
  readonly #text: string
  readonly #found: Diagnostic[] = []
  readonly #ranges: Range[] = []

  constructor(file: string, text: string) {
    this.#file = file
    this.#text = text
    this.lines = new LineCounter()
  }

  /** Adds one diagnostic; a second of the same code at the same place is dropped. */
  add(code: Code, range: Range, message: string, help: string, law?: Diagnostic['law']): void {
    if (this.isFull) return
    const { line, column, endColumn } = this.place(range)
    const same = this.#found.some(
      old => old.code === code && old.line === line && old.column === column,
    )
    if (same) return
    const severity = CODES[code]
    if (severity === 'error') this.#ranges.push(range)
    this.#found.push({
      code,
      severity,
      file: this.#file,
      line,
      column,
      endColumn,
      message: onOneLine(message),
      help: onOneLine(help),
      ...(law ? { law } : {}),
    })
  }

  /** True when nothing more will be noted. */
  get isFull(): boolean {
    return this.#found.length >= DIAGNOSTICS_MAX
  }

  get hasErrors(): boolean {
    return this.#found.some(found => found.severity === 'error')
  }

  /** Has an error been noted within this range, or at a place around it? */
  hasErrorAround({ start, end }: Range): boolean {
    return this.#ranges.some(
      range =>
        (range.start >= start && range.end <= end) || (range.start <= start && range.end >= end),
    )
  }

  /** All that was found, in the order of the text. */
  diagnostics(): readonly Diagnostic[] {
    return this.#found.toSorted((a, b) => a.line - b.line || a.column - b.column)
  }

  /** Where a range starts, and where it ends on that same line. */
  place(range: Range): { line: number; column: number; endColumn: number } {
    const at = this.lines.linePos(Math.min(range.start, this.#text.length))
    const line = Math.max(1, at.line)
    const column = Math.max(1, at.col)
    const lineStart = range.start - (column - 1)
    const lineEnd = this.#text.slice(lineStart).search(/[\r\n]/)
    const length = lineEnd < 0 ? this.#text.length - lineStart : lineEnd
    const endColumn = Math.min(range.end - lineStart, length) + 1
    return { line, column, endColumn: Math.max(column + 1, endColumn) }
  }
}

// A file may hold any character; a message must not be able to move the cursor.
function onOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
}

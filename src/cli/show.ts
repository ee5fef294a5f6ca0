import type { Lang } from '../base/lang.ts'
import type { Diagnostic } from '../policy/index.ts'
import { lawLines } from './show-law.ts'
import { ink, type Terminal } from './terminal.ts'

/** Widest piece of a source line that is shown. */
const WIDTH_MAX = 120

/**
 * One diagnostic for a person: what, where, the line with a caret under it, and what to do; for a
 * finding of law-lint also the law, why, and how it is read instead, in this language.
 */
export function show(
  terminal: Terminal,
  found: Diagnostic,
  source: string,
  lang: Lang = 'en',
): string {
  const { code, severity, file, line, column, message, help } = found
  const tone = severity === 'error' ? 'red' : 'yellow'
  const edge = ' '.repeat(String(line).length)
  const bar = ink(terminal, '|', 'blue', 'bold')
  const head = `${ink(terminal, `${severity}[${code}]`, tone, 'bold')}${ink(terminal, `: ${clean(message)}`, 'bold')}`
  const place = `${edge}${ink(terminal, '-->', 'blue', 'bold')} ${clean(file)}:${line}:${column}`
  const excerpt = source === '' ? undefined : excerptOf(found, source)
  const quoted = excerpt && [
    `${edge} ${bar}`,
    `${ink(terminal, String(line), 'blue', 'bold')} ${bar} ${excerpt.text}`,
    `${edge} ${bar} ${excerpt.pad}${ink(terminal, excerpt.carets, tone, 'bold')}`,
  ]
  const advice = `${edge} ${ink(terminal, 'help', 'cyan', 'bold')}: ${clean(help)}`
  const law = lawLines(terminal, found, `${edge} `, lang)
  return [head, place, ...(quoted ?? []), advice, ...law, '', ''].join('\n')
}

function excerptOf(found: Diagnostic, source: string) {
  const text = source.split(/\r\n|\r|\n/)[found.line - 1] ?? ''
  const from = Math.max(0, found.column - WIDTH_MAX / 2)
  const before = clean(text.slice(from, found.column - 1))
  const marked = clean(
    text.slice(found.column - 1, Math.min(found.endColumn - 1, from + WIDTH_MAX)),
  )
  return {
    text: clean(text.slice(from, from + WIDTH_MAX)),
    pad: ' '.repeat(Array.from(before).length),
    carets: '^'.repeat(Math.max(1, Array.from(marked).length)),
  }
}

// A file may hold escape codes; what we print must not move the reader's cursor.
function clean(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ')
}

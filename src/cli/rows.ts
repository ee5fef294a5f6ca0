import type { Json } from '../base/json.ts'
import { ask } from './ask.ts'
import { ink, type Terminal } from './terminal.ts'

/** All rows that the running Lupaus answers to one command. */
export async function rowsOf(
  data: string | undefined,
  command: string,
  args: Json,
): Promise<readonly Json[]> {
  const rows: Json[] = []
  await ask(data, command, args, row => void rows.push(row))
  return rows
}

/** Rows as a table for people, one column a field; what a row lacks is `-`. */
export function tableOf(
  terminal: Terminal,
  columns: readonly string[],
  rows: readonly Json[],
): string {
  const cells = rows.map(row => columns.map(column => textIn(row, column) || '-'))
  const widths = columns.map((head, at) =>
    Math.max(head.length, ...cells.map(row => row[at]?.length ?? 0)),
  )
  const lineOf = (row: readonly string[]) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  return `${[ink(terminal, lineOf(columns), 'bold'), ...cells.map(lineOf)].join('\n')}\n`
}

/** A field of a row as text; empty when it has none. */
export function textIn(row: Json, field: string): string {
  if (row === null || typeof row !== 'object') return ''
  const value: unknown = Object.entries(row).find(([key]) => key === field)?.[1]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

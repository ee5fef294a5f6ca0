import { readSafely, type SafeReading } from '../policy/index.ts'
import { ink, type Terminal } from './terminal.ts'

/** What `--safe` tells of one file: its safe reading, and every place that it reads otherwise. */
export function safeOf(text: string, path: string, on: string) {
  const { rules, changes } = readSafely(text, path, on)
  const purposes = Object.values(rules?.purposes ?? {}).map(({ id, basis }) => ({ id, basis }))
  const trackers = (rules?.trackers ?? []).map(({ store, name, seconds }) => ({
    store,
    name,
    seconds,
  }))
  return { file: path, purposes, trackers, changes }
}

/** The safe reading of one file for a person: what goes on a device, and what was changed. */
export function showSafe(terminal: Terminal, safe: ReturnType<typeof safeOf>): string {
  const title = ink(terminal, `${safe.file}, read safely`, 'bold')
  const purposes = safe.purposes.map(({ id, basis }) => `  ${id}: ${basis}`)
  const trackers = safe.trackers.map(({ store, name, seconds }) =>
    seconds === 0 ? `  ${store} ${name}: session` : `  ${store} ${name}: ${seconds} seconds`,
  )
  const changes = safe.changes.map(change => `  ${lineOf(change)}`)
  return [
    title,
    ' On the device, each purpose rests on:',
    ...or(purposes, '  (no purpose is left)'),
    ' Kept on the device:',
    ...or(trackers, '  (nothing)'),
    ' Read otherwise than it is written:',
    ...or(changes, '  (nothing)'),
    '',
    '',
  ].join('\n')
}

function or(lines: readonly string[], none: string): readonly string[] {
  return lines.length > 0 ? lines : [none]
}

function lineOf({ line, code, from, what }: SafeReading['changes'][number]): string {
  return [`line ${line}`, code, from].filter(part => part !== undefined).join(' ') + `: ${what}`
}

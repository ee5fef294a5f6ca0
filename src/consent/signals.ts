import type { IncomingHttpHeaders } from 'node:http'
import type { Signal } from '../policy/index.ts'

/** Signals of a request: its headers, and what the page's script saw. `Sec-GPC` counts only as `1`. */
export function signalsOf(
  headers: IncomingHttpHeaders,
  seen: readonly Signal[] = [],
): readonly Signal[] {
  const signals = new Set(seen)
  if (headers['sec-gpc'] === '1') signals.add('gpc')
  if (headers['dnt'] === '1') signals.add('dnt')
  return [...signals]
}

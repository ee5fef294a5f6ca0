import { pino } from 'pino'

/** The shape of pino's logger; never given an IP address, an identifier or a body. */
export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug'>

/** Logs one JSON line an event to standard error. Levels: debug, info, warn, error, silent. */
export function openLog(level: string): Log {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }))
}

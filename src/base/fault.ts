/** Every way the world fails us, by a code that stays. Pages under docs/reference/faults.md. */
export const FAULTS = {
  'config.invalid': 'a setting is missing or wrong',
  'data.locked': 'another process holds the data folder',
  'data.unreadable': 'the data folder cannot be read or written',
  'data.newer': 'the data folder was written by a newer Lupaus',
  'data.changed': 'a migration that the data folder already took has been changed since',
  'keys.lost': 'the key file is missing though the data folder is in use',
  'postgres.unavailable': 'PostgreSQL cannot be started or reached',
  'clickhouse.unavailable': 'ClickHouse cannot be started or reached',
  'spool.full': 'the disk has no room for more events',
  'policy.invalid': 'the policy file has errors',
  'control.unavailable': 'no running Lupaus answers on the control socket',
  'pdf.unavailable': 'there is no browser to print a PDF with, or it failed',
} as const

export type FaultCode = keyof typeof FAULTS

/** The world failing, not us and not the policy. `help` says what to do next. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly code: FaultCode
  readonly help: string

  constructor(code: FaultCode, message: string, help: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
    this.help = help
  }
}

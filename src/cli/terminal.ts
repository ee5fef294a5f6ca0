/** Where a command writes, and whether its reader sees colours. */
export type Terminal = {
  out(text: string): void
  err(text: string): void
  /** For what is no text; absent where a person reads, whose screen it would garble. */
  readonly bytes?: (bytes: Uint8Array) => void
  readonly colours: boolean
}

/** The terminal of this process; colours only for a person who did not refuse them. */
export function ownTerminal(): Terminal {
  const { stdout, stderr, env } = process
  // A reader that has seen enough (`| head`) closes the pipe: that ends us, and is no error.
  stdout.on('error', () => process.exit())
  return {
    out: text => void stdout.write(text),
    err: text => void stderr.write(text),
    ...(stdout.isTTY ? {} : { bytes: bytes => void stdout.write(bytes) }),
    colours: stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
  }
}

const INKS = { red: 31, green: 32, yellow: 33, blue: 34, cyan: 36, bold: 1 } as const

/** Wraps a text in colours when the terminal shows them. */
export function ink(terminal: Terminal, text: string, ...inks: (keyof typeof INKS)[]): string {
  if (!terminal.colours || inks.length === 0) return text
  return `\u001B[${inks.map(name => INKS[name]).join(';')}m${text}\u001B[0m`
}

import { stripVTControlCharacters } from 'node:util'
import { Fault } from '../base/fault.ts'
import { ink, type Terminal } from './terminal.ts'

/** Says what went wrong and what to do, without a stack; answers the exit code. */
export function complain(error: unknown, terminal: Terminal): number {
  // citty does not export the class of what it throws when it is asked wrongly.
  if (error instanceof Error && error.name === 'CLIError') {
    const message = stripVTControlCharacters(error.message)
    terminal.err(problem(terminal, 'error', message, 'add `--help` to see how it is asked'))
    return 2
  }
  if (error instanceof Fault) {
    terminal.err(problem(terminal, `error[${error.code}]`, error.message, error.help))
    return 1
  }
  const message = error instanceof Error ? error.message : String(error)
  const help = 'this is a fault of Lupaus itself: please report what you did and this line'
  terminal.err(problem(terminal, 'bug', message, help))
  return 1
}

/** An error and its help, as every command prints them. */
export function problem(terminal: Terminal, what: string, message: string, help: string): string {
  const head = `${ink(terminal, what, 'red', 'bold')}: ${message}`
  return `${head}\n${ink(terminal, ' help', 'cyan', 'bold')}: ${help}\n`
}

import { type Ready, ready } from './ready.ts'
import type { Terminal } from './terminal.ts'

/** The version of this program, as in package.json. */
export const VERSION = '0.1.0'

/** A command of the CLI: its line in the help, and its module, loaded only when it is asked for. */
export type Command = {
  readonly about: string
  load(terminal: Terminal): Promise<Ready>
}

/** Every command by name, in the order of the help. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  check: {
    about: 'Check policy files, and say what is wrong and where',
    load: async terminal => ready((await import('./check.ts')).checkCommand(terminal)),
  },
  schema: {
    about: 'Print the JSON Schema of policy files',
    load: async terminal => ready((await import('./schema.ts')).schemaCommand(terminal)),
  },
}

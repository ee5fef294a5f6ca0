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
  start: {
    about: 'Serve: notices, consent, collection, privacy centre, console',
    load: async terminal => ready((await import('./start.ts')).startCommand(terminal)),
  },
  check: {
    about: 'Check policy files, and say what is wrong and where',
    load: async terminal => ready((await import('./check.ts')).checkCommand(terminal)),
  },
  notice: {
    about: 'Print the cookie notice of a policy in fi, sv or en',
    load: async terminal => ready((await import('./notice.ts')).noticeCommand(terminal)),
  },
  diff: {
    about: 'Show what changes between two policies, and what follows from it',
    load: async terminal => ready((await import('./diff.ts')).diffCommand(terminal)),
  },
  explain: {
    about: 'Say why a policy allows or refuses something, rule by rule',
    load: async terminal => ready((await import('./explain.ts')).explainCommand(terminal)),
  },
  csp: {
    about: 'Print the Content-Security-Policy that a policy gives a state of consent',
    load: async terminal => ready((await import('./csp.ts')).cspCommand(terminal)),
  },
  promises: {
    about: 'List what a policy promises, and where it says so',
    load: async terminal => ready((await import('./promises.ts')).promisesCommand(terminal)),
  },
  sources: {
    about: 'List from where a policy takes events, or make a secret for one',
    load: async terminal => ready((await import('./sources.ts')).sourcesCommand(terminal)),
  },
  vendors: {
    about: 'List the vendors of the catalogue, or hold a policy against it',
    load: async terminal => ready((await import('./vendors.ts')).vendorsCommand(terminal)),
  },
  schema: {
    about: 'Print the JSON Schema of policy files',
    load: async terminal => ready((await import('./schema.ts')).schemaCommand(terminal)),
  },
  publish: {
    about: 'Publish a policy: show what changes, pass the gates, put it in force',
    load: async terminal => ready((await import('./publish.ts')).publishCommand(terminal)),
  },
  prove: {
    about: 'Check the running system against its promises',
    load: async terminal => ready((await import('./prove.ts')).proveCommand(terminal)),
  },
  reports: {
    about: 'Show what browsers reported as stopped by the host gate, in counts',
    load: async terminal => ready((await import('./reports.ts')).reportsCommand(terminal)),
  },
  links: {
    about: 'Show how the links of the policy in force stand, or open them now',
    load: async terminal => ready((await import('./links.ts')).linksCommand(terminal)),
  },
  gate: {
    about: 'Print a snippet that puts the host gate on nginx, Apache or Caddy',
    load: async terminal => ready((await import('./gate.ts')).gateCommand(terminal)),
  },
  verify: {
    about: 'Re-check the audit log and every policy version, and name what is broken',
    load: async terminal => ready((await import('./verify.ts')).verifyCommand(terminal)),
  },
  export: {
    about: 'Write the audit log out, one JSON entry a line',
    load: async terminal => ready((await import('./export.ts')).exportCommand(terminal)),
  },
}

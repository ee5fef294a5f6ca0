import { stripVTControlCharacters } from 'node:util'
import { nearest } from '../base/near.ts'
import { COMMANDS, VERSION } from './commands.ts'
import { complain, problem } from './complain.ts'
import { ink, type Terminal } from './terminal.ts'

/** Runs `lupaus` with these arguments. Answers the exit code; never throws, never shows a stack. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(args, terminal)
  } catch (error) {
    return complain(error, terminal)
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined) {
    terminal.err(overview(terminal))
    return 2
  }
  if (name === 'help' || isHelp(name)) {
    terminal.out(overview(terminal))
    return 0
  }
  if (name === '--version' || name === '-v') {
    terminal.out(`${VERSION}\n`)
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) return unknown(`the command \`${name}\``, name, Object.keys(COMMANDS), terminal)
  const loaded = await command.load(terminal)
  const ahead = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest
  if (ahead.some(isHelp)) {
    const usage = await loaded.usage()
    terminal.out(`${terminal.colours ? usage : stripVTControlCharacters(usage)}\n`)
    return 0
  }
  const odd = ahead.find(arg => isUnknownFlag(arg, loaded.flags))
  if (odd === undefined) return loaded.run(rest)
  const flags = loaded.flags.map(flag => `--${flag}`)
  return unknown(`the option \`${odd}\` of \`lupaus ${name}\``, odd, flags, terminal)
}

function isHelp(arg: string): boolean {
  return arg === '--help' || arg === '-h'
}

function isUnknownFlag(arg: string, flags: readonly string[]): boolean {
  if (!arg.startsWith('-') || arg === '-') return false
  const [name = ''] = arg.slice(2).split('=')
  return !arg.startsWith('--') || !(flags.includes(name) || flags.includes(name.slice(3)))
}

function unknown(what: string, word: string, known: readonly string[], terminal: Terminal): number {
  const near = nearest(word, known)
  const help = near ? `did you mean \`${near}\`?` : '`lupaus --help` lists what there is'
  terminal.err(problem(terminal, 'error', `${what} is not known`, help))
  return 2
}

function overview(terminal: Terminal): string {
  const width = Math.max(...Object.keys(COMMANDS).map(name => name.length))
  const rows = Object.entries(COMMANDS).map(
    ([name, { about }]) => `  ${ink(terminal, name.padEnd(width), 'cyan')}  ${about}`,
  )
  return [
    `${ink(terminal, 'lupaus', 'bold')} ${VERSION}: the privacy policy that runs`,
    '',
    'Usage: lupaus COMMAND [OPTIONS]',
    '',
    ...rows,
    '',
    '`lupaus COMMAND --help` says more about one of them.',
    '',
  ].join('\n')
}

import { defineCommand } from 'citty'
import { dayOf } from '../base/time.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import type { Diagnostic } from '../policy/index.ts'
import { openPolicy, type PolicyFile } from './policy-file.ts'
import { show } from './show.ts'
import { ink, type Terminal } from './terminal.ts'

/** Most files one run checks. */
const FILES_MAX = 1000

/** `lupaus check FILE...`: exit code 0 when all is well, 1 with errors, 2 when asked wrongly. */
export function checkCommand(terminal: Terminal, clock: Clock = systemClock) {
  return defineCommand({
    meta: { name: 'check', description: 'Check policy files, and say what is wrong and where' },
    args: {
      file: { type: 'positional', description: 'A policy file; more may follow', required: false },
      json: { type: 'boolean', description: 'Print diagnostics as JSON' },
      strict: { type: 'boolean', description: 'Let warnings fail as well' },
    },
    run: ({ args }) =>
      checkFiles(args._.map(String), {
        terminal,
        today: dayOf(clock.now()),
        json: args.json === true,
        strict: args.strict === true,
      }),
  })
}

type Ask = {
  readonly terminal: Terminal
  readonly today: string
  readonly json: boolean
  readonly strict: boolean
}

async function checkFiles(paths: readonly string[], ask: Ask): Promise<number> {
  if (paths.length === 0 || paths.length > FILES_MAX) {
    ask.terminal.err(
      `error: name the policy files to check, at most ${FILES_MAX}\n` +
        ` help: lupaus check policies/childrens-shop.yaml\n`,
    )
    return 2
  }
  const all: Diagnostic[] = []
  for (const path of paths) {
    const file = await openPolicy(path, ask.today)
    all.push(...file.diagnostics)
    if (!ask.json) showFile(ask.terminal, path, file)
  }
  if (ask.json) ask.terminal.out(`${JSON.stringify({ diagnostics: all.map(wireOf) })}\n`)
  else if (all.length > 0) ask.terminal.out(`${summary(all)}\n`)
  const failing = ask.strict ? all : all.filter(({ severity }) => severity === 'error')
  return failing.length > 0 ? 1 : 0
}

function showFile(terminal: Terminal, path: string, file: PolicyFile): void {
  for (const found of file.diagnostics) terminal.out(show(terminal, found, file.text))
  const { policy } = file
  if (!policy) return
  const holds = [
    counted(policy.purposes.length, 'purpose'),
    counted(policy.trackers.length, 'tracker'),
    counted(policy.promises.length, 'promise'),
  ]
  terminal.out(`${ink(terminal, 'ok', 'green', 'bold')} ${path}: ${holds.join(', ')}\n`)
}

/** The fixed shape of `--json`: scripts rely on it. */
function wireOf({ code, severity, file, line, column, message, help }: Diagnostic) {
  return { code, severity, file, line, column, message, help }
}

function summary(all: readonly Diagnostic[]): string {
  const errors = all.filter(({ severity }) => severity === 'error').length
  const warnings = all.length - errors
  const parts = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ]
  return parts.join(' and ')
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}

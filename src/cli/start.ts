import { setTimeout as sleep } from 'node:timers/promises'
import { defineCommand } from 'citty'
import { Fault } from '../base/fault.ts'
import { readConfig, ROLES, SETTINGS } from '../platform/config.ts'
import { type Extras, serve, type Served } from './serve.ts'
import { ink, type Terminal } from './terminal.ts'

/** A clean stop takes seconds; after this the process leaves anyway, and the spool replays. */
const STOP_MS_MAX = 9_000

/** `lupaus start`: serves until SIGTERM or SIGINT; exit code 0 after a clean stop. */
export function startCommand(terminal: Terminal) {
  return defineCommand({
    meta: { name: 'start', description: 'Serve: notices, consent, collection, centre, console' },
    args: {
      port: { type: 'string', description: 'Port to listen on (LUPAUS_PORT, 4700)' },
      host: { type: 'string', description: 'Address to listen on (LUPAUS_HOST, 127.0.0.1)' },
      data: { type: 'string', description: 'Data folder (LUPAUS_DATA, ./data)' },
      policy: { type: 'string', description: 'Policy file (LUPAUS_POLICY)' },
      roles: { type: 'string', description: 'What it does (LUPAUS_ROLES, collector,api,worker)' },
      'database-url': { type: 'string', description: 'Another PostgreSQL (LUPAUS_DATABASE_URL)' },
      'clickhouse-url': { type: 'string', description: 'A ClickHouse (LUPAUS_CLICKHOUSE_URL)' },
      'clickhouse-cluster': {
        type: 'string',
        description: 'Its cluster (LUPAUS_CLICKHOUSE_CLUSTER)',
      },
      'spool-max': { type: 'string', description: 'Most that waits (LUPAUS_SPOOL_MAX, 8GiB)' },
      'metrics-token': { type: 'string', description: 'Lets its holder read /metrics' },
      'batches-per-minute': { type: 'string', description: 'Of one address (1200)' },
      'trust-proxy': { type: 'string', description: 'Proxies in front (LUPAUS_TRUST_PROXY)' },
      origin: { type: 'string', description: 'Address that visitors use (LUPAUS_ORIGIN)' },
      'check-links': { type: 'string', description: 'Open its links nightly (off)' },
      log: { type: 'string', description: 'Level of the log (LUPAUS_LOG, info)' },
    },
    run: ({ args }) => start(terminal, { flags: flagsOf(args), pages: {} }),
  })
}

type Start = {
  readonly flags: Readonly<Record<string, string | undefined>>
  /** Pages beside our own to name when all answers: a title and a path. */
  readonly pages: Readonly<Record<string, string>>
  readonly extras?: Extras
  /** Policy to use when neither flag nor setting names one. */
  readonly policy?: string
}

/** Starts with the settings of the environment and these flags, and stays until told to stop. */
export async function start(terminal: Terminal, what: Start): Promise<number> {
  const env = what.policy === undefined ? process.env : withPolicy(process.env, what.policy)
  const config = readConfig(env, what.flags)
  for (const warning of config.warnings) terminal.err(`warning: ${warning}\n`)
  const stopped = untilStopped()
  const served = await serve(config, terminal, what.extras ?? {})
  if (config.roles.includes('api')) terminal.out(greeting(terminal, served, what.pages))
  const part = config.roles.length < ROLES.length ? ` ${config.roles.join(',')}` : ''
  terminal.out(`ready ${served.url}${part}\n`)
  // The promises page should not wait for the night to have its first evidence.
  const isWorker = config.roles.includes('worker')
  const proving = isWorker ? served.lupaus.prove().catch(() => undefined) : Promise.resolve()
  await stopped
  const late = setTimeout(() => {
    terminal.err('stopping took too long; what was acknowledged is safe in the spool\n')
    process.exit(0)
  }, STOP_MS_MAX)
  // A round of probes under way is let finish, but not waited for long.
  await Promise.race([proving, sleep(STOP_MS_MAX / 3, undefined, { ref: false })])
  await served.close()
  clearTimeout(late)
  return 0
}

function untilStopped(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
}

function greeting(terminal: Terminal, served: Served, pages: Start['pages']): string {
  const policy = served.lupaus.policy()
  const all = {
    ...pages,
    'privacy centre': '/privacy',
    notice: '/privacy/en',
    promises: '/promises',
    console: '/console',
  }
  const width = Math.max(...Object.keys(all).map(title => title.length))
  const rows = Object.entries(all).map(
    ([title, path]) => `  ${title.padEnd(width)}  ${ink(terminal, `${served.url}${path}`, 'cyan')}`,
  )
  const link = served.setupLink
  const invitation =
    link === undefined
      ? []
      : ['', '  There is no administrator yet. This link works once, within 24 hours:', `  ${link}`]
  const head = `${policy.controller.name}, policy ${policy.label} (${policy.version.slice(0, 12)})`
  return ['', `  ${ink(terminal, head, 'bold')}`, '', ...rows, ...invitation, '', ''].join('\n')
}

function withPolicy(env: NodeJS.ProcessEnv, policy: string): NodeJS.ProcessEnv {
  return env['LUPAUS_POLICY'] === undefined ? { ...env, LUPAUS_POLICY: policy } : env
}

function flagsOf(args: Readonly<Record<string, unknown>>): Start['flags'] {
  const flag = (name: string) => {
    const given = args[name]
    if (given === undefined || typeof given === 'string') return given
    throw new Fault('config.invalid', `\`--${name}\` needs a value`, `write \`--${name}=VALUE\``)
  }
  return Object.fromEntries(Object.values(SETTINGS).map(each => [each.flag, flag(each.flag)]))
}

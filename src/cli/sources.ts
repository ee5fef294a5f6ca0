import { createHash } from 'node:crypto'
import { defineCommand } from 'citty'
import { dayOf } from '../base/time.ts'
import { type Chance, systemChance } from '../platform/chance.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import type { Source } from '../policy/index.ts'
import { problem } from './complain.ts'
import { openPolicy } from './policy-file.ts'
import { show } from './show.ts'
import { ink, type Terminal } from './terminal.ts'

const SECRET_BYTES = 32
/** Digits shown of the hash of a secret: enough to tell one from another. */
const HASH_SHOWN = 'sha256:'.length + 4

/** `lupaus sources FILE`: exit code 0 with the sources, 1 when the policy has errors, 2 when asked wrongly. */
export function sourcesCommand(
  terminal: Terminal,
  clock: Clock = systemClock,
  chance: Chance = systemChance,
) {
  return defineCommand({
    meta: { name: 'sources', description: 'List from where a policy takes events' },
    args: {
      file: { type: 'positional', description: 'The policy file', required: false },
      new: { type: 'boolean', description: 'Make a secret, shown once, and the key to write down' },
      json: { type: 'boolean', description: 'Print as JSON' },
    },
    run: ({ args }) => {
      const [file, ...others] = args._.map(String)
      const json = args.json === true
      if (args.new === true)
        return file === undefined ? fresh(terminal, chance, json) : asked(terminal, NO_FILE)
      if (file === undefined || others.length > 0) return asked(terminal, 'name one policy file')
      return list(terminal, { file, json, today: dayOf(clock.now()) })
    },
  })
}

const NO_FILE = '`--new` makes a secret for any policy, and takes no file'

/** The only time a secret is seen: what is written down of it is its hash. */
function fresh(terminal: Terminal, chance: Chance, json: boolean): number {
  const secret = Buffer.from(chance.bytes(SECRET_BYTES)).toString('base64url')
  const key = `sha256:${createHash('sha256').update(secret).digest('hex')}`
  if (json) terminal.out(`${JSON.stringify({ secret, key })}\n`)
  else
    terminal.out(
      [
        ink(terminal, 'Give this to the sender; it is not shown again:', 'bold'),
        `  ${secret}`,
        ink(terminal, 'Write this under `event-sources` in the policy:', 'bold'),
        `    key: ${key}`,
        '',
      ].join('\n'),
    )
  return 0
}

type Ask = { readonly file: string; readonly json: boolean; readonly today: string }

async function list(terminal: Terminal, { file, json, today }: Ask): Promise<number> {
  const { policy, diagnostics, text } = await openPolicy(file, today)
  if (!policy) {
    for (const one of diagnostics) terminal.err(show(terminal, one, text))
    return 1
  }
  terminal.out(json ? wireOf(policy.sources) : tableOf(terminal, policy.sources))
  return 0
}

/** The fixed shape of `--json`: scripts rely on it. */
function wireOf(sources: readonly Source[]): string {
  const wire = sources.map(source => {
    const { id, kind, channel, site, partner, machines, asserts, line } = source
    return { id, kind, channel, site, partner, machines, asserts, key: shown(source.key), line }
  })
  return `${JSON.stringify({ sources: wire })}\n`
}

const COLUMNS = ['id', 'kind', 'speaks for', 'asserts', 'key'] as const

function tableOf(terminal: Terminal, sources: readonly Source[]): string {
  if (sources.length === 0)
    return 'The policy names no sources: only the tag on its own sites may send.\n'
  const rows = sources.map(({ id, kind, site, partner, machines, asserts, key }) => [
    id,
    kind,
    [site, partner === site ? undefined : partner, machines].filter(Boolean).join(', ') || '-',
    asserts.join(', ') || '-',
    shown(key),
  ])
  const widths = COLUMNS.map((head, at) =>
    Math.max(head.length, ...rows.map(row => row[at]?.length ?? 0)),
  )
  const lineOf = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  return `${[ink(terminal, lineOf(COLUMNS), 'bold'), ...rows.map(lineOf)].join('\n')}\n`
}

/** A public key whole; of the hash of a secret only its first digits. */
function shown(key: string): string {
  return key.startsWith('sha256:') ? `${key.slice(0, HASH_SHOWN)}…` : key
}

function asked(terminal: Terminal, what: string): number {
  terminal.err(problem(terminal, 'error', what, 'lupaus sources policies/childrens-shop.yaml'))
  return 2
}

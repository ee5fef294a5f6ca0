import { createInterface } from 'node:readline/promises'
import { defineCommand } from 'citty'
import type { Json } from '../base/json.ts'
import { systemClock } from '../platform/clock.ts'
import { finnishDay, INFORMED_HOW, type Informed } from '../versions/index.ts'
import { ask } from './ask.ts'
import { problem } from './complain.ts'
import { openPolicy, type PolicyFile } from './policy-file.ts'
import { show } from './show.ts'
import { ink, type Terminal } from './terminal.ts'

/** Answers a question with yes or no; `nobody` where no one sits to be asked. */
export type Confirm = (question: string) => Promise<boolean>

/** `lupaus publish FILE`: exit code 0 when it is published (or was), 1 when refused, 2 when asked wrongly. */
export function publishCommand(terminal: Terminal, confirm: Confirm | 'nobody' = atTerminal()) {
  return defineCommand({
    meta: { name: 'publish', description: 'Publish a policy on the running Lupaus' },
    args: {
      file: { type: 'positional', description: 'The policy file', required: false },
      by: { type: 'string', description: 'Who publishes, for the audit log', default: 'operator' },
      informed: {
        type: 'string',
        description: `When and how people were told: 2026-11-20:site (${INFORMED_HOW.join(', ')})`,
      },
      confirm: {
        type: 'string',
        description: 'Trackers that nobody has seen but are meant, by name: a,b',
      },
      yes: { type: 'boolean', description: 'Publish without asking' },
      json: { type: 'boolean', description: 'Print what became of it as JSON' },
      data: { type: 'string', description: 'Data folder (LUPAUS_DATA, ./data)' },
    },
    run: async ({ args }) => {
      const [path, ...others] = args._.map(String)
      if (path === undefined || others.length > 0) return wrongly(terminal, 'name one policy file')
      const informed = args.informed === undefined ? undefined : informedOf(args.informed)
      if (informed === null) {
        return wrongly(terminal, `\`--informed ${args.informed}\` is not a day and a way`)
      }
      const file = await openPolicy(path, finnishDay(systemClock.now()))
      const { by, data } = args
      const confirmed = (args.confirm ?? '').split(',').filter(name => name !== '')
      const request = { file: path, by, confirmed, ...(informed ? { informed } : {}) }
      const asked = { terminal, confirm, yes: args.yes === true, json: args.json === true }
      return publish(asked, file, (more: object) => askServer(data, { ...request, ...more }))
    },
  })
}

type Asked = {
  readonly terminal: Terminal
  readonly confirm: Confirm | 'nobody'
  readonly yes: boolean
  readonly json: boolean
}
type Server = (more: { readonly [key: string]: Json }) => Promise<Made>

async function publish(asked: Asked, file: PolicyFile, server: Server): Promise<number> {
  const { terminal, json } = asked
  if (!json) for (const found of file.diagnostics) terminal.err(show(terminal, found, file.text))
  if (file.text === '') return 1
  const seen = await server({ source: file.text, dryRun: true })
  if (!json) terminal.out(told(terminal, seen))
  if (seen['outcome'] !== 'ready') return finish(asked, seen)
  const { confirm, yes } = asked
  if (!yes && confirm === 'nobody') {
    const help = 'add `--yes` to publish without being asked'
    terminal.err(problem(terminal, 'error', 'nothing was published: nobody is here to ask', help))
    return 2
  }
  if (!yes && confirm !== 'nobody' && !(await confirm('Publish it?'))) {
    terminal.out('nothing was published\n')
    return 1
  }
  const against = text(seen['against'])
  return finish(asked, await server({ source: file.text, against }))
}

function finish({ terminal, json }: Asked, made: Made): number {
  if (json) terminal.out(`${JSON.stringify(made)}\n`)
  else terminal.out(`${ended(terminal, made)}\n`)
  return made['outcome'] === 'published' || made['outcome'] === 'unchanged' ? 0 : 1
}

/** The diff in words and the gates, as a person reads them before saying yes. */
function told(terminal: Terminal, made: Made): string {
  if (made['outcome'] === 'unchanged') return ''
  const changes = list(made['changes']).map(change => {
    const consequence = text(change['consequence'])
    const tone = consequence === 'nothing' ? 'green' : 'yellow'
    const follows = ink(terminal, CONSEQUENCES[consequence] ?? consequence, tone)
    return `  ${text(fieldsOf(change['words'])['en'])} (${follows})\n      ${text(change['path'])}`
  })
  const first = made['against'] === undefined && changes.length === 0
  const gates = list(made['gates']).map(gate => {
    const passed = gate['passed'] === true
    const mark = passed ? ink(terminal, 'open  ', 'green') : ink(terminal, 'CLOSED', 'red', 'bold')
    const help = passed ? '' : `\n          ${ink(terminal, 'help', 'cyan')}: ${text(gate['help'])}`
    return `  ${mark}  ${text(gate['name'])}: ${text(gate['reason'])}${help}`
  })
  return [
    ink(terminal, 'What changes', 'bold'),
    ...(first ? ['  This is the first version.'] : changes),
    '',
    ink(terminal, 'Gates', 'bold'),
    ...gates,
    '',
    '',
  ].join('\n')
}

const CONSEQUENCES: Readonly<Record<string, string>> = {
  nothing: 'nothing follows',
  inform: 'people must be told first',
  'ask-again': 'those who agreed are asked again',
}

function ended(terminal: Terminal, made: Made): string {
  const name = `${text(made['version']).slice(0, 12)} (${text(made['label'])})`
  const from = text(made['inForceFrom'])
  switch (text(made['outcome'])) {
    case 'published':
      return `${ink(terminal, 'published', 'green', 'bold')} ${name}: ${
        made['coming'] === true ? `comes into force by itself at ${from}` : 'in force now'
      }`
    case 'unchanged':
      return `${ink(terminal, 'unchanged', 'green', 'bold')} ${name}: these very bytes are published already`
    case 'overtaken':
      return `${ink(terminal, 'refused', 'red', 'bold')}: another version was published meanwhile; look at the changes again`
    default: {
      const closed = list(made['gates']).filter(gate => gate['passed'] !== true)
      const names = closed.map(gate => `\`${text(gate['name'])}\``).join(', ')
      return `${ink(terminal, 'refused', 'red', 'bold')}: closed: ${names}; nothing was published`
    }
  }
}

type Made = { readonly [key: string]: Json | undefined }

async function askServer(data: string | undefined, request: object): Promise<Made> {
  const lines: Json[] = []
  const args: Json = JSON.parse(JSON.stringify(request))
  await ask(data, 'publish', args, line => void lines.push(line))
  return fieldsOf(lines[0])
}

/** `2026-11-20:site`; null for anything else. */
function informedOf(given: string): Informed | null {
  const [on = '', way = '', ...rest] = given.split(':')
  const how = INFORMED_HOW.find(one => one === way)
  return /^\d{4}-\d\d-\d\d$/.test(on) && how && rest.length === 0 ? { on, how } : null
}

function wrongly(terminal: Terminal, what: string): number {
  const help = 'lupaus publish policies/childrens-shop.yaml --informed 2026-11-20:site'
  terminal.err(problem(terminal, 'error', what, help))
  return 2
}

function atTerminal(): Confirm | 'nobody' {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return 'nobody'
  return async question => {
    const line = createInterface({ input: process.stdin, output: process.stdout })
    const answer = await line.question(`${question} [y/N] `)
    line.close()
    return /^y(es)?$/i.test(answer.trim())
  }
}

function list(value: Json | undefined): readonly Made[] {
  return Array.isArray(value) ? value.map(fieldsOf) : []
}

function fieldsOf(value: Json | undefined): Made {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {}
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

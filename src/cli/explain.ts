import { readFile } from 'node:fs/promises'
import { defineCommand } from 'citty'
import { dayOf } from '../base/time.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import {
  type Diagnostic,
  type Explained,
  type Explanation,
  explainText,
  FactsError,
  type Question,
} from '../policy/index.ts'
import { problem } from './complain.ts'
import { openPolicy } from './policy-file.ts'
import { show } from './show.ts'
import { ink, type Terminal } from './terminal.ts'

/** Exit code of a question that was answered with no. */
const NO = 3

/** `lupaus explain FILE`: exit code 0 for yes, 3 for no, 1 for errors of the file, 2 when asked wrongly. */
export function explainCommand(terminal: Terminal, clock: Clock = systemClock) {
  return defineCommand({
    meta: { name: 'explain', description: 'Say why a policy allows or refuses something' },
    args: {
      file: { type: 'positional', description: 'The policy file', required: false },
      purpose: { type: 'string', description: 'Id of the purpose' },
      channel: { type: 'string', description: 'How a known person is reached: email, in-person' },
      field: { type: 'string', description: 'A datum of the person, or a field of the event' },
      event: { type: 'string', description: 'An event of a site: page_view' },
      tracker: { type: 'string', description: 'Name of something stored on the device' },
      store: { type: 'string', description: 'Where it is stored', default: 'cookie' },
      facts: { type: 'string', description: 'JSON, or a file of it: {"granted":["analytics"]}' },
      on: { type: 'string', description: 'The day it is asked about (today)' },
      json: { type: 'boolean', description: 'Print the explanation as JSON' },
    },
    run: async ({ args }) => {
      const [file, ...others] = args._.map(String)
      const { purpose = '', channel, field, event, tracker, store } = args
      if (file === undefined || others.length > 0) return asked(terminal, 'name one policy file')
      if (purpose === '' && tracker === undefined)
        return asked(terminal, 'name what is asked about: `--purpose` or `--tracker`')
      const on = args.on ?? dayOf(clock.now())
      if (!isDay(on)) return asked(terminal, `\`--on ${on}\` is no day of the calendar`)
      const question = {
        ...{ purpose, channel, field, event },
        tracker: tracker === undefined ? undefined : { name: tracker, store },
      }
      return answer(terminal, { file, on, question, given: args.facts, json: args.json === true })
    },
  })
}

type Ask = {
  readonly file: string
  readonly on: string
  readonly question: Question
  readonly given: string | undefined
  readonly json: boolean
}

async function answer(terminal: Terminal, ask: Ask): Promise<number> {
  const { file, on, question } = ask
  const { text, diagnostics } = await openPolicy(file, on)
  if (text === '') return broken(terminal, diagnostics, text)
  try {
    const facts = await factsOf(ask.given)
    const explained = explainText({ text, file, on, question, facts })
    const { explanation } = explained
    if (!explanation) return broken(terminal, explained.diagnostics, text)
    terminal.out(ask.json ? `${JSON.stringify(wireOf(explained))}\n` : told(terminal, explained))
    return explanation.answer === 'yes' ? 0 : NO
  } catch (error) {
    if (!(error instanceof FactsError)) throw error
    terminal.err(problem(terminal, 'error', clean(error.message), clean(error.help)))
    return 2
  }
}

async function factsOf(given: string | undefined): Promise<unknown> {
  if (given === undefined) return {}
  const text = given.trimStart().startsWith('{') ? given : await fileOf(given)
  try {
    return JSON.parse(text)
  } catch {
    throw new FactsError('the facts are no JSON', 'for example `{"granted":["analytics"]}`')
  }
}

async function fileOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    const help = 'name a file that exists, or write the JSON itself: `{"granted":["analytics"]}`'
    throw new FactsError(`the facts in \`${path}\` cannot be read`, help)
  }
}

function broken(terminal: Terminal, diagnostics: readonly Diagnostic[], text: string): number {
  for (const found of diagnostics) terminal.err(show(terminal, found, text))
  return 1
}

function wireOf({ explanation, safe }: Explained) {
  return { ...explanation, ...(safe ? { safe } : {}) }
}

function told(terminal: Terminal, { explanation, safe }: Explained): string {
  if (!explanation) return ''
  const { answer: said, because, steps, promises, reason } = explanation
  const tone = said === 'yes' ? 'green' : 'red'
  const why = reason === undefined ? because : `${because} (${reason})`
  const kept = promises.map(({ slug, line }) => `  ${slug} (line ${line})`)
  return [
    ...(safe ? safeLines(terminal, safe) : []),
    ...steps.map((step, index) => rowOf(terminal, step, index)),
    '',
    `${ink(terminal, said === 'yes' ? 'Yes' : 'No', tone, 'bold')}: ${clean(why)}`,
    ...(kept.length > 0 ? ['', ink(terminal, 'Promises it keeps', 'bold'), ...kept] : []),
    '',
  ].join('\n')
}

function safeLines(terminal: Terminal, safe: NonNullable<Explained['safe']>): readonly string[] {
  const head = 'This file may not be run as it is written. Read safely:'
  return [
    ink(terminal, head, 'yellow', 'bold'),
    ...safe.map(({ code, line, what }) => `  line ${line}  ${code ?? '   '}  ${clean(what)}`),
    '',
  ]
}

const MARKS = {
  allows: ['yes ', 'green'],
  forbids: ['no  ', 'red'],
  passes: ['    ', 'blue'],
} as const

function rowOf(terminal: Terminal, step: Explanation['steps'][number], index: number): string {
  const [mark, tone] = MARKS[step.verdict]
  const edge = ' '.repeat(10)
  return [
    `${String(index + 1).padStart(2)}. ${ink(terminal, mark, tone, 'bold')} ${clean(step.says)}`,
    `${edge}line ${step.line}: ${clean(step.quote)}`,
    ...(step.fact === '' ? [] : [`${edge}known: ${clean(step.fact)}`]),
  ].join('\n')
}

function isDay(on: string): boolean {
  const at = Date.parse(`${on}T00:00:00Z`)
  return (
    /^\d{4}-\d\d-\d\d$/.test(on) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(on)
  )
}

// Facts and files may hold escape codes; what we print must not move the reader's cursor.
function clean(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ')
}

function asked(terminal: Terminal, what: string): number {
  const help = 'lupaus explain policies/childrens-shop.yaml --purpose analytics --facts facts.json'
  terminal.err(problem(terminal, 'error', clean(what), help))
  return 2
}

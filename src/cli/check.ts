import { defineCommand } from 'citty'
import { isLang, type Lang, LANGS } from '../base/lang.ts'
import { dayOf, moment } from '../base/time.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import { type Diagnostic, lintWords, readCompleteness } from '../policy/index.ts'
import { companyLine, companyOf, type Opened } from './company.ts'
import { problem } from './complain.ts'
import { openPolicy, type PolicyFile } from './policy-file.ts'
import { showCompleteness } from './show-completeness.ts'
import { show } from './show.ts'
import { NO_ADVICE } from './show-law.ts'
import { safeOf, showSafe } from './show-safe.ts'
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
      completeness: { type: 'boolean', description: 'List all that Art. 13, 14 and 30 ask for' },
      company: { type: 'boolean', description: 'Check that the files are one company together' },
      safe: { type: 'boolean', description: 'Show how each file is read so that it may be run' },
      on: { type: 'string', description: 'Judge by the law of this day: `2026-11-22`' },
      lang: {
        type: 'string',
        description: `${LANGS.join(', ')}: language of the law`,
        default: 'en',
      },
    },
    run: ({ args }) => {
      const { lang, on = dayOf(clock.now()) } = args
      if (!isDay(on)) return asked(terminal, `\`--on ${on}\` is no day`, 'write it as `2026-11-22`')
      if (!isLang(lang)) {
        const help = `choose one of ${LANGS.join(', ')}`
        return asked(terminal, `\`--lang ${lang}\` is none of our languages`, help)
      }
      const { json, strict } = { json: args.json === true, strict: args.strict === true }
      const [lists, company] = [args.completeness === true, args.company === true]
      const safe = args.safe === true
      const ask = { terminal, today: on, json, strict, lists, safe, company, lang }
      return checkFiles(args._.map(String), ask)
    },
  })
}

function asked(terminal: Terminal, what: string, help: string): number {
  terminal.err(problem(terminal, 'error', what, help))
  return 2
}

function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    dayOf(moment(text)) === text
  )
}

type Ask = {
  readonly terminal: Terminal
  readonly today: string
  readonly json: boolean
  readonly strict: boolean
  /** Whether the checklists of the law are shown as well. */
  readonly lists: boolean
  /** Whether the safe reading is shown as well. */
  readonly safe: boolean
  /** Whether the files are checked as one company, too. */
  readonly company: boolean
  readonly lang: Lang
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
  const lists: object[] = []
  const readings: object[] = []
  const opened: Opened[] = []
  for (const path of paths) {
    const file = await openPolicy(path, ask.today)
    opened.push({ path, file })
    all.push(...file.diagnostics)
    if (!ask.json) showFile(ask, path, file)
    if (ask.lists) lists.push(...listsOf(ask, path, file))
    if (ask.safe) readings.push(...readingsOf(ask, path, file))
  }
  if (ask.company) all.push(...checkCompany(opened, ask))
  if (ask.json) {
    const diagnostics = all.map(found => wireOf(found, ask.lang))
    const more = {
      ...(ask.lists ? { completeness: lists } : {}),
      ...(ask.safe ? { safe: readings } : {}),
    }
    ask.terminal.out(`${JSON.stringify({ diagnostics, ...more })}\n`)
  } else {
    if (all.length > 0) ask.terminal.out(`${summary(all)}\n`)
    if (all.some(({ law }) => law)) ask.terminal.out(`${NO_ADVICE[ask.lang]}\n`)
  }
  const failing = ask.strict ? all : all.filter(({ severity }) => severity === 'error')
  return failing.length > 0 ? 1 : 0
}

// Files that are wrong by themselves are not compared: what they mean is not known.
function checkCompany(opened: readonly Opened[], ask: Ask): readonly Diagnostic[] {
  const found = companyOf(opened)
  if (!found || ask.json) return found?.diagnostics ?? []
  const { terminal, lang } = ask
  for (const one of found.diagnostics) {
    const text = opened.find(({ path }) => path === one.file)?.file.text ?? ''
    terminal.out(show(terminal, one, text, lang))
  }
  if (found.policy) terminal.out(companyLine(terminal, found.policy))
  return found.diagnostics
}

function showFile({ terminal, lang }: Ask, path: string, file: PolicyFile): void {
  for (const found of file.diagnostics) terminal.out(show(terminal, found, file.text, lang))
  const { policy } = file
  if (!policy) return
  const holds = [
    counted(policy.said.purposes.length, 'purpose'),
    counted(policy.trackers.length, 'tracker'),
    counted(policy.promises.length, 'promise'),
  ]
  terminal.out(`${ink(terminal, 'ok', 'green', 'bold')} ${path}: ${holds.join(', ')}\n`)
}

function listsOf(ask: Ask, path: string, file: PolicyFile): readonly object[] {
  const rows = readCompleteness(file.text, path, ask.today)
  if (!ask.json) ask.terminal.out(showCompleteness(ask.terminal, path, rows, ask.lang))
  return rows.map(({ name, ...row }) => ({ file: path, ...row, name: name[ask.lang] }))
}

function readingsOf(ask: Ask, path: string, file: PolicyFile): readonly object[] {
  const safe = safeOf(file.text, path, ask.today)
  if (!ask.json) ask.terminal.out(showSafe(ask.terminal, safe))
  return [safe]
}

/** The fixed shape of `--json`: scripts rely on it. Findings of law-lint also tell their law. */
function wireOf(
  { code, severity, file, line, column, message, help, law }: Diagnostic,
  lang: Lang,
) {
  const plain = { code, severity, file, line, column, message, help }
  if (!law) return plain
  const words = lintWords(code)
  return { ...plain, ...law, why: words?.why[lang], safe: words?.safe[lang] }
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

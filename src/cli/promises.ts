import { defineCommand } from 'citty'
import { isLang, type Lang, LANGS } from '../base/lang.ts'
import { dayOf } from '../base/time.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import { type Policy, promiseWords } from '../policy/index.ts'
import { problem } from './complain.ts'
import { openPolicy } from './policy-file.ts'
import { show } from './show.ts'
import { ink, type Terminal } from './terminal.ts'

/** Most files one run reads, as for `check`. */
const FILES_MAX = 1000
/** Width of the lines that a sentence is wrapped to. */
const WIDTH = 84

/** `lupaus promises FILE...`: exit code 0 with the promises, 1 when a policy has errors, 2 when asked wrongly. */
export function promisesCommand(terminal: Terminal, clock: Clock = systemClock) {
  return defineCommand({
    meta: { name: 'promises', description: 'List what a policy promises, and where it says so' },
    args: {
      file: { type: 'positional', description: 'A policy file; more may follow', required: false },
      lang: { type: 'string', description: LANGS.join(', '), default: 'en' },
      json: { type: 'boolean', description: 'Print the promises as JSON, in every language' },
    },
    run: ({ args }) => {
      const paths = args._.map(String)
      const { lang } = args
      if (paths.length === 0 || paths.length > FILES_MAX)
        return asked(terminal, `name the policy files, at most ${FILES_MAX}`)
      if (!isLang(lang)) return asked(terminal, `\`--lang ${lang}\` is none of ${LANGS.join(', ')}`)
      return list(terminal, { paths, lang, json: args.json === true, today: dayOf(clock.now()) })
    },
  })
}

type Ask = {
  readonly paths: readonly string[]
  readonly lang: Lang
  readonly json: boolean
  readonly today: string
}

type Found = { readonly path: string; readonly policy: Policy }

async function list(terminal: Terminal, ask: Ask): Promise<number> {
  const found: Found[] = []
  for (const path of ask.paths) {
    const { policy, diagnostics, text } = await openPolicy(path, ask.today)
    if (policy) found.push({ path, policy })
    else for (const one of diagnostics) terminal.err(show(terminal, one, text))
  }
  if (found.length < ask.paths.length) return 1
  const isOne = found.length === 1
  if (ask.json) {
    const promises = found.flatMap(one => wireOf(one, isOne))
    terminal.out(`${JSON.stringify({ promises })}\n`)
  } else terminal.out(found.map(one => tableOf(terminal, one, ask.lang)).join('\n'))
  return 0
}

/** The fixed shape of `--json`: scripts rely on it. */
function wireOf({ path, policy }: Found, isOne: boolean) {
  return policy.promises.map(({ slug, rule, line }) => ({
    ...(isOne ? {} : { file: path }),
    ...{ slug, rule, line, text: promiseWords(slug) },
  }))
}

/** Promises by theme, the part of the slug before the dot, each with the line that makes it. */
function tableOf(terminal: Terminal, { path, policy }: Found, lang: Lang): string {
  const { promises } = policy
  const themes = [...new Set(promises.map(({ slug }) => themeOf(slug)))]
  const width = Math.max(...promises.map(({ line }) => String(line).length), 1)
  const blocks = themes.map(theme => {
    const mine = promises.filter(({ slug }) => themeOf(slug) === theme)
    const rows = mine.map(({ slug, rule, line }) => {
      const edge = ' '.repeat(width + 4)
      const head = `  ${ink(terminal, String(line).padStart(width), 'blue')}  ${slug}  (${rule})`
      return [head, ...wrapped(promiseWords(slug)[lang]).map(text => edge + text)].join('\n')
    })
    return [ink(terminal, theme, 'bold'), ...rows].join('\n')
  })
  const count = `${promises.length} promise${promises.length === 1 ? '' : 's'}`
  return `${ink(terminal, path, 'cyan', 'bold')}: ${count}\n\n${blocks.join('\n\n')}\n`
}

function themeOf(slug: string): string {
  return slug.split('.')[0] ?? slug
}

function wrapped(text: string): readonly string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last === '' || last.length + word.length < WIDTH)
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function asked(terminal: Terminal, what: string): number {
  const help = 'lupaus promises policies/childrens-shop.yaml --lang fi'
  terminal.err(problem(terminal, 'error', what, help))
  return 2
}

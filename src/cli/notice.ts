import { writeFile } from 'node:fs/promises'
import { defineCommand } from 'citty'
import { isLang, type Lang, LANGS } from '../base/lang.ts'
import { dayOf } from '../base/time.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import { cookieNotice, NOTICE_FORMATS, type NoticeFormat, renderNotice } from '../policy/index.ts'
import { problem } from './complain.ts'
import { openPolicy } from './policy-file.ts'
import { show } from './show.ts'
import type { Terminal } from './terminal.ts'

/** `lupaus notice FILE`: exit code 0 with the notice, 1 when the policy has errors, 2 when asked wrongly. */
export function noticeCommand(terminal: Terminal, clock: Clock = systemClock) {
  return defineCommand({
    meta: { name: 'notice', description: 'Print the cookie notice of a policy' },
    args: {
      file: { type: 'positional', description: 'The policy file', required: false },
      lang: { type: 'string', description: LANGS.join(', '), default: 'fi' },
      format: { type: 'string', description: NOTICE_FORMATS.join(', '), default: 'txt' },
      out: { type: 'string', description: 'Write it to this file instead' },
    },
    run: ({ args }) => {
      const [path, ...others] = args._.map(String)
      const { lang, format, out } = args
      if (path === undefined || others.length > 0) return asked(terminal, 'name one policy file')
      if (!isLang(lang)) return asked(terminal, `\`--lang ${lang}\` is none of ${LANGS.join(', ')}`)
      if (!isFormat(format)) {
        return asked(terminal, `\`--format ${format}\` is none of ${NOTICE_FORMATS.join(', ')}`)
      }
      return print(terminal, { path, lang, format, out, today: dayOf(clock.now()) })
    },
  })
}

type Ask = {
  readonly path: string
  readonly lang: Lang
  readonly format: NoticeFormat
  readonly out: string | undefined
  readonly today: string
}

async function print(terminal: Terminal, ask: Ask): Promise<number> {
  const file = await openPolicy(ask.path, ask.today)
  for (const found of file.diagnostics) {
    // Not among the notice: what is printed must stay the notice alone.
    terminal.err(show(terminal, found, file.text))
  }
  if (!file.policy) return 1
  const text = renderNotice(cookieNotice(file.policy, ask.lang), ask.format, 'alone')
  if (ask.out === undefined) terminal.out(text)
  else return write(terminal, ask.out, text)
  return 0
}

async function write(terminal: Terminal, path: string, text: string): Promise<number> {
  try {
    await writeFile(path, text)
    return 0
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const help = 'name a file in a folder that exists and may be written to'
    terminal.err(problem(terminal, 'error', `cannot write \`${path}\`: ${why}`, help))
    return 1
  }
}

function asked(terminal: Terminal, what: string): number {
  const help = 'lupaus notice policies/childrens-shop.yaml --lang fi --format md'
  terminal.err(problem(terminal, 'error', what, help))
  return 2
}

function isFormat(text: string): text is NoticeFormat {
  return NOTICE_FORMATS.some(format => format === text)
}

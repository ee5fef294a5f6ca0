import { writeFile } from 'node:fs/promises'
import { defineCommand } from 'citty'
import { isLang, type Lang, LANGS } from '../base/lang.ts'
import { dayOf } from '../base/time.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import {
  NOTICE_FORMATS,
  noticeOf,
  type Policy,
  RECORD_FORMATS,
  renderNotice,
  renderRecord,
} from '../policy/index.ts'
import { problem } from './complain.ts'
import { noticePdf } from './pdf.ts'
import { openPolicy } from './policy-file.ts'
import { show } from './show.ts'
import type { Terminal } from './terminal.ts'

/** The record of processing activities of Art. 30, as offices call it. */
const RECORDS = RECORD_FORMATS.map(format => `ropa-${format}` as const)
const FORMATS = [...NOTICE_FORMATS, 'pdf', ...RECORDS] as const
type Format = (typeof FORMATS)[number]

/** `lupaus notice FILE`: exit code 0 with the notice, 1 when the policy has errors, 2 when asked wrongly. */
export function noticeCommand(terminal: Terminal, clock: Clock = systemClock) {
  return defineCommand({
    meta: {
      name: 'notice',
      description: 'Print the notice of a policy, or its record of processing',
    },
    args: {
      file: { type: 'positional', description: 'The policy file', required: false },
      lang: { type: 'string', description: LANGS.join(', '), default: 'fi' },
      format: { type: 'string', description: FORMATS.join(', '), default: 'txt' },
      out: { type: 'string', description: 'Write it to this file instead' },
    },
    run: ({ args }) => {
      const [path, ...others] = args._.map(String)
      const { lang, format, out } = args
      if (path === undefined || others.length > 0) return asked(terminal, 'name one policy file')
      if (!isLang(lang)) return asked(terminal, `\`--lang ${lang}\` is none of ${LANGS.join(', ')}`)
      if (!isFormat(format)) {
        return asked(terminal, `\`--format ${format}\` is none of ${FORMATS.join(', ')}`)
      }
      if (format === 'pdf' && out === undefined && !terminal.bytes) return needsFile(terminal)
      return print(terminal, { path, lang, format, out, today: dayOf(clock.now()) })
    },
  })
}

type Ask = {
  readonly path: string
  readonly lang: Lang
  readonly format: Format
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
  const printed = await rendered(file.policy, ask)
  if (ask.out !== undefined) return write(terminal, ask.out, printed)
  if (typeof printed === 'string') terminal.out(printed)
  else terminal.bytes?.(printed)
  return 0
}

async function rendered(policy: Policy, { lang, format }: Ask): Promise<string | Uint8Array> {
  const record = RECORD_FORMATS.find(held => format === `ropa-${held}`)
  if (record) return renderRecord(policy, lang, record)
  const notice = noticeOf(policy, lang)
  const text = NOTICE_FORMATS.find(held => held === format)
  return text ? renderNotice(notice, text, 'alone') : noticePdf(notice, policy.inForceFrom)
}

async function write(
  terminal: Terminal,
  path: string,
  printed: string | Uint8Array,
): Promise<number> {
  try {
    await writeFile(path, printed)
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

function needsFile(terminal: Terminal): number {
  const help = 'name a file with `--out notice.pdf`, or send it on with `> notice.pdf`'
  terminal.err(problem(terminal, 'error', 'a PDF is not text, and is not shown here', help))
  return 2
}

function isFormat(text: string): text is Format {
  return FORMATS.some(format => format === text)
}

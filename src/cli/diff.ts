import { defineCommand } from 'citty'
import { isLang, type Lang, LANGS } from '../base/lang.ts'
import { dayOf } from '../base/time.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import { type Change, type Consequence, diffPolicies } from '../policy/index.ts'
import { problem } from './complain.ts'
import { openPolicy } from './policy-file.ts'
import { show } from './show.ts'
import { ink, type Terminal } from './terminal.ts'

/** `lupaus diff OLD NEW`: exit code 0 with the changes, 1 when a policy has errors, 2 when asked wrongly. */
export function diffCommand(terminal: Terminal, clock: Clock = systemClock) {
  return defineCommand({
    meta: { name: 'diff', description: 'Show what changes between two policies, and what follows' },
    args: {
      old: { type: 'positional', description: 'The policy as it was', required: false },
      new: { type: 'positional', description: 'The policy as it is to be', required: false },
      lang: { type: 'string', description: LANGS.join(', '), default: 'en' },
      json: { type: 'boolean', description: 'Print the changes as JSON' },
    },
    run: ({ args }) => {
      const [old, next, ...others] = args._.map(String)
      const { lang } = args
      if (old === undefined || next === undefined || others.length > 0)
        return asked(terminal, 'name two policy files, the old one first')
      if (!isLang(lang)) return asked(terminal, `\`--lang ${lang}\` is none of ${LANGS.join(', ')}`)
      const today = dayOf(clock.now())
      return compare(terminal, { old, next, lang, json: args.json === true, today })
    },
  })
}

type Ask = {
  readonly old: string
  readonly next: string
  readonly lang: Lang
  readonly json: boolean
  readonly today: string
}

async function compare(terminal: Terminal, ask: Ask): Promise<number> {
  const files = [await openPolicy(ask.old, ask.today), await openPolicy(ask.next, ask.today)]
  for (const file of files) {
    if (file.policy) continue
    for (const found of file.diagnostics) terminal.err(show(terminal, found, file.text))
  }
  const [old, next] = files.map(({ policy }) => policy)
  if (!old || !next) return 1
  const changes = diffPolicies(old, next)
  terminal.out(ask.json ? `${JSON.stringify({ changes })}\n` : told(terminal, changes, ask.lang))
  return 0
}

/** In the order of how much follows. */
const FOLLOWS: readonly Consequence[] = ['ask-again', 'inform', 'nothing']

const HEADS = {
  'ask-again': {
    fi: 'Lupa kysytään uudelleen',
    sv: 'Samtycke begärs på nytt',
    en: 'Those who agreed are asked again',
  },
  inform: {
    fi: 'Ihmisille kerrotaan ennen kuin tämä alkaa',
    sv: 'Människor informeras innan detta börjar',
    en: 'People are told before it begins',
  },
  nothing: { fi: 'Ei vaadi mitään', sv: 'Kräver ingenting', en: 'Nothing follows' },
} as const
const INKS = { 'ask-again': 'red', inform: 'yellow', nothing: 'green' } as const
const NOTHING_CHANGED = {
  fi: 'Mikään ei ole muuttunut.',
  sv: 'Ingenting har ändrats.',
  en: 'Nothing has changed.',
} as const

function told(terminal: Terminal, changes: readonly Change[], lang: Lang): string {
  if (changes.length === 0) return `${NOTHING_CHANGED[lang]}\n`
  const groups = FOLLOWS.flatMap(follows => {
    const mine = changes.filter(({ consequence }) => consequence === follows)
    if (mine.length === 0) return []
    const head = `${HEADS[follows][lang]} (${mine.length})`
    return [[ink(terminal, head, INKS[follows], 'bold'), ...mine.map(one => rowOf(one, lang))]]
  })
  return `${groups.map(lines => lines.join('\n')).join('\n\n')}\n`
}

function rowOf({ kind, path, purposes, words }: Change, lang: Lang): string {
  const names = purposes.length > 0 ? `  [${purposes.join(', ')}]` : ''
  return `  ${clean(words[lang])}\n      ${kind}  ${clean(path)}${names}`
}

// A file may hold escape codes; what we print must not move the reader's cursor.
function clean(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ')
}

function asked(terminal: Terminal, what: string): number {
  const help = 'lupaus diff policies/old.yaml policies/new.yaml --lang fi'
  terminal.err(problem(terminal, 'error', what, help))
  return 2
}

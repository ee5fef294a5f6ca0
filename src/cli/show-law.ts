import type { Lang, Words } from '../base/lang.ts'
import { type Diagnostic, lintWords } from '../policy/index.ts'
import { ink, type Terminal } from './terminal.ts'

/** Widest line of an explanation, its label and margin included. */
const WIDTH_MAX = 100

const LABELS = {
  law: { fi: 'laki', sv: 'lag', en: 'law' },
  why: { fi: 'miksi', sv: 'varför', en: 'why' },
  safe: { fi: 'luetaan näin', sv: 'läses så här', en: 'read as' },
  unconfirmed: { fi: 'vahvistamatta', sv: 'obekräftat', en: 'unconfirmed' },
} as const satisfies Record<string, Words>

const SENTENCE = { fi: 'virke', sv: 'mening', en: 'sentence' } as const satisfies Words
const DOCUMENT = { fi: 'asiakirja', sv: 'dokument', en: 'document' } as const satisfies Words

/** What is said once, after all that law-lint found. */
export const NO_ADVICE = {
  fi: 'Tämä ei ole oikeudellista neuvontaa.',
  sv: 'Det här är ingen juridisk rådgivning.',
  en: 'This is no legal advice.',
} as const satisfies Words

/** The law behind a finding, why it matters and its safe reading, each line after this margin. */
export function lawLines(
  terminal: Terminal,
  { code, law }: Diagnostic,
  margin: string,
  lang: Lang,
): readonly string[] {
  if (!law) return []
  const words = lintWords(code)
  const told: readonly (readonly [keyof typeof LABELS, string])[] = [
    ['law', `${law.article}${placeOf(law.from, lang)}`],
    ...(law.unconfirmed ?? []).map(fact => ['unconfirmed', fact] as const),
    ...(words
      ? ([
          ['why', words.why[lang]],
          ['safe', words.safe[lang]],
        ] as const)
      : []),
  ]
  return told.flatMap(([key, text]) => paragraph(terminal, margin, LABELS[key][lang], text))
}

function placeOf(from: string | undefined, lang: Lang): string {
  if (from === undefined) return ''
  return ` (${(from.includes('.') ? SENTENCE : DOCUMENT)[lang]} ${from})`
}

function paragraph(terminal: Terminal, margin: string, label: string, text: string): string[] {
  const indent = ' '.repeat(margin.length + label.length + 2)
  const [first = '', ...more] = wrapped(text, WIDTH_MAX - indent.length)
  const head = `${margin}${ink(terminal, label, 'cyan', 'bold')}: ${first}`
  return [head, ...more.map(line => `${indent}${line}`)]
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

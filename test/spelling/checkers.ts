import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lang } from '../../src/base/lang.ts'

/** Reads words, one a line, and writes the ones that Voikko does not know. */
const VOIKKO = [
  'import sys, libvoikko',
  "known = libvoikko.Voikko('fi').spell",
  "words = sys.stdin.buffer.read().decode('utf-8').split('\\n')",
  "out = '\\n'.join(word for word in words if word and not known(word))",
  "sys.stdout.buffer.write(out.encode('utf-8'))",
].join('\n')

// Debian puts the Finnish morphology beside its own Python, whatever other Python comes first.
const COMMANDS: Readonly<Record<Lang, readonly [string, ...string[]]>> = {
  fi: ['/usr/bin/python3', '-c', VOIKKO],
  sv: ['hunspell', '-l', '-i', 'utf-8', '-d', 'sv_FI'],
  en: ['hunspell', '-l', '-i', 'utf-8', '-d', 'en_GB'],
}

/** What Debian calls the packages of a language's spell checker. */
export const PACKAGES: Readonly<Record<Lang, string>> = {
  fi: 'libvoikko1 voikko-fi python3-libvoikko',
  sv: 'hunspell hunspell-sv',
  en: 'hunspell hunspell-en-gb',
}

/** Which of the words the language's spell checker does not know; undefined when it is absent. */
export function misspelt(lang: Lang, words: readonly string[]): readonly string[] | undefined {
  const [command, ...args] = COMMANDS[lang]
  const run = spawnSync(command, args, { input: `${words.join('\n')}\n`, encoding: 'utf8' })
  if (run.error || run.status !== 0) return undefined
  return run.stdout.split('\n').filter(word => word !== '')
}

/**
 * Names and terms that a dictionary lacks and somebody has read: `<lang>.txt`, one a line. `IP-`
 * stands before any word that is right by itself; several words are a name that is left out.
 */
export function reviewedWords(lang: Lang): readonly string[] {
  return readFileSync(join(import.meta.dirname, `${lang}.txt`), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
}

/** Words of a text, without addresses, numbers and single letters. */
export function wordsOf(text: string): readonly string[] {
  const bare = text.replaceAll(/\S+@\S+|https?:\/\/\S+|www\.\S+|\S+\.(example|fi|com)\b\S*/g, ' ')
  const found = bare.match(/[\p{L}\p{M}][\p{L}\p{M}\p{N}’:-]*/gu) ?? []
  return found
    .map(word => word.replace(/[’:-]+$/u, '').replaceAll('’', "'"))
    .filter(word => word.length > 1 && !/\d/.test(word))
}

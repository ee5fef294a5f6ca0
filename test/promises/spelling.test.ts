import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { LANGS, type Lang } from '../../src/base/lang.ts'
import {
  lintWords,
  noticeOf,
  type Policy,
  readPolicy,
  renderNotice,
} from '../../src/policy/index.ts'
import { en as centreEn } from '../../src/centre/words/en.ts'
import { fi as centreFi } from '../../src/centre/words/fi.ts'
import { sv as centreSv } from '../../src/centre/words/sv.ts'
import { enDiff } from '../../src/policy/diff/words/en.ts'
import { fiDiff } from '../../src/policy/diff/words/fi.ts'
import { svDiff } from '../../src/policy/diff/words/sv.ts'
import { LAW_TABLES } from '../../src/policy/law/tables.ts'
import { CATALOGUE } from '../../src/policy/notice/words/catalogue.ts'
import { PROMISES } from '../../src/policy/notice/words/promises.ts'
import { misspelt, PACKAGES, reviewedWords, wordsOf } from '../spelling/checkers.ts'

const CENTRE = { fi: centreFi, sv: centreSv, en: centreEn }
const DIFF = { fi: fiDiff, sv: svDiff, en: enDiff }
const POLICIES = join(import.meta.dirname, '../../policies')

// A checker that knows every word, or none, would prove nothing.
const RIGHT = { fi: 'tietosuojaseloste', sv: 'personuppgift', en: 'colour' } as const
const WRONG = { fi: 'tietosuojaseloset', sv: 'personupgift', en: 'colur' } as const

for (const lang of LANGS) {
  const isThere = misspelt(lang, [RIGHT[lang], WRONG[lang]])?.join() === WRONG[lang]
  const reason = `spelling in ${lang} NOT CHECKED: install ${PACKAGES[lang]}`
  if (!isThere) process.stderr.write(`${reason}\n`)
  const proved = isThere ? test : test.skip
  const told = isThere ? '' : ` (${reason})`

  proved(`a slip of the pen is found in ${lang}${told}`, () => {
    expect(faultsIn(lang, [`${RIGHT[lang]}, ${WRONG[lang]}.`])).toEqual([WRONG[lang]])
  })

  proved(`every message is spelt right in ${lang}${told}`, () => {
    expect(faultsIn(lang, Object.values(CATALOGUE[lang]).flatMap(literals))).toEqual([])
  })

  proved(`every message of the privacy centre is spelt right in ${lang}${told}`, () => {
    expect(faultsIn(lang, Object.values(CENTRE[lang]).flatMap(literals))).toEqual([])
  })

  proved(`every message on a change of policy is spelt right in ${lang}${told}`, () => {
    expect(faultsIn(lang, Object.values(DIFF[lang]).flatMap(literals))).toEqual([])
  })

  proved(`every name in the tables of law is spelt right in ${lang}${told}`, () => {
    const rows = LAW_TABLES.flatMap(table => table.rows)
    const named = rows.flatMap(row => ('names' in row ? [row.names[lang]] : []))
    expect(named.length).toBeGreaterThan(60)
    expect(faultsIn(lang, named)).toEqual([])
  })

  proved(`every promise is spelt right in ${lang}${told}`, () => {
    expect(
      faultsIn(
        lang,
        Object.values(PROMISES).map(words => words[lang]),
      ),
    ).toEqual([])
  })

  proved(`every finding of law-lint is explained in words spelt right in ${lang}${told}`, () => {
    const codes = Array.from({ length: 30 }, (_, at) => `L${String(at + 1).padStart(2, '0')}`)
    const texts = codes.flatMap(code => {
      const words = lintWords(code)
      return words ? [words.why[lang], words.safe[lang]] : []
    })
    expect(texts).toHaveLength(60)
    expect(faultsIn(lang, texts)).toEqual([])
  })

  proved(`every notice is spelt right in ${lang}${told}`, () => {
    const read = policies()
    expect(read.length).toBeGreaterThan(0)
    const found = read.map(({ policy, names }) => {
      const text = renderNotice(noticeOf(policy, lang), 'txt')
      return [policy.id, faultsIn(lang, [text], names)]
    })
    expect(found).toEqual(read.map(({ policy }) => [policy.id, []]))
  })

  test(`the reviewed words of ${lang} are in order, each once`, () => {
    const words = reviewedWords(lang)
    expect(words).toEqual([...new Set(words)].toSorted())
  })
}

/** Words of the texts that neither the checker, the reviewed list nor a name knows. */
function faultsIn(lang: Lang, texts: readonly string[], names: readonly string[] = []) {
  const reviewed = reviewedWords(lang)
  const known = new Set([...reviewed, ...names])
  const isKnown = (word: string) => known.has(word) || known.has(word.toLowerCase())
  const prefixes = reviewed.filter(word => word.endsWith('-'))
  const phrases = reviewed.filter(word => word.includes(' '))
  const words = texts
    .map(text => phrases.reduce((left, phrase) => left.replaceAll(phrase, ' '), text))
    .flatMap(wordsOf)
    .filter(word => !isKnown(word))
    .map(word => {
      const prefix = prefixes.find(held => word.startsWith(held))
      return prefix === undefined ? word : word.slice(prefix.length)
    })
  const faults = misspelt(lang, [...new Set(words)]) ?? []
  return faults.filter(word => !isKnown(word)).toSorted()
}

// What the parser calls a piece of plain text.
const LITERAL = '0'

type Part = ReturnType<IntlMessageFormat['getAst']>[number]

/** What a message says itself, in each of its forms, without what it is given. */
function literals(text: string): readonly string[] {
  return spoken(new IntlMessageFormat(text, 'en').getAst())
}

function spoken(parts: readonly Part[]): readonly string[] {
  return parts.flatMap(part => {
    if ('options' in part) return Object.values(part.options).flatMap(form => spoken(form.value))
    if ('children' in part) return spoken(part.children)
    return 'value' in part && JSON.stringify(part.type) === LITERAL ? [part.value] : []
  })
}

/** Each policy that compiles, with the words of its names: companies, services, places. */
function policies(): readonly { policy: Policy; names: readonly string[] }[] {
  const files = readdirSync(POLICIES).filter(file => file.endsWith('.yaml'))
  return files.flatMap(file => {
    const { policy } = readPolicy(readFileSync(join(POLICIES, file), 'utf8'), basename(file))
    if (!policy) return []
    const trackers = policy.trackers.flatMap(({ name }) => wordsOf(name))
    return [{ policy, names: [...namesIn(policy.said), ...trackers] }]
  })
}

function namesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /\p{Lu}|_/u.test(value) ? wordsOf(value) : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(namesIn)
}

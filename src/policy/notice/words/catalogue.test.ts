import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LANGS, type Lang } from '../../../base/lang.ts'
import { UNITS } from '../../../base/time.ts'
import { PROMISE_SLUGS } from '../../compile/promises.ts'
import {
  AIMS,
  AUTHORITIES,
  BASES,
  CATEGORIES,
  EVENT_NAMES,
  FIELD_NAMES,
  HELP_TOPICS,
  SERVICES,
  SIGNALS,
  STORES,
  TRACKER_USES,
} from '../../vocabulary.ts'
import { promiseWords } from '../promise-words.ts'
import { CATALOGUE } from './catalogue.ts'
import { PROMISES } from './promises.ts'

const valueOf = (lang: Lang, key: string) =>
  Object.entries(CATALOGUE[lang]).find(([name]) => name === key)?.[1] ?? ''
const keysOf = (lang: Lang) => Object.keys(CATALOGUE[lang]).toSorted()
const entries = LANGS.flatMap(lang =>
  Object.entries(CATALOGUE[lang]).map(([key, text]) => [lang, key, text] as const),
)

test('every key exists in every language', () => {
  expect(keysOf('sv')).toEqual(keysOf('fi'))
  expect(keysOf('en')).toEqual(keysOf('fi'))
})

test('every item of every closed list has words in every language', () => {
  const wanted = [
    ...CATEGORIES.flatMap(id => [`category.${id}`, `category.${id}.mid`, `category.${id}.into`]),
    ...STORES.map(id => `store.${id}`),
    ...STORES.map(id => `tech.${id}`),
    ...SERVICES.flatMap(id => [`service.${id}`, `without.${id}`]),
    ...AIMS.map(id => `aim.${id}`),
    ...TRACKER_USES.map(id => `use.${id}`),
    ...EVENT_NAMES.map(id => `event.${id}`),
    ...FIELD_NAMES.map(id => `field.${id}`),
    ...HELP_TOPICS.map(id => `topic.${id}`),
    ...SIGNALS.map(id => `signal.${id}`),
    ...BASES.map(id => `basis.${id}`),
    ...AUTHORITIES.map(id => `authority.${id}`),
    ...UNITS.flatMap(unit => ['length', 'within', 'during'].map(form => `span.${unit}.${form}`)),
  ]
  for (const lang of LANGS) expect(keysOf(lang)).toEqual(expect.arrayContaining(wanted))
})

test('every promise that a policy can make has words in every language, and no other has', () => {
  expect(Object.keys(PROMISES).toSorted()).toEqual([...PROMISE_SLUGS].toSorted())
  for (const slug of PROMISE_SLUGS) {
    for (const lang of LANGS) expect(promiseWords(slug)[lang]).toMatch(/^\p{Lu}.*\.$/u)
  }
  expect(() => promiseWords('no.such-promise')).toThrow('no.such-promise')
})

test('no message lies unused', () => {
  const source = sources(join(import.meta.dirname, '..')).join('\n')
  const prefixes = [...source.matchAll(/`([a-z][a-z.-]*\.)\$\{/g)].map(([, prefix = '']) => prefix)
  const isUsed = (key: string) =>
    source.includes(`'${key}'`) || prefixes.some(prefix => key.startsWith(prefix))
  expect(keysOf('fi').filter(key => !isUsed(key))).toEqual([])
  expect(isUsed('no.such-key')).toBe(false)
})

test('a message names the same values and links in every language', () => {
  for (const key of keysOf('fi')) {
    const [fi, sv, en] = LANGS.map(lang => namesIn(valueOf(lang, key)))
    expect([key, sv]).toEqual([key, fi])
    expect([key, en]).toEqual([key, fi])
  }
})

/** Words that only one of the languages has. */
const FOREIGN: Readonly<Record<Lang, RegExp>> = {
  fi: /å|\b(och|att|inte|the|and|you|your|not)\b/i,
  sv: /\b(ei|että|sinun|tai|the|and|your|of)\b|yy|ää|uu/i,
  en: /[åäö]|\b(och|att|inte|ja|ei|tai)\b/i,
}

test('no language is left over in another', () => {
  const promises = Object.values(PROMISES).flatMap(words =>
    LANGS.map(l => [l, '', words[l]] as const),
  )
  for (const [lang, key, text] of [...entries, ...promises]) {
    const bare = text.replace(/\{[^{}]*|Global Privacy Control|Do Not Track/g, '')
    expect([key, bare, FOREIGN[lang].exec(bare)?.[0]]).toEqual([key, bare, undefined])
  }
})

test('typographic signs are those of a printed text', () => {
  for (const [, key, text] of entries) {
    expect([key, text]).not.toEqual([key, expect.stringMatching(/'|"|\.\.\.| {2}|^\s|\s$| [.,:;]/)])
  }
})

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map(entry => readFileSync(join(folder, entry.name), 'utf8'))
}

// `n` only chooses a plural form, which not every language needs.
function namesIn(text: string): string[] {
  const bare = text.replace(/(one|other) \{[^{}]*\}/g, '')
  const found = [...bare.matchAll(/\{(\w+)[,}]|<(\w+)>/g)].map(
    ([, value, link]) => value ?? link ?? '',
  )
  return [...new Set(found)].filter(name => name !== 'n').toSorted()
}

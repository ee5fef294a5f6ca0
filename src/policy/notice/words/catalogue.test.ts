import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LANGS, type Lang } from '../../../base/lang.ts'
import { UNITS } from '../../../base/time.ts'
import { PROMISE_SLUGS } from '../../compile/promises.ts'
import { lawOn } from '../../law/index.ts'
import { DOCUMENT_KINDS } from '../../syntax/schema/head.ts'
import * as keeping from '../../vocabulary-keeping.ts'
import * as parties from '../../vocabulary-parties.ts'
import * as people from '../../vocabulary-people.ts'
import * as vocabulary from '../../vocabulary.ts'
import {
  AIMS,
  AUTHORITIES,
  BASES,
  CATEGORIES,
  EVENT_NAMES,
  FIELD_NAMES,
  HELP_TOPICS,
  INTERESTS,
  SERVICES,
  SIGNALS,
  SITE_KINDS,
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

/** Each closed list by the prefix of its words. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  category: CATEGORIES,
  store: STORES,
  tech: STORES,
  service: SERVICES,
  without: SERVICES,
  aim: AIMS,
  use: TRACKER_USES,
  event: EVENT_NAMES,
  'event-field': FIELD_NAMES,
  topic: HELP_TOPICS,
  signal: SIGNALS,
  basis: BASES,
  interest: INTERESTS,
  authority: AUTHORITIES,
  'site-kind': SITE_KINDS,
  'event-source': vocabulary.SOURCE_KINDS,
  assertion: vocabulary.ASSERTIONS,
  kind: DOCUMENT_KINDS,
  subject: people.SUBJECTS,
  field: people.PERSON_FIELDS,
  class: people.DATA_CLASSES,
  needed: people.NEEDS,
  consequence: people.CONSEQUENCES,
  reason: people.IDENTIFYING_REASONS,
  source: people.SOURCE_KINDS,
  occasion: people.OCCASIONS,
  'link-event': people.LINK_EVENTS,
  channel: parties.CHANNELS,
  role: parties.ROLES,
  'contract-item': parties.CONTRACT_ITEMS,
  'contract-clause': parties.CONTRACT_CLAUSES,
  'own-use': parties.OWN_USES,
  onward: parties.ONWARD_CASES,
  mechanism: parties.MECHANISMS,
  recipient: parties.RECIPIENT_CATEGORIES,
  trigger: parties.TRIGGERS,
  processor: parties.PROCESSOR_SERVICES,
  message: parties.MESSAGE_CLASSES,
  'message-basis': parties.MESSAGE_BASES,
  form: parties.DATA_FORMS,
  input: parties.INPUTS,
  'machine-kind': parties.MACHINE_DATA_KINDS,
  anchor: keeping.ANCHORS,
  ending: keeping.ENDINGS,
  fate: keeping.FATES,
  outcome: keeping.OUTCOMES,
  right: keeping.RIGHTS,
  request: keeping.REQUEST_CHANNELS,
  medium: keeping.REQUEST_MEDIA,
  assurance: keeping.ASSURANCE,
  proof: keeping.PROOF_WHEN,
  fee: keeping.FEES,
  ground: keeping.REFUSAL_GROUNDS,
  control: keeping.CONTROLS,
  check: keeping.CONTROL_CHECKS,
  'staff-role': keeping.STAFF_ROLES,
  'contact-role': keeping.CONTACT_ROLES,
  'told-by': keeping.TOLD_BY,
}

const listKeys = Object.entries(LISTS).flatMap(([prefix, words]) =>
  words.map(word => `${prefix}.${word}`),
)

test.each(LANGS)('every item of every closed list has words in %s', lang => {
  const spans = UNITS.flatMap(unit => ['length', 'within', 'during'].map(f => `span.${unit}.${f}`))
  const known = new Set(keysOf(lang))
  expect([...listKeys, ...spans].filter(key => !known.has(key))).toEqual([])
})

test('a form that one word of a list has, every word of the list has', () => {
  const known = new Set(keysOf('fi'))
  for (const [prefix, words] of Object.entries(LISTS)) {
    const forms = new Set(
      words.flatMap(word =>
        [...known]
          .filter(key => key.startsWith(`${prefix}.${word}.`))
          .map(key => key.slice(`${prefix}.${word}`.length)),
      ),
    )
    const wanted = [...forms].flatMap(form => words.map(word => `${prefix}.${word}${form}`))
    expect(wanted.filter(key => !known.has(key))).toEqual([])
  }
})

test('each closed list of the language is among those that have words', () => {
  const named = new Set(Object.values(LISTS))
  const apart = ['CLAIMS']
  const lists = Object.entries({ ...vocabulary, ...people, ...parties, ...keeping }).filter(
    ([name, list]) => Array.isArray(list) && !apart.includes(name),
  )
  expect(lists.filter(([, list]) => !named.has(list as never)).map(([name]) => name)).toEqual([])
  expect(lists.length).toBeGreaterThan(40)
})

test('two words of one list never read the same', () => {
  for (const [prefix, words] of Object.entries(LISTS)) {
    for (const lang of LANGS) {
      const texts = words.map(word => valueOf(lang, `${prefix}.${word}`))
      expect([prefix, lang, new Set(texts).size]).toEqual([prefix, lang, texts.length])
    }
  }
})

const LAW = lawOn('2026-11-22')
const curly = (text: string) => text.replaceAll("'", '’')

test('aims can be joined into one sentence', () => {
  for (const aim of AIMS) {
    for (const lang of LANGS) expect(valueOf(lang, `aim.${aim}`)).toMatch(/^[^,.;]+$/)
  }
})

test('people read contract items and transfer mechanisms in the words of the law tables', () => {
  const named = [
    ...LAW.contractItems().map(row => [`contract-item.${row.id}`, row] as const),
    ...LAW.mechanisms().map(row => [`mechanism.${row.id}`, row] as const),
  ]
  expect(named).toHaveLength(parties.CONTRACT_ITEMS.length + parties.MECHANISMS.length)
  for (const [key, { names }] of named) {
    for (const lang of LANGS) expect([key, valueOf(lang, key)]).toEqual([key, curly(names[lang])])
  }
})

test('a ground of refusal has the words and every article of the law tables', () => {
  const rights = keeping.RIGHTS.flatMap(right => LAW.refusalGrounds(right))
  for (const ground of keeping.REFUSAL_GROUNDS) {
    const rows = rights.filter(row => row.ground === ground)
    expect([ground, rows.length > 0]).toEqual([ground, true])
    // Two rights, one ground: the words then name what both have in common.
    if (ground !== 'rights-of-others') {
      for (const lang of LANGS) {
        const told = valueOf(lang, `ground.${ground}`)
        expect([told, rows.some(row => told.startsWith(curly(row.names[lang])))]).toEqual([
          told,
          true,
        ])
      }
    }
    const cited = rows.flatMap(({ article }) => article.match(/\d+(\(\w+\))+(-\(\w+\))?/g) ?? [])
    for (const article of cited) {
      expect(valueOf('en', `ground.${ground}`)).toContain(article.replace('-', '–'))
    }
  }
})

test('every promise that a policy can make has words in every language, and no other has', () => {
  expect(Object.keys(PROMISES).toSorted()).toEqual([...PROMISE_SLUGS].toSorted())
  for (const slug of PROMISE_SLUGS) {
    for (const lang of LANGS) expect(promiseWords(slug)[lang]).toMatch(/^\p{Lu}.*\p{L}\.$/u)
  }
  expect(() => promiseWords('no.such-promise')).toThrow('no.such-promise')
})

test('no two promises are made in the same words', () => {
  for (const lang of LANGS) {
    const said = Object.values(PROMISES).map(words => words[lang])
    expect(said.filter((text, at) => said.indexOf(text) !== at)).toEqual([])
  }
})

test('no message lies unused', () => {
  const source = sources(join(import.meta.dirname, '..')).join('\n')
  const prefixes = [...source.matchAll(/`([a-z][a-z.-]*\.)\$\{/g)].map(([, prefix = '']) => prefix)
  const isUsed = (key: string) =>
    listKeys.includes(key) ||
    source.includes(`'${key}'`) ||
    prefixes.some(prefix => key.startsWith(prefix))
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
  const promises = Object.entries(PROMISES).flatMap(([slug, words]) =>
    LANGS.map(lang => [lang, slug, words[lang]] as const),
  )
  for (const [, key, text] of [...entries, ...promises]) {
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

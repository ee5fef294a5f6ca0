import { expect, test } from 'vitest'
import { LANGS } from '../base/lang.ts'
import { moment, momentOf } from '../base/time.ts'
import { agoIn, dateTextIn, listed, sayIn } from './words.ts'
import { en } from './words/en.ts'
import { fi } from './words/fi.ts'
import { sv } from './words/sv.ts'

const CATALOGUE: Record<string, Record<string, string>> = { fi, sv, en }
const KEYS = Object.keys(en)
const byName = (a = '', b = '') => a.localeCompare(b)
const holes = (text = '') =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))]
    .filter(name => new RegExp(`\\{${name}[,}]`).test(text))
    .toSorted(byName)

test.each(['fi', 'sv'])('%s has exactly the keys of English, in its order', lang => {
  expect(Object.keys(CATALOGUE[lang] ?? {}).toSorted()).toEqual(KEYS.toSorted())
})

test.each(['fi', 'sv'])('%s fills in the same values as English', lang => {
  for (const key of KEYS) {
    const mine = holes(CATALOGUE[lang]?.[key]).filter(name => name !== 'count' && name !== 'same')
    const theirs = holes(CATALOGUE['en']?.[key]).filter(name => name !== 'count' && name !== 'same')
    expect([key, mine.filter(one => !theirs.includes(one ?? ''))]).toEqual([key, []])
  }
})

test('no sentence is left in another language', () => {
  for (const key of KEYS) {
    const said = LANGS.map(lang => CATALOGUE[lang]?.[key] ?? '')
    if (said.some(text => text.split(' ').length > 3))
      expect([key, new Set(said).size]).toEqual([key, 3])
  }
})

test('every sentence can be said, and leaves no hole open', () => {
  const values = Object.fromEntries(
    KEYS.flatMap(key => holes(CATALOGUE['en']?.[key])).map(name => [name, 2]),
  )
  for (const lang of LANGS)
    for (const key of Object.keys(en) as (keyof typeof en)[])
      expect(sayIn(lang)(key, values)).not.toMatch(/[{}]/)
})

test('numbers, lists, days and ages follow the language', () => {
  expect(sayIn('fi')('known.characters', { count: 1 })).toBe('1 merkki')
  expect(sayIn('fi')('known.characters', { count: 2 })).toBe('2 merkkiä')
  expect(listed('sv', ['a', 'b', 'c'])).toBe('a, b och c')
  expect(dateTextIn('fi', '2026-11-22')).toBe('22. marraskuuta 2026')
  expect(dateTextIn('en', 'kevät')).toBe('kevät')
  const now = moment('2026-11-22T12:00:00Z')
  expect(agoIn('en', momentOf(now - 59 * 60_000), now)).toBe('59 minutes ago')
  expect(agoIn('en', momentOf(now - 60 * 60_000), now)).toBe('1 hour ago')
  expect(agoIn('en', momentOf(now + 5_000), now)).toBe('now')
})

import { expect, test } from 'vitest'
import { LANGS } from '../src/base/lang.ts'
import { en } from './words/en.ts'
import { fi } from './words/fi.ts'
import { sv } from './words/sv.ts'

const BOOKS: Readonly<Record<string, Readonly<Record<string, string>>>> = { fi, sv, en }
const KEYS = Object.keys(en)

test('the console has a book of words for every language', () => {
  expect(Object.keys(BOOKS).toSorted()).toEqual([...LANGS].toSorted())
})

test.for(Object.entries(BOOKS))('%s has every word and no other', ([, book]) => {
  expect(Object.keys(book)).toEqual(KEYS)
  expect(Object.entries(book).filter(([, text]) => text.trim() === '')).toEqual([])
})

test.for(Object.entries(BOOKS))('%s has the same holes to fill', ([, book]) => {
  for (const [key, text] of Object.entries(en))
    expect([key, holes(book[key] ?? '')]).toEqual([key, holes(text)])
})

test.for(['fi', 'sv'])('%s is not left in English', lang => {
  const same = Object.entries(BOOKS[lang] ?? {}).filter(
    ([key, text]) =>
      /[a-z]{4}/i.test(text.replaceAll(/\{[^}]*\}/g, '')) && text === Reflect.get(en, key),
  )
  expect(same.map(([key]) => key)).toEqual([])
})

function holes(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\{([a-zA-Z]+)/g)].map(([, name = '']) => name))
}

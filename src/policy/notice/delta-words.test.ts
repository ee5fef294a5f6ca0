import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LANGS } from '../../base/lang.ts'
import type { Policy } from '../policy.ts'
import { readPolicy } from '../read-policy.ts'
import { bannerWords } from './banner-words.ts'
import { deltaWords } from './delta-words.ts'

const SHOP = readFileSync('policies/childrens-shop.yaml', 'utf8')

function read(...swaps: readonly (readonly [string, string])[]): Policy {
  const text = swaps.reduce((sum, [right, other]) => {
    expect(sum).toContain(right)
    return sum.replace(right, () => other)
  }, SHOP)
  const { policy, diagnostics } = readPolicy(text, 'x.yaml', '2026-11-23')
  if (policy) return policy
  throw new Error(diagnostics.map(({ line, message }) => `${line}: ${message}`).join('\n'))
}

const shop = read()
const grown = read(['fields: [campaign, path]', 'fields: [campaign, path, title]'])

test.for(LANGS)('only what grew is asked anew, with what changed, in %s', lang => {
  const words = deltaWords(grown, lang, shop, ['marketing'])
  expect(words?.purposes.map(({ id }) => id)).toEqual(['marketing'])
  const changes = words?.purposes[0]?.changes ?? []
  expect(changes).toHaveLength(1)
  expect(changes[0]).toMatch({ fi: /otsikko/i, sv: /rubrik|titel/i, en: /title/i }[lang])
})

test('of a version that is not known, only that it is asked again is said', () => {
  const words = deltaWords(grown, 'en', undefined, ['marketing'])
  expect(words?.purposes[0]?.changes).toEqual([expect.stringContaining('We ask again')])
})

test('nothing is asked anew for a purpose that needs no consent, or is none', () => {
  expect(deltaWords(grown, 'en', shop, ['functional'])).toBeUndefined()
  expect(deltaWords(grown, 'en', shop, ['marketing', 'toString'])).toBeUndefined()
  expect(deltaWords(grown, 'en', shop, [])).toBeUndefined()
})

test('the hash stands for language, versions and purposes, in whatever order they are asked for', () => {
  const hash = (...asked: Parameters<typeof deltaWords>) => deltaWords(...asked)?.sha256
  const both = hash(grown, 'en', shop, ['marketing', 'analytics'])
  expect(hash(grown, 'en', shop, ['analytics', 'marketing'])).toBe(both)
  const hashes = [
    both,
    hash(grown, 'fi', shop, ['marketing', 'analytics']),
    hash(grown, 'en', undefined, ['marketing', 'analytics']),
    hash(grown, 'en', shop, ['marketing']),
    bannerWords(grown, 'en').first.sha256,
  ]
  expect(new Set(hashes).size).toBe(5)
})

test('age is asked where what is asked anew makes a profile, and only there', () => {
  expect(deltaWords(grown, 'en', shop, ['marketing'])?.age?.title).toContain('13')
  expect(deltaWords(grown, 'en', shop, ['analytics'])).not.toHaveProperty('age')
})

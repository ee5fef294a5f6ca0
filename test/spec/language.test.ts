import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CODES } from '../../src/policy/diagnostic.ts'

const page = readFileSync('spec/language.md', 'utf8')

test('the sentences are numbered from one on, without a gap', () => {
  const numbers = [...page.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number))
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
  expect(numbers.length).toBeGreaterThan(50)
})

test('every block of the schema has its sentence', () => {
  const schema = JSON.parse(readFileSync('spec/policy.schema.json', 'utf8')) as {
    properties: Record<string, unknown>
  }
  const silent = Object.keys(schema.properties).filter(
    key => !new RegExp(`\`${key}[\`:.]`).test(page),
  )
  expect(silent).toEqual([])
})

test('every code has a page, and every page its code', () => {
  const pages = readdirSync('spec/diagnostics')
    .filter(name => /^L\d+\.md$/.test(name))
    .map(name => name.replace('.md', ''))
  expect(pages.toSorted()).toEqual(Object.keys(CODES).toSorted())
})

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PROVEN_SLUGS } from '../../src/policy/compile/proven.ts'
import { isProven, promiseWords } from '../../src/policy/index.ts'

const TABLE = 'spec/promises.json'
const LIST = 'src/policy/compile/proven.ts'

type Row = { slug: string; kind: string; statement: string; proof: string }

const table = (JSON.parse(readFileSync(TABLE, 'utf8')) as { promises: Row[] }).promises

/** Slugs in the names of tests, wherever they lie. */
const tagged = new Set(
  ['src', 'test', 'demo', 'tag', 'console'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.test.ts'))
      .flatMap(name => [
        ...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/proves: ([a-z]+\.[a-z0-9-]+)/g),
      ])
      .flatMap(([, slug]) => slug ?? []),
  ),
)

// LUPAUS_WRITE=1 writes both files anew, after tests were tagged or lost their tag: the next run is green.
if (process.env['LUPAUS_WRITE'] === '1') write()

test('the table tells of each promise whether a test of this version proves it', () => {
  const told = table.map(({ slug, proof }) => `${slug} ${proof}`)
  const found = table.map(({ slug }) => `${slug} ${tagged.has(slug) ? 'test' : 'none'}`)
  expect(told).toEqual(found)
})

test('no test is tagged with a promise that the table does not have', () => {
  const slugs = table.map(({ slug }) => slug)
  expect([...tagged].filter(slug => !slugs.includes(slug))).toEqual([])
})

test('what the running system calls proven is what the table calls tested', () => {
  expect(PROVEN_SLUGS).toEqual(table.filter(({ proof }) => proof === 'test').map(row => row.slug))
  for (const { slug, proof } of table)
    expect([slug, isProven(slug)]).toEqual([slug, proof === 'test'])
  expect(isProven('no.such-promise')).toBe(false)
})

test('each statement is one sentence of its own, and not what the notice says', () => {
  const statements = table.map(({ statement }) => statement)
  expect(new Set(statements).size).toBe(table.length)
  for (const { slug, statement } of table) {
    expect(statement).toMatch(/^[A-Z][^.]{20,}\.$/)
    expect(statement).not.toMatch(/\b(we|our|us|you|your)\b/i)
    expect(statement).not.toBe(promiseWords(slug).en)
  }
})

function write(): void {
  const rows = table.map(row => ({ ...row, proof: tagged.has(row.slug) ? 'test' : 'none' }))
  writeFileSync(TABLE, `${JSON.stringify({ promises: rows }, null, 2)}\n`)
  const list = rows.filter(({ proof }) => proof === 'test').map(({ slug }) => `  '${slug}',\n`)
  const head =
    '/** Promises that tests of this version prove, in the order of the table; written by their test. */'
  writeFileSync(
    LIST,
    `${head}\nexport const PROVEN_SLUGS: readonly string[] = [\n${list.join('')}]\n`,
  )
}

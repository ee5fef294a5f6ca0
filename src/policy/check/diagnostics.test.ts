import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CODES } from '../diagnostic.ts'
import { LINT_RULES } from '../lint/rules.ts'
import { lintWords } from '../lint/words.ts'
import { readPolicy } from '../read-policy.ts'

const FOLDER = 'spec/diagnostics'
const family = (start: string) =>
  Object.keys(CODES).filter(code => code.startsWith(start) && code.length === 5)

/** What is said of a file as a whole, or of several, has no lines to show. */
const WITHOUT_LINES = ['L0001', 'L0002', 'L0003', 'L0004', 'L0005', ...family('L06')]

const pages = readdirSync(FOLDER)
  .filter(name => /^L\d+\.md$/.test(name))
  .map(name => [name.replace('.md', ''), readFileSync(`${FOLDER}/${name}`, 'utf8')] as const)

/** One stretch of a policy: as it should be, and as it should not. */
type Swap = { readonly right: string; readonly wrong: string }

const examples = pages.flatMap(([code, page]) => {
  const policy = /In `(policies\/[\w-]+\.yaml)`/.exec(page)?.[1]
  const swaps = [...page.matchAll(/```diff\n([\s\S]*?)```/g)].map(([, lines = '']) => swapOf(lines))
  return policy === undefined || swaps.length === 0 ? [] : [[code, policy, swaps] as const]
})

function swapOf(diff: string): Swap {
  const lines = diff.trimEnd().split('\n')
  const keep = (sign: string) =>
    lines
      .filter(line => [sign, ' '].includes(line[0] ?? ' '))
      .map(line => line.slice(1))
      .join('\n')
  return { right: keep('+'), wrong: keep('-') }
}

test('every code has its page with title and reason, and every page its code', () => {
  expect(pages.map(([code]) => code).toSorted()).toEqual(Object.keys(CODES).toSorted())
  for (const [code, page] of pages) {
    expect(page).toMatch(new RegExp(`^# ${code}: .{8,}\n`))
    expect([code, /\*\*Why\.\*\* .{20,}/.test(page)]).toEqual([code, true])
    const isWarning = Object.entries(CODES).some(([key, how]) => key === code && how === 'warning')
    expect([code, page.includes(': warning: ')]).toEqual([code, isWarning])
  }
})

test('the pages of law-lint give its reason, its safe reading and its article', () => {
  for (const { code, article } of LINT_RULES) {
    const page = pages.find(([known]) => known === code)?.[1]
    const words = lintWords(code)
    expect(page).toContain(words?.why.en)
    expect(page).toContain(words?.safe.en)
    expect(page).toContain(article)
  }
})

test('every code of the source is one of them, and none is idle', () => {
  const used = ['src/policy', 'src/cli'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .filter(name => name !== 'diagnostic.ts')
      .flatMap(
        name => readFileSync(`${folder}/${name}`, 'utf8').match(/\bL\d{4}\b|\bL[0-3]\d\b/g) ?? [],
      ),
  )
  const known = Object.keys(CODES)
  expect([...new Set(used)].filter(code => known.includes(code)).toSorted()).toEqual(
    known.toSorted(),
  )
  expect([...new Set(used)].filter(code => !known.includes(code))).toEqual([])
})

test('every page about the text of a policy has an example', () => {
  const shown = examples.map(([code]) => code)
  const wanted = Object.keys(CODES).filter(code => !WITHOUT_LINES.includes(code))
  expect(shown.toSorted()).toEqual(wanted.toSorted())
})

test.for(examples)('%s is said of its wrong lines, not of its right ones', example => {
  const [code, file, swaps] = example
  const text = readFileSync(file, 'utf8')
  const codesOf = (of: string) =>
    readPolicy(of, file, '2026-11-22').diagnostics.map(diagnostic => diagnostic.code)
  expect(codesOf(text)).toEqual([])
  const swapped = swaps.reduce((held, { right, wrong }) => {
    expect(held).toContain(right)
    return held.replace(right, () => wrong)
  }, text)
  const { policy, diagnostics } = readPolicy(swapped, file, '2026-11-22')
  const found = diagnostics.find(diagnostic => diagnostic.code === code)
  expect(diagnostics.map(diagnostic => diagnostic.code)).toContain(code)
  expect(found?.message).not.toMatch(/undefined|\[object|\n/)
  expect(found?.help).not.toBe('')
  expect(found?.endColumn).toBeGreaterThan(found?.column ?? 0)
  expect(policy === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'))
})

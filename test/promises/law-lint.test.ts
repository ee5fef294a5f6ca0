import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lintWords, readPolicy } from '../../src/policy/index.ts'
import { LAW_LINT } from '../../src/policy/diagnostic.ts'
import { LINT_RULES } from '../../src/policy/lint/rules.ts'
import {
  BEYOND,
  chanceOf,
  DOCUMENTS,
  expectedOf,
  ON,
  pairsIn,
  plainOf,
  REASONS,
  renamed,
  repaired,
  repairsOf,
  shuffled,
  TABLE,
  WORDINGS,
} from './as-published.ts'

const SAFE = readdirSync('policies').filter(name => name.endsWith('.yaml'))
const SEEDS = [1, 2, 3, 4, 5]

test('there is one rule for each of the thirty findings', () => {
  expect(LINT_RULES.map(({ code }) => code).toSorted()).toEqual(Object.keys(LAW_LINT).toSorted())
  expect(LINT_RULES.map(({ code }) => code)).toEqual(LINT_RULES.map(({ code }) => code).toSorted())
})

test('nothing stands in the table twice, nor both in it and beyond it', () => {
  expect(TABLE).toHaveLength(72)
  const all = [...TABLE, ...BEYOND]
  expect(new Set(all).size).toBe(all.length)
  expect([...new Set(TABLE.map(pair => pair.split(' ')[0]))]).toEqual(Object.keys(LAW_LINT))
})

describe.for(DOCUMENTS)('the published document $number', ({ number, name, file, sentences }) => {
  const policy = plainOf(file)
  const expected = expectedOf(number)

  test('every sentence of it, but headings, is said by some node', () => {
    const said = new Set(readFileSync(file, 'utf8').match(new RegExp(`${number}[.]\\d\\d`, 'g')))
    expect(sentences.filter(sentence => !said.has(sentence))).toEqual([])
  })

  test('every item that says something names its sentence', () => {
    expect(nameless(policy, [])).toEqual([])
  })

  test('keeps: law-lint.table: it is read, told exactly what the table and the list beyond it say, and never compiles', () => {
    const { policy: compiled, diagnostics } = readPolicy(readFileSync(file, 'utf8'), file, ON)
    expect(compiled).toBeUndefined()
    const lint = diagnostics.filter(({ code }) => Object.hasOwn(LAW_LINT, code))
    const others = diagnostics.filter(found => !lint.includes(found)).map(({ code }) => code)
    expect(new Set(others)).toEqual(new Set(others.length > 0 ? ['L0111'] : []))
    const pairs = lint.map(({ code, law }) => `${code} ${law?.from ?? '-'}`)
    expect([...new Set(pairs)].toSorted()).toEqual(expected)
  })

  test.for(SEEDS)('keeps: law-lint.table: names and order mean nothing (seed %i)', seed => {
    const copy = shuffled(renamed(policy, seed), chanceOf(seed))
    expect(copy).not.toEqual(policy)
    expect(pairsIn(copy)).toEqual(expected)
  })

  test('each finding has a repair', () => {
    expect(
      repairsOf(name)
        .map(({ finding }) => finding)
        .toSorted(),
    ).toEqual(expected)
  })

  test.for(repairsOf(name))(
    'keeps: law-lint.table: the repair of $finding takes it away, and nothing else',
    repair => {
      const { finding, edits } = repair
      expect(pairsIn(repaired(policy, edits))).toEqual(expected.filter(pair => pair !== finding))
      // The same repair in a copy with other names and another order.
      const copy = shuffled(repaired(policy, edits), chanceOf(7))
      expect(pairsIn(renamed(copy, 7))).toEqual(expected.filter(pair => pair !== finding))
    },
  )
})

test.for<string>(SAFE)('keeps: law-lint.table: the safe policy %s is told nothing', name => {
  const text = readFileSync(`policies/${name}`, 'utf8')
  const { policy, diagnostics } = readPolicy(text, name, ON)
  expect(diagnostics.filter(({ code }) => Object.hasOwn(LAW_LINT, code))).toEqual([])
  expect(policy).toBeDefined()
})

test.for(LINT_RULES.map(({ code }) => code))(
  'keeps: law-lint.table: without the rule %s, something is not found',
  code => {
    const others = LINT_RULES.filter(rule => rule.code !== code)
    const found = DOCUMENTS.flatMap(({ file }) => pairsIn(plainOf(file), others))
    const all = DOCUMENTS.flatMap(({ number }) => expectedOf(number))
    expect(all.filter(pair => !found.includes(pair))).not.toEqual([])
    expect(all.filter(pair => !found.includes(pair)).every(pair => pair.startsWith(code))).toBe(
      true,
    )
  },
)

test('every finding has its words in every language, and a row of the page that tells of them', async () => {
  for (const code of Object.keys(LAW_LINT)) {
    const words = lintWords(code)
    for (const text of [words?.why, words?.safe].flatMap(said => Object.values(said ?? {})))
      expect(text).toMatch(/^\p{Lu}[^\n]+[.]$/u)
    expect(Object.keys({ ...words?.why })).toEqual(['fi', 'sv', 'en'])
  }
  await expect(page()).toMatchFileSnapshot('../../docs/concepts/law-lint.md')
})

/** The page on law-lint: the thirty findings as the rules, the words and the table say them. */
function page(): string {
  const head = readFileSync('test/promises/law-lint-head.md', 'utf8')
  const rows = LINT_RULES.map(({ code, article }) => {
    const sentences = TABLE.filter(pair => pair.startsWith(code)).map(pair => pair.slice(4))
    const link = `[${code}](../../spec/diagnostics/${code}.md)`
    const cells = [link, sentences.join(' '), WORDINGS.get(code), article, lintWords(code)?.safe.en]
    return cells.map(String)
  })
  const findings = table(
    ['code', 'published sentences', 'what they say', 'article', 'read as'],
    rows,
  )
  const others = BEYOND.map(pair => [...pair.split(' '), `${REASONS.get(pair)}`])
  const beyond = table(['code', 'sentence', 'why'], others)
  return head.replace('{findings}', findings).replace('{beyond}', beyond)
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Items of lists that name no sentence, neither their own nor that of an item around them. */
function nameless(value: unknown, path: readonly string[]): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const isItem = !Array.isArray(value) && /^\d+$/.test(path.at(-1) ?? '')
  if (isItem) return Object.hasOwn(value, 'from') ? [] : [path.join('.')]
  return Object.entries(value).flatMap(([key, held]) => nameless(held, [...path, key]))
}

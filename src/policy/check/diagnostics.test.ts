import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CODES } from '../diagnostic.ts'
import { readPolicy } from '../read-policy.ts'

const shop = readFileSync('policies/childrens-shop.yaml', 'utf8')
const page = readFileSync('docs/reference/diagnostics.md', 'utf8')
const ABOUT_FILES = ['L0001', 'L0002', 'L0003', 'L0004', 'L0005']

const entries = page.split(/^### /m).slice(1)
const examples = entries.flatMap(entry => {
  const lines = /```diff\n([\s\S]*?)```/.exec(entry)?.[1]?.trimEnd().split('\n')
  const keep = (sign: string) =>
    lines?.filter(line => [sign, ' '].includes(line[0] ?? '')).map(line => line.slice(1))
  const [right, wrong] = [keep('+')?.join('\n'), keep('-')?.join('\n')]
  return right === undefined || wrong === undefined
    ? []
    : [[entry.slice(0, 5), right, wrong] as const]
})

test('every code has its entry, and every entry its code', () => {
  expect(entries.map(entry => entry.slice(0, 5))).toEqual(Object.keys(CODES))
  for (const entry of entries)
    expect(entry.includes('warning:')).toBe(CODES[entry.slice(0, 5) as 'L0101'] !== 'error')
})

test('every code of the source is one of them, and none is idle', () => {
  const used = ['src/policy', 'src/cli'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .filter(name => name !== 'diagnostic.ts')
      .flatMap(name => readFileSync(`${folder}/${name}`, 'utf8').match(/L0\d{3}/g) ?? []),
  )
  expect([...new Set(used)].toSorted()).toEqual(Object.keys(CODES))
})

test('every entry about the text of a policy has an example', () => {
  const shown = examples.map(([code]) => code)
  expect(shown).toEqual(Object.keys(CODES).filter(code => !ABOUT_FILES.includes(code)))
})

test.for(examples)(
  '%s is said of its wrong lines, not of its right ones',
  ([code, right, wrong]) => {
    expect(shop).toContain(right)
    const { policy, diagnostics } = readPolicy(
      shop.replace(right, () => wrong),
      'shop.yaml',
      '2026-11-22',
    )
    const [found] = diagnostics.filter(diagnostic => diagnostic.code === code)
    expect(diagnostics.map(diagnostic => diagnostic.code)).toContain(code)
    expect(found?.message).not.toMatch(/undefined|\[object|\n/)
    expect(found?.help).not.toBe('')
    expect(found?.endColumn).toBeGreaterThan(found?.column ?? 0)
    expect(policy === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'))
  },
)

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { lupaus } from '../../test/scratch/cli.ts'

const NOTICE = 'policies/machine-dealer.yaml'
const AS_PUBLISHED = 'policies/as-published/machine-dealer.yaml'
const folder = mkdtempSync(join(tmpdir(), 'lupaus-complete-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ask = ['check', '--completeness', '--on', '2026-11-22'] as const

test('`--completeness` lists each item of each list under the other, with its line', async () => {
  const { code, out } = await lupaus(...ask, NOTICE)
  const lines = out.split('\n').filter(line => line.startsWith('  '))
  expect(lines.filter(line => line.startsWith('  13('))).toHaveLength(12)
  expect(lines.filter(line => line.startsWith('  30('))).toHaveLength(7)
  expect(lines.find(line => line.startsWith('  13(2)(d)'))).toMatch(
    /^ {2}13\(2\)\(d\)  present {9}line \d+ +the right to complain to the supervisory authority$/,
  )
  const columns = lines.map(line => line.search(/present|not applicable|missing/))
  expect(new Set(columns).size).toBe(1)
  expect(code).toBe(0)
})

test('what does not apply says why, in words of the language', async () => {
  const path = join(folder, 'no-officer.yaml')
  const text = readFileSync(NOTICE, 'utf8')
    .replace('role: data-protection-officer\n    name', 'role: data-protection-questions\n    name')
    .concat('\nnot-applicable: [{ item: dpo, because: no-duty-to-appoint }]\n')
  writeFileSync(path, text)
  const { out } = await lupaus(...ask, '--lang', 'sv', path)
  expect(out).toContain('kontaktuppgifter till dataskyddsombudet (no-duty-to-appoint)')
  expect(out).toMatch(/gäller inte {2}rad \d+/)
})

test('a published text that does not run is listed as well, with what it lacks', async () => {
  const { code, out } = await lupaus(...ask, '--lang', 'fi', AS_PUBLISHED)
  expect(out).toMatch(/13\(2\)\(b\) {2}puuttuu .*`restriction`, `objection`, `portability`/)
  expect(code).toBe(1)
})

test('with `--json` the lists stand beside the diagnostics, and only when asked for', async () => {
  const { out } = await lupaus(...ask, '--json', NOTICE)
  const { diagnostics, completeness } = JSON.parse(out) as {
    diagnostics: unknown[]
    completeness: { file: string; item: string; state: string; where?: number; name: string }[]
  }
  expect(diagnostics).toEqual([])
  expect(completeness.find(({ item }) => item === '13.2.d')).toEqual({
    file: NOTICE,
    checklist: '13',
    item: '13.2.d',
    article: 'GDPR 13(2)(d)',
    state: 'present',
    where: expect.any(Number) as number,
    name: 'the right to complain to the supervisory authority',
  })
  const plain = await lupaus('check', '--json', NOTICE)
  expect(Object.keys(JSON.parse(plain.out) as object)).toEqual(['diagnostics'])
})

test('a file that cannot be read has no list, and no list hides what is wrong with it', async () => {
  const { code, out } = await lupaus(...ask, join(folder, 'none.yaml'))
  expect(out).toContain('L0001')
  expect(out).not.toContain('Art. 13')
  expect(code).toBe(1)
})

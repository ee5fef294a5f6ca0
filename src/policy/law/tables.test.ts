import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { LANGS } from '../../base/lang.ts'
import { LAW_TABLES } from './index.ts'

const SCRATCH = mkdtempSync(join(tmpdir(), 'lupaus-law-'))
afterAll(() => rmSync(SCRATCH, { recursive: true }))

const ROWS = LAW_TABLES.flatMap(table => table.rows)

test('keeps: law.one-source, as the module and the page say what law/ says', () => {
  const { status, stderr } = generator('.', '--check')
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

test('a figure that was changed only in law/ is noticed, and the generator mends it', () => {
  const copy = copyWith('law/rights.yaml', 'months: 1, from: receipt', 'months: 3, from: receipt')
  const checked = generator(copy, '--check')
  expect(checked.status).toBe(1)
  expect(checked.stderr).toContain('tables/rights.ts differs')
  expect(checked.stderr).toContain('docs/reference/law.md differs')
  expect(generator(copy).status).toBe(0)
  expect(generator(copy, '--check').status).toBe(0)
})

test('a figure that was changed only in the module is noticed', () => {
  const copy = copyWith('src/policy/law/tables/breaches.ts', 'count: 72', 'count: 96')
  expect(generator(copy, '--check').status).toBe(1)
})

test.for([
  ['an unknown key', 'id: keep-books', 'id: keep-books\n    kept: yes', 'unknown key `kept`'],
  ['a misspelt kind', 'is: term', 'is: terms', 'unknown kind `terms`'],
  ['no owner', 'owner: law editor', 'ownr: law editor', 'unknown key `ownr`'],
  ['a day that is none', '"2016-01-01"', '"2016-02-30"', '`valid-from` must be a day'],
  ['an act nobody knows', 'act: 1336/1997', 'act: 1336/1998', 'unknown act `1336/1998`'],
  ['two rows for one day', 'id: keep-vouchers', 'id: keep-books', 'two rows hold on one day'],
  ['doubt without a reason', 'confirmed: true', 'confirmed: false', 'say why in `note`'],
  ['no source', 'source: 1620/2015 as published', '', 'needs `source`'],
])('the generator refuses %s', ([, find = '', replace = '', complaint]) => {
  const copy = copyWith('law/keeping.yaml', find, replace)
  if (complaint?.includes('why in')) dropNotes(join(copy, 'law/keeping.yaml'))
  const { status, stderr } = generator(copy)
  expect(stderr).toContain(complaint)
  expect(status).toBe(2)
})

test('every row says where it stands, where it was read, and since when', () => {
  for (const row of ROWS) {
    expect(row.article, row.id).not.toBe('')
    expect(row.source, row.id).not.toBe('')
    expect(row.validFrom, row.id).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(row.confirmed || row.note, row.id).toBeTruthy()
  }
})

test('what was read nowhere but in memory is never called confirmed', () => {
  const remembered = ROWS.filter(row => /memory|secondary|accounts/.test(row.source))
  expect(remembered.length).toBeGreaterThan(0)
  expect(remembered.filter(row => row.confirmed)).toEqual([])
})

test('every text of a row exists in fi, sv and en, and they differ', () => {
  for (const row of ROWS) {
    if (!('names' in row)) continue
    for (const lang of LANGS) expect(row.names[lang].trim(), row.id).not.toBe('')
    expect(new Set(Object.values(row.names)).size, row.id).toBe(LANGS.length)
  }
})

test('every table has an owner and a day of review, after what it was read for', () => {
  for (const { name, owner, reviewBy, rows } of LAW_TABLES) {
    expect(owner, name).not.toBe('')
    for (const row of rows) expect(reviewBy > row.validFrom, row.id).toBe(true)
  }
})

test('the page says that it is no legal advice, and marks what is unconfirmed', () => {
  const page = readFileSync('docs/reference/law.md', 'utf8')
  expect(page).toContain('no legal advice')
  const rows = page.split('\n').filter(line => line.startsWith('| `'))
  expect(rows).toHaveLength(ROWS.length)
  expect(rows.filter(line => line.includes('| **no**: '))).toHaveLength(
    ROWS.filter(row => !row.confirmed).length,
  )
})

function generator(root: string, ...args: string[]) {
  return spawnSync(process.execPath, [join(root, 'scripts/law.mjs'), ...args], {
    encoding: 'utf8',
  })
}

/** A copy of what the generator reads and writes, with one text replaced once. */
function copyWith(path: string, find: string, replace: string): string {
  const copy = mkdtempSync(join(SCRATCH, 'copy-'))
  for (const folder of ['src/policy/law', 'docs/reference', 'scripts']) {
    mkdirSync(join(copy, folder), { recursive: true })
  }
  for (const part of ['law', 'src/policy/law', 'docs/reference/law.md', 'scripts/law.mjs']) {
    cpSync(part, join(copy, part), { recursive: true })
  }
  cpSync('.oxfmtrc.json', join(copy, '.oxfmtrc.json'))
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'))
  const text = readFileSync(join(copy, path), 'utf8')
  expect(text).toContain(find)
  writeFileSync(
    join(copy, path),
    text.replace(find, () => replace),
  )
  return copy
}

function dropNotes(path: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/^ +note: .*\n/gm, ''))
}

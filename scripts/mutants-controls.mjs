// Mutants of which the verdict is known, so that the runner itself is tried: it must tell a guard that was
// switched off from a change that nothing tests, and must see what only a child process or a reader of
// the file would see. Their files are written into the copy, and are no part of the tree.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = 'test/mutant-controls'
const PURE = 'src/base/mutant-control.test.ts'

const FILES = {
  [`${FOLDER}/guard.ts`]: `import { LIMIT } from './limit.ts'
export const isAllowed = (age: number): boolean => age >= LIMIT
`,
  [`${FOLDER}/limit.ts`]: 'export const LIMIT = 13\n',
  [`${FOLDER}/limit.json`]: '{ "limit": 13 }\n',
  [`${FOLDER}/limit.sql`]: 'select 13\n',
  [`${FOLDER}/child.mjs`]: 'process.exitCode = 13\n',
  [`${FOLDER}/guard.test.ts`]: `import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isAllowed } from './guard.ts'
import json from './limit.json' with { type: 'json' }
describe('keeps: control', () => {
  test('twelve is too young', () => expect(isAllowed(12)).toBe(false))
  test('an import of JSON', () => expect(json.limit).toBe(13))
  test('a file that is read', () => {
    expect(readFileSync('${FOLDER}/limit.sql', 'utf8')).toBe('select 13\\n')
  })
  test('a child process', () => {
    expect(spawnSync(process.execPath, ['${FOLDER}/child.mjs']).status).toBe(13)
  })
})
test('keeps: control-of-another-name', () => expect(isAllowed(200)).toBe(true))
test('keeps: control-that-is-red', () => expect(isAllowed(12)).toBe(true))
`,
  [PURE]: `import { expect, test } from 'vitest'
import { isAllowed } from '../../${FOLDER}/guard.ts'
test('keeps: control', () => expect(isAllowed(12)).toBe(false))
`,
}

const GREEN = 'the test stayed green'
const limit = { file: `${FOLDER}/limit.ts`, find: 'LIMIT = 13' }

export const CONTROLS = [
  { name: 'a guard that is off', ...limit, replace: 'LIMIT = 0', expect: 'killed' },
  { name: 'nothing changed', ...limit, replace: 'LIMIT = 13', expect: GREEN },
  { name: 'a change without effect', ...limit, replace: 'LIMIT = 26 / 2', expect: GREEN },
  { name: 'a module that throws', ...limit, replace: 'LIMIT = x', expect: 'no test ran' },
  { name: 'text that is no program', ...limit, replace: 'LIMIT = (', expect: 'no test ran' },
  {
    name: 'an end of the process',
    ...limit,
    replace: 'LIMIT = 13; process.kill(process.pid, "SIGKILL")',
    expect: 'no test ran',
  },
  { name: 'nothing changed, after those', ...limit, replace: 'LIMIT = 13', expect: GREEN },
  {
    name: 'a test of another name',
    ...limit,
    invariant: 'control-of-another-name',
    replace: 'LIMIT = 0',
    expect: GREEN,
  },
  {
    name: 'a test that is red without it',
    ...limit,
    invariant: 'control-that-is-red',
    replace: 'LIMIT = 0',
    expect: `\`keeps: control-that-is-red\` in ${FOLDER}/guard.test.ts is not green without it`,
  },
  {
    name: 'text that is not there',
    ...limit,
    find: 'LIMIT = 14',
    replace: 'LIMIT = 0',
    expect: `\`find\` does not occur exactly once in ${limit.file}`,
  },
  { name: 'JSON', file: `${FOLDER}/limit.json`, find: '13', replace: '0', expect: 'killed' },
  { name: 'a file read', file: `${FOLDER}/limit.sql`, find: '13', replace: '0', expect: 'killed' },
  { name: 'a child', file: `${FOLDER}/child.mjs`, find: '13', replace: '0', expect: 'killed' },
  { name: 'a shared process', ...limit, replace: 'LIMIT = 0', test: PURE, expect: 'killed' },
  { name: 'a shared process, off', ...limit, replace: 'LIMIT = 13', test: PURE, expect: GREEN },
].map(each => ({ invariant: 'control', test: `${FOLDER}/guard.test.ts`, ...each }))

/** Writes what the controls change into a copy of the tree. */
export function writeControls(copy) {
  mkdirSync(join(copy, FOLDER), { recursive: true })
  for (const [path, text] of Object.entries(FILES)) writeFileSync(join(copy, path), text)
}

// Switches each guard off, one at a time, and expects the test that proves it to go red.
// test/mutants/NAME.json: {promise, file, find, replace, test, build?}. Works on a copy.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, setUp } from './setup.mjs'

setUp()
const wanted = process.argv.slice(2).filter(arg => !arg.startsWith('--'))
const mutants = readdirSync('test/mutants')
  .filter(name => name.endsWith('.json'))
  .map(name => ({
    name: name.replace('.json', ''),
    ...JSON.parse(readFileSync(`test/mutants/${name}`, 'utf8')),
  }))
  .filter(({ name }) => wanted.length === 0 || wanted.some(part => name.includes(part)))
if (mutants.length === 0) {
  process.stderr.write('There is no such mutant.\n')
  process.exit(2)
}

const copy = mkdtempSync(join(tmpdir(), 'lupaus-mutants-'))
process.on('exit', () => rmSync(copy, { recursive: true, force: true }))
for (const entry of readdirSync(root)) {
  if (['node_modules', '.git', 'data', '.cache'].includes(entry)) continue
  cpSync(join(root, entry), join(copy, entry), { recursive: true })
}
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))

const green = new Map()
let survived = 0
for (const mutant of mutants) {
  const verdict = tryMutant(mutant)
  if (verdict !== 'killed') survived += 1
  process.stdout.write(
    `${verdict === 'killed' ? 'red as it must be' : `SURVIVED (${verdict})`}  ${mutant.name}\n`,
  )
}
process.stdout.write(
  `mutants: ${mutants.length - survived} of ${mutants.length} turned their test red\n`,
)
process.exitCode = survived === 0 ? 0 : 1

function tryMutant({ promise, file, find, replace, test, build }) {
  const path = join(copy, file)
  const original = readFileSync(path, 'utf8')
  if (original.split(find).length !== 2) return `\`find\` does not occur exactly once in ${file}`
  const name = `proves: ${promise}`
  if (!green.has(test + name)) green.set(test + name, vitest(test, name))
  if (green.get(test + name) !== 0) return `\`${name}\` in ${test} is not green without it`
  try {
    writeFileSync(
      path,
      original.replace(find, () => replace),
    )
    if (build === true && make() !== 0) return 'it does not build'
    return vitest(test, name) === 0 ? 'the test stayed green' : 'killed'
  } finally {
    writeFileSync(path, original)
    if (build === true) make()
  }
}

function vitest(test, name) {
  const long = test.startsWith('test/long/') ? ['--config', 'vitest.long.config.ts'] : []
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...long, test, '-t', name, '--no-color']
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' })
  // A run that found no test of that name proves nothing.
  return /Tests .*\b[1-9]\d* (passed|failed)/.test(stdout) ? status : -1
}

function make() {
  return spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: copy }).status
}

// Switches each guard off, one at a time, and expects the test that proves it to go red.
// test/mutants/NAME.json: {promise or invariant, file, find, replace, test, build?}. A promise of the table is
// proven by tests named `proves: slug`, an invariant of our own by tests named `keeps: name`. Works on
// copies, two at a time.
import { spawn } from 'node:child_process'
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

const WORKERS = 2
const LEFT_BEHIND = ['node_modules', '.git', 'data', '.cache']

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

// Mutants of one test file go to one worker: it must be seen green only once.
const queue = [...grouped(mutants).values()].toSorted((a, b) => b.length - a.length)
let survived = 0
await Promise.all(Array.from({ length: Math.min(WORKERS, queue.length) }, worker))
process.stdout.write(
  `mutants: ${mutants.length - survived} of ${mutants.length} turned their test red\n`,
)
process.exitCode = survived === 0 ? 0 : 1

async function worker() {
  const copy = copyOfTree()
  const green = new Map()
  for (let group = queue.shift(); group; group = queue.shift()) {
    for (const mutant of group) {
      const verdict = await tryMutant(mutant, copy, green)
      if (verdict !== 'killed') survived += 1
      const word = verdict === 'killed' ? 'red as it must be' : `SURVIVED (${verdict})`
      process.stdout.write(`${word}  ${mutant.name}\n`)
    }
  }
}

async function tryMutant({ promise, invariant, file, find, replace, test, build }, copy, green) {
  const path = join(copy, file)
  const original = readFileSync(path, 'utf8')
  if (original.split(find).length !== 2) return `\`find\` does not occur exactly once in ${file}`
  const name = promise === undefined ? `keeps: ${invariant}` : `proves: ${promise}`
  if (!green.has(test + name)) green.set(test + name, await vitest(copy, test, name))
  if (green.get(test + name) !== 'green') return `\`${name}\` in ${test} is not green without it`
  try {
    writeFileSync(
      path,
      original.replace(find, () => replace),
    )
    if (build === true && (await make(copy)) !== 0) return 'it does not build'
    const found = await vitest(copy, test, name)
    if (found === 'red') return 'killed'
    return found === 'green' ? 'the test stayed green' : 'no test ran'
  } finally {
    writeFileSync(path, original)
    if (build === true) await make(copy)
  }
}

/** A run in which no test of that name ran proves nothing, whatever its exit code. */
async function vitest(copy, test, name) {
  const long = test.startsWith('test/long/') ? ['--config', 'vitest.long.config.ts'] : []
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...long, test, '-t', name, '--no-color']
  const { status, output } = await run(copy, args)
  const tests = /^ *Tests .*$/m.exec(output)?.[0] ?? ''
  if (/\b[1-9]\d* failed/.test(tests)) return 'red'
  return status === 0 && /\b[1-9]\d* passed/.test(tests) ? 'green' : 'nothing'
}

async function make(copy) {
  return (await run(copy, ['scripts/build.mjs'])).status
}

function run(cwd, args) {
  return new Promise(resolve => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'ignore'] })
    let output = ''
    child.stdout.on('data', chunk => (output += String(chunk)))
    child.on('close', status => resolve({ status, output }))
  })
}

function copyOfTree() {
  const copy = mkdtempSync(join(tmpdir(), 'lupaus-mutants-'))
  process.on('exit', () => rmSync(copy, { recursive: true, force: true }))
  for (const entry of readdirSync(root)) {
    if (LEFT_BEHIND.includes(entry)) continue
    cpSync(join(root, entry), join(copy, entry), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

function grouped(all) {
  const groups = new Map()
  for (const mutant of all) {
    groups.set(mutant.test, [...(groups.get(mutant.test) ?? []), mutant])
  }
  return groups
}

// Switches each guard off, one at a time, and expects the test that proves it to go red.
// test/mutants/NAME.json: {promise or invariant, file, find, replace, test, build?}. A promise of the table is
// proven by tests named `proves: slug`, an invariant of our own by tests named `keeps: name`. Works on
// copies, two at a time.
import { fork } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
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
  const runner = startRunner(copyOfTree())
  for (let group = queue.shift(); group; group = queue.shift()) {
    for (const mutant of group) {
      const { verdict, seconds } = await runner.ask(mutant)
      if (verdict !== 'killed') survived += 1
      const word = verdict === 'killed' ? 'red as it must be' : `SURVIVED (${verdict})`
      process.stdout.write(`${word}  ${mutant.name}  ${seconds.toFixed(0)} s\n`)
    }
  }
  await runner.stop()
}

/** The process that tries mutants in one copy, one at a time. */
function startRunner(copy) {
  const script = join(copy, 'scripts/mutants-worker.mjs')
  const child = fork(script, { cwd: copy, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const gone = new Promise(resolve => child.once('exit', resolve))
  const lost = gone.then(() => ({ verdict: 'the run ended before its answer', seconds: 0 }))
  return {
    ask: mutant => {
      const answer = new Promise(resolve => child.once('message', resolve))
      child.send(mutant)
      return Promise.race([answer, lost])
    },
    stop: () => {
      child.send(null)
      return gone
    },
  }
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

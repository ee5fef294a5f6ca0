// Switches each guard off, one at a time, and expects the test that proves it to go red.
// test/mutants/NAME.json: {promise or invariant, file, find, replace, test, build?}. A promise of the table is
// proven by tests named `proves: slug`, an invariant of our own by tests named `keeps: name`. Works on
// copies, two at a time. Each copy is first tried with mutants of which the verdict is known
// (scripts/mutants-controls.mjs); `--self-test` tries only those.
import { fork } from 'node:child_process'
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
import { CONTROLS, writeControls } from './mutants-controls.mjs'
import { root, setUp } from './setup.mjs'

const WORKERS = 2
const LEFT_BEHIND = ['node_modules', '.git', 'data', '.cache']
/** A mutant that hangs its test is not a proof, and must not hang the run. */
const LONGEST_MS = 10 * 60_000

setUp()
const started = performance.now()
const isSelfTest = process.argv.includes('--self-test')
const wanted = process.argv.slice(2).filter(arg => !arg.startsWith('--'))
const mutants = readdirSync('test/mutants')
  .filter(name => name.endsWith('.json') && !isSelfTest)
  .map(name => ({
    name: name.replace('.json', ''),
    ...JSON.parse(readFileSync(`test/mutants/${name}`, 'utf8')),
  }))
  .filter(({ name }) => wanted.length === 0 || wanted.some(part => name.includes(part)))
if (mutants.length === 0 && !isSelfTest) {
  process.stderr.write('There is no such mutant.\n')
  process.exit(2)
}

// Mutants of one test file go to one worker: it must be seen green only once. The slow files first,
// so that no worker waits long for the other.
const queue = [...grouped(mutants).values()].toSorted((a, b) => weight(b) - weight(a))
const CONTROL_NAMES = new Map(
  [...grouped(CONTROLS)].map(([test, group]) => [test, [...new Set(group.map(nameOf))]]),
)
const copies = []
const running = new Set()
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130))
process.on('exit', () => {
  for (const each of running) each.end()
  for (const copy of copies) rmSync(copy, { recursive: true, force: true })
})

let survived = 0
const workers = isSelfTest ? 1 : Math.min(WORKERS, queue.length)
await Promise.all(Array.from({ length: workers }, worker))
const minutes = ((performance.now() - started) / 60_000).toFixed(1)
if (!isSelfTest) {
  const red = `${mutants.length - survived} of ${mutants.length} turned their test red`
  process.stdout.write(`mutants: ${red}, in ${minutes} min\n`)
}
process.exitCode = survived === 0 ? 0 : 1

async function worker() {
  const copy = copyOfTree()
  let runner = startRunner(copy)
  const tried = async (mutant, names) => {
    const original = readFileSync(join(copy, mutant.file), 'utf8')
    const answer = await runner.ask({ ...mutant, names })
    if (answer.lost !== true) return answer
    runner = startRunner(copy)
    writeFileSync(join(copy, mutant.file), original)
    return answer
  }
  await tryControls(tried)
  for (let group = queue.shift(); group; group = queue.shift()) {
    const names = [...new Set(group.map(nameOf))]
    for (const mutant of group) {
      const { verdict, seconds } = await tried(mutant, names)
      if (verdict !== 'killed') survived += 1
      const word = verdict === 'killed' ? 'red as it must be' : `SURVIVED (${verdict})`
      process.stdout.write(`${word}  ${mutant.name}  ${seconds.toFixed(0)} s\n`)
    }
  }
  await runner.stop()
}

/** The runner itself is tried: it must tell a mutant that was seen from one that was not. */
async function tryControls(tried) {
  for (const control of CONTROLS) {
    const { verdict } = await tried(control, CONTROL_NAMES.get(control.test))
    if (verdict === control.expect) continue
    process.stderr.write(`The runner is wrong about ${control.name}: ${verdict}\n`)
    process.exit(3)
  }
  if (isSelfTest)
    process.stdout.write(`mutants: the runner tells ${CONTROLS.length} controls apart\n`)
}

/** The process that tries mutants in one copy, one at a time. */
function startRunner(copy) {
  const script = join(copy, 'scripts/mutants-worker.mjs')
  // A group of its own: what hangs in it is ended with it.
  const options = { cwd: copy, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], detached: true }
  const child = fork(script, options)
  const runner = { end: () => endGroup(child.pid) }
  running.add(runner)
  const gone = new Promise(resolve => {
    child.once('exit', () => {
      running.delete(runner)
      endGroup(child.pid)
      resolve()
    })
  })
  return {
    ask: async mutant => {
      let timer
      const late = new Promise(resolve => (timer = setTimeout(resolve, LONGEST_MS)))
      const answer = new Promise(resolve => child.once('message', resolve))
      child.send(mutant)
      const first = await Promise.race([
        answer,
        gone.then(() => lost('the run ended before its answer')),
        late.then(() => lost('the run did not end')),
      ])
      clearTimeout(timer)
      if (first.lost === true) runner.end()
      return first
    },
    stop: () => {
      child.send(null)
      return gone
    },
  }
}

function lost(verdict) {
  return { verdict, seconds: 0, lost: true }
}

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nothing of it is left.
  }
}

function copyOfTree() {
  const copy = mkdtempSync(join(tmpdir(), 'lupaus-mutants-'))
  copies.push(copy)
  for (const entry of readdirSync(root)) {
    if (LEFT_BEHIND.includes(entry)) continue
    cpSync(join(root, entry), join(copy, entry), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  writeControls(copy)
  return copy
}

function grouped(all) {
  const groups = new Map()
  for (const mutant of all) {
    groups.set(mutant.test, [...(groups.get(mutant.test) ?? []), mutant])
  }
  return groups
}

function weight(group) {
  const hasBrowser = /^test\/(journeys|device|long)\//.test(group[0].test)
  return (group.length + 1) * (hasBrowser ? 10 : 1)
}

function nameOf({ promise, invariant }) {
  return promise === undefined ? `keeps: ${invariant}` : `proves: ${promise}`
}

// Runs in a copy of the tree: told of one mutant at a time, it answers whether the test turned red. One
// Vitest, and with it one PostgreSQL, lives through all of them; each run has a new process for its tests.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { createVitest } from 'vitest/node'

const copy = process.cwd()
const instances = new Map()
const green = new Map()

process.on('message', mutant => void (mutant === null ? finish() : answer(mutant)))
process.on('disconnect', () => process.exit())

async function answer(mutant) {
  const started = performance.now()
  const verdict = await tryMutant(mutant).catch(error => String(error?.stack ?? error))
  process.send?.({ verdict, seconds: (performance.now() - started) / 1000 })
}

async function finish() {
  for (const { vitest } of instances.values()) await vitest.close()
  process.exit()
}

/** `names`: those of every mutant of this test file, for all are seen green in one run. */
async function tryMutant({ promise, invariant, file, find, replace, test, build, names }) {
  const path = join(copy, file)
  const original = readFileSync(path, 'utf8')
  if (original.split(find).length !== 2) return `\`find\` does not occur exactly once in ${file}`
  const name = promise === undefined ? `keeps: ${invariant}` : `proves: ${promise}`
  if (!green.has(test)) green.set(test, await outcomes(test, names, 0))
  if (green.get(test).get(name) !== 'green') return `\`${name}\` in ${test} is not green without it`
  try {
    await change(
      path,
      original.replace(find, () => replace),
    )
    if (build === true && make() !== 0) return 'it does not build'
    const found = (await outcomes(test, [name], 1)).get(name)
    if (found === 'red') return 'killed'
    return found === 'green' ? 'the test stayed green' : 'no test ran'
  } finally {
    await change(path, original)
    if (build === true) make()
  }
}

async function change(path, text) {
  writeFileSync(path, text)
  for (const { vitest } of instances.values()) vitest.invalidateFile(path)
}

function make() {
  return spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'ignore' }).status
}

/**
 * What became of the tests of each name, in this run: `red` when one failed, `green` when one passed,
 * `nothing` when none ran (a file that cannot be read, or hooks that fail, prove nothing). Stops
 * after so many that failed; 0 for never.
 */
async function outcomes(test, names, bail) {
  const { vitest, seen } = await instanceFor(test)
  vitest.setGlobalTestNamePattern(new RegExp(names.map(pattern).join('|')))
  vitest.config.bail = bail
  for (const project of vitest.projects) project.config.bail = bail
  seen.length = 0
  const specifications = await vitest.globTestSpecifications([join(copy, test)])
  await vitest.runTestSpecifications(specifications)
  const mine = seen.filter(each => each.file === join(copy, test))
  return new Map(names.map(name => [name, outcome(mine, new RegExp(pattern(name)))]))
}

function outcome(seen, isNamed) {
  const states = seen.filter(each => isNamed.test(each.name)).map(each => each.state)
  if (states.includes('failed')) return 'red'
  return states.includes('passed') ? 'green' : 'nothing'
}

/** `proves: a.b` is not a part of `proves: a.b-c`. */
function pattern(name) {
  return `${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-]|\\.\\w)`
}

async function instanceFor(test) {
  const config = test.startsWith('test/long/') ? 'vitest.long.config.ts' : 'vitest.config.ts'
  const known = instances.get(config)
  if (known) return known
  // Only what this run says counts: Vitest's own state also knows the files of earlier runs.
  const seen = []
  const reporter = {
    onTestCaseResult: one => {
      const { state } = one.result()
      seen.push({ file: one.module.moduleId, name: one.fullName.replaceAll(' > ', ' '), state })
    },
  }
  const options = { watch: false, config: join(copy, config), root: copy, reporters: [reporter] }
  const made = { vitest: await createVitest('test', { ...options, maxWorkers: 1 }), seen }
  instances.set(config, made)
  return made
}

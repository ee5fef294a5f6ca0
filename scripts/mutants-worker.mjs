// Runs in a copy of the tree: told of one mutant at a time, it answers whether the test turned red. One
// Vitest, and with it one PostgreSQL, lives through all of them.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { createVitest } from 'vitest/node'

const copy = process.cwd()
const instances = new Map()
const green = new Map()

process.on('message', mutant => void (mutant === null ? finish() : answer(mutant)))

async function answer(mutant) {
  const started = performance.now()
  const verdict = await tryMutant(mutant).catch(error => String(error?.stack ?? error))
  process.send?.({ verdict, seconds: (performance.now() - started) / 1000 })
}

async function finish() {
  for (const vitest of instances.values()) await vitest.close()
  process.disconnect?.()
}

async function tryMutant({ promise, invariant, file, find, replace, test, build }) {
  const path = join(copy, file)
  const original = readFileSync(path, 'utf8')
  if (original.split(find).length !== 2) return `\`find\` does not occur exactly once in ${file}`
  const name = promise === undefined ? `keeps: ${invariant}` : `proves: ${promise}`
  if (!green.has(test + name)) green.set(test + name, await outcome(test, name))
  if (green.get(test + name) !== 'green') return `\`${name}\` in ${test} is not green without it`
  try {
    await change(
      path,
      original.replace(find, () => replace),
    )
    if (build === true && make() !== 0) return 'it does not build'
    const found = await outcome(test, name)
    if (found === 'red') return 'killed'
    return found === 'green' ? 'the test stayed green' : 'no test ran'
  } finally {
    await change(path, original)
    if (build === true) make()
  }
}

async function change(path, text) {
  writeFileSync(path, text)
  for (const vitest of instances.values()) vitest.invalidateFile(path)
}

function make() {
  return spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'ignore' }).status
}

/** A run in which no test of that name ran proves nothing. */
async function outcome(test, name) {
  const vitest = await instanceFor(test)
  vitest.setGlobalTestNamePattern(name)
  const specifications = await vitest.globTestSpecifications([join(copy, test)])
  const { testModules } = await vitest.runTestSpecifications(specifications)
  // The answer also knows the files of earlier runs.
  const mine = testModules.filter(({ moduleId }) => moduleId === join(copy, test))
  const states = mine.flatMap(each => [
    each.errors().length > 0 ? 'failed' : 'none',
    ...[...each.children.allTests()].map(one => one.result().state),
  ])
  if (states.includes('failed')) return 'red'
  return states.includes('passed') ? 'green' : 'nothing'
}

async function instanceFor(test) {
  const config = test.startsWith('test/long/') ? 'vitest.long.config.ts' : 'vitest.config.ts'
  const known = instances.get(config)
  if (known) return known
  const options = { watch: false, config: join(copy, config), root: copy, reporters: [SILENT] }
  const made = await createVitest('test', { ...options, maxWorkers: 1 })
  instances.set(config, made)
  return made
}

const SILENT = {}

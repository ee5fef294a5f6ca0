// `npm test`: check, build, every test. `--long`: the exhaustive and fault runs. `--mutants`: each
// guard switched off in turn, and the test that proves it must go red.
import { bin, run, setUp } from './setup.mjs'

setUp()
const [mode, ...rest] = process.argv.slice(2)
const files = mode?.startsWith('--') ? rest : process.argv.slice(2)
if (mode === '--long') {
  run('node', ['scripts/build.mjs'])
  run('node', ['scripts/mutants.mjs'])
  run(bin('vitest'), ['run', '--config', 'vitest.long.config.ts', ...files])
} else if (mode === '--mutants') {
  run('node', ['scripts/build.mjs'])
  run('node', ['scripts/mutants.mjs', ...files])
} else {
  if (files.length === 0) run('node', ['scripts/check.mjs'])
  run('node', ['scripts/build.mjs'])
  run(bin('vitest'), ['run', ...files])
}

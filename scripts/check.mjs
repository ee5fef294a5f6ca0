// Types, lint, format, unused, tidy: side by side, and every failure is shown.
import { spawn } from 'node:child_process'
import { bin, setUp } from './setup.mjs'

setUp()
const code = ['src', 'sdk', 'tag', 'console', 'demo', 'bench', 'test', 'scripts']
const checks = {
  'types (server, demo, bench)': ['tsc', '-p', 'tsconfig.json'],
  'types (tests)': ['tsc', '-p', 'tsconfig.test.json'],
  'types (tag)': ['tsc', '-p', 'tag/tsconfig.json'],
  'types (sdk)': ['tsc', '-p', 'sdk/tsconfig.json'],
  'types (console)': ['tsc', '-p', 'console/tsconfig.json'],
  lint: ['oxlint', ...code],
  format: ['oxfmt', '--check', ...code],
  unused: ['knip'],
  tidy: ['vitest', 'run', 'test/tidy', '--no-color'],
  catalogue: ['node', 'scripts/vendors.mjs', '--check'],
  law: ['node', 'scripts/law.mjs', '--check'],
}

const started = performance.now()
const queue = Object.entries(checks)
let failed = 0
await Promise.all([worker(), worker()])
const seconds = ((performance.now() - started) / 1000).toFixed(0)
process.stdout.write(failed === 0 ? `check: all green in ${seconds} s\n` : `check: ${failed} red\n`)
process.exitCode = failed === 0 ? 0 : 1

async function worker() {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [name, [tool, ...args]] = next
    const { status, output } = await runQuietly(
      tool === 'node' ? process.execPath : bin(tool),
      args,
    )
    process.stdout.write(`${status === 0 ? 'ok  ' : 'FAIL'} ${name}\n`)
    if (status !== 0) {
      failed += 1
      process.stdout.write(`${output}\n`)
    }
  }
}

function runQuietly(program, args) {
  return new Promise(resolve => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const take = chunk => (output += String(chunk))
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('close', status => resolve({ status, output }))
  })
}

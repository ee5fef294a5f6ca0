// npm run bench -- NAME [--json]: one measurement; its last line is one JSON object.
import { existsSync, readdirSync } from 'node:fs'
import { run, setUp } from './setup.mjs'

setUp()
run('node', ['scripts/build.mjs'])
const [name] = process.argv.slice(2).filter(arg => !arg.startsWith('--'))
const known = readdirSync('bench')
  .filter(file => file.endsWith('.ts') && existsSync(`dist/bench/${file.replace('.ts', '.js')}`))
  .map(file => file.replace('.ts', ''))
const benches = []
for (const one of known) {
  const module = await import(`../dist/bench/${one}.js`)
  if (typeof module.run === 'function') benches.push(one)
}
if (!benches.includes(name)) {
  process.stderr.write(`There is no bench \`${name ?? ''}\`. There are: ${benches.join(', ')}.\n`)
  process.exit(2)
}
const { run: measure } = await import(`../dist/bench/${name}.js`)
const result = await measure()
if (!process.argv.includes('--json')) {
  for (const [key, value] of Object.entries(result)) process.stderr.write(`${key}: ${value}\n`)
}
process.stdout.write(`${JSON.stringify(result)}\n`)
process.exit(0)

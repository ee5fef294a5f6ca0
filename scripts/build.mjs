// Builds dist/: server and SDKs by tsc, the tag by esbuild, the console by Vite. Skips what is fresh.
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { bin, root, run, setUp } from './setup.mjs'

setUp()
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : ''
const force = process.argv.includes('--force')

const parts = {
  server: { from: ['src', 'demo', 'bench', 'tsconfig.json', 'tsconfig.build.json'], make: server },
  tag: {
    from: ['tag', 'src/base', 'src/policy', 'src/consent', 'src/collect', 'demo/browser'],
    make: tag,
  },
  console: { from: ['console', 'src'], make: buildPages },
  sdk: { from: ['sdk', 'src', 'tag/api.ts', 'tsconfig.json'], make: sdk },
}

mkdirSync('dist', { recursive: true })
for (const [name, { from, make }] of Object.entries(parts)) {
  if (only !== '' && only !== name) continue
  const print = fingerprint([...from, 'package-lock.json', 'scripts/build.mjs'])
  const stamp = `dist/.${name}.stamp`
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === print) continue
  await make()
  writeFileSync(stamp, print)
}

async function server() {
  run(bin('tsc'), ['-p', 'tsconfig.build.json'])
  for (const path of files(['src', 'demo'])) {
    if (/\.(sql|svg|css|txt)$/.test(path)) cpSync(path, join('dist', path))
  }
  if (existsSync('dist/src/cli/main.js')) chmodSync('dist/src/cli/main.js', 0o755)
}

async function tag() {
  const { buildTag } = await import('../tag/build.mjs')
  await buildTag(join(root, 'dist/tag'))
}

async function sdk() {
  run(bin('tsc'), ['-p', 'sdk/tsconfig.build.json'])
}

async function buildPages() {
  const { buildConsole } = await import('../console/build.mjs')
  await buildConsole(join(root, 'dist/console'))
}

function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of files(paths)) {
    if (!path.includes('.test.')) hash.update(path).update(readFileSync(path))
  }
  return hash.digest('hex')
}

function files(paths) {
  return paths.filter(existsSync).flatMap(path => {
    if (/\.[a-z]+$/.test(path)) return [path]
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .toSorted()
  })
}

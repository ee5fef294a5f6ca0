// Installs the locked dependencies when they are missing or older than the lock file.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Lupaus needs Node 20.19 or newer; this is ${process.versions.node}.\n`)
  process.exit(2)
}

/** Installs when something is missing; quiet when nothing is. */
export function setUp() {
  process.chdir(root)
  if (isInstalled()) return
  process.stderr.write('Installing the locked dependencies …\n')
  // `npm install`, not `npm ci`: the lock file lacks other platforms' optional binaries.
  const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (npm.status !== 0) {
    process.stderr.write('`npm install` failed; mend what it says above and try again.\n')
    process.exit(1)
  }
}

/** Runs a program to its end and leaves with its status when it fails. */
export function run(program, args, env = {}) {
  const done = spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  if (done.status !== 0) process.exit(done.status ?? 1)
}

/** Path of a tool that the dependencies brought. */
export function bin(name) {
  return `node_modules/.bin/${name}`
}

function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  const have = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || optional === true || have[path]?.version === version,
  )
}

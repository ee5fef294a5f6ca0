// Preload (`node --import`): kills this process at one chosen point of its work on the spool.
// CRASH_AT is `operation:when:count`, for example `fdatasync:before:3` or `unlink:after:1`.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { sep } from 'node:path'

const [operation, when, count] = (process.env.CRASH_AT ?? '').split(':')
const die = () => process.kill(process.pid, 'SIGKILL')
const spooled = new Set()
let left = Number(count)

follow('open', (real, path, flags, mode, done) =>
  real(path, flags, mode, (error, fd) => {
    if (!error && /spool.*\.ndjson$/.test(String(path).split(sep).join('/'))) spooled.add(fd)
    done(error, fd)
  }),
)
if (operation === 'fdatasync') {
  follow('fdatasync', (real, fd, done) => {
    const isIt = spooled.has(fd) && --left === 0
    if (isIt && when === 'before') die()
    real(fd, error => (isIt ? die() : done(error)))
  })
}
if (operation === 'unlink') {
  follow('unlink', (real, path, done) => {
    const isIt = String(path).endsWith('.ndjson') && --left === 0
    if (isIt && when === 'before') die()
    real(path, error => (isIt ? die() : done(error)))
  })
}
if (operation === 'open') {
  follow('open', (real, path, flags, mode, done) => {
    const isIt = String(flags).startsWith('wx') && --left === 0
    if (isIt && when === 'before') die()
    real(path, flags, mode, (error, fd) => (isIt ? die() : done(error, fd)))
  })
}
syncBuiltinESMExports()

function follow(name, around) {
  const real = fs[name]
  fs[name] = (...args) => around(real, ...args)
}

// Preload (`node --import`): remembers what of each spool file a power cut would leave. `kill -9`
// alone loses nothing that was written, because the kernel still holds it; `losePower` in
// collector-process.ts takes away what no completed fdatasync or folder fsync had covered.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { basename, sep } from 'node:path'

const journal = fs.openSync(process.env.LOST_CACHE_JOURNAL, 'a')
const write = fs.writeSync
const note = line => write(journal, `${line}\n`)
const isSpool = path => path.split(sep).includes('spool')
/** Descriptor to the file behind it and how much of it is written so far. */
const files = new Map()

wrap('open', (real, path, flags, mode, done) =>
  real(path, flags, mode, (error, fd) => {
    if (!error && isSpool(String(path))) files.set(fd, { path: String(path), written: 0 })
    done(error, fd)
  }),
)
wrap('write', (real, fd, bytes, offset, length, position, done) =>
  real(fd, bytes, offset, length, position, (error, count, ...rest) => {
    const file = files.get(fd)
    if (!error && file) file.written = Math.max(file.written, position + count)
    done(error, count, ...rest)
  }),
)
wrap('fdatasync', (real, fd, done) => {
  const file = files.get(fd)
  const covered = file?.written
  real(fd, error => {
    if (!error && file) note(`bytes ${basename(file.path)} ${covered}`)
    done(error)
  })
})
wrap('fsync', (real, fd, done) => {
  const folder = files.get(fd)
  const names = folder ? namesIn(folder.path) : []
  real(fd, error => {
    if (!error) for (const name of names) note(`name ${name}`)
    done(error)
  })
})
wrap('close', (real, fd, done) => {
  files.delete(fd)
  real(fd, done)
})
syncBuiltinESMExports()

function namesIn(path) {
  return fs.statSync(path).isDirectory() ? fs.readdirSync(path) : []
}

function wrap(name, around) {
  const real = fs[name]
  fs[name] = (...args) => around(real, ...args)
}

// Preload (`node --import`): remembers what of each spool file a power cut would leave. `kill -9`
// alone loses nothing that was written, because the kernel still holds it; `losePower` in
// collect-process.ts takes away what no completed fdatasync or folder fsync had covered.
// Only the spool: PostgreSQL is a process of its own, and ClickHouse does not write through Node.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { basename, sep } from 'node:path'

const journal = fs.openSync(process.env.LOST_CACHE_JOURNAL, 'a')
const write = fs.writeSync
const note = line => write(journal, `${line}\n`)
const isSpool = path => String(path).split(sep).includes('spool')
/** Descriptor to the file behind it and how much of it is written so far. */
const files = new Map()

around('open', ([path]) => ({
  done: fd => {
    if (isSpool(path)) files.set(fd, { path: String(path), written: 0 })
  },
}))
around('write', ([fd, , , , position]) => ({
  done: count => {
    const file = files.get(fd)
    if (file) file.written = Math.max(file.written, position + count)
  },
}))
around('fdatasync', ([fd]) => {
  const file = files.get(fd)
  const covered = file?.written
  return { done: () => file && note(`bytes ${basename(file.path)} ${covered}`) }
})
around('fsync', ([fd]) => {
  const folder = files.get(fd)
  const names = folder ? namesIn(folder.path) : []
  return { done: () => names.forEach(name => note(`name ${name}`)) }
})
around('close', ([fd]) => {
  files.delete(fd)
  return { done: () => undefined }
})
syncBuiltinESMExports()

function namesIn(path) {
  return fs.statSync(path).isDirectory() ? fs.readdirSync(path) : []
}

/** Looks at a call before it is made, and at its result before the caller hears of it. */
function around(name, look) {
  const real = fs[name]
  fs[name] = (...args) => {
    const answer = args.pop()
    const seen = look(args)
    return real(...args, (error, ...results) => {
      if (!error) seen.done(...results)
      answer(error, ...results)
    })
  }
}

// Preload (`node --import`): kills this process at one chosen point of its work on the spool.
// CRASH_AT is `operation:when:writes`, for example `fdatasync:before:20`: the first fdatasync of a
// spool file that was written to at least 20 times. For `open`, of a new file after such a one.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { sep } from 'node:path'

const [operation, when, least] = (process.env.CRASH_AT ?? '').split(':')
/** Descriptor to path, and path to how often it was written to. */
const open = new Map()
const writes = new Map()

const isSpooled = path => /\/spool\/[^/]+\.ndjson$/.test(String(path).split(sep).join('/'))
const isFull = path => (writes.get(path) ?? 0) >= Number(least)
const isIt = {
  open: path => isSpooled(path) && [...writes.keys()].some(one => one !== path && isFull(one)),
  write: fd => isFull(open.get(fd)),
  fdatasync: fd => isFull(open.get(fd)),
  unlink: path => isFull(path),
}

around('open', (fd, path) => {
  if (isSpooled(path)) open.set(fd, path)
})
around('write', (_, fd) => {
  const path = open.get(fd)
  if (path !== undefined) writes.set(path, (writes.get(path) ?? 0) + 1)
})
around('close', (_, fd) => open.delete(fd))
around('fdatasync', () => undefined)
around('unlink', () => undefined)
syncBuiltinESMExports()

/** Notes what a call did once it is done, and dies before or after it when it is the chosen one. */
function around(name, note) {
  const real = fs[name]
  const chosen = when_ => name === operation && when_ === when
  fs[name] = (...args) => {
    const done = args.pop()
    if (chosen('before') && isIt[name](args[0])) process.kill(process.pid, 'SIGKILL')
    return real(...args, (error, ...results) => {
      if (!error) note(results[0], ...args)
      if (chosen('after') && !error && isIt[name](args[0])) process.kill(process.pid, 'SIGKILL')
      done(error, ...results)
    })
  }
}

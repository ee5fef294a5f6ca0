import { unwatchFile, watchFile } from 'node:fs'

const EVERY_MS = 400

/** Calls `changed` when the file's time or size changes; polls, so editors that rename are seen. */
export function watch(path: string, changed: () => void): Disposable {
  watchFile(path, { interval: EVERY_MS }, (now, before) => {
    if (now.mtimeMs !== before.mtimeMs || now.size !== before.size) changed()
  })
  return { [Symbol.dispose]: () => unwatchFile(path) }
}

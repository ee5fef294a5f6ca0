// Loaded before the product: its spool is then written but not synced, to see what the disk costs.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

Reflect.set(fs, 'fdatasync', (_: number, done: (error: Error | null) => void) => {
  setImmediate(done, null)
})
syncBuiltinESMExports()

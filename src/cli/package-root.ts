import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { assert } from '../base/assert.ts'

/** The folder of this package, wherever the code runs from: src/ in tests, dist/src/ when built. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    assert(dirname(folder) !== folder, 'the code is inside its package')
    folder = dirname(folder)
  }
  return folder
}

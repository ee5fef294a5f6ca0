// The whole product with the demo shop, in this very process: nothing is spawned but PostgreSQL.
import { spawnSync } from 'node:child_process'
import { setUp } from './setup.mjs'

setUp()
const build = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 2, 2] })
if (build.status !== 0) process.exit(build.status ?? 1)
await import('../dist/demo/start.js')

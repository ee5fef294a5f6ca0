// Fills 90 days of made-up history into the running demo, or into its data folder when it is not.
import { run, setUp } from './setup.mjs'

setUp()
run('node', ['scripts/build.mjs'])
await import('../dist/demo/fill.js')

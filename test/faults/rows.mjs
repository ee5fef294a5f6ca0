// Prints every event path in a stopped data folder and how often it is stored, one JSON a line.
import { openClickhouse } from '../../dist/src/platform/clickhouse.js'

const store = await openClickhouse({ path: process.argv[2] })
const rows = await store.rows({
  text: `select path, count() as count from (
           select path from collect.analytics union all select path from collect.marketing)
         group by path`,
  values: {},
})
for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`)
await store[Symbol.asyncDispose]()

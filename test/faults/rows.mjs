// The events of a stopped data folder. `count` prints every path of the kill tests and how often it
// is stored, one JSON a line. `unland` takes the rows away that a waiting spool file holds too, and
// leaves ClickHouse its note of their token: what a kill between the two leaves behind.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openClickhouse } from '../../dist/src/platform/clickhouse.js'

const [, , act, folder] = process.argv
const store = await openClickhouse({ path: join(folder, 'clickhouse') })
if (act === 'count') await count()
if (act === 'all') await all()
if (act === 'unland') await unland()
await store[Symbol.asyncDispose]()

async function count() {
  const rows = await store.rows({
    text: `select path, count() as count from (
             select path from collect.analytics union all select path from collect.marketing)
           where startsWith(path, '/k/') group by path`,
    values: {},
  })
  for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`)
}

async function all() {
  const tables = await store.rows({
    text: `select database, name from system.tables
           where lower(database) not in ('system', 'information_schema') and engine not like '%View'`,
    values: {},
  })
  for (const { database, name } of tables) {
    const rows = await store.rows({ text: `select * from ${database}.${name}`, values: {} })
    for (const row of rows) process.stdout.write(`${name} ${JSON.stringify(row)}\n`)
  }
}

async function unland() {
  const spool = join(folder, 'spool')
  for (const name of readdirSync(spool).filter(one => one.endsWith('.ndjson'))) {
    for (const table of ['analytics', 'marketing']) {
      await store.run({
        text: `delete from collect.${table} where path in (
                 select path from file({path:String}, 'JSONEachRow', 't String, path String')
                 where t = '${table}')
               settings lightweight_delete_mode = 'lightweight_update', input_format_skip_unknown_fields = 1`,
        values: { path: join(spool, name) },
      })
    }
  }
}

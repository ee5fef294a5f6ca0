import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Ch, type ChStatement, openClickhouse } from '../platform/clickhouse.ts'
import { clustered, everywhere } from '../platform/cluster.ts'
import { streamed } from '../platform/clickhouse-server.ts'
import {
  eraseVisitor,
  insertLot,
  insertRefusals,
  lacksRows,
  openLoading,
  readSegment,
} from './store.ts'

const LOT = { month: 202611, days: ['2026-11-22'], hasOrders: true }

/** All that loading and erasing say to a store, as a cluster is told it. */
async function told(): Promise<readonly ChStatement[]> {
  const said: ChStatement[] = []
  const store: Ch = {
    kind: 'server',
    rows: async statement => {
      said.push(everywhere(statement))
      return []
    },
    run: async statement => void said.push(...clustered(statement, 'shop')),
    load: async statement => void said.push(streamed(statement)),
  }
  await openLoading(store)
  await readSegment(store, 'analytics', '/spool/a')
  await insertLot(store, 'marketing', LOT, 'token')
  await insertLot(store, 'machines', { ...LOT, hasOrders: false }, 'token')
  await lacksRows(store, 'analytics', LOT)
  await insertRefusals(store, '/spool/a', 'token')
  await eraseVisitor(store, 'marketing', '77')
  return said
}

test('what a loader says to a cluster can be read by the engine, and looks on all shards', async () => {
  const path = mkdtempSync(join(tmpdir(), 'lupaus-told-'))
  await using engine = await openClickhouse({ path })
  const said = await told()
  expect(said.length).toBeGreaterThan(8)
  for (const { text, values } of said) {
    const tree = engine.rows({ text: `explain ast ${text}`, values })
    await expect(tree, text).resolves.not.toHaveLength(0)
    expect(text).not.toMatch(/(?<!global )(?<!global not )\bin \(\s*select/)
  }
  expect(said.at(-1)?.text).toContain(`on cluster 'shop'`)
  expect(said.at(-1)?.values).toMatchObject({ table: 'marketing_local' })
  rmSync(path, { recursive: true, force: true })
})

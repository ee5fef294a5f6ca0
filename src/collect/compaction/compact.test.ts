import { expect, test } from 'vitest'
import { collectStore } from '../../../test/scratch/collect-store.ts'
import type { Act } from '../../audit/index.ts'
import { openLines } from '../lines.ts'
import { keysFrom } from '../../platform/secrets.ts'
import { aboutVisitor, eraseVisitor } from '../store.ts'
import { compact } from './compact.ts'
import { hiddenRows } from './store.ts'

test('erased rows are found in the files until they are compacted, and then no more; others stay', async () => {
  await using world = await collectStore()
  const { store } = world
  const acts: Act[] = []
  const audit = { append: async (act: Act) => void acts.push(act) } as never
  const parts = { store, audit, flush: async () => undefined }
  const at = (day: string, visitor: string, path: string) => ({
    ...{ at: `${day} 10:00:00`, visitor },
    fields: { path },
  })
  await world.load([at('2026-10-20', 'leaver', '/canary'), at('2026-10-20', 'stayer', '/kept')])
  await world.load([at('2026-11-20', 'leaver', '/canary'), at('2026-11-20', 'stayer', '/kept')])
  expect(await compact(parts, 0)).toEqual([])

  const leaver = openLines(keysFrom(new Uint8Array(32).fill(7))).visitorKey('analytics', 'leaver')
  await eraseVisitor(store, 'analytics', leaver)
  expect((await aboutVisitor(store, 'analytics', leaver)).events).toBe(0)
  expect(await hiddenRows(store, 'analytics')).toEqual([
    { partition: '202610', rows: 1 },
    { partition: '202611', rows: 1 },
  ])
  const raw = () =>
    world.ask<{ path: string }>(`select path from collect.analytics order by path
      settings apply_deleted_mask = 0, apply_patch_parts = 0`)
  expect((await raw()).map(row => row.path)).toEqual(['/canary', '/canary', '/kept', '/kept'])

  const [done] = await compact(parts, 0)
  expect(done).toMatchObject({ table: 'collect.analytics', found: 2, left: 0 })
  expect((done?.removed ?? 0) + (done?.waiting ?? 0)).toBe(2)
  expect((await raw()).map(row => row.path)).toEqual(['/kept', '/kept'])
  expect(acts.map(({ act }) => act)).toEqual(['collect.compacted', 'collect.compacted'])
  expect(acts[1]?.details).toEqual({ tables: [done] })
})

import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compact } from '../../src/collect/compaction/compact.ts'
import { collectStore } from '../scratch/collect-store.ts'

test('what was erased is gone from the folder on disk after a compaction, files and all', async () => {
  await using world = await collectStore()
  const { store } = world
  const view = (path: string) => ({ at: '2026-11-20 10:00:00', fields: { path } })
  await world.load([view('/canary'), view('/kept')])
  const [part] = await world.ask<{ path: string }>(
    `select path from system.parts where database = 'collect' and table = 'analytics'`,
  )
  const old = part?.path ?? ''
  // The files can be found before: without this, finding none afterwards would prove nothing.
  expect(readdirSync(old).length).toBeGreaterThan(0)
  await store.run({
    text: `delete from collect.analytics where path = '/canary'
      settings lightweight_delete_mode = 'lightweight_update'`,
    values: {},
  })
  const done = await compact({ store, audit: undefined, flush: async () => undefined })
  expect(done).toMatchObject([{ found: 1, left: 0, removed: 1, waiting: 0 }])
  expect(existsSync(old)).toBe(false)
  expect(
    await world.ask(`select path from collect.analytics
      settings apply_deleted_mask = 0, apply_patch_parts = 0`),
  ).toEqual([{ path: '/kept' }])
}, 180_000)

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { moment, momentOf } from '../base/time.ts'
import { systemChance } from '../platform/chance.ts'
import type { Line } from './lines.ts'
import { openSpool, type SpoolParts } from './spool.ts'

const HOUR_MS = 3_600_000
const MIB = 1024 * 1024

let folder: string
let now = moment('2026-11-22T10:00:00Z')

beforeEach(() => {
  now = moment('2026-11-22T10:00:00Z')
  folder = mkdtempSync(join(tmpdir(), 'lupaus-spool-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function open(more: Partial<SpoolParts> = {}) {
  const clock = { now: () => now }
  return openSpool({ folder, clock, chance: systemChance, freeBytesMin: 0, ...more })
}

/** A line of this many characters. */
const line = (size = 40): Line => ({ table: 'analytics', rest: `"t":"${'x'.repeat(size)}"}\n` })

test('a clock that jumps, either way, leaves every file a name of its own, in the order of coming', async () => {
  const names: string[] = []
  for (const jump of [0, HOUR_MS, -24 * HOUR_MS, 0, 48 * HOUR_MS, -100 * HOUR_MS]) {
    now = momentOf(now + jump)
    // Each time another process, which finds what the ones before have left.
    const spool = await open()
    for (let i = 0; i < 2; i++) {
      await spool.append([line()])
      await spool.take()
      names.push(...readdirSync(folder).filter(name => !names.includes(name)))
    }
    await spool.close()
  }
  expect(names).toHaveLength(12)
  const left = await open()
  expect((await left.take()).map(({ name }) => name)).toEqual(names)
  await left.close()
})

test('keeps: collect.bounded-spool a spool takes what it may hold and not a line more, until the store has it', async () => {
  const spool = await open({ spoolBytesMax: MIB })
  let taken = 0
  while (spool.hasRoom() && taken < 40) {
    await spool.append([line(100_000)])
    taken += 1
  }
  expect(taken).toBe(11)
  await expect(spool.append([line()])).rejects.toMatchObject({ code: 'spool.full' })
  expect(spool.bytes()).toBeGreaterThan(MIB)

  for (const { path } of await spool.take()) rmSync(path)
  await expect.poll(() => spool.hasRoom(), { timeout: 10_000 }).toBe(true)
  await spool.append([line()])
  await spool.close()
})

test('what an earlier process left counts as well', async () => {
  const first = await open()
  await first.append([line(2 * MIB)])
  await first.close()
  const second = await open({ spoolBytesMax: MIB })
  expect(second.hasRoom()).toBe(false)
  await expect(second.append([line()])).rejects.toMatchObject({ code: 'spool.full' })
  await second.close()
})

test('keeps: collect.bounded-waiting what waits for the disk is bounded in bytes, not only in requests', async () => {
  const spool = await open()
  const big = line(8 * MIB)
  const answers = await Promise.allSettled(Array.from({ length: 12 }, () => spool.append([big])))
  const taken = answers.filter(({ status }) => status === 'fulfilled').length
  expect(taken).toBeLessThan(8)
  expect(taken).toBeGreaterThan(3)
  // All that was acknowledged is there, and of the rest nothing.
  const [segment, ...more] = await spool.take()
  expect(segment).toBeDefined()
  const all = [segment, ...more].map(one => one?.path ?? '')
  const lines = all.reduce(
    (sum, path) => sum + readFileSync(path, 'latin1').split('\n').length - 1,
    0,
  )
  expect(lines).toBe(taken)
  await spool.append([line()])
  await spool.close()
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { KillingGround, killSeed, NOTHING_LOST } from './collect-kills.ts'

/** A patience, not a budget: the machine may be busy. */
const POINT_MS_MAX = 200_000
const RANDOM_MS_MAX = 400_000

let ground: KillingGround

beforeAll(async () => {
  ground = await KillingGround.make()
}, POINT_MS_MAX)
afterAll(() => ground[Symbol.dispose]())

// The points at which it would hurt most: a new file, written but not synced, synced but not
// answered, stored but not yet removed from the spool, and stored only by ClickHouse's own word.
// `sync`, `replay`, `token` and `landed` say which of the guards a point cannot do without.
test.for([
  ['', 'open:after:20'],
  ['-sync', 'write:after:20'],
  ['-replay', 'fdatasync:after:20'],
  ['-token', 'unlink:before:20'],
  ['-landed', 'unlink:before:20 and the rows not yet there'],
] as const)(
  'keeps: collect.durable%s killed at %s, each acknowledged event is stored once',
  { timeout: POINT_MS_MAX },
  async ([guard, at]) => {
    const [point = ''] = at.split(' ')
    const { acknowledged, ...found } = await ground.killAt(point, guard === '-landed')
    expect(found).toEqual(NOTHING_LOST)
    expect(acknowledged).toBeGreaterThan(0)
  },
)

test(
  'keeps: collect.durable killed at ten random moments, each acknowledged event is stored once',
  async () => {
    const seed = killSeed()
    const { acknowledged, ...found } = await ground.killAtRandom(10, seed)
    expect({ ...found, seed }).toEqual({ ...NOTHING_LOST, seed })
    expect(acknowledged).toBeGreaterThan(200)
  },
  RANDOM_MS_MAX,
)

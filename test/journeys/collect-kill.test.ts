import { afterAll, beforeAll, expect, test } from 'vitest'
import { KillingGround, killSeed, NOTHING_LOST } from './collect-kills.ts'

/** A patience, not a budget: the machine may be busy. */
const LIFE_MS_MAX = 200_000
const RANDOM_MS_MAX = 400_000
const RANDOM_KILLS = 3

let ground: KillingGround

beforeAll(async () => {
  ground = await KillingGround.make()
}, LIFE_MS_MAX)
afterAll(() => ground[Symbol.dispose]())

// The points at which it would hurt most: a new file, written but not synced, synced but not
// answered, stored but not yet removed from the spool, and stored only by ClickHouse's own word.
// `sync`, `replay`, `token` and `landed` say which of the guards a point cannot do without.
const POINTS = [
  ['', 'open:after:20'],
  ['-sync', 'write:after:20'],
  ['-replay', 'fdatasync:after:20'],
  ['-token', 'unlink:before:20'],
  ['-landed', 'unlink:before:20 and the rows not yet there'],
] as const
/** How the paths begin that were sent in the life that ended at a point. */
const sentBefore = new Map<string, string>()

// All lives come first and one look at the store last: each start costs seconds.
test.for(POINTS)(
  'keeps: collect.durable%s the busy product is killed at %s',
  { timeout: LIFE_MS_MAX },
  async ([guard, at]) => {
    const [point = ''] = at.split(' ')
    sentBefore.set(at, await ground.killAt(point, guard === '-landed'))
  },
)

test(
  'keeps: collect.durable the busy product is killed at a few random moments',
  { timeout: RANDOM_MS_MAX },
  async () => {
    await ground.killAtRandom(RANDOM_KILLS, killSeed())
  },
)

test.for(POINTS)(
  'keeps: collect.durable%s killed at %s, each acknowledged event is stored once',
  { timeout: LIFE_MS_MAX },
  async ([, at]) => {
    const { acknowledged, ...found } = await ground.aftermath(sentBefore.get(at))
    expect(found).toEqual(NOTHING_LOST)
    expect(acknowledged).toBeGreaterThan(0)
  },
)

test(
  'keeps: collect.durable whenever it was killed, each acknowledged event is stored once',
  { timeout: LIFE_MS_MAX },
  async () => {
    const { acknowledged, ...found } = await ground.aftermath()
    expect(found).toEqual(NOTHING_LOST)
    process.stdout.write(`${acknowledged} events acknowledged, each stored once\n`)
    expect(acknowledged).toBeGreaterThan(100)
  },
)

import { expect, test } from 'vitest'
import { killAtPoint, killAtRandom } from './collector-kills.ts'

const POINT_MS_MAX = 200_000
const RANDOM_MS_MAX = 400_000

// The points at which it would hurt most: written but not synced, synced but not answered, a new
// file, stored but not yet removed from the spool. `replay`, `sync` and `token` say which of the
// three guards a point cannot do without.
test.for<[guard: string, point: string]>([
  ['', 'fdatasync:before:1'],
  ['-sync', 'fdatasync:before:40'],
  ['-replay', 'fdatasync:after:40'],
  ['', 'open:after:2'],
  ['-token', 'unlink:before:1'],
  ['', 'unlink:after:1'],
])(
  'proves: collect.durable%s killed at %s, each acknowledged event is stored once',
  { timeout: POINT_MS_MAX },
  async ([, point]) => {
    const { lost, doubled, acknowledged } = await killAtPoint(point)
    expect({ lost, doubled }).toEqual({ lost: [], doubled: [] })
    expect(acknowledged).toBeGreaterThan(0)
  },
)

test(
  'proves: collect.durable killed at ten random moments, each acknowledged event is stored once',
  async () => {
    const { lost, doubled, acknowledged, seed } = await killAtRandom(10)
    expect({ lost, doubled, seed }).toEqual({ lost: [], doubled: [], seed })
    expect(acknowledged).toBeGreaterThan(200)
  },
  RANDOM_MS_MAX,
)

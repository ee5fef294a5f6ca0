import { expect, test } from 'vitest'
import { killAtRandom } from '../journeys/collector-kills.ts'

test('proves: collect.durable killed at a hundred random moments, each acknowledged event is stored once', async () => {
  const { lost, doubled, acknowledged, seed } = await killAtRandom(100)
  expect({ lost, doubled, seed }).toEqual({ lost: [], doubled: [], seed })
  expect(acknowledged).toBeGreaterThan(2_000)
})

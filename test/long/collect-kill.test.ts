import { expect, test } from 'vitest'
import { KillingGround, killSeed, NOTHING_LOST } from '../journeys/collect-kills.ts'

test.for(['fdatasync:before:1', 'fdatasync:before:20', 'unlink:after:20'])(
  'keeps: collect.durable killed at %s, each acknowledged event is stored once',
  async point => {
    using ground = await KillingGround.make()
    const { acknowledged, ...found } = await ground.killAt(point)
    expect(found).toEqual(NOTHING_LOST)
    expect(acknowledged).toBeGreaterThan(0)
  },
)

test('keeps: collect.durable killed at a hundred random moments, each acknowledged event is stored once', async () => {
  using ground = await KillingGround.make()
  const seed = killSeed()
  const { acknowledged, ...found } = await ground.killAtRandom(100, seed)
  expect({ ...found, seed }).toEqual({ ...NOTHING_LOST, seed })
  expect(acknowledged).toBeGreaterThan(2_000)
})

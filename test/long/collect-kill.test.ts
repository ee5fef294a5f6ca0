import { expect, test } from 'vitest'
import { KillingGround, killSeed, NOTHING_LOST } from '../journeys/collect-kills.ts'

test('keeps: collect.durable killed at points and at a hundred random moments, each acknowledged event is stored once', async () => {
  using ground = await KillingGround.make()
  const seed = killSeed()
  for (const point of ['fdatasync:before:1', 'fdatasync:before:20', 'unlink:after:20']) {
    await ground.killAt(point)
  }
  await ground.killAtRandom(100, seed)
  const { acknowledged, ...found } = await ground.aftermath()
  expect({ ...found, seed }).toEqual({ ...NOTHING_LOST, seed })
  process.stdout.write(`${acknowledged} events acknowledged, each stored once\n`)
  expect(acknowledged).toBeGreaterThan(2_000)
})

import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type DeviceSite, openDeviceSite } from './device-site.ts'

let site: DeviceSite
beforeAll(async () => {
  site = await openDeviceSite()
})
afterAll(() => site[Symbol.asyncDispose]())
beforeEach(() => site.forget())

/** Long enough for everything on the page to have tried. */
const SETTLE_MS = 1500
const MODES = ['meta', 'header'] as const
const reached = () => {
  const { declared, neighbour, stranger } = site
  return { declared: once(declared), neighbour: once(neighbour), stranger: once(stranger) }
}
const once = ({ hits }: { readonly hits: readonly string[] }) => [...new Set(hits)].toSorted()
const NOTHING = { declared: [], neighbour: [], stranger: [] }

test('without our tag more than 40 channels of the page reach any host', async () => {
  await using visitor = await site.visitor()
  await visitor.go('/bare/requests')
  await sleep(SETTLE_MS)
  // Else the page itself is broken, and what follows says nothing.
  for (const channels of Object.values(reached())) expect(channels.length).toBeGreaterThan(40)
})

for (const mode of MODES) {
  test(`before any choice nothing reaches anybody, by ${mode} (proves: device.only-declared) (proves: pixel.same-gate)`, async () => {
    await using visitor = await site.visitor()
    await visitor.go(`/${mode}/requests`)
    await sleep(SETTLE_MS)
    expect(reached()).toEqual(NOTHING)
  })

  test(`after a no nothing reaches anybody, by ${mode} (proves: consent.refuse-nonessential)`, async () => {
    await using visitor = await site.visitor([])
    await visitor.go(`/${mode}/requests`)
    await sleep(SETTLE_MS)
    expect(reached()).toEqual(NOTHING)
  })

  test(`after a yes the declared host is reached, and no other, by ${mode} (proves: device.only-declared)`, async () => {
    await using visitor = await site.visitor(['marketing'])
    await visitor.go(`/${mode}/requests`)
    await sleep(SETTLE_MS)
    const { declared, ...others } = reached()
    expect(others).toEqual({ neighbour: [], stranger: [] })
    expect(declared).toEqual(expect.arrayContaining([...OF_A_YES]))
  })

  test(`after a yes but for the vendor nothing reaches anybody, by ${mode}`, async () => {
    await using visitor = await site.visitor(['marketing'], ['revontuli-ads'])
    await visitor.go(`/${mode}/requests`)
    await sleep(SETTLE_MS)
    expect(reached()).toEqual(NOTHING)
  })
}

// No socket: a host without a scheme permits http and https alone.
const OF_A_YES = ['fetch', 'font', 'iframe', 'img', 'script', 'style', 'video', 'xhr']

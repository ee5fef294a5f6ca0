import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visitor } from '../journeys/tag-shop.ts'
import { type DeviceSite, openDeviceSite } from './device-site.ts'
import { leaveTraces, storedHere } from './storage-page.ts'

let site: DeviceSite
beforeAll(async () => {
  site = await openDeviceSite()
})
afterAll(() => site[Symbol.asyncDispose]())

/** All that the browser holds for the site, but the choice itself; read in a page without our tag. */
async function stored({ context, page }: Visitor): Promise<readonly string[]> {
  await page.goto(`${site.shop.origin}/bare/quiet`)
  const cookies = (await context.cookies()).map(({ name }) => `cookie ${name}`)
  const others = await page.evaluate(storedHere)
  return [...cookies.filter(name => name !== 'cookie lupaus_choice'), ...others].toSorted()
}

const leave = (visitor: Visitor, name: string) => visitor.page.evaluate(leaveTraces, name)

test('without our tag every way of the page leaves something', async () => {
  await using visitor = await site.visitor()
  await visitor.go('/bare/quiet')
  await leave(visitor, 'evil')
  const kinds = (await stored(visitor)).map(each => each.split(' ')[0] ?? '')
  const count = (kind: string) => kinds.filter(each => each === kind).length
  expect(count('cookie')).toBe(9)
  expect(count('local-storage')).toBe(7)
  expect(count('session-storage')).toBe(4)
  expect(count('indexed-db')).toBe(4)
  expect([count('cache'), count('service-worker'), count('file')]).toEqual([2, 1, 1])
})

for (const mode of ['meta', 'header'] as const) {
  test(`before any choice and after a no nothing is stored, by ${mode} (proves: device.only-declared) (proves: consent.refuse-nonessential)`, async () => {
    for (const choice of [undefined, []]) {
      await using visitor = await site.visitor(choice)
      await visitor.go(`/${mode}/quiet`)
      await leave(visitor, 'evil')
      await leave(visitor, 'fair')
      expect((await stored(visitor)).filter(each => !each.endsWith(IN_A_WORKER))).toEqual([])
    }
  })
}

test('after a yes exactly what is declared is stored, and no cookie lives longer than declared (proves: device.only-declared) (proves: device.lifetime-defined)', async () => {
  await using visitor = await site.visitor(['marketing'])
  await visitor.go('/header/quiet')
  await leave(visitor, 'evil')
  await leave(visitor, 'fair')
  await visitor.page.evaluate(() => window.lupaus?.store('fair_stored', 1))
  const cookies = (await visitor.context.cookies()).filter(({ name }) => name !== 'lupaus_choice')
  expect((await stored(visitor)).filter(each => !each.endsWith(IN_A_WORKER))).toEqual(OF_A_YES)
  const latest = Date.now() / 1000 + 90 * 86_400
  for (const { name, expires } of cookies) expect(expires, name).toBeLessThanOrEqual(latest)
})

test('a withdrawal erases all of it, in every store, path and partition (proves: consent.withdraw)', async () => {
  await using visitor = await site.visitor(['marketing'])
  await visitor.go('/header/quiet')
  await leave(visitor, 'fair')
  await visitor.page.evaluate(() => window.lupaus?.store('fair_stored', 1))
  await visitor.page.evaluate(() => window.lupaus?.refuse())
  await expect.poll(() => visitor.page.evaluate(storedHere), { timeout: 10_000 }).toEqual([])
  expect(await stored(visitor)).toEqual([])
})

test('what a site left before it had our tag is gone after the first page with it (proves: device.only-declared)', async () => {
  await using visitor = await site.visitor()
  await visitor.go('/bare/quiet')
  await leave(visitor, 'fair')
  await visitor.go('/meta/quiet')
  // Cookies of a path can only be ended there, and no policy has a word for files.
  const elsewhere = ['cookie fair_deep', 'file fair_file']
  const rest = (all: readonly string[]) => all.filter(each => !elsewhere.includes(each))
  // Seen in the page itself first, which must not be left before its tag has done what it does.
  const here = async () => rest(await visitor.page.evaluate(storedHere))
  await expect.poll(here, { timeout: 10_000 }).toEqual([])
  expect(rest(await stored(visitor))).toEqual([])
})

/** A worker of the own site, which may start where headers protect it, has stores that no page guards. */
const IN_A_WORKER = '_worker'

const OF_A_YES = [
  'cache fair_cache',
  'cache fair_framed',
  'cookie __Host-fair',
  'cookie fair_deep',
  'cookie fair_frame',
  'cookie fair_lent',
  'cookie fair_native',
  'cookie fair_parted',
  'cookie fair_plain',
  'cookie fair_session',
  'cookie fair_store',
  'indexed-db fair_called',
  'indexed-db fair_db',
  'indexed-db fair_framed',
  'local-storage fair_stored',
  'session-storage fair_defined',
  'session-storage fair_framed',
  'session-storage fair_method',
  'session-storage fair_property',
]

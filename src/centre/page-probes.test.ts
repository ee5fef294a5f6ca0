import { afterAll, beforeAll, expect, test } from 'vitest'
import { SHOP_POLICY, type World, world } from '../../test/world.ts'

let here: World

beforeAll(async () => {
  here = await world({
    site: () => http => {
      http.get('/', (_, reply) =>
        // A page that somebody spoiled: it sets a cookie on whoever asks for it.
        (spoilt ? reply.header('set-cookie', 'evil=1') : reply).send('home'),
      )
    },
  })
})
afterAll(() => here[Symbol.asyncDispose]())

let spoilt = false

test('each open page is tried as on a first visit, and a cookie on any of them is seen', async () => {
  expect(await found('device.only-declared')).toMatchObject({ kept: true })
  spoilt = true
  const seen = await found('device.only-declared')
  spoilt = false
  expect(seen?.kept).toBe(false)
  expect(seen?.saw.en).toContain('they set one cookie')
})

test('proves: notice.help-links, the links to further help are counted in each published notice', async () => {
  const seen = await found('notice.help-links')
  expect(seen?.kept).toBe(true)
  const links = here.policy().links.length * 3
  expect(seen?.saw.fi).toContain(`${links}/${links}`)
})

test('every probe finds its promise kept in a system that nobody spoiled', async () => {
  await here.usePolicy(SHOP_POLICY)
  const proofs = await here.lupaus.prove()
  expect(proofs.filter(proof => !proof.kept)).toEqual([])
  expect(proofs.length).toBeGreaterThan(20)
  const sightings = await here.lupaus.audit.sightings()
  expect(sightings.map(one => one.promise).toSorted()).toEqual(
    proofs.map(proof => proof.promise).toSorted(),
  )
})

async function found(promise: string) {
  const proofs = await here.lupaus.prove()
  return proofs.find(proof => proof.promise === promise)
}

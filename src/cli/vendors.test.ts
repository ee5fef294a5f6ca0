import { expect, test } from 'vitest'
import { lupaus } from '../../test/scratch/cli.ts'

test('the catalogue is listed, and says how much of it somebody has read at its source', async () => {
  const { code, out } = await lupaus('vendors')
  expect(code).toBe(0)
  expect(out).toMatch(
    /google-analytics {2}Google Analytics, Google Ireland Limited\n {2}browser or our server; 4 identifiers; \d of \d facts confirmed/,
  )
  const { out: wire } = await lupaus('vendors', '--json')
  const { vendors } = JSON.parse(wire) as { vendors: readonly { id: string }[] }
  expect(vendors.map(({ id }) => id)).toContain('hubspot')
})

test('a policy is held against it: what differs are warnings, and nothing is refused', async () => {
  const { code, out } = await lupaus('vendors', 'policies/bank-analytics.yaml')
  expect(code).toBe(0)
  expect(out).toContain('`_gcl_aw` is known to be stored by Google Ads, and is not declared')
  expect(out).toMatch(/4 of 4 vendors name their entry\.\n$/)
  const { out: shop } = await lupaus('vendors', 'policies/childrens-shop.yaml', '--json')
  expect(JSON.parse(shop)).toEqual({ warnings: [] })
})

test('two files, or a file that is not there, are told of', async () => {
  expect((await lupaus('vendors', 'a.yaml', 'b.yaml')).code).toBe(2)
  expect((await lupaus('vendors', 'policies/none.yaml')).code).toBe(1)
})

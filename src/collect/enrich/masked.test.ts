import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { collectWorld, idOf, SHOP } from '../../../test/scratch/collect-world.ts'

const PERSON = 'matti@example.org'
const TERMS = [PERSON, 'Matti%40Example.org hinta', '040 123 4567', '131052-308T', 'kumisaappaat']

test('proves: vendor.identity-unresolvable whoever searches for a person leaves no name in what is kept', async () => {
  await using world = await collectWorld()
  const answer = await world.send({
    receipt: 'analytics,personalisation',
    visitors: { analytics: idOf('a'), personalisation: idOf('p') },
    events: TERMS.map(query => ({ name: 'search', agoMs: 0, fields: { query } })),
  })
  expect(answer.headers.get('lupaus-kept')).toBe(`${TERMS.length}`)
  expect(answer.headers.get('lupaus-refused')).toContain('reason=masked;what="search.query"')
  // Before the loader takes it, the spool holds what the store will.
  for (const text of textsIn(join(world.folder, 'spool')))
    expect(text).not.toMatch(/matti|example.org/i)

  const masked = ['[email]', '[email] hinta', '[person]', '[phone]', 'kumisaappaat']
  for (const group of ['analytics', 'personalisation'] as const) {
    const terms = (await world.rows(group)).map(row => String(row['query']))
    expect(terms.toSorted()).toEqual(masked)
  }
  const counted = (await world.rows('refusals')).filter(row => row['reason'] === 'masked')
  expect(counted.map(row => [row['what'], Number(row['count'])])).toEqual([['search.query', 4]])
})

test('proves: vendor.identity-unresolvable no third party is given what personalisation is made of', () => {
  const purpose = SHOP.said.purposes.find(one => one.id === 'personalisation')
  expect(purpose?.collects?.map(one => one.event)).toContain('search')
  expect(purpose?.vendors ?? []).toEqual([])
})

test('what stood in a path, a title, a referrer and a link is kept without the person', async () => {
  await using world = await collectWorld()
  const fields = {
    path: `/u/${PERSON}/tilaus/123456789?token=abc`,
    title: `Tilaus 040 123 4567`,
    referrer: `https://search.example/?q=${PERSON}`,
  }
  const link = { path: '/', link_kind: 'outbound', link_target: `https://a.example/u/${PERSON}` }
  await world.send({
    receipt: 'analytics',
    events: [
      { name: 'page_view', agoMs: 0, fields },
      { name: 'link_click', agoMs: 0, fields: link },
    ],
  })
  const rows = await world.rows('analytics')
  expect(rows.find(row => row['name'] === 'page_view')).toMatchObject({
    ...{ path: '/u/:email/tilaus/:number', title: 'Tilaus [phone]', referrer: 'search.example' },
  })
  expect(rows.find(row => row['name'] === 'link_click')).toMatchObject({
    link_target: 'https://a.example/u/:email',
  })
})

function textsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
    .map(path => readFileSync(path, 'latin1'))
}

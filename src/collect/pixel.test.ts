import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CollectWorld, collectWorld, idOf } from '../../test/scratch/collect-world.ts'

const COOKIE = `lupaus_choice=marketing; lupaus_m=${idOf('m')}`

let world: CollectWorld
beforeAll(async () => {
  world = await collectWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

test.for(['?mail=1', '?mail=&campaign=autumn', '?mail=reader%40mail.example&path=/letter'])(
  'proves: pixel.same-gate a letter with the pixel `%s` is never measured, whatever was granted',
  async query => {
    for (const cookie of ['', COOKIE]) {
      const answer = await world.pixel(query, cookie === '' ? {} : { cookie })
      expect(answer.status).toBe(204)
      expect(answer.headers.get('lupaus-kept')).toBe('0')
      expect(answer.headers.get('lupaus-refused')).toBe('*;reason=not-promised;what="pixel_view"')
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
    expect(await world.rows('marketing')).toEqual([])
    expect(JSON.stringify(await world.rows('refusals'))).not.toContain('mail.example')
  },
)

test('proves: pixel.same-gate the same pixel in a page is kept where it is granted, and is counted where not', async () => {
  const counted = async () =>
    (await world.rows('refusals'))
      .filter(row => row['reason'] === 'not-promised' && row['what'] === 'pixel_view')
      .reduce((sum, row) => sum + Number(row['count']), 0)
  const before = await counted()
  const answer = await world.pixel('?campaign=autumn', { cookie: COOKIE })
  expect(answer.status).toBe(200)
  expect(await world.rows('marketing')).toHaveLength(1)
  await world.pixel('?mail=1')
  expect(await counted()).toBe(before + 1)
})

test('proves: pixel.same-gate no answer holds anything by which a browser could be known again', async () => {
  const answers = [
    await world.pixel('?campaign=autumn', { cookie: COOKIE }),
    await world.pixel('?campaign=autumn'),
    await world.pixel('?mail=1', { cookie: COOKIE }),
  ]
  for (const { headers } of answers) {
    for (const name of ['set-cookie', 'etag', 'last-modified', 'expires', 'age'])
      expect(headers.get(name)).toBeNull()
    expect(headers.get('cache-control')).toBe('no-store')
  }
  const bodies = await Promise.all(answers.map(answer => answer.arrayBuffer()))
  expect(bodies.map(body => body.byteLength)).toEqual([43, 0, 0])
})

test('a client that only looks, by HEAD, adds nothing', async () => {
  const before = (await world.rows('marketing')).length
  const url = `${world.origin}/v1/pixel?campaign=autumn`
  expect((await fetch(url, { method: 'HEAD', headers: { cookie: COOKIE } })).status).toBe(404)
  expect(await world.rows('marketing')).toHaveLength(before)
})

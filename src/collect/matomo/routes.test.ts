import { afterAll, beforeAll, expect, test } from 'vitest'
import { compiled } from '../../../test/promises/changed.ts'
import { BROWSER, type CollectWorld, collectWorld } from '../../../test/scratch/collect-world.ts'
import { alsoCollects, hashed, withSources } from '../../../test/scratch/sources.ts'
import { GROUPS } from '../groups.ts'
import { BODY_MAX, REQUESTS_MAX } from './params.ts'

const SECRET = 'a server of the shop'
const VISITOR = '0123456789abcdef'
const COOKIE = 'lupaus_choice=analytics'

let world: CollectWorld
beforeAll(async () => {
  world = await collectWorld()
  world.policy = compiled('childrens-shop', policy => {
    alsoCollects(policy, 'analytics', 'goal', ['path', 'goal', 'value'])
    withSources(policy, [
      { id: 'web', kind: 'web', key: 'nalle-web', site: 'shop', asserts: ['orders'] },
      {
        id: 'till',
        kind: 'server',
        key: hashed(SECRET),
        site: 'shop',
        asserts: ['orders', 'device'],
      },
    ])
  })
})
afterAll(() => world[Symbol.asyncDispose]())

type Params = Readonly<Record<string, string>>
const queryOf = (params: Params) =>
  new URLSearchParams({ idsite: 'nalle-web', rec: '1', _id: VISITOR, ...params }).toString()
const page = (path: string, more: Params = {}) => ({
  url: `https://pikkunalle.example${path}`,
  ...more,
})
const get = (
  params: Params,
  headers: Record<string, string> = { cookie: COOKIE },
  file = 'matomo',
) =>
  fetch(`${world.origin}/${file}.php?${queryOf(params)}`, {
    headers: { 'user-agent': BROWSER, ...headers },
  })
const post = (query: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${world.origin}/matomo.php${query}`, {
    method: 'POST',
    headers: {
      'user-agent': BROWSER,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body,
  })
const rowOf = async (path: string) =>
  (await world.rows('analytics')).filter(row => row['path'] === path)
const total = async () => (await Promise.all(GROUPS.map(group => world.rows(group)))).flat().length
const counted = async (reason: string) =>
  (await world.rows('refusals'))
    .filter(row => row['reason'] === reason)
    .reduce((sum, row) => sum + Number(row['count']), 0)

test('a page view is the row that our own tag makes, by GET, by POST, by form, under both names', async () => {
  const params = page('/same', { action_name: 'Same', urlref: 'https://search.example/q?s=secret' })
  const answers = [
    await get(params),
    await get(params, { cookie: COOKIE }, 'piwik'),
    await post(`?${queryOf(params)}`, '', { cookie: COOKIE }),
    await post('', queryOf(params), { 'lupaus-receipt': 'analytics' }),
    await get({ ...params, lupaus_receipt: 'analytics' }, {}),
  ]
  for (const answer of answers) {
    expect(answer.status).toBe(200)
    expect(answer.headers.get('lupaus-kept')).toBe('1')
  }
  await world.send({
    receipt: 'analytics',
    events: [
      {
        name: 'page_view',
        agoMs: 0,
        fields: { path: '/same', title: 'Same', referrer: 'https://search.example/q?s=secret' },
      },
    ],
  })
  const rows = await rowOf('/same')
  expect(rows).toHaveLength(answers.length + 1)
  const plain = rows.map(row => ({
    ...row,
    analytics_visitor: '',
    analytics_event: '',
    source_id: '',
  }))
  for (const row of plain) expect(row).toEqual(plain[0])
  expect(new Set(rows.map(row => row['analytics_visitor'])).size).toBe(2)
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`secret|${VISITOR}`))
})

test('without a yes the same picture comes, nothing is kept, and no cookie is ever set', async () => {
  const before = await total()
  const params = page('/denied', { lupaus_receipt: '' })
  const refused = await get(params, {})
  const granted = await get(page('/granted'))
  expect(await granted.arrayBuffer()).toEqual(await refused.arrayBuffer())
  for (const answer of [refused, granted]) {
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/gif')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    for (const name of ['set-cookie', 'etag', 'last-modified'])
      expect(answer.headers.get(name)).toBeNull()
  }
  expect(refused.headers.get('lupaus-kept')).toBe('0')
  expect(refused.headers.get('lupaus-refused')).toContain('analytics;reason=no-consent')
  for (const headers of [{ dnt: '1' }, { 'sec-gpc': '1' }])
    expect(
      (await get(page('/denied'), { cookie: COOKIE, ...headers })).headers.get('lupaus-kept'),
    ).toBe('0')
  expect(await rowOf('/denied')).toEqual([])
  expect(await total()).toBe(before + 1)
})

test('who asks for no picture gets none', async () => {
  const answer = await get(page('/none', { send_image: '0' }))
  expect(answer.status).toBe(204)
  expect(await rowOf('/none')).toHaveLength(1)
})

test('a bulk keeps what it can, and says which requests it could not read', async () => {
  const [refused, malformed] = [await counted('no-such-source'), await counted('malformed')]
  const body = JSON.stringify({
    requests: [
      `?${queryOf(page('/bulk-1'))}`,
      `?${queryOf({ ...page('/bulk-2'), idsite: '1' })}`,
      { ...page('/bulk-3'), idsite: 'nalle-web', rec: 1 },
      '?idsite=nalle-web',
      42,
    ],
  })
  const answer = await post('', body, { cookie: COOKIE })
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({
    status: 'success',
    tracked: 2,
    invalid: 3,
    invalid_indices: [1, 3, 4],
  })
  expect(answer.headers.get('lupaus-kept')).toBe('2')
  for (const path of ['/bulk-1', '/bulk-3']) expect(await rowOf(path)).toHaveLength(1)
  expect(await rowOf('/bulk-2')).toEqual([])
  expect(await counted('no-such-source')).toBe(refused + 1)
  expect(await counted('malformed')).toBe(malformed + 2)
})

test('a server speaks for its visitors with a secret; its cookies and its browser are nobody’s', async () => {
  const ua = 'Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0'
  const request = (path: string, more: Params) =>
    `?${queryOf(page(path, { idsite: '7', ...more }))}`
  const requests = [
    request('/by-server', { ua, lupaus_receipt: 'analytics' }),
    request('/by-server-denied', { ua }),
  ]
  const answer = await post('', JSON.stringify({ requests, token_auth: SECRET }), {
    cookie: COOKIE,
  })
  expect(await answer.json()).toMatchObject({ tracked: 2, invalid: 0 })
  expect(await rowOf('/by-server')).toMatchObject([{ browser: 'Firefox', os: 'Windows' }])
  expect(await rowOf('/by-server-denied')).toEqual([])
})

test('an order is kept line by line, and once however often it is sent', async () => {
  const ec_items = JSON.stringify([
    ['bear', 'Bear', 'Toys', 19.9, 3],
    ['cap', 'Cap', '', 5, 2],
  ])
  const order = { idgoal: '0', ec_id: 'A-1', revenue: '69.7', ec_items, lupaus_currency: 'EUR' }
  for (const rand of ['111111', '222222']) await get({ ...order, rand })
  await world.collect.flush()
  await get(order)
  const bought = (await world.rows('analytics'))
    .filter(row => row['name'] === 'purchase')
    .toSorted((a, b) => (String(a['product']) < String(b['product']) ? -1 : 1))
  expect(
    bought.map(row => [row['product'], row['quantity'], Number(row['value']), row['currency']]),
  ).toEqual([
    ['bear', 3, 59.7, 'EUR'],
    ['cap', 2, 10, 'EUR'],
  ])
})

test('searches, links and goals are kept as what they are', async () => {
  await get({ search: 'Bear ', search_count: '0' })
  await get(page('/to', { link: 'https://other.example/x?y=z' }))
  await get(page('/at', { idgoal: '4', revenue: '2.5' }))
  const rows = await world.rows('analytics')
  const of = (name: string) => rows.filter(row => row['name'] === name)
  expect(of('search')).toMatchObject([{ query: 'bear', results: 0 }])
  expect(of('link_click')).toMatchObject([{ path: '/to', link_target: 'https://other.example/x' }])
  expect(of('goal')).toHaveLength(1)
})

test('what the policy does not declare is refused by name and counted, never kept', async () => {
  const answer = await get(page('/named', { uid: 'jane@mail.example', dimension1: 'gold' }))
  const said = answer.headers.get('lupaus-refused') ?? ''
  expect(said).toContain('what="page_view.uid"')
  expect(said).toContain('what="page_view.dimension1"')
  const cart = await get({ idgoal: '0', revenue: '5' })
  expect(cart.status).toBe(200)
  expect(cart.headers.get('lupaus-refused')).toBe('*;reason=event-not-declared;what="cart_update"')
  expect(await rowOf('/named')).toHaveLength(1)
  const all = await Promise.all([...GROUPS, 'refusals' as const].map(table => world.rows(table)))
  expect(JSON.stringify(all)).not.toMatch(/jane|gold/)
})

test('what is broken is answered with what is wrong, and nothing of it is kept', async () => {
  const many = JSON.stringify({ requests: Array.from({ length: REQUESTS_MAX + 1 }, () => '?') })
  const ec_items = JSON.stringify(Array.from({ length: 500 }, () => []))
  const order = (ec_id: number) => `?${queryOf({ idgoal: '0', ec_id: String(ec_id), ec_items })}`
  const orders = JSON.stringify({ requests: Array.from({ length: 11 }, (_, n) => order(n)) })
  const before = await total()
  const cases: readonly [Promise<Response>, number, RegExp][] = [
    [fetch(`${world.origin}/matomo.php`), 400, /rec=1/],
    [get({ ...page('/x'), idsite: '1' }), 400, /idsite/],
    [post('', '{"requests":['), 400, /bulk/],
    [post('', many), 413, /2500/],
    [post('', orders), 413, /5000/],
    [post('', `a=${'x'.repeat(BODY_MAX)}`), 413, /large/i],
    [post('', `a=${'x'.repeat(40_000)}`), 413, /32768/],
  ]
  for (const [answer, status, says] of cases) {
    expect((await answer).status).toBe(status)
    expect(await (await answer).text()).toMatch(says)
  }
  expect(await total()).toBe(before)
})

test('a page of another site cannot speak with our public key', async () => {
  const send = (origin: string) =>
    post(`?${queryOf(page('/across'))}`, '', { cookie: COOKIE, origin })
  const theirs = await send('https://evil.example')
  expect(theirs.status).toBe(403)
  expect(theirs.headers.get('access-control-allow-origin')).toBeNull()
  expect(await rowOf('/across')).toEqual([])
  const picture = await get(page('/across'), { cookie: COOKIE, referer: 'https://evil.example/' })
  expect(picture.status).toBe(403)
  expect(await rowOf('/across')).toEqual([])
  const ours = await send('https://pikkunalle.example')
  expect(ours.headers.get('access-control-allow-origin')).toBe('https://pikkunalle.example')
  expect(await rowOf('/across')).toHaveLength(1)
})

test('a secret in a browser is no secret, and is told so', async () => {
  const query = `?${queryOf(page('/leaked', { token_auth: SECRET }))}`
  const answer = await post(query, '', { origin: 'https://pikkunalle.example' })
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({ error: 'leaked-key' })
  const before = await total()
  const kept = await post(`${query}&lupaus_receipt=analytics`, '')
  expect(kept.status).toBe(200)
  expect(await total()).toBe(before + 1)
})

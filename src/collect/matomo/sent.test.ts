import { assert as assertThat, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { compiled } from '../../../test/promises/changed.ts'
import { hashed, withSources } from '../../../test/scratch/sources.ts'
import { moment } from '../../base/time.ts'
import type { Sent } from '../intake.ts'
import { Broken, paramsOf } from './params.ts'
import { type Asked, sentOf, type Taken } from './sent.ts'

const NOW = moment('2026-11-22T10:00:00Z')
const SECRET = 'a server of the shop'
const VISITOR = '0123456789abcdef'
const POLICY = compiled('childrens-shop', policy => {
  policy['sites'] = [
    ...(policy['sites'] as object[]),
    {
      id: 'app',
      kind: 'mobile-app',
      name: 'App',
      hosts: ['api.example'],
      'app-ids': ['app.nalle'],
    },
  ]
  withSources(policy, [
    { id: 'web', kind: 'web', key: 'nalle-web', site: 'shop', asserts: ['orders'] },
    { id: 'app', kind: 'app', key: 'nalle-app', site: 'app' },
    { id: 'till', kind: 'server', key: hashed(SECRET), site: 'shop', asserts: ['time', 'device'] },
    { id: 'plain', kind: 'server', key: hashed('plain'), site: 'shop' },
  ])
})
const ASKED: Asked = {
  policy: POLICY,
  now: NOW,
  receipt: 'of the cookie',
  signals: [],
  signs: { userAgent: 'Browser/1', address: '203.0.113.7', acceptLanguage: 'fi-FI,fi;q=0.9' },
  page: 'https://pikkunalle.example/from-header?x=1',
}

type Params = Readonly<Record<string, string>>
const read = (params: Params, asked: Partial<Asked> = {}): Taken => {
  const query = new URLSearchParams({ idsite: 'nalle-web', rec: '1', ...params })
  const parsed = paramsOf(query.toString())
  if (parsed instanceof Broken) throw new Error(parsed.help)
  const taken = sentOf(parsed, { ...ASKED, ...asked })
  if (taken instanceof Broken) throw new Error(taken.help)
  return taken
}
const sent = (params: Params, asked: Partial<Asked> = {}): Sent => {
  const [one] = read(params, asked).sent
  if (!one) throw new Error('nothing was sent')
  return one
}
const events = (params: Params) =>
  sent(params).events.map(({ name, fields }) => ({ name, ...fields }))
const broken = (params: Params): string => {
  try {
    read(params)
    return 'taken'
  } catch (error) {
    return String(error)
  }
}
const PAGE = { url: 'https://pikkunalle.example/bears?email=a@b.example#top', action_name: 'Bears' }

test('a page view has the path, title, referrer and language that any client gives', () => {
  expect(events({ ...PAGE, urlref: 'https://search.example/q?s=secret', res: '1280x800' })).toEqual(
    [
      {
        name: 'page_view',
        path: '/bears',
        title: 'Bears',
        referrer: 'https://search.example/q?s=secret',
        language: 'fi-FI',
        screen_size: '1280x800',
      },
    ],
  )
})

test('a pixel without an address is of the page that its browser names', () => {
  expect(events({})).toMatchObject([{ name: 'page_view', path: '/from-header' }])
  expect(sent({}).host).toBe('pikkunalle.example')
  expect(() => read({}, { page: undefined })).toThrow(/say `url`/)
})

test('what a client adds by itself is read only as far as the policy declares it', () => {
  const asked = {
    declared: () => (event: string) => (event === 'page_view' ? DECLARED : undefined),
  }
  const url = 'https://pikkunalle.example/bears?utm_campaign=a&mc_eid=jane'
  const [view] = sent({ url, res: '1x1', urlref: 'https://a.example/', uid: 'jane' }, asked).events
  expect(view?.fields).toEqual({ path: '/bears', language: 'fi-FI', uid: true })
  expect(events({ url })[0]).toMatchObject({ click_id: 'mc_eid' })
})
const DECLARED = new Set(['path', 'title', 'language'])

test('an app sees screens, not pages', () => {
  const app = { idsite: 'nalle-app', url: 'http://app.nalle/menu/bears' }
  expect(events({ ...app, action_name: 'Bears' })).toMatchObject([
    { name: 'screen_view', screen: 'Bears' },
  ])
  expect(events(app)).toMatchObject([{ name: 'screen_view', screen: '/menu/bears' }])
})

test('a campaign is read from the address, by Matomo’s words and by everybody’s', () => {
  const url = 'https://pikkunalle.example/?mtm_campaign=autumn&utm_campaign=other&utm_source=mail'
  const [own] = events({ url })
  expect(own).toMatchObject({ campaign: 'autumn', campaign_source: 'mail' })
  const [click] = events({ url: 'https://pikkunalle.example/?gclid=abc&unknown=secret' })
  expect(click).toMatchObject({ path: '/', click_id: 'gclid=abc' })
  expect(JSON.stringify(click)).not.toContain('secret')
})

test.for<[string, Params, Record<string, unknown>]>([
  [
    'a search with its results',
    { search: 'bear', search_cat: 'Toys', search_count: '0' },
    { name: 'search', query: 'bear', category: 'Toys', results: 0 },
  ],
  [
    'a search that says no number',
    { search: 'bear', search_count: 'false' },
    { name: 'search', query: 'bear' },
  ],
  [
    'a link away',
    { ...PAGE, link: 'https://other.example/a?b=c' },
    {
      name: 'link_click',
      path: '/bears',
      link_kind: 'outbound',
      link_target: 'https://other.example/a',
    },
  ],
  [
    'a download',
    { ...PAGE, download: 'https://pikkunalle.example/care.pdf' },
    { name: 'link_click', path: '/bears', link_kind: 'download', link_target: '/care.pdf' },
  ],
  [
    'a goal',
    { ...PAGE, idgoal: '3', revenue: '12.5' },
    { name: 'goal', path: '/bears', goal: '3', value: 12.5 },
  ],
  [
    'an event by a name of ours',
    { ...PAGE, e_c: 'Toys', e_a: 'cart_add', e_n: 'bear-1', e_v: '9,90' },
    { name: 'cart_add', path: '/bears', category: 'Toys', product: 'bear-1', value: 9.9 },
  ],
  [
    'an event by a name of its own, which no policy declares',
    { e_c: 'Video', e_a: '__proto__', e_n: 'x' },
    { name: '__proto__', path: '/from-header', category: 'Video' },
  ],
  [
    'a whole cart, which says not what changed',
    { idgoal: '0', revenue: '5', ec_items: '[]' },
    { name: 'cart_update' },
  ],
  ['content shown', { ...PAGE, c_n: 'Banner' }, { name: 'content' }],
  ['media', { ...PAGE, ma_id: 'x' }, { name: 'media' }],
])('%s', ([, params, expected]) => {
  expect(events(params)).toEqual([expected])
})

test('a ping says no time, so nothing happened', () => {
  expect(read({ ...PAGE, ping: '1' })).toEqual({ sent: [], refused: [] })
})

test('a product or category that is seen is an event besides the page', () => {
  const product = { _pks: 'bear-1', _pkn: 'Bear', _pkc: '["Toys","Soft"]', _pkp: '19.90' }
  expect(events({ ...PAGE, ...product })[1]).toEqual({
    name: 'product_view',
    path: '/bears',
    product: 'bear-1',
    product_name: 'Bear',
    category: 'Toys',
    price: 19.9,
  })
  const listed = events({ ...PAGE, _pkc: 'Toys', _pks: '', _pkn: '' })[1]
  expect(listed).toEqual({ name: 'list_view', path: '/bears', category: 'Toys' })
})

test('an order is a purchase a line, idempotent by its number, its total told once', () => {
  const ec_items = JSON.stringify([
    ['bear-1', 'Bear', ['Toys', 'Soft'], 19.9, 3],
    ['cap', 'Cap', '', '5,05', '2'],
  ])
  const order = {
    idgoal: '0',
    ec_id: 'A-17',
    revenue: '73.8',
    ec_tx: '14.1',
    ec_sh: '4',
    ec_dt: 'false',
  }
  const { events: lines } = sent({
    ...order,
    ec_items,
    lupaus_currency: 'EUR',
    rand: '123456',
    _id: VISITOR,
  })
  expect(lines).toEqual([
    {
      id: 'order:A-17:0',
      name: 'purchase',
      agoMs: 0,
      fields: {
        order: 'A-17',
        product: 'bear-1',
        product_name: 'Bear',
        category: 'Toys',
        quantity: 3,
        price: 19.9,
        value: 59.7,
        shipping: 4,
        tax: 14.1,
        currency: 'EUR',
      },
    },
    {
      id: 'order:A-17:1',
      name: 'purchase',
      agoMs: 0,
      fields: {
        order: 'A-17',
        product: 'cap',
        product_name: 'Cap',
        quantity: 2,
        price: 5.05,
        value: 10.1,
        currency: 'EUR',
      },
    },
  ])
})

test('an order without lines, or without prices, has its total as its value', () => {
  const order = { idgoal: '0', ec_id: 'A-18', revenue: '73.8' }
  const bare = sent(order).events
  expect(bare).toMatchObject([{ id: 'order:A-18:0', fields: { order: 'A-18', value: 73.8 } }])
  const unpriced = sent({ ...order, ec_items: '[["a"],["b"]]' }).events
  expect(unpriced.map(({ fields }) => fields['value'])).toEqual([73.8, undefined])
})

test.for<[string, Params, RegExp]>([
  ['no rec', { rec: '0' }, /rec=1/],
  ['an unknown source', { idsite: '1' }, /idsite/],
  ['a secret where a public key belongs', { idsite: SECRET }, /idsite/],
  ['the hash of a secret', { token_auth: hashed(SECRET), idsite: 'x' }, /idsite/],
  ['a public key as a secret', { token_auth: 'nalle-web', idsite: 'x' }, /idsite/],
  ['lines that are no list', { idgoal: '0', ec_id: '1', ec_items: '{"a":1}' }, /ec_items/],
  ['lines that are no lists', { idgoal: '0', ec_id: '1', ec_items: '[1]' }, /ec_items/],
  [
    'too many lines',
    { idgoal: '0', ec_id: '1', ec_items: JSON.stringify(Array.from({ length: 501 }, () => [])) },
    /500 lines/,
  ],
  ['a long order number', { idgoal: '0', ec_id: 'x'.repeat(101) }, /100 characters/],
  ['a moment that is none', { ...PAGE, cdt: 'yesterday' }, /cdt/],
])('what is broken is named: %s', ([, params, says]) => {
  expect(broken(params)).toMatch(says)
})

test('an order of a hundred characters and five hundred lines is taken', () => {
  const ec_items = JSON.stringify(Array.from({ length: 500 }, () => ['a']))
  expect(sent({ idgoal: '0', ec_id: 'x'.repeat(100), ec_items }).events).toHaveLength(500)
})

test('the visitor is the client’s id, for each group the same text and nothing else', () => {
  const one = sent({ ...PAGE, _id: VISITOR.toUpperCase(), uid: 'jane@mail.example' })
  expect(one.subject).toBe(VISITOR)
  expect(one.visitors).toEqual({ personalisation: VISITOR, analytics: VISITOR, marketing: VISITOR })
  expect(sent({ ...PAGE, _id: VISITOR, cid: 'f'.repeat(16) }).subject).toBe('f'.repeat(16))
  for (const id of ['', 'jane', `${VISITOR}0`, 'AA814767-7B1F-5C81-8F1D-8E47AD7D2982'])
    expect(sent({ ...PAGE, _id: id })).toMatchObject({ subject: undefined, visitors: {} })
})

test('who the user is, and variables of a site’s own, are refused by name and not even read', () => {
  const taken = sent({
    ...PAGE,
    uid: 'jane@mail.example',
    _cvar: '{"1":["tier","gold"]}',
    dimension12: 'gold',
    fla: '1',
    gt_ms: '77',
  })
  const [view] = taken.events
  expect(view?.fields).toMatchObject({ uid: true, _cvar: true, dimension12: true })
  expect(JSON.stringify(taken)).not.toMatch(/jane|gold/)
  expect(Object.keys(view?.fields ?? {})).not.toContain('fla')
})

test('a day back anyone may say; thirty days only a source that asserts time', () => {
  const ago = (params: Params) => {
    const { sent: taken, refused } = read({ ...PAGE, ...params })
    return { agoMs: taken[0]?.events[0]?.agoMs, refused: refused.map(({ reason }) => reason) }
  }
  expect(ago({ cdt: '2026-11-22 09:59:30' })).toEqual({ agoMs: 30_000, refused: [] })
  expect(ago({ cdt: '2026-11-22T09:59:30.500Z' })).toEqual({ agoMs: 29_500, refused: [] })
  expect(ago({ cdt: String(NOW / 1000 - 60) })).toEqual({ agoMs: 60_000, refused: [] })
  expect(ago({ cdo: '90' })).toEqual({ agoMs: 90_000, refused: [] })
  expect(ago({ cdt: '2026-11-22 10:00:30' })).toEqual({ agoMs: 0, refused: [] })
  expect(ago({ cdt: '2026-11-21 10:00:00' })).toEqual({ agoMs: 86_400_000, refused: [] })
  expect(ago({ cdt: '2026-11-21 09:59:59' })).toEqual({
    agoMs: undefined,
    refused: ['too-old'],
  })
  const till = { cdt: '2026-10-23 10:00:00', token_auth: SECRET }
  expect(ago(till)).toEqual({ agoMs: 30 * 86_400_000, refused: [] })
  const older = { ...till, cdt: '2026-10-23 09:59:59' }
  expect(ago(older)).toEqual({ agoMs: undefined, refused: ['too-old'] })
})

test('a server’s own browser, address, page and cookies are nobody’s', () => {
  const forged = { ...PAGE, ua: 'Other/2', cip: '198.51.100.1', lang: 'sv' }
  expect(sent(forged).signs).toEqual(ASKED.signs)
  const plain = sent({ ...forged, token_auth: 'plain' })
  expect(plain.signs).toEqual({ userAgent: undefined, address: undefined })
  expect(plain.receipt).toBeUndefined()
  const till = sent({ ...forged, token_auth: SECRET, lupaus_receipt: 'of the visitor' })
  expect(till.signs).toEqual({
    userAgent: 'Other/2',
    address: '198.51.100.1',
    acceptLanguage: 'sv',
  })
  expect(till).toMatchObject({ receipt: 'of the visitor', source: { id: 'till' } })
  expect(() => read({ token_auth: SECRET })).toThrow(/say `url`/)
})

test('the receipt of the address goes before that of the cookie; one that is too long is none', () => {
  expect(sent(PAGE).receipt).toBe('of the cookie')
  expect(sent({ ...PAGE, lupaus_receipt: 'own' }).receipt).toBe('own')
  expect(sent({ ...PAGE, lupaus_receipt: 'x'.repeat(2049) }).receipt).toBe('of the cookie')
})

test('a request sent again has the id it had, and another request another', () => {
  const told = { ...PAGE, _id: VISITOR, rand: '482913', h: '10', m: '0', s: '1' }
  const id = (params: Params) => sent(params).events[0]?.id
  expect(id(told)).toMatch(/^matomo:[\w-]{43}:0$/)
  expect(id({ ...told, cdo: '60', send_image: '0' })).toBe(id(told))
  expect(id({ ...told, rand: '482914' })).not.toBe(id(told))
  expect(id({ ...told, s: '2' })).not.toBe(id(told))
  for (const missing of [{ rand: '' }, { _id: '' }])
    expect(id({ ...told, ...missing })).toBeUndefined()
})

test('whatever is sent, what comes out is bounded and well-formed text', () => {
  const names = ['url', 'action_name', 'search', 'e_a', 'ec_items', 'ec_id', 'cdt', '_pkc', 'link']
  const isUnfit = (value: unknown) =>
    String(value).length > 512 || /[\uD800-\uDFFF]/u.test(String(value))
  const unfit = (query: string) => {
    const params = paramsOf(`rec=1&idsite=nalle-web&e_c=a&idgoal=0&${query}`)
    const taken = params instanceof Broken ? params : sentOf(params, ASKED)
    if (taken instanceof Broken) return []
    return taken.sent
      .flatMap(one => one.events.flatMap(({ fields }) => Object.values(fields)))
      .filter(isUnfit)
  }
  assertThat(
    property(string({ unit: 'binary', maxLength: 400 }), text =>
      names.every(name => unfit(`${name}=${text}`).length === 0),
    ),
    { numRuns: 60, seed: 4 },
  )
  const half = String.raw`[["a\ud83d","\udc00b",["\ud800"],1]]`
  expect(unfit(`ec_id=1&ec_items=${encodeURIComponent(half)}`)).toEqual([])
  expect(sent({ idgoal: '0', ec_id: '1', ec_items: half }).events[0]?.fields).toMatchObject({
    product: 'a',
    product_name: 'b',
  })
  const pair = `${'x'.repeat(255)}🐻`
  expect(events({ action_name: pair })).toMatchObject([{ title: 'x'.repeat(255) }])
})

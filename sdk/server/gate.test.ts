import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { CHOICE_COOKIE, RECEIPT_MAX } from '../../src/consent/wire.ts'
import { gateConfig } from '../../src/gate/index.ts'
import { type Policy, readPolicy } from '../../src/policy/index.ts'
import { createGate, type Dropped, type GateConfig, type GateSettings, type Visit } from './gate.ts'
import { factsIn } from './facts.ts'

const SHOP = readFileSync('policies/childrens-shop.yaml', 'utf8')
const NOW = Date.UTC(2026, 10, 22, 10)
const DAY = 86_400
const PARTNER = 'pixel.revontuli.example'
const ORIGIN = 'https://privacy.pikkunalle.example'

const policyOf = (text: string): Policy => {
  const { policy, diagnostics } = readPolicy(text, 'policy.yaml')
  if (!policy) throw new Error(JSON.stringify(diagnostics))
  return policy
}
const configOf = (policy: Policy): GateConfig => gateConfig(policy, ORIGIN)
const CONFIG = configOf(policyOf(SHOP))

const gateOf = (more: Partial<GateSettings> = {}) =>
  createGate({ lupaus: { config: CONFIG }, now: () => NOW, ...more })

/** A receipt as the tag reads one: nobody here looks at its signature. */
const receipt = (purposes: readonly string[], more: object = {}, rules = CONFIG.rules) => {
  const g = Object.fromEntries(purposes.map(id => [id, rules.purposes[id]?.terms]))
  const payload = { v: CONFIG.version, w: '0'.repeat(16), l: 'fi', g, t: NOW / 1000, ...more }
  const body = { e: NOW / 1000 + 30 * DAY, ...payload }
  return `x.${Buffer.from(JSON.stringify(body)).toString('base64url')}.x`
}
const visit = (cookie?: string, more: Partial<Visit> = {}): Visit => ({
  ...{ cookie, gpc: undefined, dnt: undefined, host: 'pikkunalle.example', ...more },
})
const chose = (purposes: readonly string[], more: object = {}) =>
  `${CHOICE_COOKIE}=${receipt(purposes, more)}`
const csp = (one: Visit, gate = gateOf()) => gate.headers(one)['content-security-policy']

test('proves: device.only-declared: a vendor stands in the header only for who permits it', () => {
  expect(csp(visit(chose(['marketing'])))).toContain(PARTNER)
  const others = [
    undefined,
    chose([]),
    chose(['analytics']),
    chose(['marketing'], { g: { marketing: 'other terms' } }),
    chose(['marketing'], { e: NOW / 1000 }),
    chose(['marketing'], { x: ['revontuli-ads'] }),
    chose(['marketing'], { x: 'revontuli-ads-is-no-list' }),
    chose(['marketing'], { p: 'partner' }),
    `${CHOICE_COOKIE}=garbage`,
    `${CHOICE_COOKIE}=x.${'A'.repeat(RECEIPT_MAX)}.x`,
    `other=${receipt(['marketing'])}`,
  ]
  for (const cookie of others) {
    expect(csp(visit(cookie))).toContain("default-src 'none'")
    expect(csp(visit(cookie)), cookie).not.toContain(PARTNER)
  }
})

test('proves: signal.dnt-stops-partner-tags: a signal shuts what it refuses, unless chosen under it', () => {
  const cookie = chose(['marketing'])
  expect(csp(visit(cookie, { dnt: '1' }))).not.toContain(PARTNER)
  expect(csp(visit(cookie, { gpc: '1' }))).not.toContain(PARTNER)
  expect(csp(visit(cookie, { gpc: '0', dnt: 'yes' }))).toContain(PARTNER)
  expect(csp(visit(chose(['marketing'], { s: ['gpc'] }), { gpc: '1' }))).toContain(PARTNER)
})

test('a vendor without a host in the rules has none in the header, whoever permits it', () => {
  const vendors = CONFIG.rules.vendors.map(one => ({ ...one, hosts: [] }))
  const config = { ...CONFIG, rules: { ...CONFIG.rules, vendors } }
  const everything = visit(chose(Object.keys(CONFIG.rules.purposes)))
  expect(csp(everything)).toContain(PARTNER)
  expect(csp(everything, gateOf({ lupaus: { config } }))).not.toContain(PARTNER)
})

test('a header says where reports go, and that an answer is this visitor’s alone', () => {
  const { vary, 'content-security-policy': header } = gateOf().headers(visit())
  expect(vary).toBe('Cookie, Sec-GPC, DNT')
  expect(header).toContain(`report-uri ${ORIGIN}/v1/reports`)
  expect(header).toContain("frame-ancestors 'self'")
})

test('the receipt is looked for where the tag keeps it', () => {
  expect(factsIn(visit(chose(['analytics'])), NOW)?.granted).toHaveProperty('analytics')
  expect(factsIn(visit(`a=1; ${chose(['analytics'])}; b=2`), NOW)).toBeDefined()
})

const set = (lines: readonly string[], one = visit(), gate = gateOf()) =>
  gate.setCookies(lines, one)

test('proves: device.only-declared: a server sets no cookie that the policy does not declare', () => {
  expect(set(['evil=1; Path=/', 'shop_checkout=a; Path=/; HttpOnly'])).toEqual([
    'shop_checkout=a; Path=/; HttpOnly',
  ])
  const broken = ['=1', 'novalue', 'sh op=1', 'shop_cart=\u0000', 'shop_cart=a\r\nset-cookie: b=1']
  expect(set(broken)).toEqual([])
})

test('a cookie of a purpose is set only for who permits that purpose', () => {
  const line = `rt_id=1; Path=/; Max-Age=${DAY}`
  expect(set([line], visit(chose(['marketing'])))).toEqual([line])
  expect(set([line], visit(chose(['analytics'])))).toEqual([])
  expect(set([line], visit(chose(['marketing']), { gpc: '1' }))).not.toContain(line)
})

test.for([
  ['as long as declared', `Max-Age=${30 * DAY}`, `Max-Age=${30 * DAY}`],
  ['a second longer', `Max-Age=${30 * DAY + 1}`, `Max-Age=${30 * DAY}`],
  ['a year', 'Expires=Mon, 22 Nov 2027 10:00:00 GMT', `Max-Age=${30 * DAY}`],
  ['a day, by its date', 'Expires=Mon, 23 Nov 2026 10:00:00 GMT', `Max-Age=${DAY}`],
  [
    'both, of which the age counts',
    `Expires=Mon, 22 Nov 2027 10:00:00 GMT; Max-Age=60`,
    'Max-Age=60',
  ],
  ['two ages, of which the last counts', `Max-Age=60; Max-Age=${99 * DAY}`, `Max-Age=${30 * DAY}`],
  ['no age that can be read', 'Max-Age=many', undefined],
  ['the session', '', undefined],
] as const)('proves: device.lifetime-defined: asked for %s', ([, asked, sent]) => {
  const lines = set([`shop_cart=a; Path=/; Secure; ${asked}`])
  expect(lines).toEqual([['shop_cart=a', 'Path=/', 'Secure', ...(sent ? [sent] : [])].join('; ')])
})

test('a cookie of the session stays one, whatever the server asks', () => {
  expect(set(['shop_checkout=a; Max-Age=60; Path=/'])).toEqual(['shop_checkout=a; Path=/'])
})

test('a cookie that rests on a consent ends with it at the latest', () => {
  const until = { e: NOW / 1000 + 100 }
  const one = visit(chose(['marketing'], until))
  expect(set([`rt_id=1; Max-Age=${DAY}`], one)).toEqual(['rt_id=1; Max-Age=100'])
})

test('what is not to be renewed keeps its end; what is, is renewed', () => {
  const line = (name: string, value = 'a') => `${name}=${value}; Max-Age=${DAY}`
  expect(set([line('shop_customer')], visit('shop_customer=a'))).toEqual([])
  expect(set([line('shop_customer', 'b')], visit('shop_customer=a'))).toEqual([
    line('shop_customer', 'b'),
  ])
  expect(set([line('shop_cart')], visit('shop_cart=a'))).toEqual([line('shop_cart')])
})

test('taking a cookie away is always allowed, and takes nothing along', () => {
  expect(set(['evil=secret; Path=/x; Max-Age=0'])).toEqual(['evil=; Path=/x; Max-Age=0'])
  const past = 'evil=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT'
  expect(set([past])).toEqual(['evil=; Max-Age=0'])
})

test('a cookie that came and is no longer permitted is taken away, wherever it was set', () => {
  const host = 'www.pikkunalle.example:8443'
  const lines = set([], visit(`rt_id=1; shop_cart=2; unknown=3; ${chose([])}`, { host }))
  expect(lines).toEqual([
    'rt_id=; Path=/; Max-Age=0',
    'rt_id=; Path=/; Max-Age=0; Secure; Partitioned',
    'rt_id=; Path=/; Max-Age=0; Domain=www.pikkunalle.example',
    'rt_id=; Path=/; Max-Age=0; Domain=pikkunalle.example',
  ])
  expect(set([], visit(`rt_id=1; ${chose(['marketing'])}`))).toEqual([])
  expect(set([], visit('rt_id=1', { host: '127.0.0.1:80' }))).toHaveLength(2)
})

test('what was not sent on is counted, and told by tracker', () => {
  const told: Dropped[] = []
  const gate = gateOf({ onDropped: one => void told.push(one) })
  set(['evil=1', `shop_cart=1; Max-Age=${99 * DAY}`, 'lupaus_m=1'], visit('rt_id=1'), gate)
  expect(gate.dropped()).toEqual({ undeclared: 1, refused: 1, shortened: 1, expired: 1 })
  expect(told).toEqual([
    { standing: 'undeclared', tracker: undefined },
    { standing: 'shortened', tracker: 'cart' },
    { standing: 'refused', tracker: 'campaign' },
    { standing: 'expired', tracker: 'partner-browser' },
  ])
})

/** A Lupaus that answers what a test wants. */
async function lupaus() {
  const asked: string[] = []
  const reports: unknown[] = []
  const state = { config: CONFIG as unknown, status: 200, etag: '"1"' }
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      let body = ''
      request.on('data', part => (body += String(part)))
      request.on('end', () => void (reports.push(JSON.parse(body)), response.writeHead(204).end()))
      return
    }
    const known = request.headers['if-none-match']
    asked.push(known ?? 'anew')
    const same = state.status === 200 && known === state.etag
    response.writeHead(same ? 304 : state.status, { etag: state.etag })
    response.end(same ? undefined : JSON.stringify(state.config))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  state.config = { ...CONFIG, origin: url, reports: `${url}/v1/reports` }
  const close = () => new Promise(done => (server.closeAllConnections(), server.close(done)))
  return { url, asked, reports, state, [Symbol.asyncDispose]: async () => void (await close()) }
}

test('proves: device.only-declared: until rules came, the own site alone may load and no cookie is set', async () => {
  await using there = await lupaus()
  there.state.status = 503
  const problems: string[] = []
  const onProblem = (one: string) => void problems.push(one)
  const gate = createGate({ lupaus: there.url, now: () => NOW, onProblem })
  await gate.ready()
  await gate.ready()
  expect(problems).toEqual(['Lupaus answers 503'])
  const header = csp(visit(chose(['marketing'])), gate)
  expect(header).not.toContain(PARTNER)
  expect(header).toContain(`script-src 'self' ${new URL(there.url).host};`)
  expect(set(['shop_checkout=1'], visit(), gate)).toEqual([])
})

test('proves: device.only-declared: rules are asked for once a while, believed for a day, and new ones obeyed', async () => {
  await using there = await lupaus()
  const clock = { now: NOW }
  const gate = createGate({ lupaus: there.url, now: () => clock.now })
  const marketing = visit(chose(['marketing']))
  await gate.ready()
  await gate.ready()
  expect(there.asked).toEqual(['anew'])
  expect(csp(marketing, gate)).toContain(PARTNER)

  clock.now += 61_000
  await gate.ready()
  await expect.poll(() => there.asked).toEqual(['anew', '"1"'])
  expect(csp(marketing, gate)).toContain(PARTNER)

  there.state.status = 500
  clock.now += 3_600_000
  await gate.ready()
  expect(csp(marketing, gate)).toContain(PARTNER)

  // A day without a word of Lupaus: what is necessary goes on, and nothing else.
  const age = (ms: number) => (clock.now = NOW + 61_000 + ms)
  age(DAY * 1000)
  expect(csp(marketing, gate)).toContain(PARTNER)
  age(DAY * 1000 + 1)
  expect(csp(marketing, gate)).not.toContain(PARTNER)
  expect(set(['shop_checkout=1; Path=/', 'rt_id=1'], marketing, gate)).toEqual([
    'shop_checkout=1; Path=/',
  ])

  const vendors = CONFIG.rules.vendors.map(one => ({ ...one, hosts: [] }))
  const config = { ...CONFIG, rules: { ...CONFIG.rules, vendors } }
  Object.assign(there.state, { status: 200, etag: '"2"', config })
  clock.now += 3_600_000
  await gate.ready()
  expect(csp(marketing, gate)).not.toContain(PARTNER)
})

test.for([
  ['no rules', { version: 'x' }],
  ['vendors that are no list', { ...CONFIG, rules: { ...CONFIG.rules, vendors: 'all' } }],
  [
    'a tracker without an end',
    { ...CONFIG, rules: { ...CONFIG.rules, trackers: [{ name: 'x' }] } },
  ],
  ['hosts that are no list', { ...CONFIG, hosts: '*' }],
] as const)('proves: device.only-declared: an answer with %s is none', async ([, config]) => {
  await using there = await lupaus()
  there.state.config = config
  const gate = createGate({ lupaus: there.url, now: () => NOW })
  await gate.ready()
  expect(csp(visit(chose(['marketing'])), gate)).not.toContain(PARTNER)
})

test('what was dropped is reported in counts, for sites of the policy alone', async () => {
  await using there = await lupaus()
  const gate = createGate({ lupaus: there.url, now: () => NOW })
  await gate.ready()
  gate.setCookies(['evil_matti=1', 'evil_maija=2', 'lupaus_m=1'], visit())
  gate.setCookies(['evil=1'], visit(undefined, { host: 'someone-else.example' }))
  await gate.report()
  expect(there.reports).toEqual([
    {
      site: 'pikkunalle.example',
      cookies: [
        { standing: 'undeclared', count: 2 },
        { standing: 'refused', count: 1, tracker: 'campaign' },
      ],
    },
  ])
  await gate.report()
  expect(there.reports).toHaveLength(1)
})

test.for(['privacy.shop.example', 'https://shop.example/lupaus', 'ftp://x'])(
  '`%s` is no origin of a Lupaus',
  lupausAt => {
    expect(() => createGate({ lupaus: lupausAt })).toThrow('is no origin')
  },
)

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GateWorld, gateWorld } from '../gate-world.ts'
import type { Collect } from '../../src/collect/index.ts'
import { metricsRoutes } from '../../src/metrics.ts'
import { gpcSupport } from '../../src/gate/gpc.ts'
import type { GateConfig, ViolationRow } from '../../src/gate/wire.ts'

let here: GateWorld
/** A receipt that grants marketing, and one that refuses everything. */
const receipts = { yes: '', no: '' }

beforeAll(async () => {
  here = await gateWorld({
    site: (http, { gate, policy }) =>
      metricsRoutes({ collect: NOTHING, gate, policy, token: undefined })(http),
  })
  receipts.yes = await here.choose(['marketing'], { ofAge: true })
  receipts.no = await here.choose([])
})
const NOTHING: Pick<Collect, 'counted' | 'health'> = {
  counted: () => ({ batches: 0, events: 0, robots: 0, rows: {}, refused: [] }) as never,
  health: () => ({ room: true, setAside: 0, bytes: 0 }),
}
afterAll(() => here[Symbol.asyncDispose]())

const PARTNER = 'pixel.revontuli.example'
const cookie = (receipt: string) => ({ cookie: `lupaus_choice=${receipt}` })
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${here.url}${path}`, { headers, redirect: 'manual' })
const csp = async (headers: Record<string, string>) =>
  (await get('/v1/gate/headers', headers)).headers.get('content-security-policy') ?? ''

test('a site is told what the tag is told, and no line of the policy or secret', async () => {
  const answer = await get('/v1/gate.json')
  const text = await answer.text()
  const config = JSON.parse(text) as GateConfig
  expect(config).toMatchObject({ origin: here.url, reports: `${here.url}/v1/reports` })
  expect(config.hosts).toContain('pikkunalle.example')
  expect(config.version).toBe(here.policy().version.slice(0, 16))
  expect(Object.values(config.rules.purposes).map(({ line }) => line)).toEqual(
    Object.keys(config.rules.purposes).map(() => 0),
  )
  expect(text).not.toContain(here.policy().version)
  expect(text).not.toContain('sha256:')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=60')
})

test('who has it already is told that nothing changed', async () => {
  const etag = (await get('/v1/gate.json')).headers.get('etag') ?? ''
  expect((await get('/v1/gate.json', { 'if-none-match': etag })).status).toBe(304)
  expect((await get('/v1/gate.json', { 'if-none-match': '"other"' })).status).toBe(200)
})

test('proves: device.only-declared: a web server is answered the header of this visitor', async () => {
  const [head, value = ''] = receipts.yes.split('.')
  const forged = `${head}.${value}.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`
  expect(await csp(cookie(receipts.yes))).toContain(PARTNER)
  for (const headers of [{}, cookie(receipts.no), cookie(forged), cookie('garbage')]) {
    const header = await csp(headers)
    expect(header).toContain("default-src 'none'")
    expect(header).not.toContain(PARTNER)
  }
})

test('proves: signal.dnt-stops-partner-tags: a signal shuts the header for what it refuses', async () => {
  for (const signal of [{ dnt: '1' }, { 'sec-gpc': '1' }] as Record<string, string>[]) {
    expect(await csp({ ...cookie(receipts.yes), ...signal })).not.toContain(PARTNER)
  }
  expect(await csp({ ...cookie(receipts.yes), dnt: '0' })).toContain(PARTNER)
})

test('proves: signal.dnt-stops-partner-tags: the support of Global Privacy Control is told as the policy declares it', async () => {
  const answer = await get('/.well-known/gpc.json')
  expect(await answer.json()).toEqual({ gpc: true, lastUpdate: here.policy().inForceFrom })
  expect(answer.headers.get('content-type')).toContain('application/json')
  const policy = here.policy()
  const signals = policy.signals.filter(({ signal }) => signal !== 'gpc')
  expect(gpcSupport({ ...policy, signals })).toMatchObject({ gpc: false })
  const idle = policy.signals.map(one => ({ ...one, refuses: [] }))
  expect(gpcSupport({ ...policy, signals: idle })).toMatchObject({ gpc: false })
})

const frame = (query: Record<string, string>, headers: Record<string, string> = {}) =>
  get(`/v1/frame?${new URLSearchParams(query).toString()}`, headers)
const VIDEO = {
  vendor: 'revontuli-ads',
  src: `https://${PARTNER}/player?v=1`,
  title: 'A <b>film</b>',
}

test('a permitted vendor is framed, with its own hosts alone and nothing else', async () => {
  const answer = await frame(VIDEO, cookie(receipts.yes))
  const page = await answer.text()
  expect(answer.status).toBe(200)
  expect(page).toContain(`src="https://${PARTNER}/player?v=1"`)
  expect(page).toContain('sandbox="allow-scripts allow-same-origin allow-presentation"')
  expect(page).toContain('A &#60;b&#62;film&#60;/b&#62;')
  const header = answer.headers.get('content-security-policy') ?? ''
  expect(header).toContain(`frame-src ${PARTNER};`)
  expect(header).toContain("default-src 'none'")
  expect(header).toContain("frame-ancestors 'self' pikkunalle.example")
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('proves: device.only-declared: nobody without a choice that permits it is shown a frame', async () => {
  const [head, , mac] = receipts.yes.split('.')
  const grants = { v: here.policy().version.slice(0, 16), g: { marketing: 'x' }, e: 4e9 }
  const forged = `${head}.${Buffer.from(JSON.stringify(grants)).toString('base64url')}.${mac}`
  for (const headers of [
    {},
    cookie(receipts.no),
    cookie(forged),
    { ...cookie(receipts.yes), 'sec-gpc': '1' },
  ] as Record<string, string>[]) {
    const answer = await frame(VIDEO, headers)
    expect(answer.status).toBe(403)
    expect(answer.headers.get('content-security-policy')).toContain("frame-src 'none'")
    expect(await answer.text()).not.toContain('<iframe')
  }
  expect((await frame({ ...VIDEO, vendor: 'evil' }, cookie(receipts.yes))).status).toBe(404)
})

test.for([
  ['another host', 'https://evil.example/'],
  ['a host that only begins so', `https://${PARTNER}.evil.example/`],
  ['plain http', `http://${PARTNER}/`],
  ['a script', `javascript:alert(1)`],
  ['a name and a password', `https://a:b@${PARTNER}/`],
  ['another port', `https://${PARTNER}:8443/`],
  ['nothing', ''],
  ['too much', `https://${PARTNER}/${'x'.repeat(2100)}`],
] as const)('a frame does not lead to %s', async ([, src]) => {
  const answer = await frame(
    { ...VIDEO, src },
    { ...cookie(receipts.yes), 'accept-language': 'sv' },
  )
  expect(answer.status).toBe(400)
  const page = await answer.text()
  expect(page).toContain('lang="sv"')
  expect(page).not.toContain('<iframe')
})

const OLD = {
  'document-uri': 'https://www.pikkunalle.example/lelut?email=matti@example.org',
  referrer: 'https://search.example/?q=secret',
  'blocked-uri': 'https://evil.example/collect.js?user=matti',
  'effective-directive': 'script-src-elem',
  'original-policy': "default-src 'none'",
  disposition: 'enforce',
  'status-code': 200,
}
const report = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${here.url}/v1/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/csp-report', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const old = (change: object = {}) => ({ 'csp-report': { ...OLD, ...change } })
const kept = () => here.gate.reports('2026-01-01')

test('proves: identity.no-reverse: what browsers stopped is counted by day, and nothing of the visitor stays', async () => {
  expect((await report(old())).status).toBe(204)
  expect((await report(old())).status).toBe(204)
  const fresh = {
    type: 'csp-violation',
    url: 'https://pikkunalle.example/salainen',
    user_agent: 'Very Rare Browser',
    body: {
      documentURL: 'https://pikkunalle.example/salainen',
      blockedURL: `https://${PARTNER}/view.gif?id=1`,
      effectiveDirective: 'img-src',
      disposition: 'enforce',
    },
  }
  const type = { 'content-type': 'application/reports+json' }
  expect((await report([fresh, { ...fresh, type: 'deprecation', body: {} }], type)).status).toBe(
    204,
  )
  expect((await report([fresh], { ...type, ...cookie(receipts.yes) })).status).toBe(204)
  const inline = old({ 'blocked-uri': 'inline', 'effective-directive': 'script-src' })
  expect((await report(inline)).status).toBe(204)

  const day = '2026-11-22'
  const row = (more: Partial<ViolationRow>) => ({ day, disposition: 'enforce', count: 1, ...more })
  const rows = await kept()
  expect(rows).toHaveLength(4)
  expect(rows).toEqual(
    expect.arrayContaining([
      row({ directive: 'script-src-elem', host: 'evil.example', standing: 'undeclared', count: 2 }),
      row({ directive: 'img-src', host: PARTNER, standing: 'declared' }),
      row({ directive: 'img-src', host: PARTNER, standing: 'permitted' }),
      row({ directive: 'script-src', host: '(inline)', standing: 'inline' }),
    ]),
  )
  expect(JSON.stringify(rows)).not.toMatch(/matti|salainen|Rare|lelut|search/)
})

test('our own middleware reports what became of cookies, by tracker and never by name', async () => {
  const json = { 'content-type': 'application/json' }
  const said = (cookies: object[]) => ({ site: 'pikkunalle.example', cookies })
  const cart = { tracker: 'cart', standing: 'shortened', count: 3 }
  expect((await report(said([cart, { standing: 'undeclared', count: 2 }]), json)).status).toBe(204)
  expect((await report(said([{ ...cart, tracker: 'matti' }]), json)).status).toBe(400)
  expect((await report(said([{ ...cart, name: 'matti' }]), json)).status).toBe(400)
  expect((await report({ ...said([cart]), site: 'evil.example' }, json)).status).toBe(403)
  const cookies = (await kept()).filter(({ directive }) => directive === 'set-cookie')
  expect(cookies.map(({ host, standing, count }) => [host, standing, count])).toEqual([
    ['cart', 'shortened', 3],
    ['(undeclared)', 'undeclared', 2],
  ])
})

test.for([
  ['a page of another site', old({ 'document-uri': 'https://evil.example/' }), {}, 403],
  ['a page of another origin', old(), { origin: 'https://evil.example' }, 403],
  ['a page that hides and is foreign', old(), { 'sec-fetch-site': 'cross-site' }, 403],
  ['a directive that there is none of', old({ 'effective-directive': 'x-src' }), {}, 400],
  ['something stopped that is no host', old({ 'blocked-uri': '<script>' }), {}, 400],
  ['a word that no browser says', old({ disposition: 'maybe' }), {}, 400],
  ['no JSON', '{', {}, 400],
  ['too much', JSON.stringify(old({ sample: 'x'.repeat(70_000) })), {}, 413],
] as const)('a report of %s is refused and counted nowhere', async ([, body, headers, status]) => {
  const before = await kept()
  expect((await report(body, headers)).status).toBe(status)
  expect(await kept()).toEqual(before)
})

test('a page of an own site on another host may ask to report; a foreign one may not', async () => {
  const ask = async (origin: string) => {
    const headers = { origin, 'access-control-request-method': 'POST' }
    const answer = await fetch(`${here.url}/v1/reports`, { method: 'OPTIONS', headers })
    return answer.headers.get('access-control-allow-origin')
  }
  expect(await ask('https://www.pikkunalle.example')).toBe('https://www.pikkunalle.example')
  expect(await ask('https://evil.example')).toBeNull()
})

test('the counts stand in the metrics by closed words, without a host', async () => {
  const text = await (await get('/metrics')).text()
  expect(text).toContain(
    'lupaus_stopped_total{directive="script-src-elem",standing="undeclared"} 2',
  )
  expect(text).not.toContain('evil.example')
})

test('the probes ask for the headers as a stranger does, and find no vendor in them', async () => {
  const seen = await here.sees('device.only-declared')
  expect(seen).toMatchObject({ kept: true })
  expect(seen.saw.en).toContain(
    'without a choice and with a forged one: 2/2; hosts of others in them: 0.',
  )
  expect(seen.saw.sv).toContain('Anmälda som stoppade på en månad: 10.')
  expect(await here.sees('signal.dnt-stops-partner-tags')).toMatchObject({ kept: true })
  expect(await here.sees('transfer.mechanism')).toMatchObject({ kept: true })
})

test('where links are not opened, nothing is said of them', async () => {
  await expect(here.sees('notice.help-links')).rejects.toThrow('no probe')
})

test('what was stopped is forgotten after thirteen months', async () => {
  expect((await kept()).length).toBeGreaterThan(0)
  here.turn({ count: 13, unit: 'month' })
  await here.gate.nightly()
  expect((await kept()).length).toBeGreaterThan(0)
  here.turn({ count: 1, unit: 'day' })
  await here.gate.nightly()
  expect(await kept()).toEqual([])
})

test('one address that reports without end is told to wait', async () => {
  let last = await report(old())
  for (let sent = 0; sent < 60; sent += 1) last = await report(old())
  expect(last.status).toBe(429)
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
})

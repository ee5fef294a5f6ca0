import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type GateWorld, gateWorld } from '../../test/gate-world.ts'
import { isInside, openLinks } from '../platform/link.ts'
import { linksOf, look } from './links.ts'

const tls = (name: string) => readFileSync(`test/tls/${name}.pem`, 'utf8')
const SHOP = readFileSync('policies/childrens-shop.yaml', 'utf8')

let others: Server
let port = 0
let here: GateWorld
/** Requests that came, as `HEAD host/path`; and what is answered at a path. */
const asked: string[] = []
const answers = new Map<
  string,
  (method: string) => { status: number; to?: string; body?: string; stalls?: 'at once' | 'midway' }
>()

beforeAll(async () => {
  others = createServer({ key: tls('key'), cert: tls('cert') }, (request, response) => {
    const { method = '', url = '', headers } = request
    asked.push(`${method} ${url}`)
    if (headers.cookie !== undefined) asked.push('with a cookie')
    const { status, to, body, stalls } = answers.get(url)?.(method) ?? { status: 200 }
    if (stalls === 'at once') return
    const [location, cookie] = [to === undefined ? {} : { location: to }, { 'set-cookie': 'a=1' }]
    response.writeHead(status, { ...location, ...cookie })
    if (stalls === 'midway') response.write('the beginning')
    else response.end(method === 'HEAD' ? '' : body)
  })
  await new Promise<void>(done => others.listen(0, '127.0.0.1', done))
  port = (others.address() as AddressInfo).port
  here = await gateWorld({ policy: leadingHere(SHOP), openLink: open })
})
afterAll(async () => {
  await here[Symbol.asyncDispose]()
  others.closeAllConnections()
  others.close()
})
beforeEach(() => {
  asked.length = 0
  answers.clear()
})

const open = openLinks({ ca: tls('ca'), inside: true })
/** The shop's policy, whose links all lead to the server of this test. */
const leadingHere = (text: string) =>
  text.replaceAll(
    /(privacy|opt-out|fi|sv|en): https:\/\/([a-z0-9.]+)\/(\S*)/g,
    (_, key: string, host: string, path: string) => `${key}: ${at(`/${host}/${path}`)}`,
  )
const at = (path: string) => `https://localhost:${port}${path}`
const OPT_OUT = '/revontuli.example/opt-out'
const see = (path: string) => look(at(path), open)

test('every link that the policy gives people is listed once, with what it is for', () => {
  const listed = linksOf(here.policy())
  const uses = listed.flatMap(link => link.uses)
  expect(uses).toContain('opt-out revontuli-ads')
  expect(uses).toContain('privacy revontuli-ads')
  expect(uses).toContain('delete-cookies Firefox (sv)')
  expect(new Set(listed.map(({ url }) => url)).size).toBe(listed.length)
})

test('a link is opened as HEAD, and by GET where that is not answered; without any cookie', async () => {
  answers.set('/old', method => ({ status: method === 'HEAD' ? 405 : 200, body: 'x'.repeat(1e6) }))
  expect(await see('/good')).toEqual({ status: 200, problem: undefined })
  expect(await see('/old')).toEqual({ status: 200, problem: undefined })
  answers.set('/hop', () => ({ status: 302, to: '/good' }))
  expect(await see('/hop')).toEqual({ status: 200, problem: undefined })
  expect(asked).toEqual(['HEAD /good', 'HEAD /old', 'GET /old', 'HEAD /hop', 'HEAD /good'])
})

test('what does not lead to a page is told by its problem', async () => {
  answers.set('/gone', () => ({ status: 404 }))
  answers.set('/plain', () => ({ status: 301, to: 'http://localhost/' }))
  answers.set('/nowhere', () => ({ status: 301 }))
  answers.set('/round', () => ({ status: 302, to: '/round' }))
  answers.set('/tired', () => ({ status: 503 }))
  expect(await see('/gone')).toEqual({ status: 404, problem: 'answers 404' })
  expect(await see('/plain')).toEqual({ status: 301, problem: 'not https' })
  expect(await see('/nowhere')).toEqual({ status: 301, problem: 'leads nowhere' })
  expect(await see('/round')).toEqual({ status: 302, problem: 'leads on without end' })
  expect(asked.filter(one => one === 'HEAD /round')).toHaveLength(6)
  expect(await see('/tired')).toEqual({ status: 503, problem: 'answers 503' })
  expect((await look('http://localhost/', open)).problem).toBe('not https')
  expect((await look('https://127.0.0.1:1/', open)).problem).toBe('no answer')
  const unknown = openLinks({ inside: true })
  expect((await look(at('/'), unknown)).problem).toBe('certificate is not trusted')
})

test('a link that answers too slowly, or never to its end, has not answered; its look ends', async () => {
  const soon = openLinks({ ca: tls('ca'), inside: true, timeoutMs: 250 })
  answers.set('/never', () => ({ status: 200, stalls: 'at once' }))
  expect(await look(at('/never'), soon)).toEqual({ status: undefined, problem: 'no answer' })
  answers.set('/midway', method =>
    method === 'HEAD' ? { status: 405 } : { status: 200, stalls: 'midway' },
  )
  expect(await look(at('/midway'), soon)).toEqual({ status: undefined, problem: 'no answer' })
  answers.set('/moved', () => ({ status: 301, to: '/never' }))
  expect(await look(at('/moved'), soon)).toMatchObject({ problem: 'no answer' })
})

test('nobody is led into our own networks', async () => {
  const outside = openLinks({ ca: tls('ca') })
  for (const url of [at('/'), `https://127.0.0.1:${port}/`, `https://[::1]:${port}/`]) {
    expect((await look(url, outside)).problem).toBe('leads inside')
  }
  expect(asked).toEqual([])
  for (const one of ['10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '[fd00::1]']) {
    expect(isInside(one), one).toBe(true)
  }
  for (const one of ['172.32.0.1', '8.8.8.8', '[2001:db8::1]', 'example.org']) {
    expect(isInside(one), one).toBe(false)
  }
})

const states = async () => (await here.gate.links()).map(({ state }) => state)

test('proves: notice.help-links: links are opened, and stay good while they are', async () => {
  expect(new Set(await states())).toEqual(new Set(['unchecked']))
  expect(await here.sees('notice.help-links')).toMatchObject({ kept: true })
  await here.gate.nightly()
  expect(new Set(await states())).toEqual(new Set(['good']))
  const seen = await here.sees('notice.help-links')
  expect(seen.kept).toBe(true)
  const all = linksOf(here.policy()).length
  expect(seen.saw.en).toContain(`Of ${all} links, ${all} worked`)
  expect(asked.every(one => one.startsWith('HEAD /'))).toBe(true)
})

test('proves: consent.optout-links-listed: an opt-out link that is gone turns its promise red at once', async () => {
  answers.set(OPT_OUT, () => ({ status: 404 }))
  await here.gate.nightly()
  for (const promise of ['consent.optout-links-listed', 'notice.help-links']) {
    const seen = await here.sees(promise)
    expect(seen.kept).toBe(false)
    expect(seen.saw.en).toContain('broken 1')
  }
  answers.clear()
  await here.gate.nightly()
  expect(await here.sees('consent.optout-links-listed')).toMatchObject({ kept: true })
})

test('a help link that is gone says nothing of the opt-out links', async () => {
  const help = linksOf(here.policy()).find(({ kind }) => kind === 'help')
  answers.set(new URL(help?.url ?? '').pathname + new URL(help?.url ?? '').search, () => ({
    status: 410,
  }))
  await here.gate.nightly()
  expect(await here.sees('notice.help-links')).toMatchObject({ kept: false })
  expect(await here.sees('consent.optout-links-listed')).toMatchObject({ kept: true })
  answers.clear()
  await here.gate.nightly()
})

test('proves: notice.help-links: who cannot be reached is forgiven for thirty days and no longer', async () => {
  answers.set(OPT_OUT, () => ({ status: 503 }))
  await here.gate.nightly()
  expect((await states()).filter(state => state === 'unsure')).toHaveLength(1)
  expect(await here.sees('notice.help-links')).toMatchObject({ kept: true })
  here.turn({ count: 30, unit: 'day' })
  await here.gate.nightly()
  expect(await here.sees('notice.help-links')).toMatchObject({ kept: true })
  here.turn({ count: 1, unit: 'second' })
  await here.gate.nightly()
  const seen = await here.sees('notice.help-links')
  expect(seen.kept).toBe(false)
  expect(seen.saw.sv).toContain('inte sedda på över 30 dagar 1')
})

test('a job that no longer runs turns the promise red as well', async () => {
  answers.clear()
  await here.gate.nightly()
  here.turn({ count: 31, unit: 'day' })
  expect(await here.sees('notice.help-links')).toMatchObject({ kept: false })
})

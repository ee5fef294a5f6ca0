import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { openBrowser } from '../../test/browser.ts'
import { shopPolicy } from '../../test/demo-shop.ts'
import { momentOf } from '../base/time.ts'
import type { Facts, Rules } from './decide.ts'
import { cspText, cspWithGaps, permittedHosts, vendorHosts } from './gate.ts'

const HOST = 'pixel.revontuli.example'
const whole = shopPolicy().rules
/** The shop's rules with one vendor, which serves marketing. */
const rules = { ...whole, vendors: whole.vendors.filter(({ hosts }) => hosts.includes(HOST)) }
const SITE = { hosts: ['shop.example', 'www.shop.example'], by: 'header' } as const

/** A choice that grants these purposes. */
function yes(granted: readonly string[], changes: Partial<Facts> = {}): Facts {
  const terms = granted.map(id => [id, rules.purposes[id]?.terms ?? ''])
  const choice = { granted: Object.fromEntries(terms), chosenUnder: [], signals: [] }
  return { ...choice, until: momentOf(2000), now: momentOf(1000), withdrawn: false, ...changes }
}

/** The rules with these hosts for the vendor of marketing. */
const withHosts = (hosts: readonly string[]): Rules => ({
  ...rules,
  vendors: rules.vendors.map(one => (one.hosts.includes(HOST) ? { ...one, hosts } : one)),
})

const directive = (csp: string, name: string) =>
  csp.split('; ').find(part => part.startsWith(`${name} `))

test('without a choice nothing but the own site may load, by whatever kind of request (proves: device.only-declared)', () => {
  const csp = cspText(rules, undefined, SITE)
  expect(directive(csp, 'default-src')).toBe("default-src 'none'")
  const known = new Set(["'self'", "'none'", 'data:', 'blob:', ...SITE.hosts])
  for (const part of csp.split('; ')) {
    expect(
      part
        .split(' ')
        .slice(1)
        .filter(source => !known.has(source)),
    ).toEqual([])
  }
  expect(permittedHosts(rules, undefined)).toEqual([])
})

test('a permitted purpose lets the hosts of its vendors in where they load, and never where forms go', () => {
  const csp = cspText(rules, yes(['marketing']), SITE)
  for (const kind of ['script', 'style', 'img', 'font', 'media', 'connect', 'frame']) {
    expect(directive(csp, `${kind}-src`), kind).toContain(` ${HOST}`)
  }
  expect(directive(csp, 'form-action')).not.toContain(HOST)
  expect(directive(csp, 'worker-src')).toBe("worker-src 'self' blob:")
})

test.for([
  ['another purpose', yes(['personalisation'])],
  ['a purpose that there is not', yes(['no-such-purpose'])],
  ['a lapsed choice', yes(['marketing'], { now: momentOf(2000) })],
  ['a withdrawn choice', yes(['marketing'], { withdrawn: true })],
  ['a signal that stands against it', yes(['marketing'], { signals: ['gpc'] })],
  ['the vendor refused by name', yes(['marketing'], { without: ['revontuli-ads'] })],
  ['a list of vendors that cannot be read', yes(['marketing'], { without: 'x' as never })],
] as const)('%s lets no host in', ([, facts]) => {
  expect(permittedHosts(rules, facts)).toEqual([])
  expect(cspText(rules, facts, SITE)).toBe(cspText(rules, undefined, SITE))
})

test.for(['a.test; script-src *', "'unsafe-inline'", '*', 'https:', 'a.test b.test', 'A.TEST', ''])(
  'what is no host is left out: %j',
  host => {
    expect(permittedHosts(withHosts([host]), yes(['marketing']))).toEqual([])
    expect(cspText(rules, undefined, { ...SITE, hosts: [host] })).toBe(
      cspText(rules, undefined, { ...SITE, hosts: [] }),
    )
  },
)

test('a wildcard of one name and a port are hosts', () => {
  const hosts = ['*.cdn.example', 'a.example:8443']
  expect(permittedHosts(withHosts(hosts), yes(['marketing']))).toEqual(hosts)
})

test('an address that would end its directive is left out', () => {
  const broken = { ...SITE, reports: '/r; script-src *' }
  expect(cspText(rules, undefined, broken)).toBe(cspText(rules, undefined, SITE))
  expect(cspText(rules, undefined, { ...SITE, reports: '/v1/reports' })).toContain(
    "frame-ancestors 'self'; report-uri /v1/reports",
  )
  const meta = { hosts: [], by: 'meta', frame: 'https://l.example/v1/frame *' } as const
  expect(directive(cspText(rules, undefined, meta), 'frame-src')).toBe("frame-src 'none'")
})

test('an element lets no frame or worker of the site start, for they would go past it', () => {
  const frame = 'https://privacy.example/v1/frame'
  const csp = cspText(rules, yes(['marketing']), { ...SITE, by: 'meta', frame })
  expect(directive(csp, 'frame-src')).toBe(`frame-src ${frame} ${HOST}`)
  expect(directive(csp, 'worker-src')).toBe("worker-src 'none'")
  // Browsers complain of these in an element.
  expect(csp).not.toMatch(/frame-ancestors|report-uri/)
})

test('what the tag fills the gaps of is what an element says', () => {
  const frame = 'https://privacy.example/v1/frame'
  for (const facts of [undefined, yes(['marketing'])]) {
    const filled = cspWithGaps()
      .replaceAll('%o', SITE.hosts.join(' '))
      .replaceAll('%v', vendorHosts(rules, facts).join(' '))
      .replaceAll('%f', frame)
    const said = cspText(rules, facts, { ...SITE, by: 'meta', inline: true, frame })
    const sources = (csp: string) => csp.split(/; ?/).map(part => part.trim().split(/ +/))
    expect(sources(filled)).toEqual(sources(said))
  }
})

test('scripts and styles in the page run only where the site asks, and bring no host', () => {
  const csp = cspText(rules, undefined, { ...SITE, inline: true })
  expect(csp.replaceAll(" 'unsafe-inline'", '')).toBe(cspText(rules, undefined, SITE))
  expect(csp.match(/'unsafe-inline'/g)).toHaveLength(2)
})

test('in a browser nothing undeclared is even asked for, and a vendor only when permitted (proves: device.only-declared)', async () => {
  const asked: string[] = []
  const said = { header: '', meta: '' }
  const server = createServer((request, response) => {
    const host = request.headers.host ?? ''
    if (!host.startsWith('pikkunalle')) asked.push(`${host.split(':')[0]} ${request.url}`)
    if (said.header !== '') response.setHeader('content-security-policy', said.header)
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('content-type', request.url === '/' ? 'text/html' : 'text/javascript')
    const html = () => page((server.address() as AddressInfo).port, said.meta)
    response.end(request.url === '/' ? html() : request.url === '/own.js' ? OWN : '')
  })
  await new Promise<void>(done => void server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const live = withHosts([`${HOST}:${port}`])
  const browser = await openBrowser()
  const seenUnder = async (header: string, meta = '') => {
    Object.assign(said, { header, meta })
    asked.length = 0
    const tab = await browser.newPage()
    await tab.goto(`http://pikkunalle.example:${port}/`)
    await tab.waitForSelector('body[data-done]')
    await tab.close()
    return [...new Set(asked.filter(each => !each.endsWith('favicon.ico')))].toSorted()
  }
  const all = (host: string) => ['beacon', 'css', 'fetch', 'frame', 'img', 'js'].map(of(host))
  const inMeta = { hosts: [], by: 'meta', inline: true } as const
  try {
    expect(await seenUnder('')).toEqual([...all(HOST), ...all('tracker.test')])
    expect(await seenUnder(cspText(live, undefined, SITE))).toEqual([])
    expect(await seenUnder(cspText(live, yes(['analytics']), SITE))).toEqual([])
    expect(await seenUnder(cspText(live, yes(['marketing']), SITE))).toEqual(all(HOST))
    expect(await seenUnder('', cspText(live, undefined, inMeta))).toEqual([])
    expect(await seenUnder('', cspText(live, yes(['marketing']), inMeta))).toEqual(all(HOST))
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }
})

const of = (host: string) => (kind: string) => `${host} /${kind}`

const page = (
  port: number,
  meta: string,
) => `<!doctype html><html lang="fi"><head><meta charset="utf-8">
${meta && `<meta http-equiv="Content-Security-Policy" content="${meta}">`}<title>asking</title></head><body>
${['tracker.test', HOST]
  .map(host => `http://${host}:${port}`)
  .map(
    at =>
      `<link rel="stylesheet" href="${at}/css"><img src="${at}/img" alt=""><iframe src="${at}/frame"></iframe><i data-at="${at}"></i><script src="${at}/js"></script>`,
  )
  .join('')}<script src="/own.js"></script></body></html>`

const OWN = `
const tries = [...document.querySelectorAll('i')].map(async i => {
  navigator.sendBeacon(i.dataset.at + '/beacon', 'x')
  try { await fetch(i.dataset.at + '/fetch') } catch {}
})
addEventListener('load', async () => {
  await Promise.all(tries)
  setTimeout(() => { document.body.dataset.done = 'yes' }, 300)
})`

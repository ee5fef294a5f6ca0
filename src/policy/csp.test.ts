import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { openBrowser } from '../../test/browser.ts'
import { shopPolicy } from '../../test/demo-shop.ts'
import { contentSecurityPolicy } from './csp.ts'

const policy = shopPolicy()

test('without a permitted purpose only the site itself may load', () => {
  expect(contentSecurityPolicy(policy, [])).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
      "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; " +
      "frame-ancestors 'none'; object-src 'none'",
  )
})

test('a permitted purpose lets the hosts of its own vendors in, and of no other', () => {
  const csp = contentSecurityPolicy(policy, ['marketing', 'no-such-purpose'])
  expect(csp).toContain("img-src 'self' pixel.revontuli.example;")
  expect(csp).not.toContain('google')
  expect(contentSecurityPolicy(policy, ['functional'])).not.toContain('.example')
})

test.for(['a.test; script-src *', "'unsafe-inline'", '*', 'https:', 'a.test b.test', ''] as const)(
  'the host %j is left out',
  host => {
    const vendors = policy.vendors.map(vendor => ({ ...vendor, hosts: [host] }))
    const all = policy.purposes.map(purpose => purpose.id)
    expect(contentSecurityPolicy({ ...policy, vendors }, all)).toBe(
      contentSecurityPolicy(policy, []),
    )
  },
)

test('a nonce stands with scripts and styles, and one that is none is a bug', () => {
  const nonce = 'c2l4dGVlbiBieXRlcyEh'
  expect(contentSecurityPolicy(policy, [], { nonce })).toContain(
    `script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}';`,
  )
  expect(() => contentSecurityPolicy(policy, [], { nonce: "x'; script-src *" })).toThrow('bug')
})

test('in a browser nothing undeclared is even asked for, and a vendor only when permitted', async () => {
  const asked: string[] = []
  const csp = { now: '' }
  const server = createServer((request, response) => {
    const host = request.headers.host ?? ''
    if (!host.startsWith('pikkunalle')) asked.push(`${host.split(':')[0]} ${request.url}`)
    if (csp.now !== '') response.setHeader('content-security-policy', csp.now)
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('content-type', request.url === '/' ? 'text/html' : 'text/javascript')
    response.end(request.url === '/' ? page(port()) : request.url === '/own.js' ? OWN : '')
  })
  const port = () => (server.address() as AddressInfo).port
  await new Promise<void>(done => void server.listen(0, '127.0.0.1', done))
  const withPort = {
    ...policy,
    vendors: policy.vendors.map(vendor => ({
      ...vendor,
      hosts: vendor.hosts.map(host => `${host}:${port()}`),
    })),
  }
  const browser = await openBrowser()
  const seenUnder = async (header: string) => {
    csp.now = header
    asked.length = 0
    const tab = await browser.newPage()
    await tab.goto(`http://pikkunalle.example:${port()}/`)
    await tab.waitForSelector('body[data-done]')
    await tab.close()
    return [...new Set(asked.filter(each => !each.endsWith('favicon.ico')))].toSorted()
  }
  const all = (host: string) => ['beacon', 'css', 'fetch', 'frame', 'img', 'js'].map(of(host))
  try {
    expect(await seenUnder('')).toEqual([...all('pixel.revontuli.example'), ...all('tracker.test')])
    expect(await seenUnder(contentSecurityPolicy(withPort, []))).toEqual([])
    expect(await seenUnder(contentSecurityPolicy(withPort, ['analytics']))).toEqual([])
    expect(await seenUnder(contentSecurityPolicy(withPort, ['marketing']))).toEqual(
      all('pixel.revontuli.example'),
    )
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }
})

const of = (host: string) => (kind: string) => `${host} /${kind}`

const page = (port: number) => `<!doctype html><html lang="fi"><title>asking</title><body>
${['tracker.test', 'pixel.revontuli.example']
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

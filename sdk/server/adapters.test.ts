import { readFileSync } from 'node:fs'
import { createServer, request, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gateConfig } from '../../src/gate/index.ts'
import { readPolicy } from '../../src/policy/index.ts'
import { lupausGate as expressGate } from './express.ts'
import { lupausGate as fastifyGate } from './fastify.ts'
import type { GateSettings } from './gate.ts'
import { createNextGate } from './next.ts'
import { guardResponse } from './node.ts'
import { createGate } from './gate.ts'

const OWN = "default-src 'self'"
const PARTNER = 'pixel.revontuli.example'
const { policy } = readPolicy(readFileSync('policies/childrens-shop.yaml', 'utf8'), 'policy.yaml')
if (!policy) throw new Error('the shop has a policy')
const CONFIG = gateConfig(policy, 'https://privacy.example')
const SETTINGS: GateSettings = { lupaus: { config: CONFIG } }
const payload = { g: { marketing: CONFIG.rules.purposes['marketing']?.terms }, e: 4e9 }
const YES = `lupaus_choice=x.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.x`
const LINES = ['evil=1', 'shop_checkout=2; Path=/', 'rt_id=3; Max-Age=99999999']

/** One answer of a server, header by header as it crossed the wire. */
type Answer = { readonly status: number; readonly all: (name: string) => readonly string[] }

function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    request(url, { headers }, answer => {
      const raw = answer.rawHeaders
      const all = (name: string) =>
        raw.filter((_, at) => at % 2 === 1 && raw[at - 1]?.toLowerCase() === name)
      answer.resume()
      answer.on('end', () => done({ status: answer.statusCode ?? 0, all }))
    })
      .on('error', fail)
      .end()
  })
}

type Server = { readonly url: string; close(): Promise<unknown> }

async function listening(listener: RequestListener): Promise<Server> {
  const server = createServer(listener)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise(done => (server.closeAllConnections(), server.close(done))),
  }
}

const SERVERS: Record<string, () => Promise<Server>> = {
  async express() {
    const app = express()
    app.use(expressGate(SETTINGS))
    app.get('/', (_, reply) => {
      for (const line of LINES) reply.append('set-cookie', line)
      reply.set('vary', 'accept').set('content-security-policy', OWN).send('<p>page</p>')
    })
    app.get('/file', (_, reply) => reply.sendFile(`${process.cwd()}/package.json`))
    app.get('/fails', () => {
      throw new Error('no')
    })
    return listening(app)
  },
  async fastify() {
    const app = fastify()
    await app.register(fastifyGate, SETTINGS)
    await app.register(async inner => {
      inner.get('/', async (_, reply) =>
        reply
          .header('set-cookie', LINES)
          .header('vary', 'accept')
          .header('content-security-policy', OWN)
          .type('text/html')
          .send('<p>page</p>'),
      )
    })
    app.get('/file', async (_, reply) => {
      reply.hijack()
      reply.raw.writeHead(200, { 'set-cookie': 'evil=1' }).end('past Fastify')
    })
    app.get('/fails', async () => {
      throw new Error('no')
    })
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    return { url, close: () => app.close() }
  },
  'node:http, with headers at the last moment': () => {
    const gate = createGate(SETTINGS)
    const page = (response: ServerResponse) =>
      response
        .setHeader('set-cookie', 'replaced=1')
        .writeHead(200, 'Fine', {
          'Set-Cookie': LINES,
          vary: 'accept',
          'content-security-policy': OWN,
        })
        .end('<p>page</p>')
    return listening((asked, response) => {
      guardResponse(gate, asked, response)
      if (asked.url === '/') page(response)
      else if (asked.url === '/file') {
        response.writeHead(200, ['set-cookie', 'evil=1', 'set-cookie', 'shop_checkout=2']).end()
      } else response.writeHead(500).end()
    })
  },
}

describe.for(Object.entries(SERVERS))('%s', ([, open]) => {
  let server: Server
  beforeAll(async () => {
    server = await open()
  })
  afterAll(() => server.close())

  test('proves: device.only-declared: a page carries the site’s policy and the visitor’s', async () => {
    const { status, all } = await ask(`${server.url}/`)
    expect(status).toBe(200)
    const policies = all('content-security-policy')
    expect(policies).toHaveLength(2)
    expect(policies[0]).toBe(OWN)
    expect(policies[1]).toContain("default-src 'none'")
    expect(policies[1]).not.toContain(PARTNER)
    expect(all('vary').join(', ')).toBe('accept, Cookie, Sec-GPC, DNT')
    const yes = await ask(`${server.url}/`, { cookie: YES })
    expect(yes.all('content-security-policy')[1]).toContain(PARTNER)
    const signal = await ask(`${server.url}/`, { cookie: YES, 'sec-gpc': '1' })
    expect(signal.all('content-security-policy')[1]).not.toContain(PARTNER)
  })

  test('proves: device.only-declared: of its cookies only what is declared and permitted is sent', async () => {
    const { all } = await ask(`${server.url}/`)
    expect(all('set-cookie')).toEqual(['shop_checkout=2; Path=/'])
    const yes = await ask(`${server.url}/`, { cookie: YES })
    expect(yes.all('set-cookie')[1]).toMatch(/^rt_id=3; Max-Age=3\d{7}$/)
    expect(yes.all('set-cookie')).toHaveLength(2)
  })

  test('files, failures and pages that are not there carry it as well', async () => {
    for (const path of ['/file', '/fails', '/nowhere']) {
      const { all } = await ask(`${server.url}${path}`)
      expect(all('content-security-policy').at(-1), path).toContain('object-src')
      expect(all('set-cookie').join()).not.toContain('evil')
    }
  })
})

test('standard requests and answers, as Next.js has them, are guarded the same way', async () => {
  const gate = createNextGate(SETTINGS)
  const page = () => {
    const headers = new Headers({ 'content-security-policy': OWN })
    for (const line of LINES) headers.append('set-cookie', line)
    return new Response('page', { headers })
  }
  const asked = new Request('https://pikkunalle.example/', { headers: { 'x-other': '1' } })
  const answer = await gate(asked, page())
  expect(await answer.text()).toBe('page')
  expect(answer.headers.getSetCookie()).toEqual(['shop_checkout=2; Path=/'])
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'self', default-src/)
  expect(answer.headers.get('content-security-policy')).not.toContain(PARTNER)
  const yes = new Request('https://pikkunalle.example/', { headers: { cookie: YES } })
  expect((await gate(yes, page())).headers.get('content-security-policy')).toContain(PARTNER)
  expect(gate.gate.dropped()).toMatchObject({ undeclared: 2, refused: 1 })
})

import { execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { promisify } from 'node:util'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gateConfig, snippet, SNIPPETS } from '../src/gate/index.ts'
import { readPolicy } from '../src/policy/index.ts'
import { lupaus } from '../test/scratch/cli.ts'
import { LupausEmbed } from './react/index.ts'

const LUPAUS = 'https://privacy.shop.example'
const PARTNER = 'pixel.revontuli.example'
const guide = readFileSync('docs/guides/host-gate.md', 'utf8')
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, 'gm'))].map(
    ([, code = '']) => code,
  )
const [fastify = '', express = '', next = '', react = '', ...more] = blocks('js')

const { policy } = readPolicy(readFileSync('policies/childrens-shop.yaml', 'utf8'), 'policy.yaml')
if (!policy) throw new Error('the shop has a policy')
const payload = { g: { marketing: policy.rules.purposes['marketing']?.terms }, e: 4e9 }
const yes = `lupaus_choice=x.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.x`

/** Answers the rules of the shop, as a Lupaus does. */
const lupausAt = createServer((_, answer) => {
  answer.setHeader('content-type', 'application/json')
  answer.end(JSON.stringify(gateConfig(policy, url)))
})
let url = ''
beforeAll(async () => {
  await new Promise<void>(done => lupausAt.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${portOf(lupausAt)}`
})
afterAll(() => void lupausAt.close())

test('every piece of code in the guide is looked at here', () => {
  expect(more).toEqual([])
  expect(blocks('html')).toHaveLength(3)
  expect(blocks('sh')).toHaveLength(2)
  expect(guide.match(/^```./gm)).toHaveLength(9)
})

test.for([
  ['Fastify', fastify],
  ['Express', express],
])('the code for %s runs as printed', async ([, code = '']) => {
  const port = await freePort()
  const [text, own] = [code.replace(LUPAUS, url), code.replace('3000', `${port}`)]
  expect(text).not.toBe(code)
  expect(own).not.toBe(code)
  const child = spawn('node', [...MODULE, own.replace(LUPAUS, url)], { stdio: 'ignore' })
  try {
    const ask = (headers: Record<string, string>) =>
      fetch(`http://127.0.0.1:${port}/`, { headers }).catch(() => undefined)
    await expect.poll(async () => (await ask({}))?.status, { timeout: 10_000 }).toBe(200)
    const csp = async (headers: Record<string, string>) =>
      (await ask(headers))?.headers.get('content-security-policy') ?? ''
    expect(await csp({})).toContain("default-src 'none'")
    expect(await csp({})).not.toContain(PARTNER)
    expect(await csp({ cookie: yes })).toContain(PARTNER)
  } finally {
    child.kill()
  }
})

test('the code for Next.js runs as printed, with an answer like its own', async () => {
  const asked = `
    const request = cookie => new Request('https://pikkunalle.example/', { headers: { cookie } })
    const said = async one => (await proxy(request(one))).headers.get('content-security-policy')
    console.log(JSON.stringify([await said('a=b'), await said(process.argv[1])]))`
  const code = next
    .replace(LUPAUS, url)
    .replace(/^import .*next\/server'/, 'const NextResponse = { next: () => new Response() }')
    .replace('export default ', '')
  const [stranger = '', granted = ''] = JSON.parse(await run(code + asked)) as string[]
  expect(stranger).toContain("default-src 'none'")
  expect(stranger).toContain("script-src 'self'")
  expect(stranger).toContain("'unsafe-inline'")
  expect(stranger).not.toContain(PARTNER)
  expect(granted).toContain(PARTNER)
})

test('the code for React renders on a server as printed', async () => {
  const asked = `
    import { renderToString } from 'react-dom/server'
    console.log(renderToString(createElement(Page)))`
  const html = await run(react + asked)
  expect(html).toMatch(/^<main><div data-lupaus-embed="tuike-video"/)
})

test('the elements are those that browsers are tried with', () => {
  const [meta = '', header = '', embed = ''] = blocks('html')
  const tried = flat(readFileSync('test/device/device-site.ts', 'utf8'))
  expect(tried).toContain(flat(meta))
  expect(tried).toContain(flat(header))
  const film = { vendor: 'tuike-video', src: 'https://player.tuike.example/film' }
  const props = { ...film, title: 'Film', picture: '/film.jpg' }
  expect(flat(renderToString(createElement(LupausEmbed, props)))).toBe(flat(embed))
})

test('the commands print the snippets that web servers are tried with', async () => {
  const commands = blocks('sh')[0]?.trim().split('\n') ?? []
  expect(commands).toHaveLength(SNIPPETS.length)
  for (const [at, command] of commands.entries()) {
    const [npx, name, ...args] = command.split(' ')
    expect([npx, name]).toEqual(['npx', 'lupaus'])
    const { code, out } = await lupaus(...args)
    expect(code).toBe(0)
    const kind = SNIPPETS[at] ?? 'nginx'
    expect(out).toBe(snippet(kind, { policy: policy, lupaus: 'http://127.0.0.1:4700' }))
  }
})

/** The same element, however it is laid out. */
function flat(html: string): string {
  return html
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?\/?> ?/g, '>')
    .replaceAll(/ ?</g, '<')
    .trim()
}

const MODULE = ['--input-type=module', '-e']

async function run(code: string): Promise<string> {
  return (await promisify(execFile)('node', [...MODULE, code, yes])).stdout
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(done => probe.listen(0, '127.0.0.1', done))
  const port = portOf(probe)
  await new Promise(done => probe.close(done))
  return port
}

function portOf(server: Server): number {
  const at = server.address()
  return typeof at === 'object' && at ? at.port : 0
}

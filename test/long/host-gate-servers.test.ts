import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { snippet, type SnippetFor } from '../../src/gate/index.ts'
import { type GateWorld, gateWorld } from '../gate-world.ts'

const PARTNER = 'pixel.revontuli.example'

let lupaus: GateWorld
let yes = ''
const folder = mkdtempSync(join(tmpdir(), 'lupaus-servers-'))

beforeAll(async () => {
  lupaus = await gateWorld()
  yes = `lupaus_choice=${await lupaus.choose(['marketing'], { ofAge: true })}`
})
afterAll(async () => {
  await lupaus[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

type Server = {
  /** Whether a visitor's choice reaches the header, or the strictest is sent to everyone. */
  readonly asksLupaus: boolean
  readonly program: string
  /** The whole configuration: the snippet where its own words say. */
  config(snippet: string, port: number, site: string): string
  readonly check: (file: string) => readonly string[]
  readonly run: (file: string) => readonly string[]
}

const NGINX: Server = {
  asksLupaus: true,
  program: 'nginx',
  config(text, port, site) {
    const [http = '', server = ''] = text.split("# 2. In the site's `server { … }`:")
    return `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log;
events {}
http { access_log off; client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p;
fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
${http}
server { listen 127.0.0.1:${port};
${server}
location / { proxy_pass ${site}; } } }`
  },
  check: file => ['-t', '-c', file],
  run: file => ['-c', file],
}

const APACHE: Server = {
  asksLupaus: false,
  program: 'apache2',
  config: (text, port, site) => `ServerRoot ${folder}
ServerName localhost
DefaultRuntimeDir ${folder}
PidFile ${folder}/apache.pid
ErrorLog ${folder}/apache.log
Listen 127.0.0.1:${port}
${['mpm_event', 'authz_core', 'headers', 'proxy', 'proxy_http']
  .map(one => `LoadModule ${one}_module /usr/lib/apache2/modules/mod_${one}.so`)
  .join('\n')}
User nobody
Group nogroup
<VirtualHost 127.0.0.1:${port}>
${text}
ProxyPass "/" "${site}/"
</VirtualHost>
`,
  check: file => ['-t', '-f', file],
  run: file => ['-DFOREGROUND', '-f', file],
}

const CADDY: Server = {
  asksLupaus: true,
  program: 'caddy',
  config(text, port, site) {
    const [asks = '', block = ''] = text.split("# 2. In the site's block")
    return `{
  admin off
  auto_https off
}
${asks}
http://127.0.0.1:${port} {
  bind 127.0.0.1
  # ${block}
  handle {
    reverse_proxy ${site}
  }
}
`
  },
  check: file => ['validate', '--adapter', 'caddyfile', '--config', file],
  run: file => ['run', '--adapter', 'caddyfile', '--config', file],
}

type Running = AsyncDisposable & { readonly url: string; readonly checked: string }

async function running(kind: SnippetFor, server: Server, lupausAt: string): Promise<Running> {
  const { program } = server
  const found = spawnSync('sh', ['-c', `command -v ${program}`])
  if (found.status !== 0) {
    throw new Error(
      `\`${program}\` is not installed: \`apt-get install ${program}\`, then run again`,
    )
  }
  const site = createServer((_, answer) => answer.setHeader('x-site', '1').end('<p>page</p>'))
  await new Promise<void>(done => site.listen(0, '127.0.0.1', done))
  const port = await freePort()
  const siteAt = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  const text = snippet(kind, { policy: lupaus.policy(), lupaus: lupausAt })
  const file = join(folder, `${kind}-${port}.conf`)
  writeFileSync(file, server.config(text, port, siteAt))
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  const check = spawnSync(program, [...server.check(file)], { encoding: 'utf8', env })
  const checked = check.status === 0 ? 'well' : `${check.stdout}${check.stderr}`
  const child = spawn(program, [...server.run(file)], { stdio: 'ignore', env })
  const url = `http://127.0.0.1:${port}`
  await answering(url)
  return {
    ...{ url, checked },
    async [Symbol.asyncDispose]() {
      const ended = new Promise(done => child.once('exit', done))
      child.kill('SIGTERM')
      await ended
      site.closeAllConnections()
      site.close()
    },
  }
}

/** What may stand where Lupaus should: each tells its request's answer what to do. */
const INSTEAD: Readonly<Record<string, ((answer: ServerResponse) => void) | undefined>> = {
  'is away': undefined,
  fails: answer => void answer.writeHead(503).end(),
  'never answers': () => undefined,
  'leads elsewhere': answer => void answer.writeHead(302, { location: '/login' }).end(),
  'is something else': answer =>
    void answer.writeHead(200, { 'content-security-policy': 'default-src *' }).end('hello'),
  'says nothing': answer => void answer.writeHead(204).end(),
}

async function openInstead(answer: ((answer: ServerResponse) => void) | undefined) {
  if (!answer) {
    return {
      url: `http://127.0.0.1:${await freePort()}`,
      [Symbol.asyncDispose]: () => Promise.resolve(),
    }
  }
  const server = createServer((_, reply) => answer(reply))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}

type Answer = { readonly status: number; readonly site: boolean; readonly csp: string }

function get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    const asked = request(url, { headers, agent: false }, answer => {
      const csp = String(answer.headers['content-security-policy'] ?? '')
      const site = answer.headers['x-site'] !== undefined
      answer.resume()
      answer.on('end', () => done({ status: answer.statusCode ?? 0, site, csp }))
    })
    asked.on('error', fail)
    asked.end()
  })
}

async function answering(url: string): Promise<void> {
  await expect
    .poll(
      () =>
        get(url).then(
          () => true,
          () => false,
        ),
      { timeout: 10_000 },
    )
    .toBe(true)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(done => probe.listen(0, '127.0.0.1', done))
  const { port } = probe.address() as AddressInfo
  await new Promise(done => probe.close(done))
  return port
}

describe.for([
  ['nginx', NGINX],
  ['apache', APACHE],
  ['caddy', CADDY],
] as const)('%s with the generated snippet', ([kind, server]) => {
  test('proves: device.only-declared: pages carry the policy of this visitor, or the strictest', async () => {
    await using there = await running(kind, server, lupaus.url)
    expect(there.checked).toBe('well')
    const stranger = await get(`${there.url}/page`)
    expect(stranger).toMatchObject({ status: 200, site: true })
    expect(stranger.csp).toContain("default-src 'none'")
    expect(stranger.csp).not.toContain(PARTNER)
    const granted = await get(`${there.url}/page`, { cookie: yes })
    expect(granted).toMatchObject({ status: 200, site: true })
    expect(granted.csp.includes(PARTNER)).toBe(server.asksLupaus)
    const signal = await get(`${there.url}/page`, { cookie: yes, 'sec-gpc': '1' })
    expect(signal.csp).toContain("default-src 'none'")
    expect(signal.csp).not.toContain(PARTNER)
    const told = await get(`${there.url}/page`, { 'lupaus-csp': 'default-src *' })
    expect(told.csp).toContain("default-src 'none'")
    expect(told.csp).not.toContain('*')
  })

  test('what Lupaus answers is reached on the site’s own host, with its own policy', async () => {
    await using there = await running(kind, server, lupaus.url)
    const config = await get(`${there.url}/v1/gate.json`)
    expect(config).toMatchObject({ status: 200, site: false })
    expect(config.csp).toBe('')
    const src = encodeURIComponent(`https://${PARTNER}/player`)
    const path = `/v1/frame?vendor=revontuli-ads&src=${src}`
    expect(await get(`${there.url}${path}`)).toMatchObject({ status: 403, site: false })
    const frame = await get(`${there.url}${path}`, { cookie: yes })
    expect(frame).toMatchObject({ status: 200, site: false })
    expect(frame.csp).toMatch(new RegExp(`frame-src ${PARTNER};`))
    expect(frame.csp).not.toContain('connect-src')
  })

  test.for(Object.entries(INSTEAD))(
    'proves: device.only-declared: where Lupaus %s, nobody gets more than the own site',
    async ([, answer]) => {
      await using instead = await openInstead(answer)
      await using there = await running(kind, server, instead.url)
      const headers = { cookie: yes, 'lupaus-csp': `default-src 'none'; script-src ${PARTNER}` }
      const page = await get(`${there.url}/page`, headers)
      expect(page).toMatchObject({ status: 200, site: true })
      expect(page.csp).toContain("default-src 'none'")
      expect(page.csp).not.toMatch(/pixel|\*/)
    },
  )
})

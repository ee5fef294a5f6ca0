import { readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { openAudit } from '../../src/audit/index.ts'
import type { Batch } from '../../src/collect/wire.ts'
import { type Consent, consentRoutes, openConsent } from '../../src/consent/index.ts'
import { type Http, openHttp } from '../../src/platform/http.ts'
import { type Policy, readPolicy, tagConfig } from '../../src/policy/index.ts'
import { buildTag } from '../../tag/build.mjs'
import type { Lupaus } from '../../tag/api.ts'
import { openBrowser } from '../browser.ts'
import { scratch } from '../scratch/index.ts'

declare global {
  interface Window {
    lupaus?: Lupaus
    lupausQueue?: { push(act: (lupaus: Lupaus) => void): unknown }
    lupausConfig?: unknown
  }
}

/** Where the tests build the tag, away from what is served. */
export const TAG_FOLDER = join(tmpdir(), `lupaus-tag-${process.pid}`)

/** A site of bare pages that carries the built tag, over the real consent routes. */
export type TagShop = AsyncDisposable & {
  readonly browser: Browser
  readonly origin: string
  readonly policy: Policy
  /** Puts another version of the policy in force, made of the file's text. */
  become(change: (text: string) => string): void
  /** What the page at a path holds in its body, and headers that it is served with. */
  readonly bodies: Map<string, string>
  readonly headers: Map<string, string>
  /** Every request but for pages and the tag's own file, in order. */
  readonly requests: string[]
  readonly batches: Batch[]
  /** Status with which choices or events are turned away, when set. */
  down: boolean
  visitor(options?: BrowserContextOptions): Promise<Visitor>
}

/** One browser profile with one page, and all that went wrong in it. */
export type Visitor = AsyncDisposable & {
  readonly context: BrowserContext
  readonly page: Page
  readonly errors: string[]
  go(path?: string): Promise<void>
  /** Presses a button; who agrees to what asks for an age is old enough. */
  press(name: keyof typeof BUTTONS): Promise<void>
  /** Everything that the browser has stored for the site: `cookie lupaus_a`. */
  stored(): Promise<string[]>
}

const POLICY = 'policies/childrens-shop.yaml'
const CSP = "default-src 'self'; base-uri 'none'; object-src 'none'"

/** What a test puts beside the bare pages. */
export type Beside = {
  /** Routes of its own, given the consent of this site and the policy that counts. */
  readonly site?: (
    http: Http,
    parts: { readonly consent: Consent; readonly policy: Policy },
  ) => void
  /** The site's host; `localhost` where a browser must take it for a secure one. */
  readonly host?: string
}

/** Boots the site; `change` edits the policy file's text first. */
export async function tagShop(
  change = (text: string) => text,
  { site, host = 'shop.example' }: Beside = {},
): Promise<TagShop> {
  const read = (edit: (text: string) => string): Policy => {
    const { policy, diagnostics } = readPolicy(edit(readFileSync(POLICY, 'utf8')), POLICY)
    if (!policy) throw new Error(JSON.stringify(diagnostics))
    return policy
  }
  const versions = [read(change)]
  const policy = () => versions.at(-1) ?? read(change)
  const now = new Date(Date.now())
  const world = await scratch(now.toISOString())
  for (const slice of ['audit', 'consent']) await world.migrate(slice)
  const { code, gate, measure, embed } = await buildTag(TAG_FOLDER)
  const audit = openAudit(world.platform.db, world.platform.clock)
  const consent = await openConsent({
    platform: world.platform,
    audit,
    policy,
    policyOf: async version => versions.find(held => held.version.startsWith(version)),
    tag: code,
    forget: async () => 0,
  })
  const http = await openHttp({ trustProxy: false })
  const [bodies, headers] = [new Map<string, string>(), new Map<string, string>()]
  const [requests, batches]: [string[], Batch[]] = [[], []]
  const shop = { down: false }
  http.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/v1/')) return
    requests.push(`${request.method} ${request.url}`)
    if (shop.down) await reply.code(503).send({ error: 'down' })
  })
  const parts = { gate, measure, embed }
  consentRoutes({ consent, policy, tag: code, parts, salt: new Uint8Array(16) })(http)
  site?.(http, { consent, policy: policy() })
  servePages(http, { bodies, headers, requests, batches })
  await http.listen({ host: '127.0.0.1', port: 0 })
  const { port } = http.server.address() as AddressInfo
  const browser = await openBrowser()
  const origin = `http://${host}:${port}`
  const asksAge = tagConfig(policy()).ofAge.length > 0
  return Object.assign(shop, {
    browser,
    origin,
    policy: policy(),
    become: (edit: (text: string) => string) => void versions.push(read(edit)),
    bodies,
    headers,
    requests,
    batches,
    visitor: (options?: BrowserContextOptions) =>
      visitorOf(browser.newContext({ locale: 'en-GB', ...options }), origin, asksAge),
    async [Symbol.asyncDispose]() {
      await browser.close()
      await consent.settled()
      await http.close()
      rmSync(TAG_FOLDER, { recursive: true, force: true })
      await world[Symbol.asyncDispose]()
    },
  })
}

type Served = Pick<TagShop, 'bodies' | 'headers' | 'requests' | 'batches'>

function servePages(http: Http, { bodies, headers, requests, batches }: Served): void {
  http.addContentTypeParser('text/plain', { parseAs: 'string' }, (_, body, done) => {
    done(null, JSON.parse(String(body)))
  })
  http.post('/v1/events', async (request, reply) => {
    batches.push(request.body as Batch)
    return reply.code(204).send()
  })
  http.get('/probe.js', async (_, reply) => {
    requests.push('GET /probe.js')
    return reply.type('text/javascript').send('window.partnerRan = true')
  })
  http.get('/*', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    const lang = /^\/(fi|sv|en)\b/.exec(path)?.[1] ?? 'en'
    const inner = bodies.get(path) ?? '<h1>Shop</h1><p><a href="/en/bear">Bear</a></p>'
    const csp = headers.get(path) ?? CSP
    return reply.header('content-security-policy', csp).type('text/html').send(`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>Shop ${path}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script src="/lupaus.js"></script></head><body><main>${inner}</main></body></html>`)
  })
}

/** The words of the buttons, in any language. */
export const BUTTONS = {
  accept: /^(Accept all|Hyväksy kaikki|Godkänn alla)$/,
  refuse: /^(Only necessary|Vain välttämättömät|Endast nödvändiga)$/,
  choose: /^(Let me choose|Valitse itse|Välj själv)$/,
  save: /^(Save my choices|Tallenna valintani|Spara mina val)$/,
  open: /^(Cookie choices|Evästevalinnat|Val om kakor)$/,
}

async function visitorOf(
  opening: Promise<BrowserContext>,
  origin: string,
  asksAge: boolean,
): Promise<Visitor> {
  const context = await opening
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', line => {
    if (line.type() === 'error' && !line.text().includes('503')) errors.push(line.text())
  })
  return {
    context,
    page,
    errors,
    async go(path = '/en/') {
      await page.goto(origin + path)
    },
    async press(name) {
      await page.getByRole('button', { name: BUTTONS[name] }).click()
      await page.waitForLoadState('networkidle')
      if (!asksAge || (name !== 'accept' && name !== 'save')) return
      // Whoever agrees to be profiled is asked for the age, in an act of its own.
      const ofAge = page.locator('button[name=of-age]')
      const done = page.locator('.chip:visible').or(page.getByRole('alert')).first()
      await ofAge.or(done).first().waitFor()
      if (await ofAge.isVisible()) await ofAge.click()
      await done.waitFor()
    },
    async stored() {
      const cookies = (await context.cookies()).map(({ name }) => `cookie ${name}`)
      const others = await page.evaluate(async () => {
        const databases = await indexedDB.databases()
        return [
          ...Object.keys(localStorage).map(name => `local-storage ${name}`),
          ...Object.keys(sessionStorage).map(name => `session-storage ${name}`),
          ...databases.map(({ name }) => `indexed-db ${name}`),
        ]
      })
      return [...cookies, ...others].toSorted()
    },
    [Symbol.asyncDispose]: () => context.close(),
  }
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Consent, signalsOf } from '../../src/consent/index.ts'
import type { Http } from '../../src/platform/http.ts'
import { bannerWords, cspText, type Policy } from '../../src/policy/index.ts'
import { type TagShop, tagShop, type Visitor } from '../journeys/tag-shop.ts'
import {
  FRAME_SCRIPT,
  requestMarkup,
  requestScript,
  requestStyle,
  RESTLESS,
  SERVICE_WORKER,
  WORKER,
} from './request-page.ts'
import { STORING_WORKER } from './storage-page.ts'
import { openSink, type Sink } from './sink.ts'

/** How the page is protected: not at all, by what the tag inserts, or by headers. */
export type Mode = 'bare' | 'meta' | 'header'

/** A site whose pages try everything, and what they try to reach. */
export type DeviceSite = AsyncDisposable & {
  readonly shop: TagShop
  /** The declared vendor's host, a neighbour of it, and one of somebody that nobody declared. */
  readonly declared: Sink
  readonly neighbour: Sink
  readonly stranger: Sink
  /** Forgets what arrived so far. */
  forget(): void
  /** A visitor who chose this before, in another page; nothing was chosen when absent. */
  visitor(granted?: readonly string[], without?: readonly string[]): Promise<Visitor>
}

/** Serves `/bare/…`, `/meta/…` and `/header/…`: each page in the protection of that name. */
export async function openDeviceSite(): Promise<DeviceSite> {
  const declared = await openSink('pixel.revontuli.example')
  const neighbour = await openSink('sub.pixel.revontuli.example')
  const stranger = await openSink('tracker.test')
  const sinks = [declared, neighbour, stranger]
  const hosts = sinks.map(({ host }) => host)
  const change = (text: string) =>
    text
      .replace('hosts: [pixel.revontuli.example]', `hosts: ["${declared.host}"]`)
      .replace('\ntrackers:\n', `\ntrackers:\n${OF_THE_VENDOR.map(trackerText).join('')}`)
  const site = (http: Http, parts: Protector) => servePages(http, parts, hosts)
  const shop = await tagShop(change, { site, host: 'localhost' })
  return {
    ...{ shop, declared, neighbour, stranger },
    forget: () => sinks.forEach(({ hits }) => hits.splice(0)),
    async visitor(granted, without = []) {
      const visitor = await shop.visitor()
      if (granted) await choose(shop, visitor, { granted, without })
      return visitor
    },
    async [Symbol.asyncDispose]() {
      await shop[Symbol.asyncDispose]()
      for (const sink of sinks) await sink[Symbol.asyncDispose]()
    },
  }
}

/** Makes a choice over HTTP, and gives the browser the receipt as the tag would. */
export async function choose(
  { origin, policy }: TagShop,
  { context }: Visitor,
  choice: { readonly granted: readonly string[]; readonly without?: readonly string[] },
): Promise<void> {
  const words = bannerWords(policy, 'en').first.sha256
  const answer = await fetch(`${origin}/v1/choices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ lang: 'en', words, via: 'banner', signals: [], ofAge: true, ...choice }),
  })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  const { receipt } = (await answer.json()) as { readonly receipt: string }
  const expires = Math.floor(Date.now() / 1000) + 86_400
  await context.addCookies([{ name: 'lupaus_choice', value: receipt, url: origin, expires }])
}

/** What the declared vendor may keep on our site: days by store and name. */
export const OF_THE_VENDOR = [
  { store: 'cookie', name: 'fair_*', days: 90 },
  { store: 'cookie', name: '__Host-fair', days: 90 },
  { store: 'local-storage', name: 'fair_*', days: 90 },
  { store: 'session-storage', name: 'fair_*', days: 0 },
  { store: 'indexed-db', name: 'fair_*', days: 90 },
  { store: 'cache', name: 'fair_*', days: 90 },
] as const

function trackerText({ store, name, days }: (typeof OF_THE_VENDOR)[number]): string {
  return `  - id: ${store}-${name.replaceAll(/[^a-z]/gi, '').toLowerCase()}
    name: "${name}"
    store: ${store}
    party: first
    vendor: revontuli-ads
    purpose: marketing
    use: measures-ads
    lifetime: ${days === 0 ? 'session' : `${days} days`}
`
}

type Protector = { readonly consent: Consent; readonly policy: Policy }

/** The protection of a request: by its path, or by that of the page that it belongs to. */
function modeOf({ url, headers }: FastifyRequest): Mode {
  const [mode] = /bare|meta|header/.exec(`${url} ${headers.referer ?? ''}`) ?? []
  return mode === 'meta' || mode === 'header' ? mode : 'bare'
}

function servePages(http: Http, parts: Protector, hosts: readonly string[]): void {
  const script = (path: string, body: string, type = 'text/javascript') =>
    http.get(path, async (request, reply) => protect(parts, request, reply).type(type).send(body))
  script('/requests.js', requestScript(hosts))
  script('/worker.js', WORKER)
  script('/service-worker.js', SERVICE_WORKER)
  script('/own-frame.js', FRAME_SCRIPT)
  script('/restless.js', RESTLESS)
  script('/storing-worker.js', STORING_WORKER)
  http.get('/requests.css', async (request, reply) =>
    reply.type('text/css').send(requestStyle(asked(request, 'host'))),
  )
  http.get('/redirect', async (request, reply) =>
    reply.redirect(`http://${asked(request, 'to')}`, 302),
  )
  http.get('/own-frame', async (request, reply) =>
    protect(parts, request, reply)
      .type('text/html')
      .send('<!doctype html><title>a</title><script src="/own-frame.js"></script>'),
  )
  http.get('/:mode/:page', async (request, reply) => {
    const mode = modeOf(request)
    const { page } = Object(request.params)
    const content = page === 'requests' ? markupOf(hosts) : besides(page, hosts)
    return protect(parts, request, reply).type('text/html').send(document(TAGS[mode], content))
  })
}

type Parts = { readonly head: string; readonly body: string }

function markupOf(hosts: readonly string[]): Parts {
  const parts = hosts.map(requestMarkup)
  return {
    head: parts.map(({ head }) => head).join(''),
    body: `${parts.map(({ body }) => body).join('')}<script src="/requests.js"></script>`,
  }
}

/** `quiet` does nothing by itself; `restless` has a vendor's script, which waits for consent. */
function besides(page: string, [declared = '']: readonly string[]): Parts {
  const partner = `<template data-lupaus-vendor="revontuli-ads" data-lupaus-purpose="marketing"
    data-lupaus-tracker="partner-pixel"><script src="/restless.js?host=${declared}"></script></template>`
  const form = '<form><label>Name <input name="name"></label></form>'
  return { head: '', body: page === 'restless' ? partner + form : '' }
}

/**
 * What stands first in the page. Browsers fetch ahead what stands below a script that is on its way,
 * unless they see a policy there which they have yet to read: a harmless one makes them wait.
 */
const TAGS: Readonly<Record<Mode, string>> = {
  bare: '',
  meta: `<script src="/lupaus.js"></script>
<meta http-equiv="Content-Security-Policy" content="object-src 'none'">`,
  header: '<script src="/lupaus.js" data-lupaus-headers></script>',
}

function document(tag: string, { head, body }: Parts): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Device</title>
${tag}${head}</head><body><main><h1>Device</h1>${body}</main></body></html>`
}

function protect(
  { consent, policy }: Protector,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (modeOf(request) !== 'header') return reply
  const [, receipt] = /(?:^|; )lupaus_choice=([^;]*)/.exec(request.headers.cookie ?? '') ?? []
  const facts = consent.factsOf(receipt, signalsOf(request.headers))
  const csp = cspText(policy.rules, facts, { hosts: [], by: 'header' })
  return reply.header('content-security-policy', csp)
}

function asked({ query }: FastifyRequest, name: string): string {
  const { [name]: value } = Object(query)
  return typeof value === 'string' ? value : ''
}

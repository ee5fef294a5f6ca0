import { createHash } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { isLang, type Lang } from '../base/lang.ts'
import type { Http, Routes } from '../platform/http.ts'
import { openRateLimit, type RateLimit } from '../platform/rate-limit.ts'
import {
  bannerWords,
  type BannerWords,
  deltaWords,
  type Policy,
  type Signal,
  type Source,
  tagConfig,
  tagFields,
} from '../policy/index.ts'
import { clearedCookies, pathsOf } from './clear-cookies.ts'
import type { Consent } from './consent.ts'
import { handOverRoutes } from './hand-over-routes.ts'
import { allowOrigin, mayGrant, ownOrigin } from './origin.ts'
import { tagHash } from './proof/served-tags.ts'
import type { ChoiceRefused } from './read-choice.ts'
import { ageLayer, deltaLayer, embedLayer, secondLayer, signalLayer } from './second-layer.ts'
import { signalsOf } from './signals.ts'
import { policyFor, sourceOf } from './source.ts'
import { ofAgeOf, vendorsOf } from './standing.ts'
import {
  type AskAnswer,
  CHOICE_COOKIE,
  ChoiceRequest,
  type DetailsAnswer,
  type TagConfig,
} from './wire.ts'

const CHOICES_PER_MINUTE = 60
const TAG_SECONDS = 60

/** Scripts beside the tag. */
export type TagParts = { readonly gate: string; readonly measure: string; readonly embed: string }

export type ConsentRoutes = {
  readonly consent: Consent
  readonly policy: () => Policy
  /** The built tag's code. */
  readonly tag: string
  /** Code of the gate alone, for pages that carry it in themselves, and of what is fetched later. */
  readonly parts?: TagParts
  /** The built script that hands choices over between own sites; nobody is served it when absent. */
  readonly handOver?: string
  readonly salt: Uint8Array
}

/**
 * `GET /lupaus.js` and its parts, `GET /v1/details/{lang}`, `GET /v1/consent/{lang}`, `POST /v1/choices`, and the
 * hand-over between own sites.
 */
export function routes(parts: ConsentRoutes): Routes {
  return http => {
    serveScripts(http, parts)
    serveDetails(http, parts)
    serveAsk(http, parts)
    serveChoices(http, parts)
    handOverRoutes(parts)(http)
  }
}

/** The tag with its configuration, the same gate alone, and the parts that a page fetches later. */
function serveScripts(http: Http, { policy, tag, parts }: ConsentRoutes): void {
  const configured = (code: string) => (current: Policy) =>
    `self.lupausConfig=${safeJson(configOf(current, tag))};\n${code}`
  serveScript(http, policy, '/lupaus.js', configured(tag))
  if (!parts) return
  serveScript(http, policy, '/lupaus-gate.js', configured(parts.gate))
  serveScript(http, policy, '/lupaus-measure.js', current => measuring(current, parts.measure))
  serveScript(http, policy, '/lupaus-embed.js', () => parts.embed)
}

/** The part that measures, which alone is told the fields of events. */
function measuring(policy: Policy, code: string): string {
  return `const lupausFields=${safeJson(tagFields(policy))};\n${code}`
}

function configOf(policy: Policy, tag: string): TagConfig {
  return { ...tagConfig(policy), tag: tagHash(tag).slice(0, 16) }
}

function serveScript(
  http: Http,
  policy: () => Policy,
  path: string,
  textOf: (policy: Policy) => string,
): void {
  let served: (Script & { readonly policy: Policy }) | undefined
  http.get(path, async (request, reply) => {
    const current = policy()
    // The policy itself, not its version: on another day the same text may allow less.
    if (served?.policy !== current) served = { ...scriptOf(textOf(current)), policy: current }
    // Short and revalidated: a policy that changes must reach the next page view.
    void reply.header('cache-control', 'no-cache').header('etag', served.etag)
    void reply.header('cross-origin-resource-policy', 'cross-origin')
    // A part is a module, which a page of another own site may fetch only with leave.
    void reply.header('access-control-allow-origin', '*')
    void reply.header('vary', 'accept-encoding').type('text/javascript; charset=utf-8')
    if (request.headers['if-none-match'] === served.etag) return reply.code(304).send()
    const { encoding, body } = served.bodyFor(request.headers['accept-encoding'] ?? '')
    if (encoding !== undefined) void reply.header('content-encoding', encoding)
    return reply.send(body)
  })
}

type Script = {
  readonly etag: string
  bodyFor(accepted: string): { readonly encoding?: string; readonly body: Buffer }
}

/** A script, compressed once for all who load it. */
function scriptOf(text: string): Script {
  const plain = Buffer.from(text)
  const [brotli, gzip] = [brotliCompressSync(plain), gzipSync(plain, { level: 9 })]
  return {
    etag: etagOf(plain),
    bodyFor: accepted => {
      if (/\bbr\b/.test(accepted)) return { encoding: 'br', body: brotli }
      return /\bgzip\b/.test(accepted) ? { encoding: 'gzip', body: gzip } : { body: plain }
    },
  }
}

const LayerQuery = Type.Object({
  ask: Type.Optional(
    Type.Union([Type.Literal('age'), Type.Literal('embed'), Type.Literal('signals')]),
  ),
  since: Type.Optional(Type.String({ pattern: '^[0-9a-f]{16}$' })),
  purposes: Type.Optional(Type.String({ maxLength: 2_080 })),
  vendor: Type.Optional(Type.String({ maxLength: 64 })),
})

/** The layers that the tag fetches when they are opened. Nothing is written: it is only read. */
function serveDetails(http: Http, { policy, consent }: ConsentRoutes): void {
  const schema = { params: Type.Object({ lang: Type.String() }), querystring: LayerQuery }
  http.get('/v1/details/:lang', { schema }, async (request, reply) => {
    const { lang } = request.params
    allowOrigin(request, reply, policy())
    if (!isLang(lang)) {
      return reply.code(404).send({ error: 'no-such-language', help: 'use fi, sv or en' })
    }
    const { ask, since, purposes = '', vendor = '' } = request.query
    const asked = { ask, since, purposes: purposes.split(',').filter(id => id !== ''), vendor }
    const layer = await layerOf(policy(), consent, lang, asked)
    if (!layer) {
      const help = 'name purposes or a vendor for which the policy in force asks this'
      return reply.code(404).send({ error: 'not-asked', help })
    }
    void reply.header('cache-control', `public, max-age=${TAG_SECONDS}`)
    return reply.send(layer)
  })
}

async function layerOf(
  policy: Policy,
  { policyOf }: Pick<Consent, 'policyOf'>,
  lang: Lang,
  asked: {
    readonly ask: 'age' | 'embed' | 'signals' | undefined
    readonly since: string | undefined
    readonly purposes: readonly string[]
    readonly vendor: string
  },
): Promise<DetailsAnswer | undefined> {
  const { ask, since, purposes, vendor } = asked
  if (ask === 'age') return ageLayer(bannerWords(policy, lang), purposes)
  if (ask === 'embed') return embedLayer(bannerWords(policy, lang), vendor)
  if (ask === 'signals') return signalLayer(bannerWords(policy, lang))
  if (since === undefined) return secondLayer(bannerWords(policy, lang))
  const words = deltaWords(policy, lang, await policyOf(since), purposes)
  return words && deltaLayer(words)
}

/** An app asks with these words; a choice made with them refers to them by their hash. */
function serveAsk(http: Http, { policy }: ConsentRoutes): void {
  const schema = {
    params: Type.Object({ lang: Type.String() }),
    querystring: Type.Object({ source: Type.Optional(Type.String({ maxLength: 256 })) }),
  }
  http.get('/v1/consent/:lang', { schema }, async (request, reply) => {
    const { lang } = request.params
    const source = sourceOf(policy(), request.query.source)
    allowOrigin(request, reply, policy(), source)
    if (!isLang(lang)) {
      return reply.code(404).send({ error: 'no-such-language', help: 'use fi, sv or en' })
    }
    if (!source) {
      const help = 'name in `source` the key of an app or a site that the policy declares'
      return reply.code(404).send({ error: 'no-such-source', help })
    }
    const asked = policyFor(policy(), source.channel)
    if (asked.purposes.length === 0) {
      return reply.code(404).send({ error: 'not-asked', help: 'the policy asks for nothing there' })
    }
    void reply.header('cache-control', `public, max-age=${TAG_SECONDS}`)
    return reply.send(askOf(asked, bannerWords(asked, lang)))
  })
}

function askOf(policy: Policy, { first, details }: BannerWords): AskAnswer {
  const { sha256, open: _, ...shown } = first
  const aged = ofAgeOf(policy)
  return {
    ...{ version: policy.version, words: sha256 },
    ...shown,
    ...{ save: details.save, alwaysOn: details.alwaysOn },
    ...(details.age ? { age: details.age } : {}),
    purposes: details.purposes.map(({ id, name, text, always }) => ({
      ...{ id, name, text, always },
      ofAge: aged.includes(id),
      vendors: vendorsIn(policy, id),
    })),
  }
}

/** Vendors of one purpose, with their own pages; each can be refused by name. */
function vendorsIn(policy: Policy, purpose: string): AskAnswer['purposes'][number]['vendors'] {
  const serving = vendorsOf(policy, [purpose])
  return policy.vendors
    .filter(({ id }) => serving.includes(id))
    .map(({ id, name, company, country, privacy, optOut, settings }) => ({
      ...{ id, name, company, country, privacy },
      ...(optOut === undefined ? {} : { optOut }),
      ...(settings === undefined ? {} : { settings }),
    }))
}

function serveChoices(http: Http, parts: ConsentRoutes): void {
  const limit = openRateLimit({ points: CHOICES_PER_MINUTE, perSeconds: 60, salt: parts.salt })
  http.options('/v1/choices', async (request, reply) => {
    // Before it asks, a browser does not say for whom; any partner's page may put the question.
    const partners = parts.policy().sources.filter(({ kind }) => kind === 'partner')
    for (const source of [undefined, ...partners]) {
      allowOrigin(request, reply, parts.policy(), source)
    }
    return reply.code(204).send()
  })
  http.post('/v1/choices', { schema: { body: ChoiceRequest } }, async (request, reply) => {
    const source = sourceOf(parts.policy(), request.body.source)
    allowOrigin(request, reply, parts.policy(), source)
    const signals = signalsOf(request.headers, request.body.signals)
    const choice = { ...request.body, signals: [...signals] }
    const onlyLess = await lessOnly(parts, limit, request, source)
    // A refusal or withdrawal is never turned away, nor made to wait.
    const answer = await parts.consent.choose(choice, onlyLess ? { onlyLess } : {})
    if ('refused' in answer) {
      const { refused: error, help } = answer
      if (onlyLess?.wait !== undefined) void reply.header('retry-after', onlyLess.wait)
      return reply.code(STATUS[error]).send({ error, help })
    }
    const ended = endedCookies(parts, request, answer.receipt, signals)
    if (ended.length > 0) void reply.header('set-cookie', [...ended])
    return reply.header('cache-control', 'no-store').send(answer)
  })
}

const STATUS = {
  'words-changed': 409,
  'tag-unknown': 409,
  'not-asked': 409,
  'no-such-vendor': 409,
  'no-such-source': 403,
  'foreign-origin': 403,
  'too-many': 429,
} as const satisfies Record<ChoiceRefused['refused'], number>

/** Why this request may take away but not grant, if so. */
async function lessOnly(
  { policy }: ConsentRoutes,
  limit: RateLimit,
  request: FastifyRequest,
  source: Source | undefined,
): Promise<(ChoiceRefused & { readonly wait?: number }) | undefined> {
  const wait = await limit.waitSeconds(request.ip)
  if (!mayGrant(request, policy(), source)) {
    return {
      refused: 'foreign-origin',
      help: 'a grant is taken only from a site that the policy names',
    }
  }
  if (wait === 0) return undefined
  return { refused: 'too-many', help: `wait ${wait} seconds and choose again`, wait }
}

/**
 * Ends what this browser still sends and its choice no longer permits, scripts can see it or not. Only
 * for pages of the site that these cookies belong to: nobody else decides over them.
 */
function endedCookies(
  { consent, policy }: ConsentRoutes,
  request: FastifyRequest,
  receipt: string,
  signals: readonly Signal[],
): readonly string[] {
  const site = request.headers['sec-fetch-site']
  if (site === 'cross-site' || !ownOrigin(request, policy())) return []
  const facts = consent.factsOf(receipt, signals)
  const names = Object.keys(request.cookies).filter(name => name !== CHOICE_COOKIE)
  const paths = pathsOf(request.headers.referer)
  const scene = { host: request.host, secure: request.protocol === 'https', paths }
  return clearedCookies(policy().rules, facts, names, scene)
}

/** JSON that can stand in a script: `<` cannot end it, and line separators are escaped. */
function safeJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`)
}

function etagOf(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

import { createHash } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { Type } from 'typebox'
import { isLang } from '../base/lang.ts'
import type { Http, Routes } from '../platform/http.ts'
import { openRateLimit } from '../platform/rate-limit.ts'
import { bannerWords, type BannerWords, type Policy, tagConfig } from '../policy/index.ts'
import type { Consent } from './consent.ts'
import { handOverRoutes } from './hand-over-routes.ts'
import { allowOrigin, mayGrant } from './origin.ts'
import { secondLayer } from './second-layer.ts'
import { signalsOf } from './signals.ts'
import { policyFor, sourceOf } from './source.ts'
import { type AskAnswer, ChoiceRequest, type TagConfig } from './wire.ts'

const CHOICES_PER_MINUTE = 60
const TAG_SECONDS = 60

export type ConsentRoutes = {
  readonly consent: Consent
  readonly policy: () => Policy
  /** The built tag's code. */
  readonly tag: string
  /** The built script that hands choices over between own sites; nobody is served it when absent. */
  readonly handOver?: string
  readonly salt: Uint8Array
}

/**
 * `GET /lupaus.js`, `GET /v1/details/{lang}`, `GET /v1/consent/{lang}`, `POST /v1/choices`, and the
 * hand-over between own sites.
 */
export function routes(parts: ConsentRoutes): Routes {
  return http => {
    serveTag(http, parts)
    serveDetails(http, parts)
    serveAsk(http, parts)
    serveChoices(http, parts)
    handOverRoutes(parts)(http)
  }
}

function serveTag(http: Http, { policy, tag }: ConsentRoutes): void {
  let served: ServedTag | undefined
  http.get('/lupaus.js', async (request, reply) => {
    const current = policy()
    if (served?.version !== current.version) served = tagFor(current, tag)
    // Short and revalidated: a policy that changes must reach the next page view.
    void reply.header('cache-control', 'no-cache').header('etag', served.etag)
    void reply.header('cross-origin-resource-policy', 'cross-origin')
    void reply.header('vary', 'accept-encoding').type('text/javascript; charset=utf-8')
    if (request.headers['if-none-match'] === served.etag) return reply.code(304).send()
    const { encoding, body } = served.bodyFor(request.headers['accept-encoding'] ?? '')
    if (encoding !== undefined) void reply.header('content-encoding', encoding)
    return reply.send(body)
  })
}

type ServedTag = {
  readonly version: string
  readonly etag: string
  bodyFor(accepted: string): { readonly encoding?: string; readonly body: Buffer }
}

/** The tag under one policy, compressed once for all who load it. */
function tagFor(policy: Policy, tag: string): ServedTag {
  const hash = createHash('sha256').update(tag).digest('hex').slice(0, 16)
  const config = { ...tagConfig(policy), tag: hash } satisfies TagConfig
  const plain = Buffer.from(`self.lupausConfig=${safeJson(config)};\n${tag}`)
  const [brotli, gzip] = [brotliCompressSync(plain), gzipSync(plain, { level: 9 })]
  return {
    version: policy.version,
    etag: etagOf(plain),
    bodyFor: accepted => {
      if (/\bbr\b/.test(accepted)) return { encoding: 'br', body: brotli }
      return /\bgzip\b/.test(accepted) ? { encoding: 'gzip', body: gzip } : { body: plain }
    },
  }
}

function serveDetails(http: Http, { policy }: ConsentRoutes): void {
  http.get(
    '/v1/details/:lang',
    { schema: { params: Type.Object({ lang: Type.String() }) } },
    async (request, reply) => {
      const { lang } = request.params
      allowOrigin(request, reply, policy())
      if (!isLang(lang)) {
        return reply.code(404).send({ error: 'no-such-language', help: 'use fi, sv or en' })
      }
      void reply.header('cache-control', `public, max-age=${TAG_SECONDS}`)
      return reply.send(secondLayer(bannerWords(policy(), lang)))
    },
  )
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

function askOf({ version }: Policy, { first, details }: BannerWords): AskAnswer {
  const { sha256, open: _, ...shown } = first
  return {
    ...{ version, words: sha256 },
    ...shown,
    ...{ save: details.save, alwaysOn: details.alwaysOn },
    purposes: details.purposes.map(({ id, name, text, always }) => ({ id, name, text, always })),
  }
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
    if (choice.granted.length > 0 && !mayGrant(request, parts.policy(), source)) {
      const help = 'a grant is taken only from a site that the policy names'
      return reply.code(403).send({ error: 'foreign-origin', help })
    }
    const wait = await limit.waitSeconds(request.ip)
    // A refusal or withdrawal is never made to wait.
    if (wait > 0 && choice.granted.length > 0) {
      const help = `wait ${wait} seconds and choose again`
      return reply.code(429).header('retry-after', wait).send({ error: 'too-many', help })
    }
    const answer = await parts.consent.choose(choice)
    if ('refused' in answer) {
      const status = answer.refused === 'no-such-source' ? 403 : 409
      return reply.code(status).send({ error: answer.refused, help: answer.help })
    }
    return reply.header('cache-control', 'no-store').send(answer)
  })
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

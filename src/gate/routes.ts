import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { isLang, pickLang } from '../base/lang.ts'
import type { Http, Routes } from '../platform/http.ts'
import { gateConfig, headerFor } from './config.ts'
import { framePage } from './frame.ts'
import { gpcSupport } from './gpc.ts'
import { factsOf, type GateRoutes } from './parts.ts'
import { reportRoutes } from './report-routes.ts'

const CONFIG_SECONDS = 60

/**
 * `GET /v1/gate.json`, `GET /v1/gate/headers`, `GET /v1/frame`, `GET /.well-known/gpc.json` and
 * `POST /v1/reports`.
 */
export function routes(parts: GateRoutes): Routes {
  return http => {
    serveConfig(http, parts)
    serveHeaders(http, parts)
    serveFrame(http, parts)
    serveGpc(http, parts)
    reportRoutes(parts)(http)
  }
}

function serveConfig(http: Http, { policy, origin }: GateRoutes): void {
  http.get('/v1/gate.json', async (request, reply) =>
    sendShared(request, reply, gateConfig(policy(), origin())),
  )
}

/** For web servers that cannot decide themselves: they forward the visitor's headers and copy ours. */
function serveHeaders(http: Http, parts: GateRoutes): void {
  http.get('/v1/gate/headers', async (request, reply) => {
    const facts = factsOf(parts, request)
    return reply
      .code(204)
      .header('content-security-policy', headerFor(parts.policy(), facts, parts.origin()))
      .header('cache-control', 'no-store')
      .send()
  })
}

function serveFrame(http: Http, parts: GateRoutes): void {
  const querystring = Type.Object({
    vendor: Type.Optional(Type.String()),
    src: Type.Optional(Type.String()),
    title: Type.Optional(Type.String()),
    lang: Type.Optional(Type.String()),
  })
  http.get('/v1/frame', { schema: { querystring } }, async (request, reply) => {
    const { vendor = '', src = '', title = '', lang } = request.query
    const page = framePage(parts.policy(), {
      ...{ vendor, src, title, host: request.host },
      lang: isLang(lang) ? lang : pickLang(request.headers['accept-language']),
      facts: factsOf(parts, request),
    })
    return reply
      .code(page.status)
      .header('content-security-policy', page.csp)
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'strict-origin')
      .header('vary', 'cookie, accept-language')
      .type('text/html; charset=utf-8')
      .send(page.body)
  })
}

function serveGpc(http: Http, { policy }: GateRoutes): void {
  http.get('/.well-known/gpc.json', async (request, reply) =>
    sendShared(request, reply, gpcSupport(policy())),
  )
}

/** The same for everyone, for a minute; whoever has it asks whether it changed. */
function sendShared(request: FastifyRequest, reply: FastifyReply, value: object): FastifyReply {
  const body = JSON.stringify(value)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  void reply.header('cache-control', `public, max-age=${CONFIG_SECONDS}`).header('etag', etag)
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  return reply.type('application/json; charset=utf-8').send(body)
}

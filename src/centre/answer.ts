import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Lang } from '../base/lang.ts'

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers that every answer of the public pages carries. */
export function guard(reply: FastifyReply): FastifyReply {
  return reply
    .header('content-security-policy', CONTENT_SECURITY_POLICY)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'same-origin')
    .header('cross-origin-opener-policy', 'same-origin')
}

/** Sends a page that belongs to this visitor alone: kept by no cache. */
export function sendPrivate(reply: FastifyReply, lang: Lang, page: string, status = 200) {
  return guard(reply)
    .code(status)
    .header('cache-control', 'no-store')
    .header('content-language', lang)
    .type('text/html; charset=utf-8')
    .send(page)
}

/** Sends what is the same for everyone: kept by caches, asked again each time. */
export function sendPublic(
  request: FastifyRequest,
  reply: FastifyReply,
  body: string,
  type: string,
) {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  void guard(reply).header('cache-control', 'public, no-cache').header('etag', etag)
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  return reply.type(type).send(body)
}

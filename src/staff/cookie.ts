import type { FastifyReply, FastifyRequest } from 'fastify'
import { momentOf, secondsOf } from '../base/time.ts'
import { ABSOLUTE } from './session.ts'

/** The console's cookie; over https its prefix keeps other hosts and plain pages from setting it. */
const COOKIE = 'lupaus_staff'
const SECURE_COOKIE = `__Host-${COOKIE}`

/** The session token that a request carries. Over https only the prefixed cookie counts. */
export function cookieOf(request: FastifyRequest): string | undefined {
  const held = request.cookies[SECURE_COOKIE]
  return isSecure(request) ? held : (held ?? request.cookies[COOKIE])
}

/** Hands the browser its session token. */
export function setCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const secure = isSecure(request)
  void reply.setCookie(secure ? SECURE_COOKIE : COOKIE, token, {
    ...ATTRIBUTES,
    secure,
    maxAge: secondsOf(ABSOLUTE, momentOf(0)),
  })
}

/** Takes the session token back, under either name. */
export function clearCookie(reply: FastifyReply): void {
  void reply.clearCookie(COOKIE, ATTRIBUTES)
  void reply.clearCookie(SECURE_COOKIE, { ...ATTRIBUTES, secure: true })
}

const ATTRIBUTES = { path: '/', httpOnly: true, sameSite: 'strict' } as const

/** A trusted proxy says https, or the browser does in `Origin` where the proxy is silent. */
function isSecure(request: FastifyRequest): boolean {
  return request.protocol === 'https' || request.headers.origin?.startsWith('https://') === true
}

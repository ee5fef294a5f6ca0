import type { FastifyReply, FastifyRequest } from 'fastify'
import { assert } from '../base/assert.ts'
import type { Platform } from '../platform/index.ts'
import { cookieOf } from './cookie.ts'
import { refuse } from './refuse.ts'
import { memberOfToken } from './session.ts'
import type { Credentials } from './store.ts'
import type { Role } from './wire.ts'

/** A check that a route names for itself; it answers instead of the route when it fails. */
export type Guard = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

// Beside the request, not on it, so that no other code can put somebody there.
const SIGNED_IN = new WeakMap<FastifyRequest, Credentials>()

/** Lets a request through only for a signed-in member with one of these roles, from our own page. */
export function requires(platform: Platform, roles: readonly Role[]): Guard {
  return async (request, reply) => {
    if (isFromElsewhere(request)) return refuse(reply, 'staff.other-site')
    const token = cookieOf(request)
    const member = token === undefined ? undefined : await memberOfToken(platform, token)
    if (!member) return refuse(reply, 'staff.sign-in-needed')
    if (!roles.includes(member.role)) return refuse(reply, 'staff.not-your-role')
    SIGNED_IN.set(request, member)
    return undefined
  }
}

/** Lets anyone through, but neither another site's page nor a form: for signing in. */
export async function ownPageOnly(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  return isFromElsewhere(request) ? refuse(reply, 'staff.other-site') : undefined
}

/** Refuses bodies that a plain HTML form could have sent; runs before the body is read. */
export async function jsonOnly(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';')
  return type.trim().toLowerCase() === 'application/json'
    ? undefined
    : refuse(reply, 'staff.not-json')
}

/** The member whom a guard let through; a bug of ours when the route has no guard. */
export function memberOf(request: FastifyRequest): Credentials {
  const member = SIGNED_IN.get(request)
  assert(member, 'a route that asks who is signed in has a guard')
  return member
}

/** Browsers send `Sec-Fetch-Site` on https and localhost, and `Origin` on every other write. */
function isFromElsewhere(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin'
  const { origin } = request.headers
  return origin !== undefined && hostOf(origin) !== request.host
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Routes } from '../platform/http.ts'
import { clearCookie, cookieOf, setCookie } from './cookie.ts'
import type { Desk, SignedIn } from './desk.ts'
import { jsonOnly, memberOf, ownPageOnly, requires } from './guard.ts'
import { refuse } from './refuse.ts'
import { setUp } from './setup.ts'
import { renewPassword, signIn, signOut } from './sign-in.ts'
import { Me, PasswordRequest, Problem, ROLES, SetupRequest, SignInRequest } from './wire.ts'
import type { ProblemCode } from './wire.ts'

const BODY_MAX = 4 * 1024

/** `/v1/staff`: setting up, signing in and out, who I am, a new password. */
export function staffRoutes(desk: Desk): Routes {
  const anyone = { onRequest: [ownPageOnly, jsonOnly], bodyLimit: BODY_MAX }
  const staff = requires(desk.platform, ROLES)
  const refusals = {
    401: Problem,
    403: Problem,
    410: Problem,
    415: Problem,
    422: Problem,
    429: Problem,
  }
  return http => {
    http.post(
      '/v1/staff/setup',
      { ...anyone, schema: { body: SetupRequest, response: { 201: Me, ...refusals } } },
      async (request, reply) =>
        welcome(request, reply, await setUp(desk, request.body, request.ip)),
    )
    http.post(
      '/v1/staff/sessions',
      { ...anyone, schema: { body: SignInRequest, response: { 201: Me, ...refusals } } },
      async (request, reply) => {
        const visit = { address: request.ip, token: cookieOf(request) }
        return welcome(request, reply, await signIn(desk, request.body, visit))
      },
    )
    http.delete(
      '/v1/staff/sessions/current',
      { onRequest: staff, schema: { response: { 204: Type.Null(), ...refusals } } },
      async (request, reply) => {
        await signOut(desk, memberOf(request), cookieOf(request) ?? '')
        clearCookie(reply)
        return reply.code(204).header('cache-control', 'no-store').send(null)
      },
    )
    http.get(
      '/v1/staff/me',
      { onRequest: staff, schema: { response: { 200: Me, ...refusals } } },
      async (request, reply) => {
        const { id, email, name, role } = memberOf(request)
        return reply.header('cache-control', 'no-store').send({ id, email, name, role })
      },
    )
    http.post(
      '/v1/staff/password',
      {
        onRequest: [jsonOnly, staff],
        bodyLimit: BODY_MAX,
        schema: { body: PasswordRequest, response: { 201: Me, ...refusals } },
      },
      async (request, reply) => {
        const member = memberOf(request)
        return welcome(request, reply, await renewPassword(desk, member, request.body, request.ip))
      },
    )
  }
}

function welcome(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: SignedIn | ProblemCode,
): FastifyReply {
  if (typeof answer === 'string') return refuse(reply, answer)
  setCookie(request, reply, answer.token)
  return reply.code(201).header('cache-control', 'no-store').send(answer.me)
}

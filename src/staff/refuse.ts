import type { FastifyReply } from 'fastify'
import type { Problem, ProblemCode } from './wire.ts'

const RETRY_AFTER_S = 900

const REFUSALS: Readonly<Record<ProblemCode, readonly [status: number, help: string]>> = {
  'staff.sign-in-needed': [401, 'sign in first: POST /v1/staff/sessions'],
  'staff.not-your-role': [403, 'your role may not see this; ask an administrator'],
  'staff.wrong-credentials': [401, 'the e-mail address or the password is wrong'],
  'staff.too-many-tries': [429, 'too many tries; wait 15 minutes and try again'],
  'staff.link-gone': [
    410,
    'the link was used or replaced, or is over 24 hours old; start Lupaus again for a new one',
  ],
  'staff.password-short': [422, 'the password is too short; use at least 12 characters'],
  'staff.password-common': [
    422,
    'the password is among those that are guessed first; use several words of your own',
  ],
  'staff.password-personal': [
    422,
    'the password is made of your name or e-mail address; choose something else',
  ],
  'staff.other-site': [403, 'the request came from a page of another site'],
  'staff.not-json': [415, 'send the body as application/json'],
}

/** Answers a refusal with its status, code and sentence. */
export function refuse(reply: FastifyReply, code: ProblemCode): FastifyReply {
  const [status, help] = REFUSALS[code]
  if (status === 429) void reply.header('retry-after', String(RETRY_AFTER_S))
  const problem: Problem = { error: code, help }
  return reply.code(status).header('cache-control', 'no-store').send(problem)
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { Compile } from 'typebox/compile'
import type { Http, Routes } from '../platform/http.ts'
import { openRateLimit, type RateLimit } from '../platform/rate-limit.ts'
import type { Policy } from '../policy/index.ts'
import { factsOf, type GateRoutes } from './parts.ts'
import { readReport } from './read-report.ts'
import { isOwn } from './violations.ts'
import { CookieReport } from './wire.ts'

const TYPES = ['application/csp-report', 'application/reports+json']
const BODY_MAX = 64 * 1024
const REPORTS_PER_MINUTE = 60

const isCookieReport = Compile(CookieReport)

/**
 * `POST /v1/reports`: what browsers stopped by our policy, and what our middleware did to cookies.
 * Kept are counts by day; who sent it, from which page and with which browser is forgotten with the
 * answer. Whoever takes the trouble to write like a browser of ours can add to the counts: they are
 * a sign of what pages try, never a proof.
 */
export function reportRoutes(parts: GateRoutes): Routes {
  return http => {
    http.addContentTypeParser(TYPES, { parseAs: 'string', bodyLimit: BODY_MAX }, readJson)
    const { salt } = parts
    const limit = openRateLimit({ points: REPORTS_PER_MINUTE, perSeconds: 60, salt })
    answerPreflight(http, parts)
    http.post('/v1/reports', { bodyLimit: BODY_MAX }, async (request, reply) => {
      const wait = await limited(limit, request, reply)
      if (wait) return wait
      const isOurs = isFromOurs(request, parts.policy(), parts.origin())
      if (!isOurs) return refuse(reply, 403, 'foreign-origin', 'only pages of the own sites report')
      const [type = ''] = (request.headers['content-type'] ?? '').split(';')
      return TYPES.includes(type.trim().toLowerCase())
        ? takeStopped(parts, request, reply)
        : takeCookies(parts, request, reply)
    })
  }
}

function takeStopped(
  parts: GateRoutes,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const policy = parts.policy()
  const entries = readReport(request.body)
  if (!entries) return refuse(reply, 400, 'wrong-shape', 'send a violation of our policy')
  const known = entries.every(({ page }) => isHost(page, policy, parts.origin()))
  if (!known) return refuse(reply, 403, 'foreign-page', 'the page is of no site of the policy')
  parts.violations.stopped(entries, factsOf(parts, request))
  return reply.code(204).send()
}

function takeCookies(
  parts: GateRoutes,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { body } = request
  const policy = parts.policy()
  if (!isCookieReport.Check(body)) return refuse(reply, 400, 'wrong-shape', 'send a report')
  if (!isHost(body.site, policy, parts.origin())) {
    return refuse(reply, 403, 'foreign-page', 'the site is none of the policy')
  }
  const ids = policy.trackers.map(({ id }) => id)
  const known = body.cookies.every(({ tracker }) => tracker === undefined || ids.includes(tracker))
  if (!known) return refuse(reply, 400, 'no-such-tracker', 'name trackers that the policy declares')
  parts.violations.cookies(body)
  return reply.code(204).send()
}

async function limited(
  limit: RateLimit,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const wait = await limit.waitSeconds(request.ip)
  if (wait === 0) return undefined
  void reply.header('retry-after', wait)
  return refuse(reply, 429, 'too-many', `wait ${wait} seconds`)
}

/** Reports to another host ask first, for their type is not one that forms can send. */
function answerPreflight(http: Http, { policy, origin }: GateRoutes): void {
  http.options('/v1/reports', async (request, reply) => {
    const from = request.headers.origin
    void reply.header('vary', 'origin')
    if (from !== undefined && isFromOurs(request, policy(), origin())) {
      void reply
        .header('access-control-allow-origin', from)
        .header('access-control-allow-methods', 'POST')
        .header('access-control-allow-headers', 'content-type')
    }
    return reply.code(204).send()
  })
}

/** Servers of ours send no Origin; a browser names its page's, or `null` where a page hides it. */
function isFromOurs({ headers }: FastifyRequest, policy: Policy, own: string): boolean {
  const { origin } = headers
  if (origin === undefined || origin === 'null') return headers['sec-fetch-site'] !== 'cross-site'
  return URL.canParse(origin) && isHost(new URL(origin).host, policy, own)
}

function isHost(host: string, policy: Policy, origin: string): boolean {
  return isOwn(policy, host) || (URL.canParse(origin) && new URL(origin).host === host)
}

function readJson(
  _: FastifyRequest,
  body: string | Buffer,
  done: (error: Error | null, value?: unknown) => void,
): void {
  try {
    done(null, JSON.parse(String(body)))
  } catch {
    // Told as any other wrong shape.
    done(null, undefined)
  }
}

function refuse(reply: FastifyReply, status: number, error: string, help: string): FastifyReply {
  return reply.code(status).send({ error, help })
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Http, Routes } from '../platform/http.ts'
import { openRateLimit, type RateLimit } from '../platform/rate-limit.ts'
import type { Policy } from '../policy/index.ts'
import type { Consent } from './consent.ts'
import { allowOrigin, ownOrigin } from './origin.ts'
import { signalsOf } from './signals.ts'
import {
  CHOICE_COOKIE,
  type HandOverConfig,
  HandOverRequest,
  TakeRequest,
  VISITOR_COOKIES,
} from './wire.ts'

const PER_MINUTE = 60

export type HandOverRoutes = {
  readonly consent: Pick<Consent, 'handOvers'>
  readonly policy: () => Policy
  readonly handOver?: string
  readonly salt: Uint8Array
}

/**
 * `POST /v1/hand-over`, `POST /v1/hand-over/take`, and `GET /lupaus-hand-over.js`, which there is
 * only where the policy has more than one own site.
 */
export function handOverRoutes(parts: HandOverRoutes): Routes {
  return http => {
    const limit = openRateLimit({ points: PER_MINUTE, perSeconds: 60, salt: parts.salt })
    serveScript(http, parts)
    for (const path of ['/v1/hand-over', '/v1/hand-over/take']) {
      http.options(path, async (request, reply) => {
        allowOrigin(request, reply, parts.policy())
        return reply.code(204).send()
      })
    }
    serveGive(http, parts, limit)
    serveTake(http, parts, limit)
  }
}

function serveScript(http: Http, { policy, handOver }: HandOverRoutes): void {
  http.get('/lupaus-hand-over.js', async (_, reply) => {
    void reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8')
    void reply.header('cross-origin-resource-policy', 'cross-origin')
    if (handOver === undefined || policy().sites.length < 2) {
      return reply.code(404).send('// The policy has one own site.\n')
    }
    const config = JSON.stringify(configOf(policy())).replaceAll('<', String.raw`\u003c`)
    return reply.send(`self.lupausHandOver=${config};\n${handOver}`)
  })
}

function configOf({ sites, rules }: Policy): HandOverConfig {
  const names: readonly string[] = [CHOICE_COOKIE, ...Object.values(VISITOR_COOKIES)]
  const own = rules.trackers.filter(({ store, name }) => store === 'cookie' && names.includes(name))
  return {
    sites: sites.map(({ hosts }) => hosts),
    seconds: Object.fromEntries(own.map(({ name, seconds }) => [name, seconds])),
  }
}

function serveGive(http: Http, parts: HandOverRoutes, limit: RateLimit): void {
  http.post('/v1/hand-over', { schema: { body: HandOverRequest } }, async (request, reply) => {
    const from = await pageOf(request, reply, parts.policy(), limit)
    if (from === undefined) return reply
    const { signals, ...wanted } = request.body
    const seen = signalsOf(request.headers, signals)
    return answered(reply, await parts.consent.handOvers.give(from, wanted, seen))
  })
}

function serveTake(http: Http, parts: HandOverRoutes, limit: RateLimit): void {
  http.post('/v1/hand-over/take', { schema: { body: TakeRequest } }, async (request, reply) => {
    const at = await pageOf(request, reply, parts.policy(), limit)
    if (at === undefined) return reply
    return answered(reply, await parts.consent.handOvers.take(at, request.body.token))
  })
}

/** Host of the page of ours that asks; undefined when it was turned away. */
async function pageOf(
  request: FastifyRequest,
  reply: FastifyReply,
  policy: Policy,
  limit: RateLimit,
): Promise<string | undefined> {
  allowOrigin(request, reply, policy)
  const { origin } = request.headers
  // A browser names its page in each of these; who does not, has none to hand over from.
  if (origin === undefined || !URL.canParse(origin) || !ownOrigin(request, policy)) {
    const help = 'a choice is handed over between pages of sites that the policy names'
    await reply.code(403).send({ error: 'foreign-origin', help })
    return undefined
  }
  const wait = await limit.waitSeconds(request.ip)
  if (wait === 0) return new URL(origin).host
  const help = `wait ${wait} seconds and follow the link again`
  await reply.code(429).header('retry-after', wait).send({ error: 'too-many', help })
  return undefined
}

function answered(reply: FastifyReply, answer: object): FastifyReply {
  void reply.header('cache-control', 'no-store')
  if (!('refused' in answer)) return reply.send(answer)
  const help = 'help' in answer ? answer.help : ''
  return reply.code(409).send({ error: answer.refused, help })
}

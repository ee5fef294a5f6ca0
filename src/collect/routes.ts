import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { allowOrigin, ownOrigin, signalsOf, visitorsIn } from '../consent/index.ts'
import { CHOICE_COOKIE, RECEIPT_MAX } from '../consent/wire.ts'
import { Fault } from '../base/fault.ts'
import type { Http, Routes } from '../platform/http.ts'
import type { RateLimit } from '../platform/rate-limit.ts'
import type { Policy } from '../policy/index.ts'
import type { Collector, Received } from './collector.ts'
import { refusedHeader } from './refuse.ts'
import { Batch, BODY_MAX } from './wire.ts'

const RETRY_SECONDS = 10

/** One transparent pixel, GIF89a, 43 bytes. */
const PIXEL = Buffer.from('R0lGODlhAQABAPAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64')

const PixelQuery = Type.Object(
  {
    campaign: Type.Optional(Type.String({ maxLength: 128 })),
    path: Type.Optional(Type.String({ maxLength: 512 })),
  },
  { additionalProperties: false },
)

export type CollectRoutes = {
  readonly collector: Collector
  readonly policy: () => Policy
  readonly limit: RateLimit
  /** Whether the disk has room for more. */
  readonly hasRoom: () => boolean
}

/** `POST /v1/events` and `GET /v1/pixel`: the only ways in for a visit. */
export function routes(parts: CollectRoutes): Routes {
  return http => {
    void http.register(async scope => {
      takeText(scope)
      takeEvents(scope, parts)
      takePixel(scope, parts)
    })
  }
}

/** `sendBeacon` cannot say `application/json` across sites, so JSON may come as plain text. */
function takeText(http: Http): void {
  http.addContentTypeParser(
    'text/plain',
    { parseAs: 'string', bodyLimit: BODY_MAX },
    http.getDefaultJsonParser('error', 'error'),
  )
}

function takeEvents(http: Http, parts: CollectRoutes): void {
  http.options('/v1/events', async (request, reply) => {
    allowOrigin(request, reply, parts.policy())
    return reply.code(204).send()
  })
  http.post(
    '/v1/events',
    { schema: { body: Batch }, bodyLimit: BODY_MAX },
    async (request, reply) => {
      const { body, headers } = request
      if (headers.origin !== undefined) allowOrigin(request, reply, parts.policy())
      if (!ownOrigin(request, parts.policy())) return foreign(reply)
      const stopped = await stops(request, reply, parts)
      if (stopped) return stopped
      return answered(reply, async () => {
        const received = await parts.collector.receive({
          events: body.events,
          receipt: body.receipt,
          visitors: body.visitors ?? {},
          visit: body.visit,
          signals: signalsOf(headers, body.signals),
          userAgent: headers['user-agent'],
          host: hostOf(request),
        })
        account(reply, received)
        return reply.code(204).send()
      })
    },
  )
}

function takePixel(http: Http, parts: CollectRoutes): void {
  http.get('/v1/pixel', { schema: { querystring: PixelQuery } }, async (request, reply) => {
    const { cookies, headers, query } = request
    void reply.header('cache-control', 'no-store')
    const stopped = await stops(request, reply, parts)
    if (stopped) return stopped
    return answered(reply, async () => {
      const received = await parts.collector.receive({
        events: [{ name: 'pixel_view', agoMs: 0, fields: { ...query } }],
        receipt: shortEnough(cookies[CHOICE_COOKIE]),
        visitors: visitorsIn(name => cookies[name]),
        visit: undefined,
        signals: signalsOf(headers),
        userAgent: headers['user-agent'],
        host: hostOf(request),
      })
      account(reply, received)
      if (received.kept === 0) return reply.code(204).send()
      return reply.type('image/gif').send(PIXEL)
    })
  })
}

/** What holds for every request before it is looked at: room on disk, and not too often. */
async function stops(
  request: FastifyRequest,
  reply: FastifyReply,
  { hasRoom, limit }: CollectRoutes,
): Promise<FastifyReply | undefined> {
  if (!hasRoom()) return noRoom(reply)
  const wait = await limit.waitSeconds(request.ip)
  if (wait === 0) return undefined
  const help = `wait ${wait} seconds and send again`
  return reply.code(429).header('retry-after', wait).send({ error: 'too-many', help })
}

async function answered(
  reply: FastifyReply,
  work: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Fault && error.code === 'spool.full') return noRoom(reply)
    throw error
  }
}

function noRoom(reply: FastifyReply): FastifyReply {
  const help = 'nothing of this batch was kept; send it again later'
  return reply.code(503).header('retry-after', RETRY_SECONDS).send({ error: 'spool.full', help })
}

function foreign(reply: FastifyReply): FastifyReply {
  const help = 'events are taken only from sites that the policy names'
  return reply.code(403).send({ error: 'foreign-origin', help })
}

function account(reply: FastifyReply, { kept, refused }: Received): void {
  void reply.header('lupaus-kept', kept)
  const said = refusedHeader(refused)
  if (said !== undefined) void reply.header('lupaus-refused', said)
}

function hostOf(request: FastifyRequest): string {
  const { origin } = request.headers
  return origin !== undefined && URL.canParse(origin) ? new URL(origin).host : request.host
}

function shortEnough(receipt: string | undefined): string | undefined {
  return receipt !== undefined && receipt.length <= RECEIPT_MAX ? receipt : undefined
}

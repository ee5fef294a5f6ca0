import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { allowOrigin, ownOrigin, signalsOf, visitorsIn } from '../consent/index.ts'
import { CHOICE_COOKIE, RECEIPT_MAX } from '../consent/wire.ts'
import type { Http, Routes } from '../platform/http.ts'
import { account, answered, type Doors, ofPage, stops } from './doors.ts'
import { Batch, BODY_MAX } from './wire.ts'

/** One transparent pixel, GIF89a, 43 bytes. */
const PIXEL = Buffer.from('R0lGODlhAQABAPAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64')

const PixelQuery = Type.Object(
  {
    campaign: Type.Optional(Type.String({ maxLength: 128 })),
    path: Type.Optional(Type.String({ maxLength: 512 })),
  },
  { additionalProperties: false },
)

/** `POST /v1/events` and `GET /v1/pixel`: the only ways in for a visit. */
export function routes(parts: Doors): Routes {
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

function takeEvents(http: Http, parts: Doors): void {
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
          source: undefined,
          ...ofPage(request),
        })
        account(reply, received)
        return reply.code(204).send()
      })
    },
  )
}

function takePixel(http: Http, parts: Doors): void {
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
        source: undefined,
        ...ofPage(request),
      })
      account(reply, received)
      if (received.kept === 0) return reply.code(204).send()
      return reply.type('image/gif').send(PIXEL)
    })
  })
}

function foreign(reply: FastifyReply): FastifyReply {
  const help = 'events are taken only from sites that the policy names'
  return reply.code(403).send({ error: 'foreign-origin', help })
}

function shortEnough(receipt: string | undefined): string | undefined {
  return receipt !== undefined && receipt.length <= RECEIPT_MAX ? receipt : undefined
}

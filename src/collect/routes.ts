import type { FastifyReply, onErrorAsyncHookHandler } from 'fastify'
import { allowOrigin, ownOrigin, signalsOf } from '../consent/index.ts'
import type { Http, Routes } from '../platform/http.ts'
import { account, answered, type Doors, ofPage, stops } from './doors.ts'
import { takeMatomo } from './matomo/routes.ts'
import { takePixel } from './pixel.ts'
import { takeSegment } from './segment/routes.ts'
import { Batch, BODY_MAX } from './wire.ts'

/** The ways in for a visit: the tag, a pixel, and the SDKs of others. */
export function routes(parts: Doors): Routes {
  return http => {
    void http.register(async scope => {
      takeText(scope)
      takeEvents(scope, parts)
      takePixel(scope, parts)
      takeMatomo(scope, parts)
    })
    takeSegment(http, parts)
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
    { schema: { body: Batch }, bodyLimit: BODY_MAX, onError: countBroken(parts) },
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
          without: body.without,
          source: undefined,
          ...ofPage(request),
        })
        account(reply, received)
        return reply.code(204).send()
      })
    },
  )
}

/** A batch that cannot be read keeps nothing; that it came is counted. */
function countBroken({ collector }: Doors): onErrorAsyncHookHandler {
  return async (_request, _reply, error) => {
    if ((error.statusCode ?? 500) >= 500) return
    await collector.refuse([{ purpose: '', reason: 'malformed', line: 0, what: '', named: false }])
  }
}

function foreign(reply: FastifyReply): FastifyReply {
  const help = 'events are taken only from sites that the policy names'
  return reply.code(403).send({ error: 'foreign-origin', help })
}

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Http } from './platform/http.ts'
import type { Log } from './platform/log.ts'

type Answer = (request: FastifyRequest, reply: FastifyReply) => FastifyReply

/**
 * Answers what no route answered: JSON `{error, help}` under `/v1`, a page elsewhere. A fault of ours
 * is logged by its own words and answered without them.
 */
export function answerErrors(http: Http, log: Log, page: Answer): void {
  http.setNotFoundHandler((request, reply) => {
    if (!request.url.startsWith('/v1/')) return page(request, reply)
    const help = 'the API is described in docs/reference'
    return reply.code(404).send({ error: 'no-such-route', help })
  })
  http.setErrorHandler((error: FastifyError, _, reply) => {
    const status = error.statusCode ?? 500
    if (status < 500) {
      return reply.code(status).send({ error: codeOf(error), help: error.message })
    }
    log.error({ err: error }, 'a request failed')
    const help = 'the fault is ours and has been logged; try again in a moment'
    return reply.code(500).send({ error: 'fault', help })
  })
}

function codeOf(error: FastifyError): string {
  return error.validation ? 'wrong-shape' : error.code.toLowerCase().replace(/^fst_err_/, '')
}

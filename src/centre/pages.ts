import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Lang } from '../base/lang.ts'
import { langOf } from './browser.ts'
import { guard, sendPrivate } from './answer.ts'
import { errorPage, errorStatusOf, type ErrorStatus } from './error-page.ts'
import { framed } from './frame.ts'
import type { CentreParts } from './parts.ts'
import type { Http } from '../platform/http.ts'

const OTHER_METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Answers with one of our error pages, in the visitor's language, with nothing of our insides. */
export function sendError(
  parts: Pick<CentreParts, 'policy'>,
  request: FastifyRequest,
  reply: FastifyReply,
  status: ErrorStatus,
  lang: Lang = langOf(request),
) {
  const policy = parts.policy()
  const page = framed(policy, lang, { ...errorPage(status, lang, policy), path: '/privacy' })
  return sendPrivate(reply, lang, page, status)
}

/** Makes every failure of these routes a page for people; what is ours is logged once, here. */
export function answerErrors(http: Http, parts: Pick<CentreParts, 'policy' | 'log'>): void {
  http.setErrorHandler((error, request, reply) => {
    const status = statusOf(error)
    if (status === 500) parts.log.error({ err: error }, 'a public page failed')
    return sendError(parts, request, reply, status)
  })
}

/** Says 405 to every method but those that the page has. */
export function onlyMethods(
  http: Http,
  parts: Pick<CentreParts, 'policy'>,
  url: string,
  allowed: readonly ('GET' | 'POST')[],
): void {
  const others = OTHER_METHODS.filter(method => !allowed.some(one => one === method))
  const allow = allowed.flatMap(method => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
  http.route({
    method: allowed.includes('GET') ? [...others] : ['GET', ...others],
    url,
    handler: async (request, reply) => {
      void guard(reply).header('allow', allow.join(', '))
      return sendError(parts, request, reply, 405)
    },
  })
}

function statusOf(error: unknown): ErrorStatus {
  const held = typeof error === 'object' && error !== null ? error : {}
  const status = 'statusCode' in held ? held.statusCode : undefined
  return errorStatusOf(typeof status === 'number' ? status : undefined)
}

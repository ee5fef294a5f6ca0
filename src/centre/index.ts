import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Probe } from '../audit/index.ts'
import type { Routes } from '../platform/http.ts'
import { PAGE_CSS_PATH } from '../policy/index.ts'
import { sendPublic } from './answer.ts'
import { serveCentre } from './centre-routes.ts'
import { serveDevice } from './device-routes.ts'
import { serveErasure } from './erase-routes.ts'
import { STYLE_SHEET } from './frame.ts'
import { serveMine } from './mine-routes.ts'
import { serveNotices } from './notice-routes.ts'
import { answerErrors, sendError } from './pages.ts'
import type { CentreParts } from './parts.ts'
import { openProbes } from './probes.ts'
import { servePromises } from './promises-routes.ts'
import { serveReceipts } from './receipt-routes.ts'
import { serveVersions } from './versions-routes.ts'

export { keptNotice } from './notice-text.ts'
export type { CentreParts, Copied, Known, PastChoice, Seen, VersionTerm } from './parts.ts'

/** The public pages: privacy centre, notices, versions, promises. */
export type Centre = {
  readonly routes: Routes
  readonly probes: readonly Probe[]
  /** The page for an address that leads nowhere; for `setNotFoundHandler`. */
  readonly notFound: (request: FastifyRequest, reply: FastifyReply) => FastifyReply
}

/** Opens the public pages. They keep nothing themselves, and no GET of theirs changes anything. */
export function openCentre(parts: CentreParts): Centre {
  return {
    probes: openProbes(parts),
    notFound: (request, reply) => sendError(parts, request, reply, 404),
    routes: http => {
      // Its own context, so that its error pages are no other route's.
      void http.register(async inner => {
        answerErrors(inner, parts)
        serveStyle(inner)
        serveCentre(inner, parts)
        serveDevice(inner, parts)
        serveMine(inner, parts)
        serveErasure(inner, parts)
        serveReceipts(inner, parts)
        serveNotices(inner, parts)
        serveVersions(inner, parts)
        servePromises(inner, parts)
        serveNothing(inner, parts)
      })
    },
  }
}

function serveStyle(http: Parameters<Routes>[0]): void {
  http.get(PAGE_CSS_PATH, async (request, reply) =>
    sendPublic(request, reply, STYLE_SHEET, 'text/css; charset=utf-8'),
  )
}

/** Under our own addresses, what leads nowhere is answered by us, whatever the site does. */
function serveNothing(http: Parameters<Routes>[0], parts: CentreParts): void {
  http.get('/privacy/', (_, reply) => reply.redirect('/privacy', 308))
  for (const url of ['/privacy/*', '/promises/*'])
    http.get(url, async (request, reply) => sendError(parts, request, reply, 404))
}

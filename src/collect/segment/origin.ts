import type { FastifyReply, FastifyRequest } from 'fastify'
import { allowOrigin, ownOrigin } from '../../consent/index.ts'
import type { Policy, Source } from '../../policy/index.ts'
import type { Broken } from './body.ts'

/** What SDKs of pages say, the first time and when they send again: without these nothing is sent again. */
const HEADERS = [
  ...['authorization', 'content-type', 'anonymousid', 'sentat', 'x-write-key', 'lupaus-receipt'],
  ...['x-retry-count', 'rsa-retry-attempt', 'rsa-retry-reason', 'rsa-since-first-attempt'],
  ...['rsa-since-last-attempt', 'rsa-recovered'],
].join(', ')
const PREFLIGHT_SECONDS = 7_200

/** Lets the SDKs on pages of the policy's own sites send, with their cookies; says nothing to others. */
export function allowSdk(request: FastifyRequest, reply: FastifyReply, policy: Policy): void {
  allowOrigin(request, reply, policy)
  if (request.headers.origin === undefined || !ownOrigin(request, policy)) return
  void reply.header('access-control-allow-credentials', 'true')
  void reply.header('access-control-allow-headers', HEADERS)
  void reply.header('access-control-max-age', PREFLIGHT_SECONDS)
}

/** Why this source may not send from where the request comes, or nothing. */
export function turnedAway(request: Asking, source: Source, policy: Policy): Broken | undefined {
  if (source.kind === 'machine')
    return no('machine-source', 'readings of machines have a way of their own, `/v1/readings`')
  const isPublic = source.kind === 'web' || source.kind === 'app'
  if (!isPublic && request.headers.origin !== undefined)
    return no(
      'leaked-key',
      'a browser sent the secret key of a server: replace it, and use a web key',
    )
  if (isPublic && !ownOrigin(namedIn(request), policy))
    return no('foreign-origin', 'events are taken only from sites that the policy names')
  return undefined
}

/** A picture names its page only by `Referer`. */
function namedIn({ headers, host, method }: Asking): Pick<Asking, 'headers' | 'host'> {
  const { referer } = headers
  if (method !== 'GET' || headers.origin !== undefined || !URL.canParse(referer ?? ''))
    return { headers, host }
  return { host, headers: { origin: new URL(referer ?? '').origin } }
}

type Asking = Pick<FastifyRequest, 'headers' | 'host' | 'method'>

function no(error: string, help: string): Broken {
  return { status: 403, error, help }
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Policy } from '../policy/index.ts'

type Request = Pick<FastifyRequest, 'headers' | 'host'>

/**
 * Whether the request comes from a page of ours: of this very host, or of a site that the policy
 * names. A request without an Origin header is no cross-site page's.
 */
export function ownOrigin(request: Request, policy: Policy): boolean {
  const { origin } = request.headers
  if (origin === undefined) return request.headers['sec-fetch-site'] !== 'cross-site'
  const host = hostOf(origin)
  return host !== undefined && (host === request.host || isNamed(host, policy))
}

/** Lets pages of the policy's own sites read the answer; says nothing to any other. */
export function allowOrigin(
  request: Request,
  reply: Pick<FastifyReply, 'header'>,
  policy: Policy,
): void {
  const { origin } = request.headers
  void reply.header('vary', 'origin')
  if (origin === undefined || !ownOrigin(request, policy)) return
  void reply.header('access-control-allow-origin', origin)
  void reply.header('access-control-allow-methods', 'GET, POST')
  void reply.header('access-control-allow-headers', 'content-type')
  void reply.header('access-control-expose-headers', 'lupaus-refused, lupaus-kept')
}

function isNamed(host: string, policy: Policy): boolean {
  const bare = host.replace(/:\d+$/, '')
  return policy.sites.some(site => site.hosts.includes(host) || site.hosts.includes(bare))
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Policy, Source } from '../policy/index.ts'

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

/**
 * Whether a grant may come from there: a page of ours or, for the partner whose key it names, a page
 * on a host of that partner's site.
 */
export function mayGrant(request: Request, policy: Policy, source: Source | undefined): boolean {
  if (ownOrigin(request, policy)) return true
  const host = hostOf(request.headers.origin ?? '')
  if (host === undefined || source?.kind !== 'partner') return false
  const bare = host.replace(/:\d+$/, '')
  const site = policy.said.sites.find(
    ({ id, kind }) => id === source.site && kind === 'partner-site',
  )
  return site?.hosts.some(name => name === host || name === bare) ?? false
}

/** Lets pages of the policy's own sites, and of a partner that asks, read the answer; no others. */
export function allowOrigin(
  request: Request,
  reply: Pick<FastifyReply, 'header'>,
  policy: Policy,
  source?: Source,
): void {
  const { origin } = request.headers
  void reply.header('vary', 'origin')
  if (origin === undefined || !mayGrant(request, policy, source)) return
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

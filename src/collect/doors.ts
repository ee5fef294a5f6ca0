import type { FastifyReply, FastifyRequest } from 'fastify'
import { Fault } from '../base/fault.ts'
import type { Clock } from '../platform/clock.ts'
import type { RateLimit } from '../platform/rate-limit.ts'
import type { Policy } from '../policy/index.ts'
import type { Collector, Received } from './collector.ts'
import type { Sent } from './intake.ts'
import { refusedHeader } from './refuse.ts'

const RETRY_SECONDS = 10

/** What every way in for events needs. */
export type Doors = {
  readonly collector: Collector
  readonly clock: Clock
  readonly policy: () => Policy
  readonly limit: RateLimit
  /** Whether the disk has room for more. */
  readonly hasRoom: () => boolean
}

/**
 * What holds for every request before it is looked at: room on disk, and not too often. `sender` is
 * who is counted: an address, unless a server sends for many.
 */
export async function stops(
  request: FastifyRequest,
  reply: FastifyReply,
  { hasRoom, limit }: Pick<Doors, 'hasRoom' | 'limit'>,
  sender: string = request.ip,
): Promise<FastifyReply | undefined> {
  if (!hasRoom()) return noRoom(reply)
  const wait = await limit.waitSeconds(sender)
  if (wait === 0) return undefined
  const help = `wait ${wait} seconds and send again`
  return reply.code(429).header('retry-after', wait).send({ error: 'too-many', help })
}

/** Answers 503 with `Retry-After` when what came could not be written to disk. */
export async function answered(
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

/** Says in headers how many events were kept, and what was refused by which rule. */
export function account(reply: FastifyReply, { kept, refused }: Received): void {
  void reply.header('lupaus-kept', kept)
  const said = refusedHeader(refused)
  if (said !== undefined) void reply.header('lupaus-refused', said)
}

/** What a request from a browser tells by itself. */
export function ofPage(request: FastifyRequest): Pick<Sent, 'signs' | 'host'> {
  const { headers, ip } = request
  const brands = headers['sec-ch-ua']
  const signs = {
    userAgent: headers['user-agent'],
    address: ip,
    acceptLanguage: headers['accept-language'],
    brands: typeof brands === 'string' ? brands : undefined,
  }
  return { signs, host: hostOf(request) }
}

function hostOf(request: FastifyRequest): string {
  const { origin } = request.headers
  return origin !== undefined && URL.canParse(origin) ? new URL(origin).host : request.host
}

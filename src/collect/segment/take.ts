import type { FastifyReply, FastifyRequest } from 'fastify'
import { ownOrigin, signalsOf } from '../../consent/index.ts'
import { CHOICE_COOKIE } from '../../consent/wire.ts'
import { openRateLimit } from '../../platform/rate-limit.ts'
import type { Policy, Source } from '../../policy/index.ts'
import type { Received } from '../collector.ts'
import { sourceOf } from '../../consent/index.ts'
import { account, answered, type Doors, ofPage, stops } from '../doors.ts'
import { receiptIn } from '../receipt.ts'
import type { Refused } from '../refuse.ts'
import { type Broken, type Call, isBroken } from './body.ts'
import { openDeclared } from './declared.ts'
import { writeKeyOf } from './key.ts'
import { partOf } from './message.ts'
import type { Kind } from './names.ts'
import { allowSdk, turnedAway } from './origin.ts'
import { type Mapped, sentOf } from './sent.ts'

/** A server sends for all visitors, so it may ask more often than one address. */
const SERVER_REQUESTS_PER_MINUTE = 60_000

export type SegmentParts = Doors & {
  /** Most requests of one server source in a minute; 60,000 unless told. */
  readonly serverRequestsPerMinute?: number
}

/** A request with what it holds, however it came. */
export type Taken = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly call: Call | { readonly broken: Broken }
  /** What was called for; undefined for a batch, whose events say so themselves. */
  readonly kind: Kind | undefined
  /** Says that all is well. What consent refused is well too, for SDKs send anything else again. */
  readonly done: (received: Received) => FastifyReply
}
export type Take = (taken: Taken) => Promise<FastifyReply>

/** Opens the one way in behind every path: whose key, from where, how often, and then what of it. */
export function openTaking(parts: SegmentParts): Take {
  const declared = openDeclared(parts.policy)
  const stopped = openStops(parts)
  return async ({ request, reply, call, kind, done }) => {
    const policy = parts.policy()
    if (request.headers.origin !== undefined) allowSdk(request, reply, policy)
    const body = isBroken(call) ? {} : call.body
    const source = sourceOf(policy, writeKeyOf(request.headers, body, partOf(request.query)))
    const stop = await stopped(request, reply, source)
    if (stop) return stop
    return answered(reply, async () => {
      const broken = isBroken(call)
        ? call.broken
        : source
          ? turnedAway(request, source, policy)
          : NO_SOURCE
      if (broken) return turnAway(reply, parts, broken)
      if (isBroken(call) || !source) throw new Error('bug: what is broken is turned away')
      const mapped = sentOf(call.messages, {
        ...{ source, kind, now: parts.clock.now(), declared: declared(source) },
        ...saidBy(request, call, source, policy),
      })
      if (!mapped) return turnAway(reply, parts, TOO_MANY_LINES)
      return done(await keepAll(mapped, reply, parts))
    })
  }
}

/** An answer that SDKs take for final. */
export function refuse(reply: FastifyReply, { status, error, help }: Broken): FastifyReply {
  return reply.code(status).send({ success: false, error, help })
}

const NO_SOURCE: Broken = {
  status: 401,
  error: 'no-such-source',
  help: 'use the write key of a source that the policy declares under `event-sources`',
}
const TOO_MANY_LINES: Broken = {
  status: 413,
  error: 'too-many-lines',
  help: 'send fewer orders in one batch',
}

/** Rate limits: a server's by its source, since it sends for many; anyone else's by address. */
function openStops(parts: SegmentParts) {
  const { hasRoom, limit } = parts
  const ofServers = openRateLimit({
    points: parts.serverRequestsPerMinute ?? SERVER_REQUESTS_PER_MINUTE,
    perSeconds: 60,
    // What is counted is the name of a source, and no secret.
    salt: new Uint8Array(32),
  })
  return (request: FastifyRequest, reply: FastifyReply, source: Source | undefined) =>
    source === undefined || source.kind === 'web' || source.kind === 'app'
      ? stops(request, reply, { hasRoom, limit })
      : stops(request, reply, { hasRoom, limit: ofServers }, source.id)
}

async function keepAll(
  { sent, refused }: Mapped,
  reply: FastifyReply,
  { collector }: Doors,
): Promise<Received> {
  const received = await collector.receiveAll(sent)
  if (refused.length > 0) await collector.refuse(refused)
  const all = { kept: received.kept, refused: [...refused, ...received.refused] }
  account(reply, all)
  return all
}

/** What the request says of all its events. */
function saidBy(request: FastifyRequest, { body }: Call, source: Source, policy: Policy) {
  const { headers } = request
  const { signs, host } = ofPage(request)
  const isPage = source.kind === 'web' && headers.origin !== undefined
  return {
    sentAt: body.sentAt ?? headers['sentat'],
    signals: signalsOf(headers),
    signs,
    host: isPage ? host : '',
    receipt: receiptOf(request, source, policy),
  }
}

/** The receipt in a header, or the cookie of a page of ours. */
function receiptOf(request: FastifyRequest, source: Source, policy: Policy): string | undefined {
  const said = request.headers['lupaus-receipt']
  if (typeof said === 'string') return receiptIn(said)
  const cookie = request.cookies[CHOICE_COOKIE]
  if (cookie === undefined || source.kind !== 'web' || !ownOrigin(request, policy)) return undefined
  return receiptIn(cookie)
}

async function turnAway(
  reply: FastifyReply,
  { collector }: Doors,
  broken: Broken,
): Promise<FastifyReply> {
  const reason = broken === NO_SOURCE ? 'no-such-source' : 'malformed'
  const refused: Refused = { purpose: '', reason, line: 0, what: '', named: false }
  if (broken.status !== 403) await collector.refuse([refused])
  return refuse(reply, broken)
}

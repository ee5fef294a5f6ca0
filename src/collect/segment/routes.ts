import type { FastifyReply, FastifyRequest } from 'fastify'
import { ownOrigin, signalsOf } from '../../consent/index.ts'
import { CHOICE_COOKIE } from '../../consent/wire.ts'
import type { Http } from '../../platform/http.ts'
import { openRateLimit } from '../../platform/rate-limit.ts'
import type { Source } from '../../policy/index.ts'
import { account, answered, type Doors, ofPage, sourceOf, stops } from '../doors.ts'
import { receiptIn } from '../pixel.ts'
import type { Refused } from '../refuse.ts'
import { BODY_MAX, type Broken, type Call, isBroken, readCall, TOO_LARGE } from './body.ts'
import { openDeclared } from './declared.ts'
import { writeKeyOf } from './key.ts'
import { partOf, textOf } from './message.ts'
import type { Kind } from './names.ts'
import { allowSdk, turnedAway } from './origin.ts'
import { type Mapped, sentOf } from './sent.ts'
import { settingsFor, sourceConfigFor } from './settings.ts'

/** A server sends for all visitors, so it may ask more often than one address. */
const SERVER_REQUESTS_PER_MINUTE = 60_000

/** A call that a path stands for; `batch` holds several. */
type Path = Kind | 'batch'

const SHORT: readonly (readonly [string, Path])[] = [
  ['i', 'identify'],
  ['t', 'track'],
  ['p', 'page'],
  ['s', 'screen'],
  ['g', 'group'],
  ['a', 'alias'],
  ['b', 'batch'],
]
/** Every path that takes events, and the call it stands for. */
const PATHS: readonly (readonly [string, Path])[] = [
  ...SHORT.flatMap(([short, path]) => [
    [`/v1/${short}`, path] as const,
    [`/v1/${path}`, path] as const,
    // As the SDKs for Swift and Kotlin call it when their host is named without `/v1`.
    [`/${short}`, path] as const,
  ]),
  ['/beacon/v1/batch', 'batch'],
  ...(['page', 'track', 'identify', 'group'] as const).map(
    path => [`/api/s/${path}`, path] as const,
  ),
]

export type SegmentParts = Doors & {
  /** Most requests of one server source in a minute; 60,000 unless told. */
  readonly serverRequestsPerMinute?: number
}

/** The ways in of Segment's, RudderStack's and Jitsu's SDKs, in a scope of their own. */
export function takeSegment(http: Http, parts: SegmentParts): void {
  void http.register(async scope => {
    takeAnything(scope)
    takeCalls(scope, parts)
    tellSettings(scope, parts)
  })
}

/** Content types are not believed: what a body is, its first bytes tell. */
function takeAnything(http: Http): void {
  http.removeAllContentTypeParsers()
  http.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_MAX }, (_, body, done) =>
    done(null, body),
  )
  http.addHook('onRequest', async request => {
    delete request.headers['content-type']
  })
  http.setErrorHandler((error, _, reply) => {
    if (codeOf(error) === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse(reply, TOO_LARGE)
    throw error
  })
}

function takeCalls(http: Http, parts: SegmentParts): void {
  const take = openTaking(parts)
  for (const [url, path] of PATHS) {
    http.options(url, async (request, reply) => {
      allowSdk(request, reply, parts.policy())
      return reply.code(204).send()
    })
    http.post(url, { bodyLimit: BODY_MAX }, (request, reply) => take(path, request, reply))
  }
}

type Take = (path: Path, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

function openTaking(parts: SegmentParts): Take {
  const declared = openDeclared(parts.policy)
  const limits = openLimits(parts)
  return async (path, request, reply) => {
    const policy = parts.policy()
    if (request.headers.origin !== undefined) allowSdk(request, reply, policy)
    const call = readCall(rawOf(request.body), path === 'batch')
    const body = isBroken(call) ? {} : call.body
    const key = writeKeyOf(request.headers, body, partOf<'writeKey'>(request.query))
    const source = sourceOf(policy, key)
    const stopped = await limits(request, reply, source)
    if (stopped) return stopped
    if (isBroken(call)) return refuse(reply, call.broken)
    return answered(reply, async () => {
      if (!source) return unknownSource(reply, parts)
      const away = turnedAway(request, source, policy)
      if (away) return refuse(reply, away)
      const kind = path === 'batch' ? undefined : path
      const mapped = sentOf(call.messages, {
        ...{ source, kind, now: parts.clock.now() },
        ...saidBy(request, call, source),
        receipt: receiptOf(request, source, parts),
        declared: declared(source),
      })
      return keepAll(mapped, reply, parts)
    })
  }
}

/** The collector's answer to events: 200 for what was refused too, for SDKs send the rest again. */
async function keepAll(mapped: Mapped, reply: FastifyReply, parts: Doors): Promise<FastifyReply> {
  const { sent, refused } = mapped
  const received = await parts.collector.receiveAll(sent)
  if (refused.length > 0) await parts.collector.refuse(refused)
  account(reply, { kept: received.kept, refused: [...refused, ...received.refused] })
  return reply.send({ success: true })
}

/** What the request says of all its events. */
function saidBy(request: FastifyRequest, { body }: Call, source: Source) {
  const { headers } = request
  const { signs, host } = ofPage(request)
  const isPage = source.kind === 'web' && headers.origin !== undefined
  return {
    sentAt: body.sentAt ?? headers['sentat'],
    signals: signalsOf(headers),
    signs,
    host: isPage ? host : '',
  }
}

/** The receipt in a header, or the cookie of a page of ours. */
function receiptOf(
  request: FastifyRequest,
  source: Source,
  parts: Pick<Doors, 'policy'>,
): string | undefined {
  const said = request.headers['lupaus-receipt']
  if (typeof said === 'string') return receiptIn(said)
  if (source.kind !== 'web' || !ownOrigin(request, parts.policy())) return undefined
  return receiptIn(request.cookies[CHOICE_COOKIE])
}

/** Rate limits: a server's by its key, since it sends for many; anyone else's by address. */
function openLimits(parts: SegmentParts) {
  const ofServers = openRateLimit({
    points: parts.serverRequestsPerMinute ?? SERVER_REQUESTS_PER_MINUTE,
    perSeconds: 60,
    // What is counted is the name of a source, and no secret.
    salt: new Uint8Array(32),
  })
  const { hasRoom, limit } = parts
  return (request: FastifyRequest, reply: FastifyReply, source: Source | undefined) =>
    source === undefined || source.kind === 'web' || source.kind === 'app'
      ? stops(request, reply, { hasRoom, limit })
      : stops(request, reply, { hasRoom, limit: ofServers }, source.id)
}

const NO_SOURCE: Refused = {
  ...{ purpose: '', reason: 'no-such-source', line: 0, what: '', named: false },
}

async function unknownSource(reply: FastifyReply, parts: Doors): Promise<FastifyReply> {
  await parts.collector.refuse([NO_SOURCE])
  const help = 'use the write key of a source that the policy declares under `event-sources`'
  return refuse(reply, { status: 401, error: 'no-such-source', help })
}

function refuse(reply: FastifyReply, { status, error, help }: Broken): FastifyReply {
  return reply.code(status).send({ success: false, error, help })
}

function rawOf(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0)
}

function codeOf(error: unknown): unknown {
  return partOf<'code'>(error).code
}

/** What SDKs ask for before they start, and what they tell of themselves, which nobody reads. */
function tellSettings(http: Http, parts: Doors): void {
  const answer = (url: string, tell: (request: FastifyRequest) => object | undefined) => {
    http.options(url, async (request, reply) => {
      allowSdk(request, reply, parts.policy())
      return reply.code(204).send()
    })
    http.get(url, async (request, reply) => {
      allowSdk(request, reply, parts.policy())
      void reply.header('cache-control', 'no-cache')
      const told = tell(request)
      const help = 'the policy declares no web or app source with this key'
      return told ? reply.send(told) : refuse(reply, { status: 401, error: 'no-such-source', help })
    })
  }
  const settings = (request: FastifyRequest) => {
    const source = publicSource(parts, textOf(partOf<'key'>(request.params).key))
    return source && settingsFor(source, parts.policy(), request)
  }
  answer('/v1/projects/:key/settings', settings)
  answer('/projects/:key/settings', settings)
  for (const url of ['/sourceConfig', '/sourceConfig/'])
    answer(url, request => {
      const { headers, query } = request
      const source = publicSource(parts, writeKeyOf(headers, {}, partOf<'writeKey'>(query)))
      return source && sourceConfigFor(source, parts.policy())
    })
  for (const url of ['/v1/m', '/m']) {
    http.options(url, async (request, reply) => {
      allowSdk(request, reply, parts.policy())
      return reply.code(204).send()
    })
    http.post(url, { bodyLimit: BODY_MAX }, async (request, reply) => {
      allowSdk(request, reply, parts.policy())
      return reply.send({ success: true })
    })
  }
}

/** A source whose key may stand in a page or an app; a secret in an address is not answered. */
function publicSource(parts: Doors, key: string | undefined): Source | undefined {
  const source = sourceOf(parts.policy(), key)
  return source?.kind === 'web' || source?.kind === 'app' ? source : undefined
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { ownOrigin, signalsOf } from '../../consent/index.ts'
import { CHOICE_COOKIE } from '../../consent/wire.ts'
import type { Http } from '../../platform/http.ts'
import type { Received } from '../collector.ts'
import { account, answered, type Doors, ofPage, stops } from '../doors.ts'
import type { Sent } from '../intake.ts'
import { PIXEL } from '../pixel.ts'
import { receiptIn } from '../receipt.ts'
import { openDeclared } from '../segment/declared.ts'
import { allowSdk } from '../segment/origin.ts'
import type { Refused } from '../refuse.ts'
import { BODY_MAX, Broken, bulkOf, isBulk, paramsOf, type Params } from './params.ts'
import { type Asked, isSecret, refusedAs, sentOf } from './sent.ts'

/** Most events of one bulk, lines of orders counted. */
const EVENTS_MAX = 5_000
const TOO_MANY = new Broken(
  413,
  'too-many-events',
  `send at most ${EVENTS_MAX} lines of orders and other events at once`,
)
const PATHS = ['/matomo.php', '/piwik.php'] as const

/**
 * Matomo's tracking API: one request as GET or POST, many as a bulk of JSON. What consent refuses is
 * answered like what is kept, for its clients take anything else for a failure; headers tell the two
 * apart. No answer ever sets a cookie.
 */
export function takeMatomo(http: Http, doors: Doors): void {
  const parts = { ...doors, declared: openDeclared(doors.policy) }
  void http.register(async scope => {
    // Its clients say `application/x-www-form-urlencoded` of anything, JSON and nothing included.
    scope.removeAllContentTypeParsers()
    scope.addHook('onRequest', async request => {
      delete request.headers['content-type']
    })
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: BODY_MAX }, (_, body, done) =>
      done(null, body),
    )
    for (const path of PATHS) {
      scope.get(path, { exposeHeadRoute: false }, (request, reply) =>
        taken(request, reply, parts, ''),
      )
      scope.post(path, { bodyLimit: BODY_MAX }, (request, reply) =>
        taken(request, reply, parts, typeof request.body === 'string' ? request.body : ''),
      )
      scope.options(path, async (request, reply) => {
        allowSdk(request, reply, parts.policy())
        return reply.code(204).send()
      })
    }
  })
}

type MatomoParts = Doors & { readonly declared: ReturnType<typeof openDeclared> }

async function taken(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: MatomoParts,
  body: string,
): Promise<FastifyReply> {
  void reply.header('cache-control', 'no-store')
  if (request.headers.origin !== undefined) allowSdk(request, reply, parts.policy())
  const stopped = await stops(request, reply, parts)
  if (stopped) return stopped
  const asked = askedBy(request, parts)
  const away = awayBy(request, parts)
  return answered(reply, () =>
    isBulk(body)
      ? takeBulk(reply, parts, body, asked, away)
      : takeOne(reply, parts, paramsOf(queryOf(request.url), body), asked, away),
  )
}

function askedBy(request: FastifyRequest, parts: MatomoParts): Asked {
  const { cookies, headers } = request
  const header = headers['lupaus-receipt']
  return {
    ...{ policy: parts.policy(), now: parts.clock.now(), page: headers.referer },
    declared: parts.declared,
    receipt:
      receiptIn(typeof header === 'string' ? header : undefined) ??
      receiptIn(cookies[CHOICE_COOKIE]),
    signals: signalsOf(headers),
    signs: ofPage(request).signs,
  }
}

async function takeOne(
  reply: FastifyReply,
  parts: Doors,
  params: Params | Broken,
  asked: Asked,
  away: Away,
): Promise<FastifyReply> {
  if (params instanceof Broken) return refuse(reply, parts, params)
  const read = sentOf(params, asked)
  if (read instanceof Broken) return refuse(reply, parts, read)
  const turned = away(read.sent)
  if (turned) return refuse(reply, parts, turned)
  account(reply, await keepAll(parts, read.sent, read.refused))
  if (params.get('send_image') === '0') return reply.code(204).send()
  return reply.type('image/gif').send(PIXEL)
}

/** One bad request in a bulk is named by its place and spoils no other. */
async function takeBulk(
  reply: FastifyReply,
  parts: Doors,
  body: string,
  asked: Asked,
  away: Away,
): Promise<FastifyReply> {
  const bulk = bulkOf(body)
  if (bulk instanceof Broken) return refuse(reply, parts, bulk)
  const sent: Sent[] = []
  const refused: Refused[] = []
  const invalid: number[] = []
  for (const [index, params] of bulk.requests.entries()) {
    const read = params instanceof Broken ? params : sentOf(params, { ...asked, token: bulk.token })
    if (read instanceof Broken) {
      invalid.push(index)
      refused.push(refusedAs(read))
      continue
    }
    sent.push(...read.sent)
    refused.push(...read.refused)
  }
  const lines = sent.reduce((sum, { events }) => sum + events.length, 0)
  const turned = lines > EVENTS_MAX ? TOO_MANY : away(sent)
  if (turned) return refuse(reply, parts, turned)
  account(reply, await keepAll(parts, sent, refused))
  return reply.send({
    status: 'success',
    tracked: bulk.requests.length - invalid.length,
    invalid: invalid.length,
    invalid_indices: invalid,
  })
}

async function keepAll(
  { collector }: Doors,
  sent: readonly Sent[],
  refused: readonly Refused[],
): Promise<Received> {
  if (refused.length > 0) await collector.refuse(refused)
  const received = sent.length > 0 ? await collector.receiveAll(sent) : { kept: 0, refused: [] }
  return { kept: received.kept, refused: [...refused, ...received.refused] }
}

async function refuse(reply: FastifyReply, { collector }: Doors, broken: Broken) {
  await collector.refuse([refusedAs(broken)])
  return reply.code(broken.status).send({ error: broken.error, help: broken.help })
}

type Away = (sent: readonly Sent[]) => Broken | undefined

const FOREIGN = new Broken(
  403,
  'foreign-origin',
  'events are taken only from sites that the policy names',
)
const LEAKED = new Broken(
  403,
  'leaked-key',
  'a browser sent the secret of a server: replace it, and use a public key',
)

/**
 * Another site's page cannot speak with the public key of ours, nor a browser with a secret. A
 * picture names its page only by `Referer`, and not always.
 */
function awayBy(request: FastifyRequest, { policy }: Doors): Away {
  const { origin, referer } = request.headers
  const named = origin ?? originOf(referer)
  const asked = { host: request.host, headers: { ...(named && { origin: named }) } }
  const isOwn = named === undefined || ownOrigin(asked, policy())
  return sent => {
    if (!isOwn && sent.some(({ source }) => source?.kind === 'web')) return FOREIGN
    const isLeaked = sent.some(({ source }) => source && isSecret(source))
    return origin !== undefined && isLeaked ? LEAKED : undefined
  }
}

function originOf(referer: string | undefined): string | undefined {
  return referer !== undefined && URL.canParse(referer) ? new URL(referer).origin : undefined
}

function queryOf(url: string): string {
  const at = url.indexOf('?')
  return at < 0 ? '' : url.slice(at + 1)
}

import type { FastifyRequest } from 'fastify'
import type { Http } from '../../platform/http.ts'
import type { Source } from '../../policy/index.ts'
import { sourceOf } from '../../consent/index.ts'
import type { Doors } from '../doors.ts'
import { PIXEL } from '../pixel.ts'
import { BODY_MAX, readCall, TOO_LARGE } from './body.ts'
import { writeKeyOf } from './key.ts'
import { partOf, textOf } from './message.ts'
import type { Kind } from './names.ts'
import { allowSdk } from './origin.ts'
import { messageIn } from './query.ts'
import { settingsFor, sourceConfigFor } from './settings.ts'
import { openTaking, refuse, type SegmentParts, type Take } from './take.ts'

/** A call that a path stands for; a batch holds several. */
type Path = readonly [url: string, kind: Kind | undefined]

const SHORT: Readonly<Record<string, Kind | undefined>> = {
  ...{ i: 'identify', t: 'track', p: 'page', s: 'screen', g: 'group', a: 'alias' },
  b: undefined,
}
/** Every path that takes events, and the call it stands for. */
const PATHS: readonly Path[] = [
  ...Object.entries(SHORT).flatMap(([short, kind]): Path[] => [
    [`/v1/${kind ?? 'batch'}`, kind],
    [`/v1/${short}`, kind],
    // As the SDKs for Swift and Kotlin call it when their host is named without `/v1`.
    [`/${short}`, kind],
  ]),
  ['/beacon/v1/batch', undefined],
  ...(['page', 'track', 'identify', 'group'] as const).map((kind): Path => [
    `/api/s/${kind}`,
    kind,
  ]),
]

/** The ways in of Segment's, RudderStack's and Jitsu's SDKs, in a scope of their own. */
export function takeSegment(http: Http, parts: SegmentParts): void {
  void http.register(async scope => {
    takeAnything(scope)
    const take = openTaking(parts)
    takeCalls(scope, take, parts)
    takePictures(scope, take)
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
    const { code } = partOf<'code'>(error)
    if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse(reply, TOO_LARGE)
    throw error
  })
}

function takeCalls(http: Http, take: Take, parts: Doors): void {
  for (const [url, kind] of PATHS) {
    allowAsking(http, url, parts)
    http.post(url, { bodyLimit: BODY_MAX }, (request, reply) => {
      const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const call = readCall(raw, kind === undefined)
      return take({ request, reply, call, kind, done: () => reply.send({ success: true }) })
    })
  }
  for (const url of ['/v1/m', '/m']) {
    allowAsking(http, url, parts)
    // What SDKs tell of themselves. Nobody reads it.
    http.post(url, { bodyLimit: BODY_MAX }, async (request, reply) => {
      allowSdk(request, reply, parts.policy())
      return reply.send({ success: true })
    })
  }
}

/** RudderStack's pixels: the picture when the event was kept, and nothing when it was refused. */
function takePictures(http: Http, take: Take): void {
  for (const kind of ['page', 'track'] as const) {
    http.get(`/pixel/v1/${kind}`, { exposeHeadRoute: false }, (request, reply) => {
      void reply.header('cache-control', 'no-store')
      const body = messageIn(request.query)
      return take({
        ...{ request, reply, kind, call: { body, messages: [body] } },
        done: ({ kept }) =>
          kept > 0 ? reply.type('image/gif').send(PIXEL) : reply.code(204).send(),
      })
    })
  }
}

/** What SDKs ask for before they start. */
function tellSettings(http: Http, parts: Doors): void {
  const tell = (url: string, of: (request: FastifyRequest) => object | undefined) => {
    allowAsking(http, url, parts)
    http.get(url, async (request, reply) => {
      allowSdk(request, reply, parts.policy())
      void reply.header('cache-control', 'no-cache')
      const told = of(request)
      if (told) return reply.send(told)
      const help = 'the policy declares no web or app source with this key'
      return refuse(reply, { status: 401, error: 'no-such-source', help })
    })
  }
  for (const url of ['/v1/projects/:key/settings', '/projects/:key/settings'])
    tell(url, request => {
      const source = publicSource(parts, textOf(partOf<'key'>(request.params).key))
      return source && settingsFor(source, parts.policy(), request)
    })
  for (const url of ['/sourceConfig', '/sourceConfig/'])
    tell(url, ({ headers, query }) => {
      const source = publicSource(parts, writeKeyOf(headers, {}, partOf(query)))
      return source && sourceConfigFor(source, parts.policy())
    })
}

function allowAsking(http: Http, url: string, { policy }: Pick<Doors, 'policy'>): void {
  http.options(url, async (request, reply) => {
    allowSdk(request, reply, policy())
    return reply.code(204).send()
  })
}

/** A source whose key may stand in a page or an app; a secret in an address is not answered. */
function publicSource({ policy }: Doors, key: string | undefined): Source | undefined {
  const source = sourceOf(policy(), key)
  return source?.kind === 'web' || source?.kind === 'app' ? source : undefined
}

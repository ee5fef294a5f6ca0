import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify'

/** A Fastify server whose route schemas give the types of their requests. */
export type Http = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

/** Registers the routes of one slice. */
export type Routes = (http: Http) => void

export type HttpSettings = {
  /** Number of proxies in front, or their addresses; never `true`, which believes anyone. */
  readonly trustProxy: number | readonly string[] | false
}

const BODY_MAX = 256 * 1024
const REQUEST_TIMEOUT_MS = 15_000

/**
 * Opens a server that strips and coerces nothing: a body that does not fit its schema is answered
 * 400 with what was wrong. It keeps no request log, for that would hold IP addresses.
 */
export async function openHttp(settings: HttpSettings): Promise<Http> {
  const http = fastify({
    logger: false,
    bodyLimit: BODY_MAX,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: REQUEST_TIMEOUT_MS * 2,
    forceCloseConnections: 'idle',
    trustProxy: trusted(settings.trustProxy),
    routerOptions: { maxParamLength: 200 },
  })
    .withTypeProvider<TypeBoxTypeProvider>()
    .setValidatorCompiler(TypeBoxValidatorCompiler)
  await http.register(cookie)
  await http.register(formbody, { bodyLimit: BODY_MAX })
  return http
}

function trusted(
  proxies: number | readonly string[] | false,
): false | string[] | ((address: string, hop: number) => boolean) {
  if (proxies === false) return false
  return typeof proxies === 'number' ? (_, hop) => hop < proxies : [...proxies]
}

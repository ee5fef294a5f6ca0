import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Http } from '../../platform/http.ts'
import type { Source } from '../../policy/index.ts'
import { sourceOf } from '../../consent/index.ts'
import { account, answered, type Doors, stops } from '../doors.ts'
import type { Refused } from '../refuse.ts'
import { BODY_MAX, ReadingBatch } from './batch.ts'
import type { Readings } from './readings.ts'

const NO_SOURCE: Refused = {
  ...{ purpose: '', reason: 'no-such-source', line: 0, what: 'reading', named: false },
}
const MALFORMED: Refused = { ...NO_SOURCE, reason: 'malformed' }

/** `POST /v1/readings`: what machines measured, by the secret of a source that the policy declares. */
export function takeReadings(http: Http, parts: Doors, readings: Pick<Readings, 'receive'>): void {
  const options = {
    ...{ schema: { body: ReadingBatch }, bodyLimit: BODY_MAX },
    // A batch that cannot be read keeps nothing; that it came is counted.
    onError: async (_request: unknown, _reply: unknown, { statusCode = 500 }: FastifyError) => {
      if (statusCode < 500) await parts.collector.refuse([MALFORMED])
    },
  }
  http.post('/v1/readings', options, async (request, reply) => {
    const stopped = await stops(request, reply, parts)
    if (stopped) return stopped
    return answered(reply, async () => {
      const source = machineOf(request, parts)
      if (!source) return unknown(reply, parts)
      account(reply, await readings.receive(request.body.readings, source))
      return reply.code(204).send()
    })
  })
}

async function unknown(reply: FastifyReply, { collector }: Doors): Promise<FastifyReply> {
  await collector.refuse([NO_SOURCE])
  const help = 'send the secret of a source of kind `machine` that the policy declares'
  return reply
    .code(401)
    .header('www-authenticate', 'Basic realm="readings", Bearer realm="readings"')
    .send({ error: 'no-such-source', help })
}

function machineOf(request: FastifyRequest, { policy }: Doors): Source | undefined {
  const source = sourceOf(policy(), secretIn(request))
  return source?.kind === 'machine' ? source : undefined
}

/** The secret as the user of Basic, or as its password where there is no user, as a Bearer, or in `X-Write-Key`. */
function secretIn({ headers }: FastifyRequest): string | undefined {
  const [, scheme = '', said = ''] =
    /^(basic|bearer) +(\S+)$/i.exec(headers.authorization ?? '') ?? []
  if (scheme.toLowerCase() === 'bearer') return said
  if (scheme !== '') {
    const [user = '', password = ''] = Buffer.from(said, 'base64').toString('utf8').split(':', 2)
    return user === '' ? password : user
  }
  const own = headers['x-write-key']
  return typeof own === 'string' ? own : undefined
}

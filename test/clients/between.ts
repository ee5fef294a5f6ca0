import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'

/** One request that a client made, and how it was answered. */
export type Passed = {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, unknown>>
  /** The body as text, unpacked. */
  readonly body: string
  readonly status: number
  readonly answer: string
  readonly answerHeaders: Readonly<Record<string, unknown>>
}

/** A server between a client and Lupaus that changes nothing and writes everything down. */
export type Between = AsyncDisposable & {
  readonly url: string
  /** What passed since the last time it was asked, in order. */
  take(): Passed[]
  /** Answers the next post as a server does that has no room. */
  fail(): void
  /** How many posts to these paths passed since then. */
  posts(path: RegExp): number
}

/** Opens one before a Lupaus; before none, it says yes to everything. */
export async function between(target?: string): Promise<Between> {
  let passed: Passed[] = []
  let failing = false
  const server = createServer((request, reply) => {
    void (async () => {
      const { method = '', url = '', headers } = request
      const body = await buffer(request)
      const fails = failing && method === 'POST'
      if (fails) failing = false
      const answer = fails
        ? NO_ROOM
        : target === undefined
          ? YES
          : await forward(target, { method, url, headers, body })
      const text = body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body
      passed.push({
        ...{ method, url, headers, body: text.toString(), status: answer.status },
        answer: answer.body.toString(),
        answerHeaders: answer.headers,
      })
      reply.writeHead(answer.status, answer.headers).end(answer.body)
    })()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const before = passed
      passed = []
      return before
    },
    fail: () => void (failing = true),
    posts: path => passed.filter(({ method, url }) => method === 'POST' && path.test(url)).length,
    [Symbol.asyncDispose]: () => {
      server.closeAllConnections()
      return new Promise(resolve => void server.close(() => resolve()))
    },
  }
}

type Answer = {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: Buffer
}

const YES: Answer = {
  status: 200,
  headers: {
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'authorization,content-type,anonymousid,sentat',
    'content-type': 'application/json',
  },
  body: Buffer.from('{"success":true,"integrations":{"Segment.io":{}}}'),
}

const NO_ROOM: Answer = { status: 503, headers: {}, body: Buffer.from('') }

type Request = {
  method: string
  url: string
  headers: NodeJS.Dict<string | string[]>
  body: Buffer
}

function forward(target: string, { method, url, headers, body }: Request): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = ask(`${target}${url}`, { method, headers }, reply => {
      const { statusCode: status = 0, headers: said } = reply
      void buffer(reply).then(read => resolve({ status, headers: said, body: read }), reject)
    })
    sent.on('error', reject).end(body)
  })
}

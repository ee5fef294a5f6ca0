import type { IncomingHttpHeaders } from 'node:http'
import { type Message, textOf } from './message.ts'

/**
 * The write key of a request: the user of Basic authentication, the body's, `X-Write-Key`, or that
 * of the address, in this order. Jitsu writes a secret behind a colon, which is not read.
 */
export function writeKeyOf(
  headers: IncomingHttpHeaders,
  body: Message,
  query: { readonly writeKey?: unknown },
): string | undefined {
  const own = headers['x-write-key']
  const key =
    basicUser(headers.authorization) ??
    textOf(Array.isArray(own) ? own[0] : own) ??
    textOf(query.writeKey) ??
    textOf(body.writeKey)
  return key?.split(':', 1)[0]
}

function basicUser(authorization: string | undefined): string | undefined {
  const [, text] = /^basic +([a-z0-9+/=_-]+) *$/i.exec(authorization ?? '') ?? []
  if (text === undefined) return undefined
  return textOf(Buffer.from(text, 'base64').toString('utf8').split(':', 1)[0])
}

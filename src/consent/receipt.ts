import { timingSafeEqual } from 'node:crypto'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { sign } from '../platform/secrets.ts'
import { RECEIPT_MAX, type ReceiptPayload } from './wire.ts'

const HEADER = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url')

const Payload = Compile(
  Type.Object(
    {
      v: Type.String({ pattern: '^[0-9a-f]{16}$' }),
      w: Type.String({ pattern: '^[0-9a-f]{16}$' }),
      l: Type.Union([Type.Literal('fi'), Type.Literal('sv'), Type.Literal('en')]),
      g: Type.Record(Type.String(), Type.String()),
      r: Type.Optional(Type.Array(Type.String(), { maxItems: 32 })),
      x: Type.Optional(Type.Array(Type.String(), { maxItems: 128 })),
      a: Type.Optional(Type.Literal(1)),
      b: Type.Optional(Type.String({ pattern: '^[0-9a-f]{16}$' })),
      s: Type.Optional(Type.Array(Type.Union([Type.Literal('gpc'), Type.Literal('dnt')]))),
      t: Type.Integer(),
      e: Type.Integer(),
      i: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' })),
      p: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    },
    { additionalProperties: false },
  ),
)

/** Signs a receipt: a compact JWS (RFC 7515) with HS256, byte for byte the same for the same payload. */
export function sealReceipt(key: Uint8Array, payload: ReceiptPayload): string {
  const signed = `${HEADER}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`
  return `${signed}.${sign(key, signed)}`
}

/** The payload of a receipt of ours; undefined for anything else, however it is broken. */
export function openReceipt(key: Uint8Array, token: string): ReceiptPayload | undefined {
  if (token.length > RECEIPT_MAX) return undefined
  const [header, body, mac, ...rest] = token.split('.')
  if (header !== HEADER || body === undefined || mac === undefined || rest.length > 0) {
    return undefined
  }
  if (!sameText(mac, sign(key, `${header}.${body}`))) return undefined
  try {
    const payload: unknown = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))
    return Payload.Check(payload) ? payload : undefined
  } catch {
    return undefined
  }
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

import { gunzipSync, inflateSync } from 'node:zlib'
import { isObject, type Message } from './message.ts'

/** Largest body in bytes, sent or unpacked. */
export const BODY_MAX = 500 * 1024
/** Largest event in bytes. */
export const EVENT_MAX = 32 * 1024
/** Most events of one batch. */
export const EVENTS_MAX = 2_500

/** Why a request cannot be taken, in the words of the answer. */
export type Broken = {
  readonly status: 400 | 401 | 403 | 413
  readonly error: string
  readonly help: string
}

/** A body as JSON, and the events in it. */
export type Call = { readonly body: Message; readonly messages: readonly unknown[] }

export const TOO_LARGE: Broken = {
  status: 413,
  error: 'too-large',
  help: `send at most ${BODY_MAX} bytes in one request, counted unpacked`,
}

/**
 * Reads a body by what it is, whatever its headers call it. What is packed is unpacked only as far
 * as a body may be long.
 */
export function readCall(raw: Buffer, isBatch: boolean): Call | { readonly broken: Broken } {
  const plain = unpacked(raw)
  if (!Buffer.isBuffer(plain)) return { broken: plain }
  if (plain.length > BODY_MAX) return { broken: TOO_LARGE }
  const body = parsed(plain)
  if (!body) return no('no-json', 'the body must be one JSON object')
  const { batch } = body
  const messages = isBatch ? batch : [body]
  if (!Array.isArray(messages)) return no('no-batch', 'put the events into a list named `batch`')
  if (messages.length > EVENTS_MAX)
    return no('too-many-events', `send at most ${EVENTS_MAX} events in one batch`, 413)
  if (plain.length > EVENT_MAX && messages.some(isTooLarge))
    return no('event-too-large', `send at most ${EVENT_MAX} bytes in one event`, 413)
  return { body, messages }
}

/** Whether a body ended with a reason against it. */
export function isBroken(
  read: Call | { readonly broken: Broken },
): read is { readonly broken: Broken } {
  return 'broken' in read
}

function unpacked(raw: Buffer): Buffer | Broken {
  const unpack = packing(raw)
  if (!unpack) return raw
  try {
    return unpack(raw, { maxOutputLength: BODY_MAX })
  } catch (error) {
    if (error instanceof RangeError) return TOO_LARGE
    return {
      status: 400,
      error: 'not-unpacked',
      help: 'the body begins like gzip or deflate and is not',
    }
  }
}

/** gzip begins with 1f 8b; zlib with 78 and a check digit. No JSON begins like either. */
function packing(raw: Buffer): typeof gunzipSync | undefined {
  if (raw.length < 2) return undefined
  const start = raw.readUInt16BE(0)
  if (start === 0x1f8b) return gunzipSync
  return start >> 8 === 0x78 && start % 31 === 0 ? inflateSync : undefined
}

function parsed(plain: Buffer): Message | undefined {
  try {
    const hasMark = plain.length > 2 && plain.readUIntBE(0, 3) === 0xefbbbf
    const body: unknown = JSON.parse(plain.toString('utf8', hasMark ? 3 : 0))
    return isObject<never>(body) ? body : undefined
  } catch {
    return undefined
  }
}

/** What is nested too deep to be written again is too large as well. */
function isTooLarge(message: unknown): boolean {
  try {
    return Buffer.byteLength(JSON.stringify(message)) > EVENT_MAX
  } catch {
    return true
  }
}

function no(error: string, help: string, status: 400 | 413 = 400): { readonly broken: Broken } {
  return { broken: { status, error, help } }
}

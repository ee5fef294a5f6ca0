import { Buffer } from 'node:buffer'
import { deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'

/** Texts that have broken somebody's parser: half characters, controls, addresses, names of methods. */
const TEXTS = [
  ...[
    '',
    ' ',
    '\0',
    '\u{feff}x',
    '\ud800',
    '\udfff',
    'a\ud800b',
    '\u202e',
    '\r\n',
    '"\\',
    '{{',
    '<x>',
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'null', 'NaN', '-0'],
  ...[
    '1e999',
    '0x10',
    '2026-13-45T99:99:99Z',
    '9'.repeat(400),
    'ä'.repeat(3000),
    '٣',
    '💶'.repeat(80),
  ],
  ...['https://x@pikkunalle.example:99999/%ff?utm_source=%00#a', 'javascript:alert(1)', '//', '?'],
  ...[
    'matti.meikalainen@posti.example',
    '131052-308T',
    '+358 40 123 4567',
    `a.${'b.'.repeat(900)}`,
  ],
] as const
const NUMBERS = [0, -0, -1, 1.5, 1e21, -1e308, 5e-324, 2 ** 53, 2 ** 31, 0.1 + 0.2] as const
const OTHERS = [null, true, false, [], {}, [[]], [null], [{}], { a: { b: { c: [1] } } }] as const

/** Any value that JSON can say, hostile ones often. */
const anything: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: fc.constantFrom<unknown>(...TEXTS), weight: 6 },
  { arbitrary: fc.constantFrom<unknown>(...NUMBERS), weight: 3 },
  { arbitrary: fc.constantFrom<unknown>(...OTHERS), weight: 4 },
  { arbitrary: fc.string({ maxLength: 20, unit: 'binary' }), weight: 1 },
  { arbitrary: fc.double(), weight: 1 },
)

/** A body that a client would send, and every name that its parser knows. */
export type Sample = { readonly body: unknown; readonly names: readonly string[] }

type Change = readonly [steps: readonly number[], name: number, to: unknown]

const change: fc.Arbitrary<Change> = fc.tuple(
  fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }),
  fc.nat(200),
  anything,
)

/** Bodies that were good once, with something hostile put in somewhere, or wrapped, cut or packed. */
export function bodies(samples: readonly Sample[]): fc.Arbitrary<Buffer> {
  const spoilt = fc
    .tuple(fc.constantFrom(...samples), fc.array(change, { maxLength: 5 }))
    .map(([sample, changes]) => JSON.stringify(changed(sample, changes)))
  // Written as text, for only so does an own `__proto__` come out of a parser.
  const text = fc
    .tuple(spoilt, fc.nat(11), fc.nat(4000))
    .map(([json, how, at]) => twisted(json, how, at))
  return fc.oneof(
    { arbitrary: text, weight: 19 },
    { arbitrary: fc.uint8Array({ maxLength: 200 }).map(bytes => Buffer.from(bytes)), weight: 1 },
  )
}

/** Bodies that are large for what they are: packed zeros, depth without end, too many of everything. */
export const MONSTERS: readonly Buffer[] = [
  gzipSync(Buffer.alloc(16 * 1024 * 1024)),
  deflateSync(Buffer.alloc(16 * 1024 * 1024, 0x20)),
  gzipSync(gzipSync(Buffer.alloc(1024 * 1024))),
  gzipSync(Buffer.from('{"batch":[]}')).subarray(0, 20),
  Buffer.from('['.repeat(250_000)),
  Buffer.from(`{"batch":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
  Buffer.from(`{"batch":[${'{"type":"track"},'.repeat(20_000)}{}]}`),
  Buffer.from(`{"batch":[${'0,'.repeat(2_400)}0],"requests":[${'"?",'.repeat(2_400)}"?"]}`),
  Buffer.from(
    `{"batch":[{"type":"page","properties":{${keys(2_000)}}}],"requests":[{${keys(2_000)}}]}`,
  ),
  Buffer.from(`{"requests":["?${'a=1&'.repeat(20_000)}"]}`),
  Buffer.from([0xc0, 0x80, 0xe0, 0x80, 0xaf, 0xf5, 0xff]),
]

function keys(count: number): string {
  return Array.from({ length: count }, (_, i) => `"k${i}":${i}`).join(',')
}

function changed({ body, names }: Sample, changes: readonly Change[]): unknown {
  const copy: unknown = structuredClone(body)
  for (const [steps, name, to] of changes)
    put(copy, steps, names[name % names.length] ?? '', structuredClone(to))
  return copy
}

/** Walks into the body by these steps and puts the value there, under a known or a hostile name. */
function put(body: unknown, steps: readonly number[], name: string, to: unknown): void {
  let at: unknown = body
  for (const step of steps.slice(1)) {
    const inner = isHolder(at) ? Object.values(at).filter(isHolder) : []
    if (inner.length === 0) break
    at = inner[step % inner.length]
  }
  if (!isHolder(at)) return
  const own = Object.keys(at)
  const key = (steps[0] ?? 0) % 2 === 0 ? own[(steps[0] ?? 0) % (own.length || 1)] : name
  Object.defineProperty(at, key ?? name, {
    ...{ value: to, enumerable: true, configurable: true, writable: true },
  })
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** The same text in an encoding that nobody asked for, cut, doubled, or with hostile names in it. */
function twisted(json: string, how: number, at: number): Buffer {
  switch (how) {
    case 0:
      return Buffer.from(json, 'utf16le')
    case 1:
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(json)])
    case 2:
      return Buffer.from(json).subarray(0, at % (json.length + 1))
    case 3:
      return gzipSync(json, { level: 1 })
    case 4:
      return Buffer.from(json.replaceAll('"name"', '"__proto__"'))
    case 5:
      return Buffer.from(json.replaceAll('"context"', '"constructor"'), 'latin1')
    case 6:
      return overwritten(Buffer.from(json), at)
    default:
      return Buffer.from(json)
  }
}

/** Two bytes that no UTF-8 has, in the middle of it. */
function overwritten(bytes: Buffer, at: number): Buffer {
  if (bytes.length > 2) bytes.writeUInt16BE(0xc080, at % (bytes.length - 2))
  return bytes
}

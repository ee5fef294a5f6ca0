import { hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Keys } from '../platform/secrets.ts'
import type { PurposeGroup } from '../consent/wire.ts'

const VISITORS_MAX = 20_000
const HEX_DIGITS = 16

/** The key that stands for an id in one table, as decimal text; `0` when there was no id. */
export type Key = (id: string | undefined) => string

/** Each kind of key of one table. No two kinds and no two tables have a secret in common. */
export type Pseudonyms = Readonly<Record<'visitor' | 'visit' | 'event' | 'order', Key>> & {
  readonly visitOfDay: Key
  readonly click: Key
  readonly owner: Key
}

/** Derives the secrets of one table. */
export function pseudonyms(keys: Keys, table: PurposeGroup | 'machines'): Pseudonyms {
  const kind = (name: string) => pseudonym(keys.derive(`${name}.${table}`))
  return {
    visitor: remembered(kind('visitors')),
    visit: remembered(kind('visits')),
    visitOfDay: remembered(kind('visits-of-day')),
    event: unlessAbsent(kind('events')),
    order: unlessAbsent(kind('orders')),
    click: unlessAbsent(kind('clicks')),
    owner: remembered(kind('owners')),
  }
}

/**
 * 64 bits of SHA-256 over secret and id, as decimal text; never `0`, which means that there was no
 * id. HMAC's second pass keeps a hash from being lengthened by who has the whole of it; here 192 of
 * its 256 bits are thrown away and the secret always has 43 characters, so the first pass is enough
 * and costs a quarter.
 */
function pseudonym(secret: Uint8Array): (id: string) => string {
  const before = Buffer.from(secret).toString('base64url')
  return id => {
    const bits = BigInt(`0x${hash('sha256', before + id, 'hex').slice(0, HEX_DIGITS)}`)
    return bits === 0n ? '1' : bits.toString()
  }
}

function unlessAbsent(key: (id: string) => string): Key {
  return id => (id === undefined ? '0' : key(id))
}

function remembered(key: (id: string) => string): Key {
  const known = new LRUCache<string, string>({ max: VISITORS_MAX })
  return id => {
    if (id === undefined) return '0'
    const found = known.get(id)
    if (found !== undefined) return found
    const made = key(id)
    known.set(id, made)
    return made
  }
}

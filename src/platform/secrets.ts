import { createHmac, hkdfSync } from 'node:crypto'

/** Keys derived from the one key file. Two labels never give the same key. */
export type Keys = {
  /** 32 bytes for one use: `receipts`, `visitors.analytics`. */
  derive(label: string): Uint8Array
}

/** HKDF-SHA-256 (RFC 5869) over the 32 bytes of the key file. */
export function keysFrom(secret: Uint8Array): Keys {
  return { derive: label => new Uint8Array(hkdfSync('sha256', secret, '', `lupaus ${label}`, 32)) }
}

/** HMAC-SHA-256 in base64url. */
export function sign(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}

import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { canonical } from '../base/json.ts'
import type { Lang } from '../base/lang.ts'
import { isoOf, type Moment } from '../base/time.ts'
import type { Keys } from '../platform/secrets.ts'

/** DER of an Ed25519 private key (RFC 8410) up to its 32 bytes. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** What a signature stands for: one version, from when, and its notices. */
export type Sealed = {
  readonly version: string
  readonly policyId: string
  readonly label: string
  readonly inForceFrom: Moment
  readonly publishedAt: Moment
  /** SHA-256 of each notice. */
  readonly notices: Readonly<Record<Lang, string>> | undefined
  /** When and how people were told before; undefined when nothing had to be told. */
  readonly informed: Informed | undefined
  /** Purposes whose earlier grants no longer count, each with the mark of the version that said so. */
  readonly askedAgain: Readonly<Record<string, string>>
}

/** How people were told of a change before it came into force. */
export type Informed = { readonly on: string; readonly how: InformedHow }
export const INFORMED_HOW = ['site', 'email', 'post'] as const
export type InformedHow = (typeof INFORMED_HOW)[number]

/** A signed statement: its exact bytes, its Ed25519 signature in base64url, and the key as PEM. */
export type Seal = {
  readonly statement: string
  readonly signature: string
  readonly publicKey: string
}

/** Signs for this installation; the same key file always gives the same key. */
export type Signer = {
  readonly publicKey: string
  seal(sealed: Sealed): Seal
}

export function openSigner(keys: Keys): Signer {
  const seed = Buffer.from(keys.derive('versions.signing'))
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()
  return {
    publicKey,
    seal: sealed => {
      const statement = statementOf(sealed)
      const signature = sign(undefined, Buffer.from(statement), key).toString('base64url')
      return { statement, signature, publicKey }
    },
  }
}

/** Whether this key signed these very bytes. */
export function isGenuine({ statement, signature, publicKey }: Seal): boolean {
  try {
    const bytes = Buffer.from(signature, 'base64url')
    return verify(undefined, Buffer.from(statement), publicKey, bytes)
  } catch {
    return false
  }
}

/** The bytes that are signed: canonical JSON, so that anyone can write them again. */
export function statementOf(sealed: Sealed): string {
  return canonical({
    format: 'lupaus policy version 1',
    version: sealed.version,
    policy: sealed.policyId,
    label: sealed.label,
    inForceFrom: isoOf(sealed.inForceFrom),
    publishedAt: isoOf(sealed.publishedAt),
    notices: sealed.notices,
    informed: sealed.informed,
    askedAgain: sealed.askedAgain,
  })
}

/** SHA-256 in hexadecimal. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

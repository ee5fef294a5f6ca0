import { createHash, verify } from 'node:crypto'
import { canonical, type Json } from '../base/json.ts'

/** What was found of the policy versions: how many were looked at, and each that is not whole. */
export type VersionFinding = {
  readonly publications: number
  readonly broken: readonly {
    readonly term: number
    readonly version: string
    readonly why: string
  }[]
  /** The keys that signed; more than one means that the key file was changed, or is not the same everywhere. */
  readonly keys: readonly string[]
}

type Held = { readonly term: Fields; text: string | undefined; notices: Record<string, string> }
type Fields = { readonly [key: string]: Json | undefined }

/**
 * Re-checks exported policy versions with no code of the part that published them: the text gives its
 * fingerprint, each notice the one in the statement, and the statement is signed and says the same as
 * the row.
 */
export async function verifyVersions(lines: AsyncIterable<Json>): Promise<VersionFinding> {
  const broken: { term: number; version: string; why: string }[] = []
  const keys = new Set<string>()
  let publications = 0
  let held: Held | undefined
  const close = () => {
    if (!held) return
    publications += 1
    const key = held.term['publicKey']
    if (typeof key === 'string') keys.add(key)
    const why = wrongWith(held)
    if (why !== undefined) {
      broken.push({ term: Number(held.term['term']), version: textOf(held.term['version']), why })
    }
  }
  for await (const line of lines) {
    const said = fieldsOf(line)
    if (said['line'] === 'term') {
      close()
      held = { term: said, text: undefined, notices: {} }
    }
    if (said['line'] === 'text' && held) held.text = textOf(said['text'])
    if (said['line'] === 'notice' && held) {
      held.notices[textOf(said['lang'])] = sha256(textOf(said['html']))
    }
  }
  close()
  return { publications, broken, keys: [...keys] }
}

function wrongWith({ term, text, notices }: Held): string | undefined {
  const { version, inForceFrom, statement, signature, publicKey } = term
  if (text === undefined || sha256(text) !== version) {
    return 'its text does not give the fingerprint that it goes by'
  }
  if (
    typeof statement !== 'string' ||
    typeof signature !== 'string' ||
    typeof publicKey !== 'string'
  ) {
    return 'it is not signed'
  }
  if (!isSigned(statement, signature, publicKey)) return 'its signature is not genuine'
  const said = fieldsOf(JSON.parse(statement))
  if (said['version'] !== version) return 'its signature is that of another version'
  if (said['inForceFrom'] !== inForceFrom) return 'it was signed for another day'
  const signed = said['notices']
  if (signed !== undefined && canonical(signed) !== canonical(notices)) {
    return 'a notice is not the one that was signed'
  }
  return undefined
}

function isSigned(statement: string, signature: string, publicKey: string): boolean {
  try {
    const bytes = Buffer.from(signature, 'base64url')
    return verify(undefined, Buffer.from(statement), publicKey, bytes)
  } catch {
    return false
  }
}

function fieldsOf(line: Json): Fields {
  return typeof line === 'object' && line !== null && !Array.isArray(line)
    ? Object.fromEntries(Object.entries(line))
    : {}
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

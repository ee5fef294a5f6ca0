import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Fault } from '../base/fault.ts'
import type { Chance } from './chance.ts'
import { writeOnce } from './write-once.ts'

/** The secret that every key is derived from, and a name for it. */
export type KeyFile = { readonly id: string; readonly secret: Uint8Array }

const SECRET_BYTES = 32
const LINE = /^lupaus-key-1 ([0-9a-f]{16}) ([A-Za-z0-9+/]{43}=)\n$/

/** Reads `keys` in a data folder, making it once. A lost key is never replaced by another. */
export async function readOrMakeKey(
  folder: string,
  given: string,
  used: boolean,
  chance: Chance,
): Promise<KeyFile> {
  const path = join(folder, 'keys')
  const name = join(given, 'keys')
  if (!(await stat(path).catch(unlessMissing))) {
    if (used) throw lost(name)
    const secret = chance.bytes(SECRET_BYTES)
    const text = `lupaus-key-1 ${idOf(secret)} ${Buffer.from(secret).toString('base64')}\n`
    await writeOnce(path, text)
  }
  return readKey(path, name)
}

async function readKey(path: string, name: string): Promise<KeyFile> {
  const { mode } = await stat(path)
  if ((mode & 0o077) !== 0) throw open(name, mode)
  const [, id, base64] = LINE.exec(await readFile(path, 'utf8')) ?? []
  const secret = new Uint8Array(Buffer.from(base64 ?? '', 'base64'))
  if (id === undefined || idOf(secret) !== id) throw damaged(name)
  return { id, secret }
}

function idOf(secret: Uint8Array): string {
  return createHash('sha256').update('lupaus key id').update(secret).digest('hex').slice(0, 16)
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

function lost(name: string): Fault {
  return new Fault(
    'keys.lost',
    `the key file \`${name}\` is missing, though the data folder is in use`,
    'put it back from its backup: without it receipts cannot be checked and visitors not recognised',
  )
}

function open(name: string, mode: number): Fault {
  return new Fault(
    'data.unreadable',
    `the key file \`${name}\` is open to others (mode ${(mode & 0o777).toString(8)})`,
    `run \`chmod 600 ${name}\`, and ask who may have read it`,
  )
}

function damaged(name: string): Fault {
  return new Fault(
    'keys.lost',
    `the key file \`${name}\` is damaged`,
    'put it back from its backup; it holds one line that starts with `lupaus-key-1`',
  )
}

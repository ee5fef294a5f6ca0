import { createHash } from 'node:crypto'
import { lstat, mkdir, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Fault } from '../base/fault.ts'

/** macOS allows 103 bytes in the path of a socket, Linux 107. */
const SOCKET_PATH_MAX = 103
const LONGEST_NAME = '/pg/.s.PGSQL.5432'

/**
 * The folder of a data folder's sockets: short, for the path of a socket may not be long, and the
 * same at each start. Only we may look into it; root lets others pass to what it gives them.
 */
export async function socketFolder(dataFolder: string): Promise<string> {
  const name = `lupaus-${createHash('sha256')
    .update(await realpath(dataFolder))
    .digest('hex')}`
  const path = join(shortTmp(), name.slice(0, 19))
  await mkdir(path, { mode: folderMode() }).catch(unlessThere)
  const found = await lstat(path)
  const others = found.mode & 0o777 & ~folderMode()
  if (!found.isDirectory() || found.uid !== process.geteuid?.() || others !== 0) {
    throw new Fault(
      'data.unreadable',
      `the folder for sockets, \`${path}\`, belongs to somebody else or is open to others`,
      'remove it, and start again',
    )
  }
  return path
}

/** 0700; for root 0711, so that PostgreSQL, which refuses to be root, can pass to its own part. */
export function folderMode(): number {
  return process.geteuid?.() === 0 ? 0o711 : 0o700
}

function shortTmp(): string {
  const longest = join(tmpdir(), 'lupaus-012345678901') + LONGEST_NAME
  return Buffer.byteLength(longest) <= SOCKET_PATH_MAX ? tmpdir() : '/tmp'
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

import { chmod, mkdir, readdir, readFile, realpath, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { Fault } from '../base/fault.ts'
import { systemChance, type Chance } from './chance.ts'
import { readOrMakeKey, type KeyFile } from './key-file.ts'
import { lockFolder } from './lock.ts'
import { keysFrom, type Keys } from './secrets.ts'
import { folderMode } from './sockets.ts'
import { writeOnce } from './write-once.ts'

/** Grows when an older Lupaus could no longer read the folder. */
const VERSION = 1
const PARTS = ['pg', 'clickhouse', 'spool'] as const
const OURS = new Set<string>([...PARTS, 'keys', 'VERSION', 'lock', 'control', 'lost+found'])

/** The one folder in which everything is kept, locked against a second process until it is closed. */
export type DataFolder = AsyncDisposable & {
  /** Absolute. */
  readonly path: string
  readonly keys: Keys
  /** Tells key files apart; gives nothing of the key away. */
  readonly keyId: string
  readonly pg: string
  readonly clickhouse: string
  readonly spool: string
  /** Where the path of the control socket is written. */
  readonly control: string
  /** What its disk has left for us. */
  freeBytes(): Promise<number>
}

/**
 * Opens a data folder, making it at the first time. A `Fault` when another process has it, when a
 * newer Lupaus wrote it, when its key is lost or open to others, or when it is not ours.
 */
export async function openDataFolder(
  given: string,
  chance: Chance = systemChance,
): Promise<DataFolder> {
  const path = await makeFolder(given)
  const lock = await lockFolder(path, given)
  try {
    const used = await isInUse(path, given)
    for (const part of PARTS) await mkdir(join(path, part), { mode: 0o700, recursive: true })
    const key = await readOrMakeKey(path, given, used, chance)
    await writeOnce(join(path, 'VERSION'), `${VERSION}\n`)
    return folderAt(path, key, lock)
  } catch (error) {
    await lock[Symbol.asyncDispose]()
    throw error instanceof Fault ? error : unreadable(given, error)
  }
}

/** Bytes that the disk of this path has left for us. */
export async function freeBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path)
  return bavail * bsize
}

function folderAt(path: string, key: KeyFile, lock: AsyncDisposable): DataFolder {
  return {
    path,
    keys: keysFrom(key.secret),
    keyId: key.id,
    pg: join(path, 'pg'),
    clickhouse: join(path, 'clickhouse'),
    spool: join(path, 'spool'),
    control: join(path, 'control'),
    freeBytes: () => freeBytes(path),
    [Symbol.asyncDispose]: () => lock[Symbol.asyncDispose](),
  }
}

async function makeFolder(given: string): Promise<string> {
  try {
    const made = await mkdir(given, { recursive: true })
    if (made !== undefined) await chmod(given, folderMode())
    return await realpath(given)
  } catch (error) {
    throw unreadable(given, error)
  }
}

/** Whether something is kept here already. A folder with other people's files is not ours to use. */
async function isInUse(path: string, given: string): Promise<boolean> {
  const entries = await readdir(path)
  const version = await versionIn(path, given)
  if (version !== undefined && version > VERSION) throw newer(given)
  // A draft that a crash left is `keys.1234`, and is ours too.
  const strange = entries.find(name => !OURS.has(name.replace(/\.\w+$/, '')) && name[0] !== '.')
  if (version === undefined && strange !== undefined) throw strangeFile(given, strange)
  if (version !== undefined) return true
  const kept = await Promise.all(
    PARTS.map(part => readdir(join(path, part)).catch((): string[] => [])),
  )
  return kept.some(names => names.length > 0)
}

async function versionIn(path: string, given: string): Promise<number | undefined> {
  const text = await readFile(join(path, 'VERSION'), 'utf8').catch(unlessMissing)
  if (text === undefined) return undefined
  if (/^\d{1,9}\n$/.test(text)) return Number(text)
  throw new Fault(
    'data.unreadable',
    `\`${join(given, 'VERSION')}\` does not hold the number of a version`,
    'restore the data folder from its backup',
  )
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

function newer(given: string): Fault {
  return new Fault(
    'data.newer',
    `the data folder \`${given}\` was written by a newer Lupaus`,
    'start that version, or restore a backup from before',
  )
}

function strangeFile(given: string, name: string): Fault {
  return new Fault(
    'data.unreadable',
    `the folder \`${given}\` is no data folder: it holds \`${name}\``,
    'name an empty folder, or one that does not exist yet, in `LUPAUS_DATA`',
  )
}

function unreadable(given: string, cause: unknown): Fault {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'
  return new Fault(
    'data.unreadable',
    `the data folder \`${given}\` cannot be read and written (${code})`,
    'check that the disk has room and that the folder belongs to the user that starts Lupaus',
    cause,
  )
}

import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { lchown, readFile, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Fault } from '../base/fault.ts'

/** Whom PostgreSQL runs as and whose its files are; it refuses to be root. */
export type Owner = {
  readonly uid: number
  readonly gid: number
  /** Put before each command: makes root somebody else in its own eyes. */
  readonly before: readonly string[]
}

const run = promisify(execFile)
const ACCOUNTS = ['postgres', 'nobody']
const NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--']
const DIES_WITH_US = ['setpriv', '--pdeathsig', 'INT', '--']

/**
 * Ourselves, unless we are root: then an account that can reach both the data and the program, else
 * a user namespace in which we are not root. A `Fault` when this system allows none of these.
 */
export async function ownerOf(folder: string, program: string): Promise<Owner> {
  const uid = process.geteuid?.() ?? 0
  const gid = process.getegid?.() ?? 0
  const before = (await works(DIES_WITH_US)) ? DIES_WITH_US : []
  if (uid !== 0) return { uid, gid, before }
  const account = await firstAccount()
  if (account && (await mayReach(account, dirname(folder))) && (await mayReach(account, program))) {
    return { ...account, before }
  }
  if (await works(NAMESPACE)) return { uid, gid, before: [...NAMESPACE, ...before] }
  throw new Fault(
    'postgres.unavailable',
    'PostgreSQL does not run as root, and no other user of this system can reach the data folder',
    'start Lupaus as an ordinary user, move it and its data out of `/root`, or set `LUPAUS_DATABASE_URL`',
  )
}

/** Starts a command of PostgreSQL as its owner, in a process group that Ctrl+C does not reach. */
export function spawnAs(owner: Owner, program: string, args: readonly string[]): ChildProcess {
  const [command = program, ...rest] = [...owner.before, program, ...args]
  const root = process.geteuid?.() === 0
  return spawn(command, rest, {
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    ...(root && { uid: owner.uid, gid: owner.gid }),
  })
}

/** Gives the folder and all in it to the owner, if it is not theirs already. */
export async function giveTo(owner: Owner, path: string): Promise<void> {
  const found = await stat(path)
  if (found.uid === owner.uid) return
  if (process.geteuid?.() !== 0) {
    throw new Fault(
      'data.unreadable',
      `the folder \`${path}\` belongs to another user`,
      'start Lupaus as the user who made it, or give that folder to this one',
    )
  }
  await giveAll(owner, path)
}

async function giveAll(owner: Owner, path: string): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) await giveAll(owner, inside)
    else await lchown(inside, owner.uid, owner.gid)
  }
  // Last, so that giving that was cut short is begun again.
  await lchown(path, owner.uid, owner.gid)
}

async function firstAccount(): Promise<{ uid: number; gid: number } | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n')
  const found = ACCOUNTS.flatMap(name => lines.filter(line => line.startsWith(`${name}:`)))[0]
  const [, , uid, gid] = found?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

/** Whether every folder on the way, and the path itself, lets the account pass. */
async function mayReach(account: { uid: number; gid: number }, path: string): Promise<boolean> {
  const { mode, uid, gid } = await stat(path)
  const needed = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  if ((mode & needed) === 0) return false
  return dirname(path) === path || mayReach(account, dirname(path))
}

async function works(before: readonly string[]): Promise<boolean> {
  const [command = '', ...args] = before
  return run(command, [...args, 'true']).then(
    () => true,
    () => false,
  )
}

import { link, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { Fault } from '../base/fault.ts'
import { systemClock } from './clock.ts'
import { startOf } from './process.ts'
import { writeOnce } from './write-once.ts'

const BEAT_MS = 10_000
const SILENCE_MS = 60_000
const TRIES_MAX = 5

/**
 * Locks a folder for this process until it is closed. The lock of a process that is gone is taken
 * over. On this machine a pid with its start tells; of another one, which may share the disk, only
 * that its lock file is no longer touched.
 */
export async function lockFolder(folder: string, given: string): Promise<AsyncDisposable> {
  const path = join(folder, 'lock')
  const mine = await ticket(process.pid)
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    if (await writeOnce(path, mine)) return held(path, mine)
    const theirs = await readFile(path, 'utf8').catch(() => undefined)
    if (theirs === undefined) continue
    if (await isHeld(path, theirs)) throw locked(given, theirs)
    await takeAway(path, theirs)
  }
  throw locked(given, await readFile(path, 'utf8').catch(() => ''))
}

/** The pid of the process that holds a data folder now, if one of this machine does. */
export async function holderOf(folder: string): Promise<number | undefined> {
  const path = join(folder, 'lock')
  const theirs = await readFile(path, 'utf8').catch(() => '')
  return theirs !== '' && (await isHeld(path, theirs)) ? pidIn(theirs) : undefined
}

async function held(path: string, mine: string): Promise<AsyncDisposable> {
  const beat = setInterval(() => {
    const now = new Date(systemClock.now())
    utimes(path, now, now).catch(() => undefined)
  }, BEAT_MS)
  beat.unref()
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(beat)
      const found = await readFile(path, 'utf8').catch(() => '')
      if (found === mine) await rm(path, { force: true })
    },
  }
}

async function ticket(pid: number): Promise<string> {
  return `${pid} ${await startOf(pid)} on ${hostname()}\n`
}

async function isHeld(path: string, theirs: string): Promise<boolean> {
  if (theirs.endsWith(` on ${hostname()}\n`)) return (await ticket(pidIn(theirs))) === theirs
  const touched = await stat(path).catch(() => undefined)
  return touched !== undefined && systemClock.now() - touched.mtimeMs < SILENCE_MS
}

/** Removes the lock that was judged, and puts back what somebody else has put there since. */
async function takeAway(path: string, judged: string): Promise<void> {
  const aside = `${path}.stale.${process.pid}`
  await rename(path, aside).catch(() => undefined)
  const found = await readFile(aside, 'utf8').catch(() => judged)
  if (found !== judged) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}

function pidIn(text: string): number {
  return Number.parseInt(text, 10) || 0
}

function locked(given: string, theirs: string): Fault {
  return new Fault(
    'data.locked',
    `the data folder \`${given}\` is in use by process ${pidIn(theirs)}`,
    'stop that Lupaus first, or name another folder in `LUPAUS_DATA`',
  )
}

import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../base/fault.ts'
import type { Chance } from '../platform/chance.ts'
import type { Clock } from '../platform/clock.ts'
import {
  closeFile,
  createFile,
  freeBytes,
  syncFile,
  syncFolder,
  truncateFile,
  writeFile,
} from './disk.ts'
import type { Line, Table } from './lines.ts'

/** A segment ends when it is this large, or when the loader asks for it. */
const SEGMENT_BYTES_MAX = 32 * 1024 * 1024
/** Below this much free disk nothing more is acknowledged. */
const FREE_BYTES_MIN = 256 * 1024 * 1024
const ROOM_CHECK_MS = 1_000
/** Requests that may wait for the disk at once, and what they may hold in memory. */
const WAITING_MAX = 20_000
const WAITING_BYTES_MAX = 64 * 1024 * 1024
/** What may wait for the store; beyond it nothing more is acknowledged. */
const SPOOL_BYTES_MAX = 8 * 1024 ** 3
const SEGMENT_NAME = /^\d{15}-\d{6}-[0-9a-f]{16}\.ndjson$/

/** A finished file of rows, ready to be inserted. Its name is its deduplication token. */
export type Segment = {
  readonly name: string
  readonly path: string
  /** Tables with rows in it; undefined for one that an earlier process left. */
  readonly tables: ReadonlySet<Table> | undefined
}

/** Files that hold what was acknowledged and is not yet in the store. */
export type Spool = {
  /**
   * Resolves when the lines are on disk and survive a power cut. What comes while the disk is busy
   * shares the next sync. Throws `spool.full` when they could not be written.
   */
  append(lines: readonly Line[]): Promise<void>
  /** Ends the open segment and hands over every finished one, oldest first. */
  take(): Promise<Segment[]>
  /** Whether there is room for more, on the disk and in the spool, as of at most a second ago. */
  hasRoom(): boolean
  /** Bytes that wait for the store, as of at most a second ago. */
  bytes(): number
  close(): Promise<void>
}

export type SpoolParts = {
  readonly folder: string
  readonly clock: Clock
  readonly chance: Chance
  readonly freeBytesMin?: number | undefined
  readonly spoolBytesMax?: number | undefined
}

type Waiting = { lines: readonly Line[]; done: () => void; fail: (cause: unknown) => void }
type Open = {
  name: string
  fd: number
  bytes: number
  count: number
  tables: Set<Table>
  lots: Set<string>
}

/** Opens a spool folder; finished segments of an earlier process come first from `take`. */
export async function openSpool(parts: SpoolParts): Promise<Spool> {
  mkdirSync(parts.folder, { recursive: true, mode: 0o700 })
  await syncFolder(parts.folder)
  const room = await watchRoom(parts)
  const writer = openWriter(parts)
  let waiting: Waiting[] = []
  let waitingBytes = 0
  let sealing: (() => void)[] = []
  let turn: Promise<void> | undefined
  let ended = false

  // No timer: what arrives while one group is synced is the next group.
  const run = async () => {
    while (waiting.length > 0 || sealing.length > 0) {
      const group = waiting.splice(0)
      const bytes = waitingBytes
      waitingBytes = 0
      const sealed = sealing.splice(0)
      room.wrote(bytes)
      await settle(group, () => writer.write(group.flatMap(one => one.lines)))
      if (sealed.length > 0) await writer.seal()
      for (const done of sealed) done()
    }
    turn = undefined
  }
  const start = () => void (turn ??= Promise.resolve().then(run))
  const seal = () =>
    new Promise<void>(done => {
      sealing.push(done)
      start()
    })

  return {
    append(lines) {
      const bytes = sizeOf(lines)
      const isTooMuch = waiting.length >= WAITING_MAX || waitingBytes + bytes > WAITING_BYTES_MAX
      if (ended || isTooMuch) return Promise.reject(full('too much waits for the disk'))
      if (!room.has()) return Promise.reject(full('there is no room'))
      return new Promise((done, fail) => {
        waitingBytes += bytes
        waiting.push({ lines, done, fail })
        start()
      })
    },
    async take() {
      await seal()
      return writer.finished.splice(0)
    },
    hasRoom: () => room.has(),
    bytes: () => room.used(),
    async close() {
      ended = true
      room.stop()
      await seal()
    },
  }
}

async function settle(group: readonly Waiting[], work: () => Promise<void>): Promise<void> {
  try {
    if (group.length > 0) await work()
    for (const { done } of group) done()
  } catch (cause) {
    for (const { fail } of group) fail(full(cause))
  }
}

type Writer = {
  /** Writes and syncs; afterwards the lines are safe. */
  write(lines: readonly Line[]): Promise<void>
  seal(): Promise<void>
  readonly finished: Segment[]
}

function openWriter({ folder, clock, chance }: SpoolParts): Writer {
  const finished = leftovers(folder)
  let current: Open | undefined
  let opened = 0
  let latest = finished.reduce((most, { name }) => Math.max(most, Number(name.slice(0, 15))), 0)

  const open = async (): Promise<Open> => {
    // A clock that is set back must not put what came later before what came first.
    latest = Math.max(latest + 1, clock.now())
    const when = String(latest).padStart(15, '0')
    const count = String(opened++ % 1_000_000).padStart(6, '0')
    const name = `${when}-${count}-${Buffer.from(chance.bytes(8)).toString('hex')}.ndjson`
    const fd = await createFile(join(folder, name))
    await syncFolder(folder)
    return { name, fd, bytes: 0, count: 0, tables: new Set(), lots: new Set() }
  }
  // The first row of a lot gets an id of ours, by which a replay can tell whether the lot is stored.
  const markOf = ({ lots }: Open, table: Table, lot: string | undefined) => {
    if (lot === undefined || lots.has(lot)) return ''
    lots.add(lot)
    return `"${table}_event":"${Buffer.from(chance.bytes(8)).readBigUInt64BE(0)}",`
  }
  const seal = async () => {
    if (!current) return
    const { name, fd, bytes, tables } = current
    current = undefined
    await closeFile(fd)
    if (bytes > 0) finished.push({ name, path: join(folder, name), tables })
  }
  const write = async (lines: readonly Line[]) => {
    current ??= await open()
    const segment = current
    let text = ''
    for (const { table, rest, lot } of lines) {
      segment.tables.add(table)
      text += `{"n":${segment.count++},${markOf(segment, table, lot)}${rest}`
    }
    const bytes = Buffer.from(text)
    try {
      await writeFile(segment.fd, bytes, segment.bytes)
      await syncFile(segment.fd)
      segment.bytes += bytes.length
    } catch (cause) {
      // Nobody was told that these lines are kept, so they should not be loaded either.
      await truncateFile(segment.fd, segment.bytes).catch(() => undefined)
      await seal()
      throw cause
    }
    if (segment.bytes >= SEGMENT_BYTES_MAX) await seal()
  }
  return { write, seal, finished }
}

function leftovers(folder: string): Segment[] {
  return readdirSync(folder)
    .filter(name => SEGMENT_NAME.test(name))
    .toSorted()
    .map(name => ({ name, path: join(folder, name), tables: undefined }))
}

/** Characters, and what each line gets besides: never more than it takes in memory. */
function sizeOf(lines: readonly Line[]): number {
  const BESIDES = 48
  return lines.reduce((sum, { rest }) => sum + rest.length + BESIDES, 0)
}

type Room = {
  has(): boolean
  used(): number
  /** Counts what was written since the folder was last looked at. */
  wrote(bytes: number): void
  stop(): void
}

async function watchRoom({ folder, freeBytesMin, spoolBytesMax }: SpoolParts): Promise<Room> {
  const [least, most] = [freeBytesMin ?? FREE_BYTES_MIN, spoolBytesMax ?? SPOOL_BYTES_MAX]
  const room = { free: await freeBytes(folder), used: bytesIn(folder), since: 0 }
  const look = async () => {
    try {
      ;[room.used, room.since] = [bytesIn(folder), 0]
      room.free = await freeBytes(folder)
    } catch {
      // A disk that does not answer has no room.
      room.free = 0
    }
  }
  const timer = setInterval(() => void look(), ROOM_CHECK_MS).unref()
  return {
    has: () => room.free >= least && room.used + room.since < most,
    used: () => room.used + room.since,
    wrote: bytes => void (room.since += bytes),
    stop: () => clearInterval(timer),
  }
}

/** What waits to be loaded; a file may go while it is looked at. */
function bytesIn(folder: string): number {
  const sizeIn = (name: string) =>
    statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0
  return readdirSync(folder)
    .filter(name => SEGMENT_NAME.test(name))
    .reduce((sum, name) => sum + sizeIn(name), 0)
}

function full(cause: unknown): Fault {
  return new Fault(
    'spool.full',
    'events could not be written to disk',
    'make room on the disk of the data folder; nothing was acknowledged meanwhile',
    cause,
  )
}

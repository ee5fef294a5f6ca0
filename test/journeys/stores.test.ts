import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { ch } from '../../src/platform/clickhouse.ts'
import { openLog } from '../../src/platform/log.ts'
import { livesIn } from '../../src/platform/process.ts'
import { sql } from '../../src/platform/postgres.ts'
import { openStores } from '../../src/platform/stores.ts'

const program = join('node_modules/.cache/lupaus', `stores-holder-${process.pid}.mjs`)
const schema = new URL('../../src/consent/schema/', import.meta.url).href
const log = openLog('silent')
const isRoot = process.getuid?.() === 0

beforeAll(async () => {
  await build({
    entryPoints: ['test/journeys/stores-holder.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  })
})

afterAll(() => rmSync(program, { force: true }))

test('after kill -9 everything that was taken is there, and one PostgreSQL runs', async () => {
  const data = scratch()
  const holder = await hold(data)
  await holder.taken(20)
  await holder.end('SIGKILL')
  await expectAllKept(data, holder.last())
})

test('a PostgreSQL that a killed process left running is stopped before ours starts', async () => {
  const data = scratch()
  // Without `setpriv` on the path PostgreSQL does not learn of our death.
  const holder = await hold(data, { env: { PATH: '/nowhere' } })
  await holder.taken(20)
  const orphan = Number(readFileSync(join(data, 'pg/db/postmaster.pid'), 'utf8').split('\n')[0])
  await holder.end('SIGKILL')
  expect(await livesIn(orphan, join(data, 'pg/db'))).toBe(true)

  await expectAllKept(data, holder.last())
  expect(await livesIn(orphan, join(data, 'pg/db'))).toBe(false)
})

test('SIGTERM closes both stores cleanly and leaves no process and no lock', async () => {
  const data = scratch()
  const holder = await hold(data)
  await holder.taken(5)
  expect(await holder.end('SIGTERM')).toBe(0)
  expect(holder.told()).toContain('closed')
  expect(existsSync(join(data, 'lock'))).toBe(false)
  expect(existsSync(join(data, 'pg/db/postmaster.pid'))).toBe(false)
  expect(postgresOf(data)).toEqual([])
})

test('a second process on the folder is told which one holds it, and the first goes on', async () => {
  const data = scratch()
  const holder = await hold(data)
  await expect(openStores({ dataFolder: data, log, schemas: [] })).rejects.toMatchObject({
    code: 'data.locked',
    message: expect.stringContaining(`process ${holder.pid}`),
  })
  await holder.taken(holder.last() + 5)
  expect(await holder.end('SIGTERM')).toBe(0)
})

test.runIf(isRoot)('an ordinary user, who is not root, holds stores too', async () => {
  const data = scratch()
  chownSync(data, 65_534, 65_534)
  const holder = await hold(data, { uid: 65_534, gid: 65_534 })
  await holder.taken(3)
  expect(await holder.end('SIGTERM')).toBe(0)
})

async function expectAllKept(data: string, last: number): Promise<void> {
  await using stores = await openStores({ dataFolder: data, log, schemas: [new URL(schema)] })
  const count = { pg: 0, ch: 0 }
  const [pg] = await stores.db.rows<{ kept: number }>(sql`select count(*)::int as kept
    from trial.taken where number <= ${last}`)
  const [events] = await stores.ch.rows<{ kept: string }>(ch`select count() as kept
    from trial.taken where number <= ${last}`)
  count.pg = pg?.kept ?? 0
  count.ch = Number(events?.kept)
  expect(count).toEqual({ pg: last, ch: last })
  expect(postgresOf(data)).toHaveLength(1)
}

/** Pids of the servers, not of their children, that were started on this data folder. */
function postgresOf(data: string): string[] {
  return readdirSync('/proc').filter(pid => {
    if (!/^\d+$/.test(pid) || !existsSync(`/proc/${pid}/cmdline`)) return false
    const words = commandOf(pid)
    return (words[0] ?? '').endsWith('/postgres') && words.includes(join(data, 'pg/db'))
  })
}

function commandOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}

type Holder = {
  readonly pid: number | undefined
  told(): string
  /** The last number that both stores had taken. */
  last(): number
  taken(number: number): Promise<void>
  /** Answers the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

async function hold(
  data: string,
  how: { env?: NodeJS.ProcessEnv; uid?: number; gid?: number } = {},
): Promise<Holder> {
  const child = spawn(process.execPath, [program, data, schema], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...how,
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let told = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told += text))
  const last = () =>
    Number(
      told
        .trimEnd()
        .split('\n')
        .findLast(line => /^\d+$/.test(line)) ?? 0,
    )
  const until = (done: () => boolean) => waitFor(child, done)
  await until(() => told.includes('ready\n'))
  return {
    pid: child.pid,
    told: () => told,
    last,
    taken: number => until(() => last() >= number),
    async end(signal) {
      const closed = once(child, 'close')
      child.kill(signal)
      await closed
      return child.exitCode
    },
  }
}

async function waitFor(child: ChildProcess, done: () => boolean): Promise<void> {
  while (!done()) {
    if (child.exitCode !== null) throw new Error('the process that holds the stores has ended')
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

function scratch(): string {
  const path = mkdtempSync(join(tmpdir(), 'lupaus-stores-'))
  chmodSync(path, 0o711)
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer, createConnection, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Client } from 'pg'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { openLog } from '../src/platform/log.ts'
import type { Postgres } from '../src/platform/postgres.ts'
import { keysFrom } from '../src/platform/secrets.ts'
import { folderMode } from '../src/platform/sockets.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresCluster: string
  }
}

/** Nothing here outlives the run, so nothing waits for the disk. */
const THROWAWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
}

/** The URL of a new, empty database, owned by its role; the whole cluster goes when the run ends. */
export async function scratchDatabase(): Promise<string> {
  const url = await text(createConnection(inject('postgresCluster')))
  if (!url.startsWith('postgres://')) throw new Error(url)
  return url
}

/** One PostgreSQL for the whole run, started when a test first asks for a database. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'lupaus-tests-'))
  await chmod(folder, folderMode())
  let cluster: Promise<Cluster> | undefined
  const answer = async (socket: Socket) => {
    cluster ??= startCluster(folder)
    socket.end(await cluster.then(each => each.next()).catch(String))
  }
  const server = createServer(socket => void answer(socket))
  const path = join(folder, 'databases')
  await new Promise<void>(resolve => server.listen(path, resolve))
  project.provide('postgresCluster', path)
  return () => tearDown(server, folder, cluster)
}

type Cluster = { next(): Promise<string>; stop(): Promise<void> }

async function startCluster(folder: string): Promise<Cluster> {
  const { openEmbedded } = await import('../src/platform/postgres-embedded.ts')
  await mkdir(join(folder, 'pg'))
  const keys = keysFrom(new Uint8Array(32))
  const log = openLog('silent')
  const own = await openEmbedded({ folder: join(folder, 'pg'), keys, log, extra: THROWAWAY })
  const keeper = await connectAsKeeper(own, Buffer.from(keys.derive('postgres')).toString('hex'))
  let made = 0
  const make = async () => {
    const name = `scratch_${(made += 1)}`
    await keeper.query(`create database ${name} owner lupaus`)
    return own.url.replace(/\/lupaus$/, `/${name}`)
  }
  // The next one is made while the last is in use.
  let spare = make()
  return {
    next() {
      const url = spare
      spare = spare.then(make)
      spare.catch(() => undefined)
      return url
    },
    async stop() {
      await spare
      await keeper.end()
      await own[Symbol.asyncDispose]()
    },
  }
}

async function connectAsKeeper(own: Postgres, password: string): Promise<Client> {
  const url = own.url
    .replace(/lupaus:\w+@/, `keeper:${password}@`)
    .replace(/\/lupaus$/, '/postgres')
  const keeper = new Client({ connectionString: url })
  await keeper.connect()
  return keeper
}

async function tearDown(
  server: Server,
  folder: string,
  cluster: Promise<Cluster> | undefined,
): Promise<void> {
  server.close()
  await cluster?.then(each => each.stop()).catch(() => undefined)
  await rm(folder, { recursive: true, force: true })
}

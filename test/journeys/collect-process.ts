import { type ChildProcess, spawn } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { bannerWords, readPolicy } from '../../src/policy/index.ts'
import { AGENT, SHOP_POLICY } from '../world.ts'

/** The product as `npm start` runs it, in a process that can be killed and started again. */
export type Product = {
  readonly url: string
  /** Resolves when the process is gone, however it went. */
  readonly gone: Promise<void>
  /** Everything it wrote to its output, and to its errors. */
  said(): string
  kill(signal: 'SIGKILL' | 'SIGTERM'): void
}

/** A data folder that outlives the processes on it, and the journal of what was really synced. */
export type Ground = Disposable & { readonly folder: string; readonly journal: string }

/** Makes an empty place for a data folder. */
export function ground(): Ground {
  const base = mkdtempSync(join(tmpdir(), 'lupaus-kill-'))
  return {
    folder: join(base, 'data'),
    journal: join(base, 'synced.journal'),
    [Symbol.dispose]: () => rmSync(base, { recursive: true, force: true }),
  }
}

/** How a product is started; `crashAt` as in test/faults/crash-at.mjs. */
export type StartSettings = {
  readonly crashAt?: string
  readonly env?: Readonly<Record<string, string>>
}

/** What `npm start` executes, with the faults loaded before it; not yet ready. */
export function spawnProduct(on: Ground, { crashAt, env }: StartSettings = {}): ChildProcess {
  const preloads = ['lost-cache.mjs', ...(crashAt === undefined ? [] : ['crash-at.mjs'])]
  const args = preloads.flatMap(name => [
    '--import',
    new URL(`../faults/${name}`, import.meta.url).href,
  ])
  return spawn(process.execPath, [...args, 'scripts/start.mjs'], {
    env: {
      ...process.env,
      LUPAUS_DATA: on.folder,
      LUPAUS_POLICY: resolve('policies/childrens-shop.yaml'),
      LUPAUS_PORT: '0',
      LUPAUS_LOG: 'error',
      LUPAUS_BATCHES_PER_MINUTE: '99999999',
      LOST_CACHE_JOURNAL: on.journal,
      ...(crashAt === undefined ? {} : { CRASH_AT: crashAt }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Starts the product and resolves when it says that it is ready. */
export async function startProduct(on: Ground, settings: StartSettings = {}): Promise<Product> {
  const child = spawnProduct(on, settings)
  const gone = goneOf(child)
  let said = ''
  const url = await new Promise<string>((found, fail) => {
    const hear = (chunk: unknown) => {
      said += String(chunk)
      const ready = /^ready (http:\S+)$/m.exec(said)?.[1]
      if (ready !== undefined) found(ready)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    void gone.then(() => fail(new Error(`the product ended before it was ready:\n${said}`)))
  })
  return { url, gone, said: () => said, kill: signal => child.kill(signal) }
}

/** Resolves when a process is gone, however it went. */
export function goneOf(child: ChildProcess): Promise<void> {
  return new Promise(done => child.once('exit', () => done()))
}

/** Says yes to everything as the banner would; the receipt counts on this data folder from now on. */
export async function chooseAll(
  { url }: Product,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { policy } = readPolicy(SHOP_POLICY, 'policy')
  if (!policy) throw new Error('the policy of the shop has errors')
  const choice = {
    lang: 'en',
    words: bannerWords(policy, 'en').first.sha256,
    granted: ['personalisation', 'analytics', 'marketing'],
    ofAge: true,
    via: 'banner',
    signals: [],
  }
  const answer = await fetch(`${url}/v1/choices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': AGENT, ...headers },
    body: JSON.stringify(choice),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return ((await answer.json()) as { receipt: string }).receipt
}

/** A power cut in miniature: what no completed sync had covered is gone from the spool. */
export function losePower({ folder, journal }: Ground): void {
  const { bytes, names } = readJournal(journal)
  for (const name of spooled({ folder })) {
    const path = join(folder, 'spool', name)
    const safe = names.has(name) ? (bytes.get(name) ?? 0) : undefined
    if (safe === undefined) rmSync(path)
    else if (statSync(path).size > safe) truncateSync(path, safe)
  }
}

/** Spool files that wait to be loaded. */
export function spooled({ folder }: Pick<Ground, 'folder'>): readonly string[] {
  const spool = join(folder, 'spool')
  return existsSync(spool) ? readdirSync(spool).filter(name => name.endsWith('.ndjson')) : []
}

/** How often each path is stored; the product must have stopped. */
export async function storedPaths(on: Ground): Promise<ReadonlyMap<string, number>> {
  const lines = (await rows('count', on)).split('\n').filter(Boolean)
  return new Map(
    lines.map(line => {
      const { path, count } = JSON.parse(line) as { path: string; count: string }
      return [path, Number(count)]
    }),
  )
}

/** Every row of every table of ClickHouse as text; the product must have stopped. */
export async function allRows(on: Ground): Promise<string> {
  return await rows('all', on)
}

/** Leaves ClickHouse the tokens of what waits in the spool, without the rows. */
export async function unland(on: Ground): Promise<void> {
  await rows('unland', on)
}

/** In a process of its own, because one process opens one folder of events, and once. */
async function rows(act: 'all' | 'count' | 'unland', { folder }: Ground): Promise<string> {
  const child = spawn(process.execPath, ['test/faults/rows.mjs', act, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', chunk => (text += String(chunk)))
  const code = await new Promise<number | null>(done => child.once('close', done))
  if (code !== 0) throw new Error(`the rows could not be read: ${code}`)
  return text
}

function readJournal(path: string): { bytes: Map<string, number>; names: Set<string> } {
  const [bytes, names] = [new Map<string, number>(), new Set<string>()]
  for (const line of existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []) {
    const [kind, name = '', size] = line.split(' ')
    if (kind === 'name') names.add(name)
    if (kind === 'bytes') bytes.set(name, Math.max(bytes.get(name) ?? 0, Number(size)))
  }
  return { bytes, names }
}

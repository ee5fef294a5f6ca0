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
import { join } from 'node:path'

/** A collector in a process of its own, which can be killed, and started again on the same folder. */
export type CollectorProcess = {
  readonly url: string
  readonly receipt: string
  /** Resolves when the process is gone, however it went. */
  readonly gone: Promise<void>
  kill(signal: 'SIGKILL' | 'SIGTERM'): void
}

/** A data folder that outlives the processes on it, and the journal of what was really synced. */
export type Ground = Disposable & { readonly folder: string; readonly journal: string }

/** Makes an empty data folder. */
export function ground(): Ground {
  const base = mkdtempSync(join(tmpdir(), 'lupaus-kill-'))
  return {
    folder: join(base, 'data'),
    journal: join(base, 'synced.journal'),
    [Symbol.dispose]: () => rmSync(base, { recursive: true, force: true }),
  }
}

/** Starts the collector; `crashAt` as in test/faults/crash-at.mjs. Resolves when it is ready. */
export async function startCollector(on: Ground, crashAt?: string): Promise<CollectorProcess> {
  const preloads = ['lost-cache.mjs', ...(crashAt === undefined ? [] : ['crash-at.mjs'])]
  const args = preloads.flatMap(name => [
    '--import',
    new URL(`../faults/${name}`, import.meta.url).href,
  ])
  const child = spawn(process.execPath, [...args, 'dist/bench/collector.js', on.folder], {
    env: { ...process.env, LOST_CACHE_JOURNAL: on.journal, CRASH_AT: crashAt },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise<void>(done => child.once('exit', () => done()))
  const url = await readyAddress(child, gone)
  const { receiptFor } = (await import(
    new URL('../../dist/bench/collector.js', import.meta.url).href
  )) as {
    receiptFor: (purposes: string) => string
  }
  return {
    url,
    receipt: receiptFor('analytics,marketing'),
    gone,
    kill: signal => child.kill(signal),
  }
}

/** A power cut in miniature: what no completed sync had covered is gone from the spool. */
export function losePower({ folder, journal }: Ground): void {
  const spool = join(folder, 'spool')
  if (!existsSync(spool)) return
  const { bytes, names } = readJournal(journal)
  for (const name of readdirSync(spool).filter(one => one.endsWith('.ndjson'))) {
    const path = join(spool, name)
    const safe = names.has(name) ? (bytes.get(name) ?? 0) : undefined
    if (safe === undefined) rmSync(path)
    else if (statSync(path).size > safe) truncateSync(path, safe)
  }
}

/** How often each path is stored; the collector must have stopped. */
export async function storedPaths({ folder }: Ground): Promise<ReadonlyMap<string, number>> {
  const child = spawn(process.execPath, ['test/faults/rows.mjs', join(folder, 'events')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', chunk => (text += String(chunk)))
  const code = await new Promise<number | null>(done => child.once('close', done))
  if (code !== 0) throw new Error(`the rows could not be read: ${code}`)
  const lines = text.split('\n').filter(Boolean)
  return new Map(
    lines.map(line => {
      const { path, count } = JSON.parse(line) as { path: string; count: string }
      return [path, Number(count)]
    }),
  )
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

function readyAddress(child: ChildProcess, gone: Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    void gone.then(() => reject(new Error('the collector ended before it was ready')))
    child.stdout?.on('data', chunk => {
      const found = /ready (http:\S+)/.exec(String(chunk))
      if (found?.[1] !== undefined) resolve(found[1])
    })
  })
}

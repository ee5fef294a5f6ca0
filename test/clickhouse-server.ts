import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What can go wrong between us and a ClickHouse server. */
export type ClickhouseFault = {
  readonly kind:
    | 'cut-answer' // half of an answer, then the connection is gone
    | 'short-answer' // half of an answer, as if that were all
    | 'cut-request' // gone after the first bytes of what is sent
    | 'lost-answer' // done, but nobody is told
    | 'twice' // delivered twice
    | 'exception-in-stream' // status 200, half the rows, then an error, as from 25.11 on
    | 'old-exception' // the same as before that
    | 'busy' // too many queries
    | 'slow' // by `ms`
    | 'hang' // no answer ever
  /** How often; once when absent. */
  readonly times?: number
  /** What the statement contains; any when absent. */
  readonly match?: string
  readonly ms?: number
}

/** A ClickHouse server in a process of its own, whose faults a test chooses. */
export type ClickhouseServer = AsyncDisposable & {
  /** With user and password. */
  readonly url: string
  readonly port: number
  fault(fault: ClickhouseFault): Promise<void>
  /** Takes back what was armed and did not happen; answers how many those were. */
  disarm(): Promise<number>
  /** Statements that were executed so far. */
  asked(): Promise<number>
  /** Gone from the network; what it keeps stays. */
  down(): Promise<void>
  up(): Promise<void>
}

const USER = 'lupaus'
const PASSWORD = 'p@ss:w%rd'

/** Starts one on an empty folder. */
export async function clickhouseServer(): Promise<ClickhouseServer> {
  const folder = mkdtempSync(join(tmpdir(), 'lupaus-ch-'))
  const script = new URL('./faults/clickhouse-server.mjs', import.meta.url)
  const child = fork(script, [folder, USER, PASSWORD], { execArgv: [] })
  const ask = asking(child)
  const port = Number(await ask('port'))
  return {
    port,
    url: `http://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`,
    fault: async fault => void (await ask('arm', { times: 1, match: '', ...fault })),
    disarm: async () => Number(await ask('disarm')),
    asked: async () => Number(await ask('asked')),
    down: async () => void (await ask('down')),
    up: async () => void (await ask('up', { port })),
    async [Symbol.asyncDispose]() {
      await ask('stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Ask = (act: string, more?: object) => Promise<unknown>

function asking(child: ChildProcess): Ask {
  const open = new Map<number, { done: (answer: unknown) => void; fail: (why: Error) => void }>()
  let last = 0
  child.on('message', (told: { readonly id: number; readonly answer: unknown }) => {
    open.get(told.id)?.done(told.answer)
    open.delete(told.id)
  })
  child.on('exit', code => {
    for (const { fail } of open.values())
      fail(new Error(`the ClickHouse of the test ended: ${code}`))
  })
  return (act, more = {}) =>
    new Promise((done, fail) => {
      const id = (last += 1)
      open.set(id, { done, fail })
      child.send({ id, act, ...more })
    })
}

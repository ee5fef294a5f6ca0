import { chmod, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { createConnection, createServer, type Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { Fault, FAULTS, type FaultCode } from '../base/fault.ts'
import type { Json } from '../base/json.ts'
import type { DataFolder } from './data-folder.ts'
import type { Log } from './log.ts'
import { socketFolder } from './sockets.ts'

/** Answers one command; each line it yields is sent at once, and the reader's pace is kept. */
export type ControlHandlers = Readonly<Record<string, (args: Json) => AsyncIterable<Json>>>

export const LINE_BYTES_MAX = 1024 * 1024
const CALLERS_MAX = 8
const IDLE_MS = 30_000
/** Sent by the server while a command is silent, so that silence means it is gone. */
const BEAT_MS = 10_000

/**
 * What goes over the socket, one JSON text a line: a request, then lines, and at the end `done`, or
 * what went wrong.
 */
type Request = { readonly command: string; readonly args: Json }
type Answer =
  | { readonly line: Json }
  | { readonly beat: true }
  | { readonly done: true }
  | { readonly error: string }
  | { readonly fault: string; readonly message: string; readonly help: string }

/**
 * Answers commands of the same user on a socket whose path is written in the data folder. Closing
 * ends the commands that still run, after their present line.
 */
export async function serveControl(
  folder: Pick<DataFolder, 'path' | 'control'>,
  handlers: ControlHandlers,
  log: Log,
): Promise<AsyncDisposable> {
  const path = join(await socketFolder(folder.path), 'control')
  // We hold the lock of the data folder, so what is there belongs to nobody any more.
  await rm(path, { force: true })
  const callers = new Set<Socket>()
  const server = createServer(socket => {
    callers.add(socket)
    socket.once('close', () => callers.delete(socket))
    socket.on('error', () => socket.destroy())
    void answer(socket, handlers, log)
  })
  server.maxConnections = CALLERS_MAX
  const mask = process.umask(0o177)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(path, resolve)
    process.umask(mask)
  })
  await chmod(path, 0o600)
  await writeFile(folder.control, `${path}\n`, { mode: 0o600 })
  return {
    async [Symbol.asyncDispose]() {
      for (const socket of callers) socket.destroy()
      await new Promise(resolve => server.close(resolve))
      await rm(folder.control, { force: true })
      await rmdir(dirname(path)).catch(() => undefined)
    },
  }
}

/**
 * Asks the Lupaus that runs on a data folder, and hands on each line of its answer. A `Fault`
 * `control.unavailable` when none answers or it stops half way; any other is the server's own.
 */
export async function callControl(
  dataFolder: string,
  command: string,
  args: Json,
  onLine: (line: Json) => void,
): Promise<void> {
  const path = await readFile(join(dataFolder, 'control'), 'utf8').catch(() => '')
  const socket = path === '' ? undefined : await connected(path.trim())
  if (!socket) throw nobody(dataFolder)
  try {
    socket.setTimeout(IDLE_MS, () => socket.destroy())
    const request: Request = { command, args }
    socket.write(`${JSON.stringify(request)}\n`)
    for await (const text of linesOf(socket)) {
      const told = readAnswer(text)
      if ('done' in told) return
      if ('line' in told) onLine(told.line)
      if ('error' in told) throw new Error(told.error)
      if ('fault' in told) throw faultOf(told)
    }
  } finally {
    socket.destroy()
  }
  throw nobody(dataFolder)
}

async function answer(socket: Socket, handlers: ControlHandlers, log: Log): Promise<void> {
  socket.setTimeout(IDLE_MS, () => socket.destroy())
  let beat: NodeJS.Timeout | undefined
  try {
    const request = await requestOf(socket)
    if (!request) return
    socket.setTimeout(0)
    beat = setInterval(() => void say(socket, { beat: true }), BEAT_MS)
    await obey(socket, request, handlers)
  } catch (error) {
    if (!(error instanceof Fault))
      log.error({ err: error }, 'a command of the control socket failed')
    await say(socket, wrongOf(error))
  } finally {
    clearInterval(beat)
    socket.end()
  }
}

async function requestOf(socket: Socket): Promise<Request | undefined> {
  for await (const text of linesOf(socket)) {
    const asked = parsed(text)
    if (isRequest(asked)) return asked
    await say(socket, { error: 'a request is `{"command":…,"args":…}` on one line' })
    return undefined
  }
  return undefined
}

async function obey(
  socket: Socket,
  { command, args }: Request,
  handlers: ControlHandlers,
): Promise<void> {
  const handler = Object.hasOwn(handlers, command) ? handlers[command] : undefined
  if (!handler) {
    await say(socket, { error: `the running Lupaus knows no command \`${command.slice(0, 60)}\`` })
    return
  }
  for await (const line of handler(args)) {
    if (socket.destroyed) return
    await say(socket, { line })
  }
  await say(socket, { done: true })
}

/** Sends one line, and waits when the reader is behind. */
async function say(socket: Socket, told: Answer): Promise<void> {
  if (socket.destroyed) return
  const text = `${JSON.stringify(told)}\n`
  if (Buffer.byteLength(text) > LINE_BYTES_MAX)
    throw new Error('bug: an answer is longer than a line')
  if (socket.write(text)) return
  await new Promise<void>(resolve => {
    const goOn = () => {
      socket.off('drain', goOn).off('close', goOn)
      resolve()
    }
    socket.on('drain', goOn).on('close', goOn)
  })
}

/** The lines of a socket; a line over the limit ends it. The socket itself stays open. */
async function* linesOf(socket: Socket): AsyncGenerator<string> {
  let rest = Buffer.alloc(0)
  const chunks: AsyncIterable<Buffer> = socket.iterator({ destroyOnReturn: false })
  try {
    for await (const chunk of chunks) {
      rest = Buffer.concat([rest, chunk])
      for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
        yield rest.subarray(0, end).toString('utf8')
        rest = rest.subarray(end + 1)
      }
      if (rest.length > LINE_BYTES_MAX)
        throw new Error(`a line is longer than ${LINE_BYTES_MAX} bytes`)
    }
  } catch (error) {
    // The other side went away: the lines simply end.
    if (!socket.destroyed) throw error
  }
}

function connected(path: string): Promise<Socket | undefined> {
  return new Promise(resolve => {
    const socket = createConnection(path)
    socket.once('connect', () => resolve(socket))
    socket.on('error', () => resolve(undefined))
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRequest(value: unknown): value is Request {
  if (typeof value !== 'object' || value === null) return false
  return 'command' in value && typeof value.command === 'string' && 'args' in value
}

function readAnswer(text: string): Answer {
  const told = parsed(text)
  return isAnswer(told)
    ? told
    : { error: 'the running Lupaus answers in another way: is it as new?' }
}

function isAnswer(told: unknown): told is Answer {
  if (typeof told !== 'object' || told === null) return false
  return ['line', 'beat', 'done', 'error', 'fault'].some(key => key in told)
}

function wrongOf(error: unknown): Answer {
  if (!(error instanceof Fault))
    return { error: error instanceof Error ? error.message : 'unknown' }
  return { fault: error.code, message: error.message, help: error.help }
}

function faultOf({ fault, message, help }: Extract<Answer, { readonly fault: string }>): Error {
  return isFaultCode(fault) ? new Fault(fault, message, help) : new Error(message)
}

function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(FAULTS, code)
}

function nobody(dataFolder: string): Fault {
  return new Fault(
    'control.unavailable',
    `no running Lupaus answers for the data folder \`${dataFolder}\``,
    'start it with `npm start`, or name its data folder with `--data`',
  )
}

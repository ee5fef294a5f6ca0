import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Fault } from '../base/fault.ts'
import type { Json } from '../base/json.ts'
import { callControl, LINE_BYTES_MAX, serveControl } from './control.ts'
import { openLog } from './log.ts'

const log = openLog('silent')
const handlers = {
  async *echo(args: Json) {
    yield args
    yield 'twice'
  },
  async *fail() {
    yield 1
    throw new Error('it broke')
  },
  async *full() {
    yield* []
    throw new Fault('spool.full', 'no room', 'make room')
  },
  async *much() {
    for (let i = 0; i < 300; i++) yield 'x'.repeat(10_000)
  },
  async *endless() {
    yield 'begun'
    await new Promise(() => undefined)
  },
}

let path: string
let folder: { path: string; control: string }
let server: AsyncDisposable

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'lupaus-control-'))
  folder = { path, control: join(path, 'control') }
  server = await serveControl(folder, handlers, log)
})

afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await rm(path, { recursive: true })
})

async function ask(command: string, args: Json = null): Promise<Json[]> {
  const lines: Json[] = []
  await callControl(path, command, args, line => lines.push(line))
  return lines
}

test('a command gets its arguments, and each of its lines comes back', async () => {
  expect(await ask('echo', { a: ['ä', '\n'] })).toEqual([{ a: ['ä', '\n'] }, 'twice'])
})

test('three megabytes of lines arrive whole', async () => {
  expect(await ask('much')).toHaveLength(300)
})

test('an unknown command is answered, also one that every object has', async () => {
  await expect(ask('ehco')).rejects.toThrow('knows no command `ehco`')
  await expect(ask('toString')).rejects.toThrow('knows no command `toString`')
})

test('what goes wrong there is told here: a fault as a fault, anything else as an error', async () => {
  await expect(ask('full')).rejects.toMatchObject({ code: 'spool.full', help: 'make room' })
  await expect(ask('fail')).rejects.toThrow('it broke')
  await expect(ask('fail')).rejects.not.toBeInstanceOf(Fault)
})

test('only its own user may use the socket', async () => {
  const socket = (await readFile(folder.control, 'utf8')).trim()
  expect((await stat(socket)).mode & 0o777).toBe(0o600)
  expect((await stat(folder.control)).mode & 0o777).toBe(0o600)
})

test.for([
  ['what is no JSON', 'prove\n', 'a request is'],
  ['JSON of another shape', '[1]\n', 'a request is'],
  ['a line at its limit plus one', 'x'.repeat(LINE_BYTES_MAX + 1), 'a line is longer'],
])('%s is answered and the connection ended', async ([, sent = '', said]) => {
  const socket = createConnection((await readFile(folder.control, 'utf8')).trim())
  socket.write(sent)
  expect(await text(socket)).toContain(said)
})

test('nobody answers for a folder without a server, or whose server is gone', async () => {
  await expect(callControl('/nowhere', 'echo', null, () => {})).rejects.toMatchObject({
    code: 'control.unavailable',
    message: expect.stringContaining('`/nowhere`'),
  })
  const gone = await mkdtemp(join(tmpdir(), 'lupaus-control-'))
  await writeFile(join(gone, 'control'), `${gone}/no-socket\n`)
  await expect(callControl(gone, 'echo', null, () => {})).rejects.toMatchObject({
    code: 'control.unavailable',
  })
  await rm(gone, { recursive: true })
})

test('a server that stops half way is no answer', async () => {
  const other = await mkdtemp(join(tmpdir(), 'lupaus-control-'))
  const stopping = await serveControl(
    { path: other, control: join(other, 'control') },
    handlers,
    log,
  )
  const asked = callControl(other, 'endless', null, () => void stopping[Symbol.asyncDispose]())
  await expect(asked).rejects.toMatchObject({ code: 'control.unavailable' })
  await rm(other, { recursive: true })
})

test('a socket that a killed server left is taken over', async () => {
  const other = await mkdtemp(join(tmpdir(), 'lupaus-control-'))
  const mine = { path: other, control: join(other, 'control') }
  const first = await serveControl(mine, handlers, log)
  const left = (await readFile(mine.control, 'utf8')).trim()
  await first[Symbol.asyncDispose]()
  await mkdir(dirname(left), { mode: 0o700 })
  await writeFile(left, '')
  await using second = await serveControl(mine, handlers, log)
  expect(second).toBeDefined()
  await callControl(other, 'echo', null, () => {})
  expect((await readFile(mine.control, 'utf8')).trim()).toBe(left)
  await rm(other, { recursive: true })
})

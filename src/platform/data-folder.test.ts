import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDataFolder } from './data-folder.ts'
import { holderOf } from './lock.ts'
import { startOf } from './process.ts'
import { folderMode } from './sockets.ts'

let parent: string
let path: string

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'lupaus-folder-'))
  path = join(parent, 'data')
})

afterEach(() => rm(parent, { recursive: true }))

async function openAndClose(): Promise<{ keyId: string; receipts: Uint8Array }> {
  await using folder = await openDataFolder(path)
  return { keyId: folder.keyId, receipts: folder.keys.derive('receipts') }
}

test('it is made with its parts, closed to others, and opens again with the same key', async () => {
  const first = await openAndClose()
  expect((await stat(path)).mode & 0o777).toBe(folderMode())
  for (const part of ['pg', 'clickhouse', 'spool']) {
    expect((await stat(join(path, part))).mode & 0o777).toBe(0o700)
  }
  expect((await stat(join(path, 'keys'))).mode & 0o777).toBe(0o600)
  expect(await openAndClose()).toEqual(first)
})

test('two folders have two keys', async () => {
  const first = await openAndClose()
  path = join(parent, 'other')
  expect((await openAndClose()).keyId).not.toBe(first.keyId)
})

test('it tells how much room its disk has', async () => {
  await using folder = await openDataFolder(path)
  expect(await folder.freeBytes()).toBeGreaterThan(0)
})

test('a lost key is never replaced', async () => {
  await openAndClose()
  await rm(join(path, 'keys'))
  await expect(openDataFolder(path)).rejects.toMatchObject({ code: 'keys.lost' })
  await rm(join(path, 'VERSION'))
  await mkdir(join(path, 'pg/db'))
  await expect(openDataFolder(path)).rejects.toMatchObject({ code: 'keys.lost' })
  await expect(stat(join(path, 'keys'))).rejects.toThrow('ENOENT')
})

test.for([0o604, 0o640, 0o602])('a key file of mode %i is refused', async mode => {
  await openAndClose()
  await chmod(join(path, 'keys'), mode)
  await expect(openDataFolder(path)).rejects.toMatchObject({
    code: 'data.unreadable',
    help: expect.stringContaining('chmod 600'),
  })
})

test('a damaged key file is refused, and the message does not show it', async () => {
  await openAndClose()
  const text = await readFile(join(path, 'keys'), 'utf8')
  const wrong = text.replace(
    / (.)(\S+)\n/,
    (_, first, rest) => ` ${first === 'A' ? 'B' : 'A'}${rest}\n`,
  )
  await writeFile(join(path, 'keys'), wrong)
  const opening = openDataFolder(path)
  await expect(opening).rejects.toMatchObject({ code: 'keys.lost' })
  await expect(opening).rejects.not.toThrow(wrong.slice(30, 50))
})

test('a folder of a newer version is refused, and one of this version is not', async () => {
  await openAndClose()
  await writeFile(join(path, 'VERSION'), '2\n')
  await expect(openDataFolder(path)).rejects.toMatchObject({ code: 'data.newer' })
  await writeFile(join(path, 'VERSION'), 'two\n')
  await expect(openDataFolder(path)).rejects.toMatchObject({ code: 'data.unreadable' })
  await writeFile(join(path, 'VERSION'), '1\n')
  await openAndClose()
})

test('a folder with other files is not taken for one of ours', async () => {
  await mkdir(path)
  await writeFile(join(path, 'holiday.jpg'), '')
  await expect(openDataFolder(path)).rejects.toMatchObject({
    code: 'data.unreadable',
    message: expect.stringContaining('`holiday.jpg`'),
  })
  await expect(stat(join(path, 'lock'))).rejects.toThrow('ENOENT')
})

test('a place where no folder can be is a fault that names it', async () => {
  await expect(openDataFolder('/dev/null/data')).rejects.toMatchObject({
    code: 'data.unreadable',
    message: expect.stringContaining('`/dev/null/data`'),
  })
})

test('an open folder cannot be opened again, and a closed one can', async () => {
  const first = await openDataFolder(path)
  await expect(openDataFolder(path)).rejects.toMatchObject({
    code: 'data.locked',
    message: expect.stringContaining(`process ${process.pid}`),
  })
  expect(await holderOf(path)).toBe(process.pid)
  await first[Symbol.asyncDispose]()
  expect(await holderOf(path)).toBeUndefined()
  await openAndClose()
})

test('of several that open at once, one has it', async () => {
  await openAndClose()
  await writeFile(join(path, 'lock'), `999999999 1 on ${hostname()}\n`)
  const tries = await Promise.allSettled([1, 2, 3, 4].map(() => openDataFolder(path)))
  const won = tries.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []))
  expect(won).toHaveLength(1)
  await won[0]?.[Symbol.asyncDispose]()
})

test('the lock of a process that is gone is taken over, also when its number lives again', async () => {
  await openAndClose()
  const other = spawn('sleep', ['60'])
  const start = await startOf(other.pid ?? 0)
  try {
    await writeFile(join(path, 'lock'), `${other.pid} ${start} on ${hostname()}\n`)
    await expect(openDataFolder(path)).rejects.toMatchObject({ code: 'data.locked' })
    await writeFile(join(path, 'lock'), `${other.pid} ${start}0 on ${hostname()}\n`)
    await openAndClose()
  } finally {
    other.kill()
  }
})

test('the lock of another machine holds for as long as it is touched', async () => {
  await openAndClose()
  await writeFile(join(path, 'lock'), `1 1 on some-other-machine\n`)
  await expect(openDataFolder(path)).rejects.toMatchObject({ code: 'data.locked' })
  const old = new Date(Date.now() - 61_000)
  await utimes(join(path, 'lock'), old, old)
  await openAndClose()
})

import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withHelpdesk } from '../helpdesk.ts'
import { scratchDatabase } from '../postgres-cluster.ts'
import { SHOP_POLICY } from '../world.ts'

type Node = { readonly name: string; child: ChildProcess; url: string; said(): string }

const folder = mkdtempSync(join(tmpdir(), 'lupaus-publish-'))
const policyFile = join(folder, 'policy.yaml')
const newerFile = join(folder, 'newer.yaml')
const NEWER = SHOP_POLICY.replace('Satukuja 3', 'Satukuja 5')
const SOON = { timeout: 15_000 }
const children: ChildProcess[] = []
let databaseUrl = ''
let one: Node
let other: Node

beforeAll(async () => {
  databaseUrl = await scratchDatabase()
  writeFileSync(policyFile, SHOP_POLICY)
  writeFileSync(newerFile, NEWER)
  // The first start builds; the others run what it built.
  one = await start('one', 'scripts/start.mjs')
  // Processes that share a database share the key file too.
  mkdirSync(join(folder, 'other'), { mode: 0o700 })
  copyFileSync(join(folder, 'one', 'keys'), join(folder, 'other', 'keys'))
  chmodSync(join(folder, 'other', 'keys'), 0o600)
  other = await start('other')
}, 240_000)
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

test('proves: policy.current-published (what one process publishes, the other obeys, without a restart)', async () => {
  for (const node of [one, other]) expect(await published(node)).toBe(SHOP_POLICY)
  const made = await lupaus('one', 'publish', newerFile, '--yes', '--by', 'Aino')
  expect(made).toMatchObject({ status: 0 })
  expect(made.out).toContain('in force now')
  expect(await published(one)).toBe(NEWER)
  await expect.poll(() => published(other), SOON).toBe(NEWER)
})

test('a process that starts with an older file says so, and leaves the newer version in force', async () => {
  other.child.kill('SIGKILL')
  await once(other.child, 'exit')
  other = await start('other')
  expect(other.said()).toContain('is an older version')
  expect(other.said()).toContain('lupaus publish')
  for (const node of [one, other]) expect(await published(node)).toBe(NEWER)
})

test('proves: notice.versioned-and-dated (verify checks every version by the running server, or without it)', async () => {
  const running = await lupaus('one', 'verify')
  expect(running).toMatchObject({ status: 0 })
  expect(running.out).toContain('whole: 2 policy publications')
  const json = JSON.parse((await lupaus('one', 'verify', '--json')).out)
  expect(json.versions).toMatchObject({ publications: 2, broken: [] })
  expect(json.versions.keys).toHaveLength(1)
  const key = await (await fetch(`${other.url}/privacy/versions/key.pem`)).text()
  expect(json.versions.keys).toEqual([key])

  one.child.kill('SIGTERM')
  await once(one.child, 'exit')
  const alone = await lupaus('one', 'verify')
  expect(alone.out).toContain('whole: 2 policy publications')
  expect(readdirSync(join(folder, 'one'))).not.toContain('control')
})

test('publish without a running server says that there is none', async () => {
  const said = await lupaus('one', 'publish', policyFile, '--yes')
  expect(said.status).toBe(1)
  expect(said.err).toContain('control.unavailable')
})

test('a saved file that people must be told of is not put in force, and the way is shown', async () => {
  const before = await published(other)
  const wider = withHelpdesk(NEWER)
  writeFileSync(policyFile, wider)
  await expect.poll(() => other.said(), SOON).toContain('the gate `told` is closed')
  expect(other.said()).toContain('--informed DAY:HOW')
  expect(await published(other)).toBe(before)
  // Nor by a restart.
  other.child.kill('SIGKILL')
  await once(other.child, 'exit')
  other = await start('other')
  expect(other.said()).toContain('the gate `told` is closed')
  expect(await published(other)).toBe(before)
  const list = await (await fetch(`${other.url}/privacy/versions?lang=en`)).text()
  expect(list).not.toContain(createHash('sha256').update(wider).digest('hex'))
})

async function start(name: string, program = 'dist/demo/start.js'): Promise<Node> {
  const child = spawn(process.execPath, [program], {
    env: envOf(name),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let said = ''
  child.stdout.on('data', chunk => (said += String(chunk)))
  child.stderr.on('data', chunk => (said += String(chunk)))
  while (child.exitCode === null && !/^ready http/m.test(said)) {
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  const url = /^ready (http:\S+)$/m.exec(said)?.[1]
  if (url === undefined) throw new Error(said)
  return { name, child, url, said: () => said }
}

function envOf(name: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LUPAUS_DATA: join(folder, name),
    LUPAUS_POLICY: policyFile,
    LUPAUS_DATABASE_URL: databaseUrl,
    LUPAUS_LOG: 'error',
    LUPAUS_PORT: '0',
  }
}

function lupaus(
  name: string,
  ...args: string[]
): Promise<{ status: number; out: string; err: string }> {
  return new Promise(resolve => {
    const program = ['dist/src/cli/main.js', ...args]
    execFile(process.execPath, program, { env: envOf(name) }, (error, out, err) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err })
    })
  })
}

async function published({ url }: Node): Promise<string> {
  return (await fetch(`${url}/privacy/policy.yaml`)).text()
}

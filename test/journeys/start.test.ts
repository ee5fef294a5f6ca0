import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bannerWords, type Policy, readPolicy } from '../../src/policy/index.ts'
import { AGENT, SHOP_POLICY } from '../world.ts'

const folder = mkdtempSync(join(tmpdir(), 'lupaus-start-'))
const data = join(folder, 'data')
const policyFile = join(folder, 'policy.yaml')
const env = { ...process.env, LUPAUS_DATA: data, LUPAUS_POLICY: policyFile, LUPAUS_LOG: 'error' }

type Running = { readonly child: ChildProcess; readonly url: string; said(): string }

let running: Running

/** A poll's patience on a busy machine. */
const SOON = { timeout: 15_000 }

beforeAll(async () => {
  writeFileSync(policyFile, SHOP_POLICY)
  running = await start()
})
afterAll(() => {
  running.child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

test('every page that the start names answers', async () => {
  for (const path of [
    '/',
    '/privacy',
    '/privacy/fi',
    '/privacy/sv',
    '/privacy/en',
    '/promises',
    '/console',
    '/lupaus.js',
    '/health/live',
    '/health/ready',
  ]) {
    const answer = await fetch(`${running.url}${path}`)
    expect(answer.status, path).toBe(200)
    expect(answer.headers.get('set-cookie'), path).toBeNull()
  }
  expect(running.said()).toMatch(/\/console\/setup#[\w-]{20,}/)
})

test('the key file is for its owner only', () => {
  expect(statSync(join(data, 'keys')).mode & 0o777).toBe(0o600)
})

test('a second start on the same data folder is refused, and says who has it', async () => {
  const second = await cli('dist/demo/start.js', [], { LUPAUS_PORT: '0' })
  expect(second.status).toBe(1)
  expect(second.err).toContain('data.locked')
  expect(second.err).toContain(String(running.child.pid))
  expect(second.err).not.toMatch(/\n\s+at /)
})

test('prove writes evidence that the promises page shows', async () => {
  const proved = await lupaus('prove', '--json')
  expect(proved.status).toBe(0)
  const { proofs } = JSON.parse(proved.out) as { proofs: { promise: string; kept: boolean }[] }
  expect(proofs.length).toBeGreaterThan(10)
  expect(proofs.filter(proof => !proof.kept)).toEqual([])
  const page = await (await fetch(`${running.url}/promises.json`)).text()
  for (const { promise } of proofs) expect(page).toContain(promise)
})

test('verify finds the log whole, and names the first entry that was tampered with', async () => {
  const whole = await lupaus('verify')
  expect(whole).toMatchObject({ status: 0 })
  const file = join(folder, 'audit.ndjson')
  await lupaus('export', 'audit', `--out=${file}`)
  expect(await lupaus('verify', file)).toMatchObject({ status: 0 })
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  lines[2] = (lines[2] ?? '').replace(/"at":"\d{4}/, '"at":"1999')
  writeFileSync(file, lines.join('\n'))
  const broken = await lupaus('verify', file)
  expect(broken.status).toBe(1)
  expect(broken.out).toContain('entry 3')
})

test('proves: basis.default-deny (a saved policy without a field refuses it on the very next view)', async () => {
  const receipt = await choose(policyNow())
  expect(await send(receipt)).toEqual({ kept: '1', refused: '' })

  const narrower = SHOP_POLICY.replace('fields: [path, title,', 'fields: [title,')
  writeFileSync(policyFile, narrower)
  await expect.poll(() => published(), SOON).toBe(narrower)
  // The same consent counts on: whoever agreed to more agreed to this.
  expect((await send(receipt)).refused).toContain('field-not-declared;what="page_view.path"')

  writeFileSync(policyFile, SHOP_POLICY)
  await expect.poll(() => published(), SOON).toBe(SHOP_POLICY)
  const stale = await send(receipt)
  expect(stale.kept).toBe('0')
  expect(stale.refused).toContain('analytics;reason=terms-changed')
  const renewed = await choose(policyNow())
  expect(await send(renewed)).toEqual({ kept: '1', refused: '' })
})

test('a saved policy that people must be told of first does not begin', async () => {
  const before = await published()
  writeFileSync(policyFile, SHOP_POLICY.replace('lifetime: 15 minutes', 'lifetime: 30 minutes'))
  await expect.poll(() => running.said(), SOON).toContain('the gate `told` is closed')
  expect(running.said()).toContain(`the command is \`lupaus publish ${policyFile}\``)
  expect(await published()).toBe(before)
})

test('a saved policy with an error changes nothing, and the error is shown', async () => {
  const before = await published()
  writeFileSync(policyFile, SHOP_POLICY.replace('purposes:', 'purpoces:'))
  await expect.poll(() => running.said(), SOON).toContain('did you mean `purposes`')
  expect(await published()).toBe(before)
  writeFileSync(policyFile, SHOP_POLICY)
  await expect.poll(() => published(), SOON).toBe(SHOP_POLICY)
})

test('kill -9 loses nothing that was acknowledged, and the next start takes over', async () => {
  const receipt = await choose(policyNow())
  expect((await send(receipt)).kept).toBe('1')
  const before = await lupaus('verify', '--json')
  running.child.kill('SIGKILL')
  await once(running.child, 'exit')
  running = await start()
  const after = await lupaus('verify', '--json')
  const [{ entries: then }, { entries: now }] = [before, after].map(
    one => JSON.parse(one.out) as { entries: number },
  ) as [{ entries: number }, { entries: number }]
  expect(now).toBeGreaterThanOrEqual(then)
  // The receipt was signed with the key of the data folder, so it still counts.
  expect((await send(receipt)).kept).toBe('1')
})

test('SIGTERM ends it with 0, and nothing stays behind', async () => {
  const { child } = running
  child.kill('SIGTERM')
  const [status] = (await once(child, 'exit')) as [number]
  expect(status).toBe(0)
  const again = await lupaus('verify')
  expect(again.status).toBe(0)
  expect(again.out).toContain('whole')
})

async function start(): Promise<Running> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...env, LUPAUS_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', chunk => (said += String(chunk)))
  child.stderr.on('data', chunk => (said += String(chunk)))
  while (child.exitCode === null && !/^ready http/m.test(said)) {
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  const url = /^ready (http:\S+)$/m.exec(said)?.[1]
  if (url === undefined) throw new Error(said)
  return { child, url, said: () => said }
}

function lupaus(...args: string[]) {
  return cli('dist/src/cli/main.js', args)
}

function cli(
  program: string,
  args: readonly string[],
  more: Record<string, string> = {},
): Promise<{ status: number; out: string; err: string }> {
  return new Promise(resolve => {
    const options = { env: { ...env, ...more }, maxBuffer: 64 * 1024 * 1024 }
    execFile(process.execPath, [program, ...args], options, (error, out, err) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err })
    })
  })
}

async function published(): Promise<string> {
  return (await fetch(`${running.url}/privacy/policy.yaml`)).text()
}

function policyNow(): Policy {
  const { policy } = readPolicy(readFileSync(policyFile, 'utf8'), policyFile)
  if (!policy) throw new Error('the test policy has errors')
  return policy
}

async function choose(policy: Policy): Promise<string> {
  const words = bannerWords(policy, 'en').first.sha256
  const choice = { lang: 'en', words, granted: ['analytics'], via: 'banner', signals: [] }
  const answer = await post('/v1/choices', choice)
  if (!answer.ok) throw new Error(await answer.text())
  return ((await answer.json()) as { receipt: string }).receipt
}

async function send(receipt: string): Promise<{ kept: string | null; refused: string }> {
  const fields = { path: '/en/' }
  const answer = await post('/v1/events', {
    receipt,
    events: [{ name: 'page_view', agoMs: 0, fields }],
  })
  const { headers } = answer
  return { kept: headers.get('lupaus-kept'), refused: headers.get('lupaus-refused') ?? '' }
}

function post(path: string, body: unknown): Promise<Response> {
  return fetch(`${running.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': AGENT },
    body: JSON.stringify(body),
  })
}

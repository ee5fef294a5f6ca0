import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { readFileSync } from 'node:fs'
import { bannerWords, readPolicy } from '../src/policy/index.ts'

/** A server under load, in a process of its own. */
export type Server = {
  readonly port: number
  readonly pid: number
  stop(): Promise<void>
}

const POLICY = 'policies/childrens-shop.yaml'
const RATE_LIMIT_MAX = '99999999'

/** Starts one of the servers to compare with: the name of its script here, and its arguments. */
export function startBeside(script: string, args: readonly string[] = []): Promise<Server> {
  return started([fileURLToPath(new URL(script, import.meta.url)), ...args], {})
}

/**
 * Starts the product as `lupaus start` does: embedded stores, real policy, no demo shop. `before` are
 * flags of Node.
 */
export function startProduct(data: string, before: readonly string[] = []): Promise<Server> {
  return started([...before, 'dist/src/cli/main.js', 'start'], {
    LUPAUS_DATA: data,
    LUPAUS_POLICY: POLICY,
    LUPAUS_PORT: '0',
    LUPAUS_LOG: 'error',
    LUPAUS_BATCHES_PER_MINUTE: RATE_LIMIT_MAX,
  })
}

/** The receipt of a visitor who says yes to everything, from the product itself. */
export async function realReceipt({ port }: Server): Promise<string> {
  const { policy } = readPolicy(readFileSync(POLICY, 'utf8'), POLICY)
  if (!policy) throw new Error(`\`${POLICY}\` does not compile`)
  const choice = {
    lang: 'en',
    words: bannerWords(policy, 'en').first.sha256,
    granted: ['personalisation', 'analytics', 'marketing'],
    ofAge: true,
    via: 'banner',
    signals: [],
  }
  const answer = await fetch(`http://127.0.0.1:${port}/v1/choices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(choice),
  })
  if (!answer.ok) throw new Error(await answer.text())
  const { receipt }: { receipt: string } = JSON.parse(await answer.text())
  return receipt
}

async function started(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Server> {
  const flags = (process.env['BENCH_NODE_FLAGS'] ?? '').split(' ').filter(Boolean)
  const child = spawn(process.execPath, [...flags, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = new Promise<void>(resolve => child.once('close', () => resolve()))
  const port = await new Promise<number>((resolve, reject) => {
    let said = ''
    child.once('exit', code => reject(new Error(`${args[0]} ended with ${code}\n${said}`)))
    child.stdout.on('data', chunk => {
      said += String(chunk)
      const found = /^ready http:\/\/[^:]+:(\d+)/m.exec(said)
      if (found) resolve(Number(found[1]))
    })
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await exit
  }
  return { port, pid: child.pid ?? 0, stop }
}

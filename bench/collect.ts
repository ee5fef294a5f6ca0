import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { receiptFor } from './collector.ts'
import { type Load, pageView } from './load.ts'

const ROUNDS = 5
const ROUND_SECONDS = 4
const CONNECTIONS = 64

/**
 * Durable events per second through one collector process, and the ratio to a bare `node:http`
 * that only parses the same body: alternating rounds in the same minute, medians.
 */
export async function run(): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'lupaus-bench-'))
  const bare = await started('bare-http.js', [])
  const ours = await started('collector.js', [folder])
  try {
    const request = pageView(receiptFor('analytics,personalisation'))
    const warm = {
      bare: (await measured(bare.port, request, 1)).answered,
      ours: (await measured(ours.port, request, 2)).answered,
    }
    const [bareRounds, ourRounds]: [Load[], Load[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      bareRounds.push(await measured(bare.port, request, ROUND_SECONDS))
      ourRounds.push(await measured(ours.port, request, ROUND_SECONDS))
    }
    const cpu = { bare: await bare.stop(), ours: await ours.stop() }
    return { ...report(bareRounds, ourRounds), ...perEvent(cpu, warm, bareRounds, ourRounds) }
  } finally {
    await Promise.all([bare.stop(), ours.stop()])
    rmSync(folder, { recursive: true, force: true })
  }
}

type Both = { readonly bare: number; readonly ours: number }

/** Processor time a request, all threads: steadier than rates on a machine that others use. */
function perEvent(cpuMs: Both, warm: Both, bare: readonly Load[], ours: readonly Load[]): object {
  return {
    cpuMsPerEvent: rounded(cpuMs.ours / (warm.ours + answered(ours))),
    bareCpuMsPerEvent: rounded(cpuMs.bare / (warm.bare + answered(bare))),
  }
}

function report(bare: readonly Load[], ours: readonly Load[]): object {
  const perSecond = (rounds: readonly Load[]) =>
    median(rounds.map(one => one.answered / one.seconds))
  return {
    bench: 'collect',
    eventsPerSecond: Math.round(perSecond(ours)),
    p50Ms: rounded(median(ours.map(one => one.p50Ms))),
    p99Ms: rounded(median(ours.map(one => one.p99Ms))),
    ratioToBareHttp: rounded(perSecond(ours) / perSecond(bare)),
    barePerSecond: Math.round(perSecond(bare)),
    refused: ours.reduce((sum, one) => sum + one.refused, 0),
    connections: CONNECTIONS,
    rounds: ROUNDS,
  }
}

async function started(
  script: string,
  args: readonly string[],
): Promise<{ port: number; stop(): Promise<number> }> {
  const child = node(script, args)
  let cpuMs = 0
  const exit = new Promise<void>(resolve => child.once('close', () => resolve()))
  child.stdout?.on(
    'data',
    chunk => (cpuMs = Number(/cpu ([\d.]+)/.exec(String(chunk))?.[1] ?? cpuMs)),
  )
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', code => reject(new Error(`${script} ended with ${code}`)))
    child.stdout?.on('data', chunk => {
      const found = /ready http:\/\/[^:]+:(\d+)/.exec(String(chunk))
      if (found) resolve(Number(found[1]))
    })
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await exit
    return cpuMs
  }
  return { port, stop }
}

/** One round of load, made by a process of its own. */
async function measured(port: number, request: Buffer, seconds: number): Promise<Load> {
  const child = node('load.js', [String(port), String(CONNECTIONS), String(seconds)])
  let text = ''
  child.stdout?.on('data', chunk => (text += String(chunk)))
  child.stdin?.end(request)
  await new Promise(resolve => child.once('exit', resolve))
  return JSON.parse(text)
}

function node(script: string, args: readonly string[]): ChildProcess {
  const path = fileURLToPath(new URL(script, import.meta.url))
  return spawn(process.execPath, [path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
}

function answered(rounds: readonly Load[]): number {
  return rounds.reduce((sum, one) => sum + one.answered, 0)
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

import { ground, type Ground, losePower, startCollector, storedPaths } from './collector-process.ts'
import { Senders } from './collector-load.ts'

const KILL_AFTER_MS_MAX = 1_800

/** What was found in the store after the kills, held against what was acknowledged. */
export type Aftermath = {
  readonly acknowledged: number
  /** Acknowledged paths that are not stored. */
  readonly lost: readonly string[]
  /** Paths stored more than once. */
  readonly doubled: readonly string[]
  readonly seed: number
}

/** Kills a busy collector at one chosen point, cuts the power, and starts it again. */
export async function killAtPoint(point: string): Promise<Aftermath> {
  using on = ground()
  const senders = new Senders()
  const doomed = await startCollector(on, point)
  await senders.sendTo(doomed)
  losePower(on)
  return await aftermath(on, senders, 0)
}

/** Kills a busy collector at random moments, one life after the other on one data folder. */
export async function killAtRandom(times: number): Promise<Aftermath> {
  using on = ground()
  const senders = new Senders()
  const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000_000)
  process.stdout.write(`kill seed: ${seed} (KILL_SEED=${seed} runs the same moments again)\n`)
  const next = chances(seed)
  for (let life = 0; life < times; life++) {
    const collector = await startCollector(on)
    setTimeout(() => collector.kill('SIGKILL'), next() * KILL_AFTER_MS_MAX)
    await senders.sendTo(collector)
    losePower(on)
  }
  return await aftermath(on, senders, seed)
}

async function aftermath(on: Ground, senders: Senders, seed: number): Promise<Aftermath> {
  const last = await startCollector(on)
  await senders.settle(last)
  last.kill('SIGTERM')
  await last.gone
  const stored = await storedPaths(on)
  const { acknowledged } = senders.account
  return {
    acknowledged: acknowledged.size,
    lost: few([...acknowledged].filter(path => !stored.has(path))),
    doubled: few([...stored].filter(([, count]) => count > 1).map(([path]) => path)),
    seed,
  }
}

/** The first of them and how many more, so that a red test can be read. */
function few(paths: readonly string[]): readonly string[] {
  return paths.length <= 5 ? paths : [...paths.slice(0, 5), `and ${paths.length - 5} more`]
}

/** mulberry32: the same moments for the same seed. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  chooseAll,
  goneOf,
  type Ground,
  ground,
  losePower,
  spawnProduct,
  spooled,
  type StartSettings,
  startProduct,
  storedPaths,
  unland,
} from './collect-process.ts'
import { Senders } from './collect-load.ts'

const KILL_AFTER_MS_MAX = 1_800
const START_MS_MAX = 2_500
/** One life in three ends while it starts, so that a replay is cut short too. */
const ENDS_AT_START_EVERY = 3

/** What was found in the store after the kills, held against what was acknowledged. */
export type Aftermath = {
  readonly acknowledged: number
  /** Acknowledged paths that are not stored. */
  readonly lost: readonly string[]
  /** Paths stored more than once. */
  readonly doubled: readonly string[]
  /** Paths stored that were neither acknowledged nor left without an answer. */
  readonly strays: readonly string[]
  /** Spool files that a start left waiting or set aside. */
  readonly notLoaded: readonly string[]
}

/** One data folder, which every kill leaves a little older, and all that was ever sent to it. */
export class KillingGround implements Disposable {
  readonly #on: Ground
  readonly #senders: Senders
  readonly #notLoaded: string[] = []
  #stored: Promise<ReadonlyMap<string, number>> | undefined

  private constructor(on: Ground, senders: Senders) {
    this.#on = on
    this.#senders = senders
  }

  /** Makes the folder by a first start, in which a visitor says yes to everything. */
  static async make(): Promise<KillingGround> {
    const on = ground()
    const first = await startProduct(on)
    const senders = new Senders(await chooseAll(first))
    first.kill('SIGTERM')
    await first.gone
    return new KillingGround(on, senders)
  }

  [Symbol.dispose](): void {
    this.#on[Symbol.dispose]()
  }

  /**
   * Kills the busy product at one chosen point and cuts the power; answers how the paths of that life
   * begin. With `unlanded` ClickHouse has noted the tokens of what waits in the spool, not its rows.
   */
  async killAt(point: string, unlanded = false): Promise<string> {
    const doomed = await this.#start({ crashAt: point })
    const paths = await this.#senders.sendTo(doomed)
    losePower(this.#on)
    if (unlanded) await unland(this.#on)
    return paths
  }

  /** Kills the busy product at random moments, one life after the other. */
  async killAtRandom(times: number, seed: number): Promise<void> {
    const next = chances(seed)
    for (let life = 1; life <= times; life++) {
      const moment = next()
      if (life % ENDS_AT_START_EVERY === 0) await this.#killStarting(moment * START_MS_MAX)
      else await this.#killBusy(moment * KILL_AFTER_MS_MAX)
      losePower(this.#on)
    }
  }

  /** What became of the paths that begin so, or of all; the first call starts the product a last time. */
  async aftermath(begin = '/k/'): Promise<Aftermath> {
    this.#stored ??= this.#settled()
    const stored = new Map([...(await this.#stored)].filter(([path]) => path.startsWith(begin)))
    const { acknowledged, unanswered } = this.#senders.account
    const sure = [...acknowledged].filter(path => path.startsWith(begin))
    const known = (path: string) => acknowledged.has(path) || unanswered.has(path)
    return {
      acknowledged: sure.length,
      lost: few(sure.filter(path => !stored.has(path))),
      doubled: few([...stored].filter(([, count]) => count > 1).map(([path]) => path)),
      strays: few([...stored.keys()].filter(path => !known(path))),
      notLoaded: few(this.#notLoaded),
    }
  }

  async #killBusy(afterMs: number): Promise<void> {
    const product = await this.#start()
    setTimeout(() => product.kill('SIGKILL'), afterMs)
    await this.#senders.sendTo(product)
  }

  async #killStarting(afterMs: number): Promise<void> {
    const child = spawnProduct(this.#on)
    const gone = goneOf(child)
    await sleep(afterMs)
    child.kill('SIGKILL')
    await gone
  }

  /** A start that is ready has loaded every file it found. */
  async #start(settings: StartSettings = {}) {
    const left = spooled(this.#on)
    const product = await startProduct(this.#on, settings)
    const now = new Set(spooled(this.#on))
    const aside = join(this.#on.folder, 'spool', 'set-aside')
    this.#notLoaded.push(...left.filter(name => now.has(name)))
    if (existsSync(aside)) this.#notLoaded.push(...readdirSync(aside))
    return product
  }

  async #settled(): Promise<ReadonlyMap<string, number>> {
    const last = await this.#start()
    await this.#senders.settle(last)
    last.kill('SIGTERM')
    await last.gone
    return storedPaths(this.#on)
  }
}

/** What every aftermath must say, whatever else it says. */
export const NOTHING_LOST = { lost: [], doubled: [], strays: [], notLoaded: [] } as const

/** The seed of the random moments: `KILL_SEED`, or a new one; printed, so that a run can be repeated. */
export function killSeed(): number {
  const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000_000)
  process.stdout.write(`kill seed: ${seed} (KILL_SEED=${seed} runs the same moments again)\n`)
  return seed
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

import type { GateConfig } from '../../src/gate/wire.ts'

const TIMEOUT_MS = 3_000
const CONFIG_MAX = 1024 * 1024
/** Once the rules are this many refreshes old, a request waits for new ones. */
const OLD_AFTER = 10
/** Rules that nobody confirmed for so long still close, and open nothing any more. */
const BELIEVED_MS = 24 * 60 * 60 * 1000
/** How long a Lupaus that did not answer is left in peace. */
const AGAIN_MS = 5_000

/** The rules in force, as new as they can be had. */
export type Source = {
  /** The last good ones; undefined while none ever came. */
  now(): GateConfig | undefined
  /** Whether they were confirmed within a day, so that what they permit may be believed. */
  isBelieved(): boolean
  /**
   * Sees to it that they are new: asks in the background, or waits, three seconds at most, while
   * there are none or they are very old. Never throws.
   */
  fresh(): Promise<void>
}

export type SourceSettings = {
  /** Origin of Lupaus: `https://privacy.shop.example`. */
  readonly lupaus: string
  readonly refreshSeconds: number
  readonly fetch: typeof fetch
  readonly now: () => number
  /** Told what went wrong, once until it goes well again. */
  readonly onProblem: (problem: string) => void
}

/** Rules that never change: for sites that carry them along. */
export function fixedSource(config: GateConfig): Source {
  return { now: () => config, isBelieved: () => true, fresh: () => Promise.resolve() }
}

/** Rules from a running Lupaus. No timer runs: each request sees to the next one's. */
export function fetchedSource(settings: SourceSettings): Source {
  const refreshMs = settings.refreshSeconds * 1000
  const kept: Kept = { config: undefined, etag: undefined, at: -Infinity, triedAt: -Infinity }
  let failed = false
  let asking: Promise<void> | undefined
  const ask = () => {
    kept.triedAt = settings.now()
    asking ??= load(settings, kept)
      .then(() => void (failed = false))
      .catch((error: unknown) => {
        if (!failed) settings.onProblem(error instanceof Error ? error.message : String(error))
        failed = true
      })
      .finally(() => (asking = undefined))
    return asking
  }
  return {
    now: () => kept.config,
    isBelieved: () => settings.now() - kept.at <= BELIEVED_MS,
    fresh: async () => {
      const age = settings.now() - kept.at
      if (age < refreshMs) return
      const tried = settings.now() - kept.triedAt
      if (!asking && tried < AGAIN_MS && kept.triedAt > kept.at) return
      const asked = ask()
      if (!kept.config || age > refreshMs * OLD_AFTER) await asked
    },
  }
}

type Kept = {
  config: GateConfig | undefined
  etag: string | undefined
  /** When it was last known to be in force, and when that was last asked. */
  at: number
  triedAt: number
}

async function load(settings: SourceSettings, kept: Kept): Promise<void> {
  const askedAt = settings.now()
  const answer = await settings.fetch(`${settings.lupaus}/v1/gate.json`, {
    headers: kept.etag === undefined ? {} : { 'if-none-match': kept.etag },
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: 'error',
  })
  if (answer.status !== 304) {
    if (answer.status !== 200) throw new Error(`Lupaus answers ${answer.status}`)
    const text = await answer.text()
    const config: unknown = text.length > CONFIG_MAX ? undefined : JSON.parse(text)
    if (!isConfig(config)) throw new Error('Lupaus answers something that is no rules')
    kept.config = config
    kept.etag = answer.headers.get('etag') ?? undefined
  }
  kept.at = askedAt
}

/** Checks as deep as a mistake would be unsafe; `decide` refuses what is wrong further down. */
function isConfig(value: unknown): value is GateConfig {
  if (!isFields(value) || !isFields(value['rules'])) return false
  const { version, hosts, origin, reports, rules } = value
  const { purposes, trackers, vendors } = rules
  return (
    [version, origin, reports].every(text => typeof text === 'string') &&
    isTexts(hosts) &&
    isFields(purposes) &&
    Object.values(purposes).every(isFields) &&
    isList(
      trackers,
      one => typeof one['name'] === 'string' && typeof one['seconds'] === 'number',
    ) &&
    isList(vendors, one => isTexts(one['hosts']) && isTexts(one['purposes']))
  )
}

type Fields = { readonly [key: string]: unknown }

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isList(value: unknown, isOne: (one: Fields) => boolean): boolean {
  return Array.isArray(value) && value.every(one => isFields(one) && isOne(one))
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(one => typeof one === 'string')
}

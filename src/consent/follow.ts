import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import type { Db } from '../platform/postgres.ts'
import type { Listen } from '../platform/postgres-listen.ts'
import type { Ledger } from './ledger.ts'
import { changesAfter, CHANNEL, newestChange, withdrawalsAfter } from './store.ts'
import type { Withdrawn } from './withdrawn.ts'

/** How often the database is asked what other processes were told. */
const POLL_MS = 500
const DAY_MS = 86_400_000
/** How long an entry of the ledger may be remembered though its row was erased elsewhere. */
const REMEMBERED_MS = 600_000

/** Keeps what this process knows of withdrawals as new as what the others know. */
export type Follow = {
  /** Reads the database now. */
  refresh(): Promise<void>
  /** Begins to follow what other processes are told. */
  readonly begin: () => void
  close(): Promise<void>
}

export type FollowParts = {
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
  readonly listen?: Listen | undefined
  readonly withdrawn: Withdrawn
  readonly ledger: Ledger
  /** Called with each look, to write down what was counted meanwhile. */
  readonly flush: () => Promise<void>
}

/** Loads the withdrawals that still matter; resolves when all of them are known. */
export async function openFollow(parts: FollowParts): Promise<Follow> {
  const state = { newest: await load(parts), day: 0, cleared: parts.clock.now(), failed: false }
  let reading: Promise<void> | undefined
  const refresh = () => (reading ??= read(parts, state).finally(() => (reading = undefined)))
  const sides: { timer?: NodeJS.Timeout; listening?: AsyncDisposable | undefined } = {}
  const look = async () => {
    try {
      await refresh()
      await parts.flush()
      state.failed = false
    } catch (error) {
      if (!state.failed) parts.log.warn({ err: error }, 'withdrawals could not be read')
      state.failed = true
    }
  }
  return {
    refresh,
    begin: () => {
      sides.listening = parts.listen?.(CHANNEL, () => void look())
      sides.timer = setInterval(() => void look(), POLL_MS)
      sides.timer.unref()
    },
    close: async () => {
      clearInterval(sides.timer)
      await sides.listening?.[Symbol.asyncDispose]()
      await reading?.catch(() => undefined)
      await parts.flush().catch(() => undefined)
    },
  }
}

type State = { newest: number; day: number; cleared: number }

/** Reads every withdrawal that still matters, and answers from which change on to listen. */
async function load({ db, clock, log, withdrawn }: FollowParts): Promise<number> {
  const newest = await newestChange(db)
  let last = 0
  for (;;) {
    const page = await withdrawalsAfter(db, last, clock.now())
    for (const { receiptId, lapsesAt } of page) withdrawn.add(receiptId, lapsesAt)
    const end = page.at(-1)
    if (!end) break
    last = end.change
  }
  if (withdrawn.isFull) log.error('there are more withdrawals than fit: no receipt counts')
  return newest
}

async function read({ db, clock, withdrawn, ledger }: FollowParts, state: State): Promise<void> {
  for (;;) {
    const page = await changesAfter(db, state.newest)
    for (const change of page) {
      if ('entry' in change) ledger.heard(change.entry)
      else withdrawn.add(change.withdrawn, change.lapsesAt)
      state.newest = change.change
    }
    if (page.length === 0) break
  }
  const now = clock.now()
  if (Math.floor(now / DAY_MS) !== state.day) {
    state.day = Math.floor(now / DAY_MS)
    withdrawn.dropLapsed(now)
  }
  if (now - state.cleared >= REMEMBERED_MS) {
    state.cleared = now
    ledger.clear()
  }
}

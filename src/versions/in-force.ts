import { Fault } from '../base/fault.ts'
import { canonical, type Json } from '../base/json.ts'
import { isoOf, type Moment } from '../base/time.ts'
import type { Clock } from '../platform/clock.ts'
import type { Listen } from '../platform/postgres-listen.ts'
import type { Log } from '../platform/log.ts'
import type { Db } from '../platform/postgres.ts'
import { type Policy, policyOn, readPolicy } from '../policy/index.ts'
import { withMarks } from './asked-again.ts'
import { finnishDay } from './begins.ts'
import { fingerprint, isGenuine } from './seal.ts'
import { CHANNEL, inForceAt, newestTerm, type Term, terms, textOf } from './store.ts'

/** How often the database is asked whether a newer version was published. */
const POLL_MS = 500
/** Questions in a row without an answer, after which nobody here knows what is in force: 10 s. */
const MISSES_MAX = 20

/** What this process knows of the versions: the one in force, and those that wait for their day. */
export type InForce = {
  /** The policy in force at this very moment. A `Fault` while that cannot be known. */
  readonly policy: () => Policy
  /** Reads the database now. */
  refresh(): Promise<void>
  /** Begins to follow what other processes publish. */
  readonly follow: () => void
  close(): Promise<void>
}

export type InForceParts = {
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
  readonly publicKey: string
  readonly listen?: Listen | undefined
}

type Known = { readonly term: Term; readonly policy: Policy }
type State = {
  known: readonly Known[]
  newest: number
  misses: number
  /** The policy as it stands today: grounds on which data may leave the Union lapse by the day. */
  today: { readonly of: Policy; readonly day: string; readonly policy: Policy } | undefined
  /** Why what the database holds cannot be obeyed. */
  unfit: Fault | undefined
  reading: Promise<void> | undefined
}

/** Opens it empty: `refresh` reads for the first time. */
export function openInForce(parts: InForceParts): InForce {
  const state: State = {
    known: [],
    newest: 0,
    misses: 0,
    today: undefined,
    unfit: undefined,
    reading: undefined,
  }
  const refresh = () =>
    (state.reading ??= read(parts, state).finally(() => (state.reading = undefined)))
  const sides: { timer?: NodeJS.Timeout; listening?: AsyncDisposable | undefined } = {}
  return {
    policy: () => policyNow(parts, state),
    refresh,
    follow: () => {
      const look = () => void poll(parts, state, refresh)
      sides.listening = parts.listen?.(CHANNEL, look)
      sides.timer = setInterval(look, POLL_MS)
      sides.timer.unref()
    },
    close: async () => {
      clearInterval(sides.timer)
      await sides.listening?.[Symbol.asyncDispose]()
      await state.reading?.catch(() => undefined)
    },
  }
}

function policyNow({ clock }: InForceParts, state: State): Policy {
  if (state.unfit) throw state.unfit
  if (state.misses >= MISSES_MAX) throw unknown()
  const now = clock.now()
  const begun = state.known.filter(({ term }) => term.inForceFrom <= now)
  const newest = begun.toSorted((a, b) => b.term.term - a.term.term)[0]
  if (!newest) throw nothing()
  return onDay(state, newest.policy, now)
}

function onDay(state: State, of: Policy, now: Moment): Policy {
  const day = finnishDay(now)
  if (state.today?.of !== of || state.today.day !== day) {
    state.today = { of, day, policy: policyOn(of, day) }
  }
  return state.today.policy
}

/** An answer sets the count of misses back; silence and errors are misses alike. */
async function poll(
  { log }: InForceParts,
  state: State,
  refresh: () => Promise<void>,
): Promise<void> {
  // Counted before the answer, so that a database that hangs is missed as well.
  state.misses += 1
  if (state.misses === MISSES_MAX) log.error('it is not known which policy is in force')
  await refresh().catch((error: unknown) => {
    if (state.misses <= 1) log.warn({ err: error }, 'the version in force could not be read')
  })
}

async function read(parts: InForceParts, state: State): Promise<void> {
  const { db, clock, log } = parts
  const newest = await newestTerm(db)
  if (newest !== state.newest || state.unfit) {
    const all = await terms(db)
    try {
      state.known = await knownOf(parts, all, state.known)
      state.unfit = undefined
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'policy.invalid') throw error
      if (!state.unfit) log.error({ err: error }, 'nothing is permitted until this is mended')
      state.unfit = error
    }
    state.newest = newest
  }
  state.misses = 0
  // What is over is let go of; what waits is kept ready.
  const now = inForceAt(
    state.known.map(({ term }) => term),
    clock.now(),
  )
  if (now) state.known = state.known.filter(({ term }) => term.term >= now.term)
}

/** The term in force and every later one, each compiled once. */
async function knownOf(
  parts: InForceParts,
  all: readonly Term[],
  known: readonly Known[],
): Promise<readonly Known[]> {
  const current = inForceAt(all, parts.clock.now())
  const wanted = all.filter(({ term }) => current === undefined || term >= current.term)
  const made: Known[] = []
  for (const term of wanted) {
    const before = known.find(one => one.term.term === term.term)
    made.push(before ?? { term, policy: await policyOf(parts, term) })
  }
  return made
}

/** Compiles a version, after making sure that it is the very one that this installation signed. */
async function policyOf(parts: InForceParts, term: Term): Promise<Policy> {
  const source = await textOf(parts.db, term.version)
  if (source === undefined || fingerprint(source) !== term.version) {
    throw unfit(term, 'its text is not the one that was published')
  }
  if (!isSealed(parts, term)) throw unfit(term, 'it is not signed by the key of this installation')
  const { policy } = readPolicy(source, term.version)
  if (!policy) throw unfit(term, 'this Lupaus cannot read its text')
  return withMarks(policy, term.askedAgain)
}

/** Genuine, by our own key, and about this very term: row and statement must not differ. */
function isSealed({ publicKey }: InForceParts, term: Term): boolean {
  const { seal, version, label, askedAgain } = term
  if (!seal || seal.publicKey !== publicKey || !isGenuine(seal)) return false
  const said: Json = JSON.parse(seal.statement)
  const wanted = { version, label, inForceFrom: isoOf(term.inForceFrom), askedAgain }
  return canonical(said) === canonical({ ...fields(said), ...wanted })
}

function fields(value: Json): Readonly<Record<string, Json | undefined>> {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {}
}

function unfit({ version }: Term, why: string): Fault {
  return new Fault(
    'policy.invalid',
    `the policy version ${version.slice(0, 12)} that is to be in force cannot be obeyed: ${why}`,
    'restore the database and the key file from one backup, or publish the policy with the Lupaus that reads it',
  )
}

function unknown(): Fault {
  return new Fault(
    'postgres.unavailable',
    'it is not known which policy is in force, so nothing is permitted',
    'PostgreSQL has not answered for seconds; this goes on by itself when it does',
  )
}

function nothing(): Fault {
  const help = 'publish a policy with `lupaus publish FILE`'
  return new Fault('policy.invalid', 'no policy is in force', help)
}

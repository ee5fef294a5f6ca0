import { LRUCache } from 'lru-cache'
import type { Audit, Probe } from '../audit/index.ts'
import type { Json } from '../base/json.ts'
import { momentOf } from '../base/time.ts'
import type { Platform } from '../platform/index.ts'
import type { Facts, Holding, Policy, Signal } from '../policy/index.ts'
import { choose } from './choose.ts'
import { type Asked, factsFrom, factsOfClaims, factsOfEntry, lessRefused } from './facts.ts'
import { openFollow } from './follow.ts'
import { type HandOvers, openHandOvers } from './hand-over.ts'
import { holdings } from './holdings.ts'
import { keepAllWords } from './keep-words.ts'
import { type Ledger, openLedger, SUBJECT_MAX } from './ledger.ts'
import { openProbes } from './probes.ts'
import { pastChoices, proofOf } from './proof/proven.ts'
import { openServedTags } from './proof/served-tags.ts'
import { type PastChoice, wordsOf } from './proof/store.ts'
import type { ChoiceRefused } from './read-choice.ts'
import { openReceipt } from './receipt.ts'
import { partnerOf } from './source.ts'
import {
  dropForgetting,
  eraseHandOvers,
  type Forgetting,
  lapsedHandOvers,
  type LedgerEntry,
  type MadeUpChoices,
  openForgettings,
  replaceMadeUp,
  talliesOn,
  type Tally,
  versionsChosen,
} from './store.ts'
import { openTallies, type Tallies } from './tallies.ts'
import type { ChoiceAnswer, ChoiceRequest, ReceiptPayload } from './wire.ts'
import { Withdrawn } from './withdrawn.ts'

const RECEIPTS_MAX = 50_000
const SWEEP_MS = 60_000

/** Choices of visitors: recorded, proven by receipts, and read back without a database. */
export type Consent = {
  /**
   * Records a choice; see `choose`. A probe's trial is marked, so that no report counts it. Where
   * `onlyLess` is given, it answers whatever asks for more than stands.
   */
  choose(
    request: ChoiceRequest,
    options?: { readonly isProbe?: boolean; readonly onlyLess?: ChoiceRefused },
  ): Promise<ChoiceAnswer | ChoiceRefused>
  /** What `decide` needs to know: one HMAC, no database. A receipt that is not ours is none. */
  readonly factsOf: (token: string | undefined, signals: readonly Signal[]) => Facts
  /**
   * The same for whatever a client sent, by receipt, ledger or claims; undefined denies. No promise
   * where a receipt came or the ledger is in memory.
   */
  readonly factsFor: (asked: Asked) => Facts | undefined | Promise<Facts | undefined>
  /** The payload of a genuine receipt, whether or not it still counts. */
  readReceipt(token: string): ReceiptPayload | undefined
  /** Whether this receipt was taken back. */
  isWithdrawn(receiptId: string | undefined): boolean
  /** The words behind a hash (whole or its first 16 digits), as they were shown. */
  wordsShown(sha256: string): Promise<Json | undefined>
  /** The choices behind a genuine receipt, newest first; of a refusal nothing tells whose it was. */
  pastChoices(token: string | undefined): Promise<readonly PastChoice[]>
  /** What was shown with a choice, and where the audit log has it; undefined when nobody can tell. */
  proofOf(token: string): Promise<Json | undefined>
  /** A version that was in force, by its first 16 digits; undefined for any other. */
  readonly policyOf: (version: string) => Promise<Policy | undefined>
  /** Every policy version that a choice on record refers to. */
  versionsUsed(): Promise<readonly string[]>
  /** Keeps the words of a policy that comes into force, so that they can be proven later. */
  keepWords(policy: Policy): Promise<void>
  /** Finishes what earlier withdrawals still have to erase; run once at start. */
  finishForgetting(): Promise<void>
  /** Puts made-up counts of choices, for demonstrations, in the place of all earlier ones. */
  makeUp(counts: readonly MadeUpChoices[]): Promise<void>
  /** Resolves when no erasure is under way. */
  settled(): Promise<void>
  /** Choices on their way from one own site to another. */
  readonly handOvers: HandOvers
  /** How often partners' batches and hand-overs were taken or refused, by day. */
  tallies(): Promise<readonly Tally[]>
  /** Begins to follow what other processes are told. */
  readonly follow: () => void
  /** Learns now what other processes were told. */
  refresh(): Promise<void>
  /** Stops following, and writes down what was counted. */
  close(): Promise<void>
  readonly probes: readonly Probe[]
  readonly holdings: readonly Holding[]
}

export type ConsentParts = {
  readonly platform: Platform
  readonly audit: Audit
  readonly policy: () => Policy
  /** A version that was in force, by its first 16 digits; undefined for any other. */
  readonly policyOf: (version: string) => Promise<Policy | undefined>
  /** The code of the tag that is served; none when absent. */
  readonly tag?: string
  /** Erases what was kept of these visitors, or withholds it; answers how many events are erased. */
  readonly forget: (forgetting: Forgetting) => Promise<number>
}

/** Opens the slice and loads the withdrawals that still matter. */
export async function openConsent(parts: ConsentParts): Promise<Consent> {
  const { db, clock, keys, log, listen } = parts.platform
  const key = keys.derive('receipts')
  const withdrawn = new Withdrawn()
  const ledger = openLedger({ db, clock, keys })
  const tallies = openTallies({ db, clock })
  const sweep = sweeper(parts.platform)
  const tags = openServedTags({ db, clock }, parts.tag)
  await tags.note()
  const flush = async () => {
    await tallies.flush()
    await tags.note()
    await sweep()
  }
  const follow = await openFollow({ db, clock, log, listen, withdrawn, ledger, flush })
  const readReceipt = receiptReader(key)
  const isWithdrawn = (id: string | undefined) => id !== undefined && withdrawn.has(id)
  const erasing = openErasing(parts)
  const known = { parts, readReceipt, isWithdrawn, ledger, tallies }
  const consent: Omit<Consent, 'probes'> = {
    choose: async (request, options) => {
      const previous = request.previous === undefined ? undefined : readReceipt(request.previous)
      const own = { ...parts, ...options, key, ledger, tags, isWithdrawn }
      const made = await choose(own, parts.policy(), request, previous)
      if ('refused' in made) return made
      for (const one of made.withdrawn) withdrawn.add(one.receiptId, one.lapsesAt)
      if (made.entry) ledger.wrote(made.entry)
      if (made.forgetting) erasing.begin(made.forgetting)
      return { receipt: made.receipt }
    },
    factsOf: (token, signals) => {
      const receipt = token === undefined ? undefined : readReceipt(token)
      const own = receipt?.p === undefined ? receipt : undefined
      return factsFrom(own, signals, clock.now(), isWithdrawn(own?.i))
    },
    factsFor: asked => factsFor(known, asked),
    readReceipt,
    isWithdrawn,
    policyOf: parts.policyOf,
    ...recorded(db, readReceipt),
    keepWords: policy => keepAllWords(db, policy),
    finishForgetting: async () => {
      for (const forgetting of await openForgettings(db)) erasing.begin(forgetting)
    },
    makeUp: counts => db.within(tx => replaceMadeUp(tx, counts)),
    settled: () => erasing.settled(),
    handOvers: openHandOvers({ ...parts, readReceipt, isWithdrawn, tallies }),
    tallies: async () => {
      await tallies.flush()
      return talliesOn(db)
    },
    follow: () => follow.begin(),
    refresh: () => follow.refresh(),
    close: () => follow.close(),
    holdings: holdings(db, () => ledger.clear()),
  }
  return { ...consent, probes: openProbes(parts, consent) }
}

type Recorded = Pick<Consent, 'wordsShown' | 'pastChoices' | 'proofOf' | 'versionsUsed'>

/** What is on record of choices and of what was shown with them. */
function recorded(db: Platform['db'], readReceipt: Consent['readReceipt']): Recorded {
  return {
    wordsShown: sha256 => wordsOf(db, sha256),
    pastChoices: async token =>
      pastChoices(db, token === undefined ? undefined : readReceipt(token)),
    proofOf: async token => {
      const receipt = readReceipt(token)
      return receipt && proofOf(db, receipt)
    },
    versionsUsed: () => versionsChosen(db),
  }
}

/** Erases, once a minute, the hand-overs that nobody took in time, nor in the minute after it. */
function sweeper({ db, clock }: Pick<Platform, 'db' | 'clock'>): () => Promise<void> {
  let swept = 0
  return async () => {
    const now = clock.now()
    if (Math.abs(now - swept) < SWEEP_MS) return
    swept = now
    await eraseHandOvers(db, await lapsedHandOvers(db, momentOf(now - SWEEP_MS)))
  }
}

/** Reads receipts, each text once while it is remembered. */
function receiptReader(key: Uint8Array): Consent['readReceipt'] {
  const receipts = new LRUCache<string, { payload: ReceiptPayload | undefined }>({
    max: RECEIPTS_MAX,
  })
  return token => {
    const known = receipts.get(token) ?? { payload: openReceipt(key, token) }
    receipts.set(token, known)
    return known.payload
  }
}

type KnownChoices = Pick<Consent, 'readReceipt' | 'isWithdrawn'> & {
  readonly parts: ConsentParts
  readonly ledger: Ledger
  readonly tallies: Tallies
}

/**
 * A genuine receipt decides; else the ledger; else what the source may claim; else nothing is
 * known. What cannot be read, and a partner's events without a receipt for the partner, get no
 * facts, and so no permit.
 */
function factsFor(known: KnownChoices, asked: Asked): ReturnType<Consent['factsFor']> {
  const { source, subject } = asked
  const { ledger } = known
  if (asked.receipt !== undefined || source?.kind === 'partner') return byReceipt(known, asked)
  if (!source || subject === undefined || subject === '' || subject.length > SUBJECT_MAX) {
    return byEntry(known, asked, undefined)
  }
  const held = ledger.find(ledger.subjectOf(source.id, subject))
  if (held instanceof Promise) return held.then(entry => byEntry(known, asked, entry))
  return byEntry(known, asked, held)
}

function byReceipt(known: KnownChoices, asked: Asked): Facts | undefined {
  const { parts, readReceipt, isWithdrawn, tallies } = known
  const receipt = asked.receipt === undefined ? undefined : readReceipt(asked.receipt)
  const partner = partnerOf(asked.source)
  const now = parts.platform.clock.now()
  const isMeant = receipt !== undefined && receipt.p === partner
  const isTaken = isWithdrawn(receipt?.i)
  if (partner !== undefined) {
    const lapsed = receipt !== undefined && now >= receipt.e * 1000
    const outcome = lapsed ? 'lapsed' : isTaken ? 'withdrawn' : 'receipt'
    const without = asked.receipt === undefined ? 'no-receipt' : 'foreign-receipt'
    tallies.count(`partner:${partner}`, isMeant ? outcome : without)
  }
  if (!isMeant) return undefined
  const facts = factsFrom(receipt, asked.signals, now, isTaken)
  return lessRefused(parts.policy(), asked, facts)
}

function byEntry(
  { parts, isWithdrawn }: KnownChoices,
  asked: Asked,
  entry: LedgerEntry | undefined,
): Facts {
  const { signals } = asked
  const now = parts.platform.clock.now()
  const policy = parts.policy()
  const facts = entry
    ? factsOfEntry(entry, signals, now, isWithdrawn(entry.receiptId))
    : factsOfClaims(policy, asked, now)
  return lessRefused(policy, asked, facts)
}

type Erasing = { readonly begin: (forgetting: Forgetting) => void; settled(): Promise<void> }

function openErasing(parts: ConsentParts): Erasing {
  const erasing = new Set<Promise<void>>()
  return {
    begin: forgetting => {
      const work = forgetNow(parts, forgetting).finally(() => erasing.delete(work))
      erasing.add(work)
    },
    settled: async () => {
      while (erasing.size > 0) await Promise.allSettled(erasing)
    },
  }
}

/** The intent is the row, written with the withdrawal; the row goes with the completion entry. */
async function forgetNow(parts: ConsentParts, forgetting: Forgetting): Promise<void> {
  try {
    const events = await parts.forget(forgetting)
    await parts.platform.db.within(async tx => {
      await dropForgetting(tx, forgetting.forgettingId)
      const { forgettingId, groups, vendors } = forgetting
      const withheld = vendors.length > 0 ? { vendors } : {}
      const details = { forgetting: forgettingId, groups, events, ...withheld }
      await parts.audit.record(tx, { act: 'consent.forgotten', by: 'consent', details })
    })
  } catch (error) {
    // The row stays, so the next start finishes it; the log says that it is still owed.
    parts.platform.log.error({ err: error }, 'a withdrawal is recorded but not yet erased')
  }
}

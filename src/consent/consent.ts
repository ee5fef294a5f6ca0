import { LRUCache } from 'lru-cache'
import type { Audit, Probe } from '../audit/index.ts'
import type { Json } from '../base/json.ts'
import { LANGS } from '../base/lang.ts'
import type { Platform } from '../platform/index.ts'
import { bannerWords, type Facts, type Holding, type Policy, type Signal } from '../policy/index.ts'
import { choose, type ChoiceRefused } from './choose.ts'
import { factsFrom } from './facts.ts'
import { holdings } from './holdings.ts'
import { openProbes } from './probes.ts'
import { openReceipt } from './receipt.ts'
import {
  dropForgetting,
  type Forgetting,
  keepWords,
  type MadeUpChoices,
  openForgettings,
  replaceMadeUp,
  versionsChosen,
  withdrawnReceipts,
  wordsOf,
} from './store.ts'
import type { ChoiceAnswer, ChoiceRequest, ReceiptPayload } from './wire.ts'

const RECEIPTS_MAX = 50_000

/** Choices of visitors: recorded, proven by receipts, and read back without a database. */
export type Consent = {
  /** Records a choice; see `choose`. A probe's trial is marked, so that no report counts it. */
  choose(
    request: ChoiceRequest,
    options?: { readonly isProbe?: boolean },
  ): Promise<ChoiceAnswer | ChoiceRefused>
  /** What `decide` needs to know: one HMAC, no database. A receipt that is not ours is none. */
  readonly factsOf: (token: string | undefined, signals: readonly Signal[]) => Facts
  /** The payload of a genuine receipt, whether or not it still counts. */
  readReceipt(token: string): ReceiptPayload | undefined
  /** Whether this receipt was taken back. */
  isWithdrawn(receiptId: string | undefined): boolean
  /** The words behind a hash (whole or its first 16 digits), as they were shown. */
  wordsShown(sha256: string): Promise<Json | undefined>
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
  readonly probes: readonly Probe[]
  readonly holdings: readonly Holding[]
}

export type ConsentParts = {
  readonly platform: Platform
  readonly audit: Audit
  readonly policy: () => Policy
  /** Erases what was kept of these visitors; answers how many events that were. */
  readonly forget: (forgetting: Forgetting) => Promise<number>
}

/** Opens the slice and loads the withdrawals that still matter. */
export async function openConsent(parts: ConsentParts): Promise<Consent> {
  const { db, clock, keys } = parts.platform
  const key = keys.derive('receipts')
  const withdrawn = new Set(await withdrawnReceipts(db, clock.now()))
  const receipts = new LRUCache<string, { payload: ReceiptPayload | undefined }>({
    max: RECEIPTS_MAX,
  })
  const readReceipt = (token: string) => {
    const known = receipts.get(token) ?? { payload: openReceipt(key, token) }
    receipts.set(token, known)
    return known.payload
  }
  const isWithdrawn = (id: string | undefined) => id !== undefined && withdrawn.has(id)
  const erasing = new Set<Promise<void>>()
  const erase = (forgetting: Forgetting) => {
    const work = forgetNow(parts, forgetting).finally(() => erasing.delete(work))
    erasing.add(work)
  }
  const consent: Omit<Consent, 'probes'> = {
    choose: async (request, options) => {
      const previous = request.previous === undefined ? undefined : readReceipt(request.previous)
      const made = await choose({ ...parts, ...options, key }, parts.policy(), request, previous)
      if ('refused' in made) return made
      if (made.withdrawn !== undefined) withdrawn.add(made.withdrawn)
      if (made.forgetting) erase(made.forgetting)
      return { receipt: made.receipt }
    },
    factsOf: (token, signals) => {
      const receipt = token === undefined ? undefined : readReceipt(token)
      return factsFrom(receipt, signals, clock.now(), isWithdrawn(receipt?.i))
    },
    readReceipt,
    isWithdrawn,
    wordsShown: sha256 => wordsOf(db, sha256),
    versionsUsed: () => versionsChosen(db),
    keepWords: policy => keepAllWords(parts, policy),
    finishForgetting: async () => {
      for (const forgetting of await openForgettings(db)) erase(forgetting)
    },
    makeUp: counts => db.within(tx => replaceMadeUp(tx, counts)),
    settled: async () => {
      while (erasing.size > 0) await Promise.allSettled(erasing)
    },
    holdings: holdings(db),
  }
  return { ...consent, probes: openProbes(parts, consent) }
}

async function keepAllWords(parts: ConsentParts, policy: Policy): Promise<void> {
  for (const lang of LANGS) {
    const words = bannerWords(policy, lang)
    const { sha256, ...first } = words.first
    const shown: Json = JSON.parse(JSON.stringify({ first, details: words.details }))
    await keepWords(parts.platform.db, { sha256, version: policy.version, lang, words: shown })
  }
}

/** The intent is the row, written with the withdrawal; the row goes with the completion entry. */
async function forgetNow(parts: ConsentParts, forgetting: Forgetting): Promise<void> {
  try {
    const events = await parts.forget(forgetting)
    await parts.platform.db.within(async tx => {
      await dropForgetting(tx, forgetting.forgettingId)
      const details = { forgetting: forgetting.forgettingId, groups: forgetting.groups, events }
      await parts.audit.record(tx, { act: 'consent.forgotten', by: 'consent', details })
    })
  } catch (error) {
    // The row stays, so the next start finishes it; the log says that it is still owed.
    parts.platform.log.error({ err: error }, 'a withdrawal is recorded but not yet erased')
  }
}

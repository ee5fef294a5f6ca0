import { after, momentOf, type Moment } from '../base/time.ts'
import type { Audit } from '../audit/index.ts'
import type { Platform } from '../platform/index.ts'
import type { Db } from '../platform/postgres.ts'
import { bannerWords, type BannerWords, type Policy, type Source } from '../policy/index.ts'
import { keepShown } from './keep-words.ts'
import type { Ledger } from './ledger.ts'
import { sealReceipt } from './receipt.ts'
import { partnerOf, policyFor, sourceOf } from './source.ts'
import {
  addChoice,
  addForgetting,
  addWithdrawal,
  announceChange,
  type Choice,
  type Forgetting,
  type LedgerEntry,
  ledgerEntries,
  putLedgerEntry,
} from './store.ts'
import {
  type ChoiceRequest,
  type PurposeGroup,
  type ReceiptPayload,
  VISITOR_COOKIES,
} from './wire.ts'

const DAY_S = 86_400

/** A choice that cannot be recorded as asked, with what to do about it. */
export type ChoiceRefused = {
  readonly refused: 'words-changed' | 'not-asked' | 'no-such-source'
  readonly help: string
}

/** A receipt that no longer counts, and until when it would have. */
export type TakenBack = { readonly receiptId: string; readonly lapsesAt: Moment }

export type ChoiceMade = {
  readonly receipt: string
  readonly withdrawn: readonly TakenBack[]
  readonly forgetting: Forgetting | undefined
  /** What the ledger holds now, where the client keeps its choice there. */
  readonly entry: LedgerEntry | undefined
}

type Parts = {
  readonly platform: Pick<Platform, 'db' | 'clock' | 'chance'>
  readonly audit: Audit
  readonly key: Uint8Array
  readonly ledger: Pick<Ledger, 'subjectOf'>
  /** A trial of our own probe, which no report may count. */
  readonly isProbe?: boolean
}

/** A choice on its way, read once. */
type Asking = {
  readonly request: ChoiceRequest
  readonly source: Source | undefined
  readonly inApp: boolean
  /** The policy as it is asked where the choice is made. */
  readonly policy: Policy
  readonly words: BannerWords
  readonly previous: ReceiptPayload | undefined
  readonly now: Moment
}

/**
 * Records a choice by the server's clock and answers with a signed receipt. Grants count only for
 * purposes that the policy asks for there, under the words in force; a refusal is never turned away.
 */
export async function choose(
  parts: Parts,
  policy: Policy,
  request: ChoiceRequest,
  previous: ReceiptPayload | undefined,
): Promise<ChoiceMade | ChoiceRefused> {
  const source = sourceOf(policy, request.source)
  const inApp = (source?.channel ?? (request.via === 'app' ? 'app' : 'web')) === 'app'
  const asked = policyFor(policy, inApp ? 'app' : 'web')
  const words = bannerWords(asked, request.lang)
  const now = parts.platform.clock.now()
  const asking = { request, source, inApp, policy: asked, words, previous, now }
  return (request.granted.length > 0 ? strayed(asking) : undefined) ?? record(parts, asking)
}

/** Why a grant cannot be taken; a refusal is never asked. */
function strayed({ request, source, policy, words }: Asking): ChoiceRefused | undefined {
  const isKnown = source ? source.kind !== 'machine' : request.source === undefined
  if (!isKnown || (request.via === 'app' && source?.channel !== 'app')) {
    const help = 'name in `source` the key of an app or a partner that the policy declares'
    return { refused: 'no-such-source', help }
  }
  const asked = policy.purposes.filter(purpose => purpose.basis === 'consent')
  const unknown = request.granted.find(id => !asked.some(purpose => purpose.id === id))
  if (unknown !== undefined) {
    return { refused: 'not-asked', help: `the policy asks for no consent to \`${unknown}\`` }
  }
  if (words.first.sha256.startsWith(request.words)) return undefined
  const help =
    request.via === 'app'
      ? 'fetch `/v1/consent` again and ask with its words: the policy has changed meanwhile'
      : 'reload the page: the policy has changed meanwhile'
  return { refused: 'words-changed', help }
}

/** Writes the choice down with all that follows from it, in one transaction. */
async function record(parts: Parts, asking: Asking): Promise<ChoiceMade> {
  const { request, previous, now } = asking
  const payload = payloadOf(parts, asking)
  const subject = subjectOf(parts, asking)
  return parts.platform.db.within(async tx => {
    if (subject !== undefined || previous?.i !== undefined) await announceChange(tx)
    const held = subject === undefined ? undefined : (await ledgerEntries(tx, [subject], now))[0]
    const withdrawn = takenBack(previous, held, payload)
    const forgetting = forgettingOf(parts, asking, held)
    const entry = subject === undefined ? undefined : entryOf(subject, held, payload)
    const choice = choiceOf(parts, asking, payload)
    await addChoice(tx, choice)
    // Words for apps came later than those for sites: of an older version none are kept.
    if (asking.inApp) await keepShown(tx, asking.policy, request.lang, asking.words)
    for (const one of withdrawn) await addWithdrawal(tx, one.receiptId, now, one.lapsesAt)
    if (entry) await putLedgerEntry(tx, entry, now)
    if (forgetting) await addForgetting(tx, forgetting, now)
    await writeDown(parts.audit, tx, choice, withdrawn.length > 0)
    return { receipt: sealReceipt(parts.key, payload), withdrawn, forgetting, entry }
  })
}

function payloadOf(parts: Parts, { request, source, policy, words, now }: Asking): ReceiptPayload {
  const granted = Object.fromEntries(
    policy.purposes
      .filter(purpose => request.granted.includes(purpose.id))
      .map(purpose => [purpose.id, policy.rules.purposes[purpose.id]?.terms ?? '']),
  )
  const refusal = request.granted.length === 0
  // A refusal is told apart from others by its version, language and day, and by nothing else.
  const seconds = Math.floor(now / 1000)
  const t = refusal ? seconds - (seconds % DAY_S) : seconds
  const e = Math.floor(after(momentOf(t * 1000), policy.consentFor) / 1000)
  const sha256 = words.first.sha256.slice(0, 16)
  const shared = { v: policy.version.slice(0, 16), w: sha256, l: request.lang }
  const partner = partnerOf(source)
  const where = partner === undefined ? {} : { p: partner }
  if (refusal) return { ...shared, g: {}, t, e, ...where }
  const id = Buffer.from(parts.platform.chance.bytes(16)).toString('base64url')
  const signals = request.signals.length > 0 ? { s: request.signals } : {}
  return { ...shared, g: granted, ...signals, t, e, i: id, ...where }
}

/** The key of a client that keeps its choice here; a partner's receipts stay with their visitor. */
function subjectOf(parts: Parts, { request, source }: Asking): string | undefined {
  if (!source || source.kind === 'partner' || source.kind === 'machine') return undefined
  if (request.subject === undefined) return undefined
  return parts.ledger.subjectOf(source.id, request.subject)
}

/** Receipts that no longer count: those of which not everything is granted again. */
function takenBack(
  previous: ReceiptPayload | undefined,
  held: LedgerEntry | undefined,
  next: ReceiptPayload,
): readonly TakenBack[] {
  const isKept = (granted: Readonly<Record<string, string>>) =>
    Object.entries(granted).every(([purpose, terms]) => next.g[purpose] === terms)
  const taken: TakenBack[] = []
  if (previous?.i !== undefined && !isKept(previous.g)) {
    taken.push({ receiptId: previous.i, lapsesAt: momentOf(previous.e * 1000) })
  }
  const { receiptId } = held ?? {}
  if (held && receiptId !== undefined && receiptId !== previous?.i && !isKept(held.granted)) {
    taken.push({ receiptId, lapsesAt: held.lapsesAt })
  }
  return taken
}

/**
 * What the ledger holds of this client from now on. A no of one who never said yes leaves nothing
 * here; a no after a yes stands until the yes would have lapsed.
 */
function entryOf(
  subject: string,
  held: LedgerEntry | undefined,
  { g, s, e, i }: ReceiptPayload,
): LedgerEntry | undefined {
  if (i !== undefined) {
    const lapsesAt = momentOf(e * 1000)
    return { subject, receiptId: i, granted: g, chosenUnder: s ?? [], lapsesAt }
  }
  return held && { ...held, receiptId: undefined, granted: {}, chosenUnder: [] }
}

function forgettingOf(
  parts: Parts,
  { request, policy }: Asking,
  held: LedgerEntry | undefined,
): Forgetting | undefined {
  const kept = policy.purposes
    .filter(purpose => request.granted.includes(purpose.id))
    .map(purpose => purpose.category)
  // A client's own id stands for it in every group, each of which makes a key of its own.
  const own = held ? request.subject : undefined
  const ids: Partial<Record<PurposeGroup, string>> = {}
  for (const group of GROUPS) {
    const id = request.visitors?.[group] ?? own
    if (id !== undefined && !kept.includes(group)) ids[group] = id
  }
  const groups = GROUPS.filter(group => ids[group] !== undefined)
  if (groups.length === 0) return undefined
  return { forgettingId: parts.platform.chance.uuid(), visitors: ids, groups }
}

const GROUPS = Object.keys(VISITOR_COOKIES).filter(
  (group): group is PurposeGroup => group in VISITOR_COOKIES,
)

function choiceOf(parts: Parts, asking: Asking, payload: ReceiptPayload): Choice {
  const { request, policy, words } = asking
  const { sha256 } = words.first
  return {
    choiceId: parts.platform.chance.uuid(),
    at: asking.now,
    version: policy.version,
    lang: request.lang,
    words: sha256.startsWith(request.words) ? sha256 : request.words,
    granted: request.granted,
    refused: policy.purposes
      .filter(purpose => purpose.basis === 'consent' && !request.granted.includes(purpose.id))
      .map(purpose => purpose.id),
    signals: request.signals,
    via: parts.isProbe === true ? 'probe' : request.via,
    source: asking.source?.id ?? '',
    receiptId: payload.i,
    replaces: asking.previous?.i,
    lapsesAt: momentOf(payload.e * 1000),
  }
}

async function writeDown(audit: Audit, tx: Db, made: Choice, tookBack: boolean): Promise<void> {
  const { choiceId: choice, version, lang, words, granted, refused, via, source } = made
  const act = tookBack ? 'consent.withdrawn' : 'consent.chosen'
  const shared = { choice, version, lang, words, granted, refused, via }
  const details = source === '' ? shared : { ...shared, source }
  await audit.record(tx, { act, by: 'visitor', details })
}

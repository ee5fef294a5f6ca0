import type { Json } from '../base/json.ts'
import { type Moment, momentOf } from '../base/time.ts'
import type { Audit } from '../audit/index.ts'
import type { Platform } from '../platform/index.ts'
import type { Db } from '../platform/postgres.ts'
import type { Policy } from '../policy/index.ts'
import { keepShown } from './keep-words.ts'
import type { Ledger } from './ledger.ts'
import { keepProof, type KeptProof, proofBehind, wholeWords } from './proof/store.ts'
import { proofHash, type Shown, shownWhole } from './proof/shown.ts'
import {
  type Asking,
  type ChoiceRefused,
  isFree,
  readChoice,
  type Reader,
  strayed,
} from './read-choice.ts'
import { sealReceipt } from './receipt.ts'
import { payloadOf, type Settled, settle } from './settle.ts'
import { vendorsOf } from './standing.ts'
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

/** A receipt that no longer counts, and until when it would have. */
export type TakenBack = { readonly receiptId: string; readonly lapsesAt: Moment }

export type ChoiceMade = {
  readonly receipt: string
  readonly withdrawn: readonly TakenBack[]
  readonly forgetting: Forgetting | undefined
  /** What the ledger holds now, where the client keeps its choice there. */
  readonly entry: LedgerEntry | undefined
}

type Parts = Reader & {
  readonly platform: Pick<Platform, 'db' | 'clock' | 'chance'>
  readonly audit: Audit
  readonly key: Uint8Array
  readonly ledger: Pick<Ledger, 'subjectOf'>
  /** A trial of our own probe, which no report may count. */
  readonly isProbe?: boolean
  /** What answers whatever asks for more than stands; the choice itself is looked at when absent. */
  readonly onlyLess?: ChoiceRefused
}

/** A choice, what it comes to, and the receipt for it. */
type Made = Asking & { readonly settled: Settled; readonly payload: ReceiptPayload }

/**
 * Records a choice by the server's clock and answers with a signed receipt. Grants count only for
 * purposes that the policy asks for there, under the words in force, asked by a script of ours; a
 * refusal, and what only takes away, is never turned away.
 */
export async function choose(
  parts: Parts,
  policy: Policy,
  request: ChoiceRequest,
  previous: ReceiptPayload | undefined,
): Promise<ChoiceMade | ChoiceRefused> {
  const { clock, chance } = parts.platform
  const asking = await readChoice(parts, policy, request, previous, clock.now())
  const stray = parts.onlyLess ?? strayed(asking)
  if (stray && !isFree(asking)) return stray
  const settled = settle(asking, stray !== undefined)
  const id = Buffer.from(chance.bytes(16)).toString('base64url')
  const made = { ...asking, settled, payload: payloadOf(asking, settled, id) }
  return record(parts, made, stray === undefined)
}

/** Writes the choice down with all that follows from it, in one transaction. */
async function record(parts: Parts, made: Made, wasShown: boolean): Promise<ChoiceMade> {
  const { previous, payload, now } = made
  const subject = subjectOf(parts, made)
  return parts.platform.db.within(async tx => {
    if (subject !== undefined || previous?.i !== undefined) await announceChange(tx)
    const held = subject === undefined ? undefined : (await ledgerEntries(tx, [subject], now))[0]
    const withdrawn = takenBack(made, held)
    const forgetting = forgettingOf(parts, made, held)
    const entry = subject === undefined ? undefined : entryOf(subject, held, payload)
    const replaces = previous?.i ?? held?.receiptId
    const under = wasShown ? await keep(tx, made, replaces) : await keptBefore(tx, made)
    const choice = choiceOf(parts, made, under, replaces)
    for (const one of withdrawn) await addWithdrawal(tx, one.receiptId, now, one.lapsesAt)
    if (entry) await putLedgerEntry(tx, entry, now)
    if (forgetting) await addForgetting(tx, forgetting, now)
    const isLess =
      loses(made, previous?.g, previous?.x) || loses(made, held?.granted, held?.without)
    await addChoice(tx, choice, await writeDown(parts.audit, tx, choice, isLess))
    return { receipt: sealReceipt(parts.key, payload), withdrawn, forgetting, entry }
  })
}

/** What a choice was made under: its words, and all that was shown with them. */
type Under = { readonly version: string; readonly words: string; readonly proof: string }

/** Keeps what was shown, so that it can be proven later. */
async function keep(tx: Db, made: Made, replaces: string | undefined): Promise<Under> {
  const { policy, request, payload, tag = '' } = made
  const shown = made.shown ?? shownWhole(policy, request.lang)
  const proof = proofOf(made, shown, tag)
  // What the text of a refusal names is one and the same for everyone.
  const same = proofOf(made, shownWhole(policy, request.lang), '')
  const { version } = policy
  if (isPlain(payload, replaces)) {
    await keepProof(tx, same)
    return { version, words: same.words, proof: same.sha256 }
  }
  // Words for apps and for what changed came later than those for sites.
  if (made.inApp || request.asked) await keepShown(tx, policy, request.lang, shown)
  await keepProof(tx, proof)
  if (payload.i === undefined) await keepProof(tx, same)
  return { version, words: shown.sha256, proof: proof.sha256 }
}

/** A refusal that takes nothing back: of it only version, language, day and bits are kept. */
function isPlain({ i }: ReceiptPayload, replaces: string | undefined): boolean {
  return i === undefined && replaces === undefined
}

function proofOf({ policy, request }: Made, { sha256, trackers }: Shown, tag: string): KeptProof {
  const said = { version: policy.version, words: sha256, trackers, tag }
  return { ...said, sha256: proofHash(said), lang: request.lang }
}

/** The same of a page whose words were not ours: what it says of them counts only if we know them. */
async function keptBefore(
  tx: Db,
  { settled: { under }, policy, request, since }: Made,
): Promise<Under> {
  const words = (await wholeWords(tx, under?.w ?? request.words)) ?? ''
  if (!under) return { version: policy.version, words, proof: '' }
  const proof = under.b === undefined ? undefined : await proofBehind(tx, under.b)
  return { version: since?.version ?? policy.version, words, proof: proof?.sha256 ?? '' }
}

/** The key of a client that keeps its choice here; a partner's receipts stay with their visitor. */
function subjectOf(parts: Parts, { request, source }: Made): string | undefined {
  if (!source || source.kind === 'partner' || source.kind === 'machine') return undefined
  if (request.subject === undefined) return undefined
  return parts.ledger.subjectOf(source.id, request.subject)
}

/** Receipts that no longer count: those that permit anything which this choice does not. */
function takenBack(made: Made, held: LedgerEntry | undefined): readonly TakenBack[] {
  const { previous, payload } = made
  const isKept = (granted: Readonly<Record<string, string>>, without?: readonly string[]) =>
    !loses(made, granted, without) &&
    Object.entries(granted).every(([purpose, terms]) => payload.g[purpose] === terms)
  const taken: TakenBack[] = []
  if (previous?.i !== undefined && !isKept(previous.g, previous.x)) {
    taken.push({ receiptId: previous.i, lapsesAt: momentOf(previous.e * 1000) })
  }
  const { receiptId } = held ?? {}
  if (held && receiptId !== undefined && receiptId !== previous?.i) {
    if (!isKept(held.granted, held.without)) taken.push({ receiptId, lapsesAt: held.lapsesAt })
  }
  return taken
}

/** Whether a purpose, or a vendor that served one, was taken away from what was granted. */
function loses(
  { policy, payload }: Made,
  granted: Readonly<Record<string, string>> = {},
  without: readonly string[] = [],
): boolean {
  const before = Object.keys(granted)
  const serving = vendorsOf(policy, before)
  return (
    before.some(purpose => !Object.hasOwn(payload.g, purpose)) ||
    (payload.x ?? []).some(vendor => serving.includes(vendor) && !without.includes(vendor))
  )
}

/**
 * What the ledger holds of this client from now on. A no of one who never said yes leaves nothing
 * here; a no after a yes stands until the yes would have lapsed.
 */
function entryOf(
  subject: string,
  held: LedgerEntry | undefined,
  { g, x, s, e, i }: ReceiptPayload,
): LedgerEntry | undefined {
  if (i !== undefined) {
    const lapsesAt = momentOf(e * 1000)
    const entry = { subject, receiptId: i, granted: g, without: x ?? [], lapsesAt }
    return { ...entry, chosenUnder: s ?? [] }
  }
  return held && { ...held, receiptId: undefined, granted: {}, without: [], chosenUnder: [] }
}

/** Groups that are no longer granted are erased; what stays is told to no vendor refused by name. */
function forgettingOf(
  parts: Parts,
  { request, policy, settled, payload: { x: vendors = [] } }: Made,
  held: LedgerEntry | undefined,
): Forgetting | undefined {
  const kept = policy.purposes
    .filter(purpose => settled.granted.includes(purpose.id))
    .map(purpose => purpose.category)
  // A client's own id stands for it in every group, each of which makes a key of its own.
  const own = held ? request.subject : undefined
  const ids: Partial<Record<PurposeGroup, string>> = {}
  for (const group of GROUPS) {
    const id = request.visitors?.[group] ?? own
    if (id !== undefined && (vendors.length > 0 || !kept.includes(group))) ids[group] = id
  }
  const carried = GROUPS.filter(group => ids[group] !== undefined)
  if (carried.length === 0) return undefined
  const groups = carried.filter(group => !kept.includes(group))
  return { forgettingId: parts.platform.chance.uuid(), visitors: ids, groups, vendors }
}

const GROUPS = Object.keys(VISITOR_COOKIES).filter(
  (group): group is PurposeGroup => group in VISITOR_COOKIES,
)

function choiceOf(
  parts: Parts,
  made: Made,
  { version, words, proof }: Under,
  replaces: string | undefined,
): Choice {
  const { request, settled, payload, now } = made
  const { granted, refused, without, ofAge } = settled
  const plain = isPlain(payload, replaces)
  return {
    choiceId: parts.platform.chance.uuid(),
    at: plain ? momentOf(payload.t * 1000) : now,
    ...{ version, lang: payload.l, words, proof, granted, refused, without, ofAge },
    asked: request.asked?.purposes ?? [],
    since: request.asked?.since ?? '',
    signals: plain ? [] : request.signals,
    via: parts.isProbe === true ? 'probe' : request.via,
    source: made.source?.id ?? '',
    receiptId: payload.i,
    replaces,
    lapsesAt: momentOf(payload.e * 1000),
  }
}

/** Its entry in the audit log, which says what was chosen and shown, and never by whom. */
async function writeDown(audit: Audit, tx: Db, made: Choice, isLess: boolean) {
  const { choiceId: choice, version, lang, words, proof, granted, refused, via } = made
  const act = isLess ? 'consent.withdrawn' : 'consent.chosen'
  const details: Json = {
    ...{ choice, version, lang, words, proof, granted, refused, via },
    ...(made.without.length > 0 ? { without: made.without } : {}),
    ...(made.asked.length > 0 ? { asked: made.asked, since: made.since } : {}),
    ...(made.ofAge ? { ofAge: true } : {}),
    ...(made.source === '' ? {} : { source: made.source }),
  }
  return audit.record(tx, { act, by: 'visitor', details })
}

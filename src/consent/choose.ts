import { after, momentOf, type Moment } from '../base/time.ts'
import type { Audit } from '../audit/index.ts'
import type { Platform } from '../platform/index.ts'
import { bannerWords, type Policy } from '../policy/index.ts'
import { sealReceipt } from './receipt.ts'
import { addChoice, addForgetting, addWithdrawal, type Choice, type Forgetting } from './store.ts'
import {
  type ChoiceRequest,
  type PurposeGroup,
  type ReceiptPayload,
  VISITOR_COOKIES,
} from './wire.ts'

const DAY_S = 86_400

/** A choice that cannot be recorded as asked, with what to do about it. */
export type ChoiceRefused = {
  readonly refused: 'words-changed' | 'not-asked'
  readonly help: string
}

export type ChoiceMade = {
  readonly receipt: string
  /** The receipt id that no longer counts, if the choice took something back. */
  readonly withdrawn: string | undefined
  readonly forgetting: Forgetting | undefined
}

type Parts = {
  readonly platform: Pick<Platform, 'db' | 'clock' | 'chance'>
  readonly audit: Audit
  readonly key: Uint8Array
  /** A trial of our own probe, which no report may count. */
  readonly isProbe?: boolean
}

/**
 * Records a choice by the server's clock and answers with a signed receipt. Grants count only for
 * purposes that the policy asks for, under the words in force; a refusal is never turned away.
 */
export async function choose(
  parts: Parts,
  policy: Policy,
  request: ChoiceRequest,
  previous: ReceiptPayload | undefined,
): Promise<ChoiceMade | ChoiceRefused> {
  const asked = policy.purposes.filter(purpose => purpose.basis === 'consent')
  const unknown = request.granted.find(id => !asked.some(purpose => purpose.id === id))
  if (unknown !== undefined) {
    return { refused: 'not-asked', help: `the policy asks for no consent to \`${unknown}\`` }
  }
  const current = bannerWords(policy, request.lang).first.sha256
  if (request.granted.length > 0 && !current.startsWith(request.words)) {
    return { refused: 'words-changed', help: 'reload the page: the policy has changed meanwhile' }
  }
  const now = parts.platform.clock.now()
  const payload = payloadOf(parts, policy, request, current, now)
  const withdrawn = takenBack(previous, payload)
  const forgetting = forgettingOf(parts, policy, request)
  await record(parts, { request, payload, current, policy, now, previous, withdrawn, forgetting })
  return { receipt: sealReceipt(parts.key, payload), withdrawn, forgetting }
}

function payloadOf(
  parts: Parts,
  policy: Policy,
  request: ChoiceRequest,
  words: string,
  now: Moment,
): ReceiptPayload {
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
  const shared = { v: policy.version.slice(0, 16), w: words.slice(0, 16), l: request.lang }
  if (refusal) return { ...shared, g: {}, t, e }
  const id = Buffer.from(parts.platform.chance.bytes(16)).toString('base64url')
  const signals = request.signals.length > 0 ? { s: request.signals } : {}
  return { ...shared, g: granted, ...signals, t, e, i: id }
}

/** The previous receipt's id, unless everything that it granted is granted again. */
function takenBack(previous: ReceiptPayload | undefined, next: ReceiptPayload): string | undefined {
  if (previous?.i === undefined) return undefined
  const kept = Object.entries(previous.g).every(([purpose, terms]) => next.g[purpose] === terms)
  return kept ? undefined : previous.i
}

function forgettingOf(
  parts: Parts,
  policy: Policy,
  request: ChoiceRequest,
): Forgetting | undefined {
  const visitors = request.visitors ?? {}
  const kept = policy.purposes
    .filter(purpose => request.granted.includes(purpose.id))
    .map(purpose => purpose.category)
  const groups = Object.keys(VISITOR_COOKIES)
    .filter((group): group is PurposeGroup => group in VISITOR_COOKIES)
    .filter(group => visitors[group] !== undefined && !kept.includes(group))
  if (groups.length === 0) return undefined
  const ids = Object.fromEntries(groups.map(group => [group, visitors[group]]))
  return { forgettingId: parts.platform.chance.uuid(), visitors: ids, groups }
}

type Made = {
  readonly request: ChoiceRequest
  readonly payload: ReceiptPayload
  readonly current: string
  readonly policy: Policy
  readonly now: Moment
  readonly previous: ReceiptPayload | undefined
  readonly withdrawn: string | undefined
  readonly forgetting: Forgetting | undefined
}

async function record(parts: Parts, made: Made): Promise<void> {
  const { request, payload, policy, now } = made
  const choice: Choice = {
    choiceId: parts.platform.chance.uuid(),
    at: now,
    version: policy.version,
    lang: request.lang,
    words: made.current.startsWith(request.words) ? made.current : request.words,
    granted: request.granted,
    refused: policy.purposes
      .filter(purpose => purpose.basis === 'consent' && !request.granted.includes(purpose.id))
      .map(purpose => purpose.id),
    signals: request.signals,
    via: parts.isProbe === true ? 'probe' : request.via,
    receiptId: payload.i,
    replaces: made.previous?.i,
    lapsesAt: momentOf(payload.e * 1000),
  }
  await parts.platform.db.within(async tx => {
    await addChoice(tx, choice)
    if (made.withdrawn !== undefined) {
      const lapses = momentOf((made.previous?.e ?? payload.e) * 1000)
      await addWithdrawal(tx, made.withdrawn, now, lapses)
    }
    if (made.forgetting) await addForgetting(tx, made.forgetting, now)
    const { choiceId, version, lang, words, granted, refused, via } = choice
    const act = made.withdrawn === undefined ? 'consent.chosen' : 'consent.withdrawn'
    const details = { choice: choiceId, version, lang, words, granted, refused, via }
    await parts.audit.record(tx, { act, by: 'visitor', details })
  })
}

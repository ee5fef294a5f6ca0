import { after, type Moment, momentOf, type Span } from '../base/time.ts'
import { type Policy, spanOf } from '../policy/index.ts'
import { proofHash, shownWhole } from './proof/shown.ts'
import type { Asking } from './read-choice.ts'
import { partnerOf } from './source.ts'
import { askedOf, ofAgeOf, vendorsOf } from './standing.ts'
import type { ReceiptPayload } from './wire.ts'

const DAY_S = 86_400
const DIGITS = 16
/** How long nobody is asked again after a no, where the policy says nothing of it. */
const ASKS_AGAIN: Span = { count: 6, unit: 'month' }

/** What a choice comes to, with what still stands of the one before. */
export type Settled = {
  readonly granted: readonly string[]
  readonly refused: readonly string[]
  /** Vendors refused by name, of purposes that are granted. */
  readonly without: readonly string[]
  readonly ofAge: boolean
  /**
   * The receipt whose words and end go on holding: what is left was agreed to under those, and
   * nobody was shown newer ones.
   */
  readonly under: ReceiptPayload | undefined
}

/** Settles a choice; `isStray` when it was made under other words than ours, so that it only narrows. */
export function settle(asking: Asking, isStray: boolean): Settled {
  const { request, policy, standing } = asking
  const { asked } = request
  const said = asked
    ? [...(standing?.granted.filter(id => !asked.purposes.includes(id)) ?? []), ...request.granted]
    : request.granted
  const isOld = request.ofAge ?? standing?.receipt.a === 1
  const aged = ofAgeOf(policy)
  const granted = askedOf(policy).filter(id => said.includes(id) && (isOld || !aged.includes(id)))
  const under = isStray && granted.length > 0 ? standing?.receipt : undefined
  const carries = asked !== undefined || under !== undefined
  const without = [...(carries ? (standing?.receipt.x ?? []) : []), ...(request.without ?? [])]
  return {
    granted,
    refused: refusedBy(asking, granted, isStray),
    without: vendorsOf(policy, granted).filter(id => without.includes(id)),
    ofAge: isOld && granted.some(id => aged.includes(id)),
    under,
  }
}

/** Everything else that was asked; of what a stray page did not ask, nothing is known. */
function refusedBy(
  { request: { asked }, policy, standing }: Asking,
  granted: readonly string[],
  isStray: boolean,
): readonly string[] {
  const rest = askedOf(policy).filter(id => !granted.includes(id))
  const receipt = standing?.receipt
  if (!isStray || (receipt && !receipt.r)) return rest
  if (asked) return rest.filter(id => asked.purposes.includes(id) || receipt?.r?.includes(id))
  if (granted.length === 0 || !receipt) return rest
  return rest.filter(id => receipt.r?.includes(id) || Object.hasOwn(receipt.g, id))
}

/** The receipt of a settled choice; `id` is for one that grants something. */
export function payloadOf(asking: Asking, settled: Settled, id: string): ReceiptPayload {
  const { source, request, now } = asking
  const partner = partnerOf(source)
  const where = partner === undefined ? {} : { p: partner }
  if (settled.granted.length === 0) return { ...refusalOf(asking, settled), ...where }
  const { without, ofAge, under } = settled
  const signals = under ? (under.s ?? []) : request.signals
  return {
    ...(under ? sameWords(under) : newWords(asking)),
    g: termsOf(asking.policy, settled),
    ...(under && !under.r ? {} : { r: settled.refused }),
    ...(without.length > 0 ? { x: without } : {}),
    ...(ofAge ? { a: 1 } : {}),
    ...(signals.length > 0 ? { s: signals } : {}),
    t: Math.floor(now / 1000),
    e: under ? under.e : endOf(asking, settled),
    i: id,
    ...where,
  }
}

/** A refusal is told apart by version, language, day and what was refused, and by nothing else. */
function refusalOf({ policy, request, now }: Asking, { refused }: Settled): ReceiptPayload {
  const seconds = Math.floor(now / 1000)
  const t = seconds - (seconds % DAY_S)
  const said = policy.said.consent?.['asks-again']
  const span = (said === undefined ? undefined : spanOf(said)) ?? ASKS_AGAIN
  // From the end of the day: whoever says no in the evening is not asked again that morning.
  const e = Math.floor(after(momentOf((t + DAY_S) * 1000), span) / 1000)
  const { sha256 } = shownWhole(policy, request.lang)
  const shared = { v: policy.version.slice(0, DIGITS), w: sha256.slice(0, DIGITS), l: request.lang }
  return { ...shared, g: {}, r: refused, b: refusalProof(policy, request.lang), t, e }
}

/** What a refusal says was shown: without the script, so that it is one text for everyone. */
function refusalProof(policy: Policy, lang: ReceiptPayload['l']): string {
  const { sha256: words, trackers } = shownWhole(policy, lang)
  return proofHash({ version: policy.version, words, trackers, tag: '' }).slice(0, DIGITS)
}

function sameWords({ v, w, l, b }: ReceiptPayload) {
  return { v, w, l, ...(b === undefined ? {} : { b }) }
}

function newWords({ policy, request, shown, tag }: Asking) {
  const { sha256, trackers } = shown ?? shownWhole(policy, request.lang)
  const proof = proofHash({ version: policy.version, words: sha256, trackers, tag: tag ?? '' })
  return {
    v: policy.version.slice(0, DIGITS),
    w: sha256.slice(0, DIGITS),
    l: request.lang,
    b: proof.slice(0, DIGITS),
  }
}

function termsOf({ rules }: Policy, settled: Settled): Readonly<Record<string, string>> {
  return Object.fromEntries(settled.granted.map(id => [id, rules.purposes[id]?.terms ?? '']))
}

/** What was agreed to before lapses when it would have: a new question does not renew it. */
function endOf({ policy, request, standing, now }: Asking, { granted }: Settled): number {
  const e = Math.floor(after(startOf(now), policy.consentFor) / 1000)
  const goesOn = granted.some(id => !request.asked?.purposes.includes(id))
  return request.asked && standing && goesOn ? Math.min(e, standing.receipt.e) : e
}

function startOf(now: Moment): Moment {
  return momentOf(Math.floor(now / 1000) * 1000)
}

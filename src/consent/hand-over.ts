import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  timingSafeEqual,
} from 'node:crypto'
import { after, type Moment, momentOf } from '../base/time.ts'
import type { Platform } from '../platform/index.ts'
import { sign } from '../platform/secrets.ts'
import { decide, type Policy, type Signal } from '../policy/index.ts'
import { factsFrom } from './facts.ts'
import { addHandOver, takeHandOver } from './store.ts'
import type { Tallies } from './tallies.ts'
import {
  type HandedOver,
  type HandOverAnswer,
  type HandOverRequest,
  type PurposeGroup,
  type ReceiptPayload,
} from './wire.ts'

const LIFE = { count: 60, unit: 'second' } as const
const NONCE_BYTES = 18
const NONCE_CHARS = 24
const GROUPS = ['personalisation', 'analytics', 'marketing'] as const
/** A key is used once, so its counter may begin at the same number. */
const FIRST = Buffer.alloc(12)
const TAG_BYTES = 16

/** Why a choice is not handed over. */
export type HandOverRefused = {
  readonly refused: 'foreign-host' | 'no-consent' | 'withdrawn' | 'lapsed' | 'replayed'
  readonly help: string
}

/** Carries a visitor's choice over a link from one own site to another, once. */
export type HandOvers = {
  /** Seals a choice for another own site; what comes out is all that the link carries. */
  give(
    from: string,
    request: Omit<HandOverRequest, 'signals'>,
    signals: readonly Signal[],
  ): Promise<HandOverAnswer | HandOverRefused>
  /** Opens it on the site that it was sealed for. Any second time finds nothing. */
  take(at: string, token: string): Promise<HandedOver | HandOverRefused>
}

type Parts = {
  readonly platform: Pick<Platform, 'db' | 'clock' | 'chance' | 'keys'>
  readonly policy: () => Policy
  readonly readReceipt: (token: string) => ReceiptPayload | undefined
  readonly isWithdrawn: (receiptId: string | undefined) => boolean
  readonly tallies: Pick<Tallies, 'count'>
}

/** Opens them over their table. Every refusal is counted. */
export function openHandOvers(parts: Parts): HandOvers {
  const key = parts.platform.keys.derive('hand-over')
  const counted = <T extends object>(answer: T | HandOverRefused, done: string) => {
    parts.tallies.count('hand-over', 'refused' in answer ? answer.refused : done)
    return answer
  }
  return {
    give: async (from, request, signals) =>
      counted(await give(parts, key, { from, request, signals }), 'given'),
    take: async (at, token) => counted(await take(parts, key, at, token), 'taken'),
  }
}

type Wanted = {
  readonly from: string
  readonly request: Omit<HandOverRequest, 'signals'>
  readonly signals: readonly Signal[]
}

async function give(
  parts: Parts,
  key: Uint8Array,
  { from, request, signals }: Wanted,
): Promise<HandOverAnswer | HandOverRefused> {
  const { db, clock, chance } = parts.platform
  const policy = parts.policy()
  const [here, there] = [siteAt(policy, from), siteAt(policy, request.to)]
  if (here === undefined || there === undefined || here === there) {
    const help = `\`${request.to}\` is no other own site of the policy`
    return { refused: 'foreign-host', help }
  }
  const receipt = parts.readReceipt(request.receipt)
  const now = clock.now()
  const stopped = stops(parts, receipt, now)
  if (stopped) return stopped
  const groups = permitted(policy, receipt, signals, now)
  if (groups.size === 0) return refusedBy('no-consent')
  const nonce = Buffer.from(chance.bytes(NONCE_BYTES)).toString('base64url')
  const handed: HandedOver = {
    receipt: request.receipt,
    visitors: only(groups, request.visitors ?? {}),
    since: only(groups, request.since ?? {}),
  }
  const sealed = seal(key, nonce, JSON.stringify(handed))
  await addHandOver(db, hashOf(nonce), { toHost: request.to, sealed }, after(now, LIFE))
  return { token: `${nonce}${macOf(key, nonce)}` }
}

async function take(
  parts: Parts,
  key: Uint8Array,
  at: string,
  token: string,
): Promise<HandedOver | HandOverRefused> {
  const nonce = token.slice(0, NONCE_CHARS)
  // What we did not sign is not looked up.
  if (!sameText(token.slice(NONCE_CHARS), macOf(key, nonce))) return refusedBy('replayed')
  const found = await takeHandOver(parts.platform.db, hashOf(nonce))
  if (!found) return refusedBy('replayed')
  const now = parts.platform.clock.now()
  if (now >= found.expiresAt) return refusedBy('lapsed')
  if (found.toHost !== at || siteAt(parts.policy(), at) === undefined) {
    return refusedBy('foreign-host')
  }
  const handed: HandedOver = JSON.parse(open(key, nonce, found.sealed))
  // Somebody may have taken the choice back while the next page was loading.
  return stops(parts, parts.readReceipt(handed.receipt), now) ?? handed
}

/** Why a receipt may not travel now. */
function stops(
  parts: Parts,
  receipt: ReceiptPayload | undefined,
  now: Moment,
): HandOverRefused | undefined {
  if (!receipt || receipt.p !== undefined || receipt.i === undefined) return refusedBy('no-consent')
  if (parts.isWithdrawn(receipt.i)) return refusedBy('withdrawn')
  return now >= momentOf(receipt.e * 1000) ? refusedBy('lapsed') : undefined
}

/** Groups of which a purpose that asks for consent is permitted now. */
function permitted(
  policy: Policy,
  receipt: ReceiptPayload | undefined,
  signals: readonly Signal[],
  now: Moment,
): ReadonlySet<PurposeGroup> {
  const facts = factsFrom(receipt, signals, now, false)
  const groups = new Set<PurposeGroup>()
  for (const { id, basis, category } of policy.purposes) {
    if (basis !== 'consent' || category === 'functional') continue
    if (!('refused' in decide(policy.rules, id, facts))) groups.add(category)
  }
  return groups
}

function only<T>(
  groups: ReadonlySet<PurposeGroup>,
  by: { readonly [G in PurposeGroup]?: T },
): { [G in PurposeGroup]?: T } {
  const left: { [G in PurposeGroup]?: T } = {}
  for (const group of GROUPS) {
    const value = by[group]
    if (value !== undefined && groups.has(group)) left[group] = value
  }
  return left
}

/** The own site on a host, whatever its port; undefined for any other. */
function siteAt(policy: Policy, host: string): string | undefined {
  const bare = host.replace(/:\d+$/, '')
  return policy.sites.find(({ hosts }) => hosts.includes(host) || hosts.includes(bare))?.id
}

const HELP = {
  'foreign-host': 'it was for another site; the visitor chooses here',
  'no-consent': 'nothing is permitted that could be handed over',
  withdrawn: 'the choice was taken back',
  lapsed: 'it is over; the visitor chooses here',
  replayed: 'it was used before, or it is not ours',
} as const

function refusedBy(refused: HandOverRefused['refused']): HandOverRefused {
  return { refused, help: HELP[refused] }
}

function hashOf(nonce: string): string {
  return createHash('sha256').update(nonce).digest('base64url')
}

function macOf(key: Uint8Array, nonce: string): string {
  return sign(key, `token ${nonce}`).slice(0, 22)
}

/** The number in the link is part of the key, so that the database alone opens nothing. */
function keyOf(key: Uint8Array, nonce: string): Buffer {
  return createHmac('sha256', key).update(`seal ${nonce}`).digest()
}

function seal(key: Uint8Array, nonce: string, text: string): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', keyOf(key, nonce), FIRST)
  const sealed = [cipher.update(text, 'utf8'), cipher.final()]
  return Buffer.concat([...sealed, cipher.getAuthTag()])
}

function open(key: Uint8Array, nonce: string, sealed: Uint8Array): string {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(key, nonce), FIRST)
  decipher.setAuthTag(sealed.slice(-TAG_BYTES))
  return Buffer.concat([decipher.update(sealed.slice(0, -TAG_BYTES)), decipher.final()]).toString()
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

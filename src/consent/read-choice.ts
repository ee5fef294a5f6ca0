import { type Moment, momentOf } from '../base/time.ts'
import type { Policy, Source } from '../policy/index.ts'
import type { ServedTags } from './proof/served-tags.ts'
import { type Shown, shownDelta, shownWhole } from './proof/shown.ts'
import { partnerOf, policyFor, sourceOf } from './source.ts'
import { askedOf, narrows, type Standing, standingOf } from './standing.ts'
import type { ChoiceRequest, ReceiptPayload } from './wire.ts'

/** A choice that cannot be recorded as asked, with what to do about it. */
export type ChoiceRefused = {
  readonly refused:
    | 'words-changed'
    | 'tag-unknown'
    | 'not-asked'
    | 'no-such-source'
    | 'no-such-vendor'
    | 'foreign-origin'
    | 'too-many'
  readonly help: string
}

/** A choice on its way, read once. */
export type Asking = {
  readonly request: ChoiceRequest
  readonly source: Source | undefined
  readonly inApp: boolean
  /** The policy as it is asked where the choice is made. */
  readonly policy: Policy
  /** The same of the version that the receipt before was made under, where that is known. */
  readonly since: Policy | undefined
  /** What the visitor was shown; undefined when there is no such layer. */
  readonly shown: Shown | undefined
  /** SHA-256 of the script that asked; empty where none ran, undefined for one we do not know. */
  readonly tag: string | undefined
  readonly previous: ReceiptPayload | undefined
  readonly standing: Standing | undefined
  readonly now: Moment
}

/** What reading a choice needs to ask. */
export type Reader = {
  /** A version that was in force, by its first 16 digits. */
  readonly policyOf: (version: string) => Promise<Policy | undefined>
  readonly isWithdrawn: (receiptId: string | undefined) => boolean
  readonly tags: Pick<ServedTags, 'wholeOf'>
}

/** Reads a choice under the policy in force: what was shown, and what of the receipt before counts. */
export async function readChoice(
  reader: Reader,
  inForce: Policy,
  request: ChoiceRequest,
  previous: ReceiptPayload | undefined,
  now: Moment,
): Promise<Asking> {
  const source = sourceOf(inForce, request.source)
  const inApp = (source?.channel ?? (request.via === 'app' ? 'app' : 'web')) === 'app'
  const channel = inApp ? 'app' : 'web'
  const policy = policyFor(inForce, channel)
  const counts =
    previous !== undefined &&
    previous.p === partnerOf(source) &&
    now < momentOf(previous.e * 1000) &&
    !reader.isWithdrawn(previous.i)
  const before = counts ? await versionOf(reader, inForce, previous.v) : undefined
  const since = before && policyFor(before, channel)
  const { asked, lang } = request
  return {
    ...{ request, source, inApp, policy, since, previous, now },
    shown: asked ? shownDelta(policy, lang, since, asked.purposes) : shownWhole(policy, lang),
    tag: await reader.tags.wholeOf(request.tag),
    standing: counts ? standingOf(policy, previous, request.signals, now) : undefined,
  }
}

function versionOf(reader: Reader, inForce: Policy, version: string): Promise<Policy | undefined> {
  if (inForce.version.startsWith(version)) return Promise.resolve(inForce)
  return reader.policyOf(version)
}

/**
 * Whether nothing may turn this choice away: a refusal, or one that only takes away from what the
 * receipt before still grants.
 */
export function isFree({ request, policy, standing }: Asking): boolean {
  if (request.granted.length === 0) return true
  if (request.asked !== undefined) return false
  return narrows(policy, standing, request.granted, request.without ?? [])
}

/** Why a choice is not what we asked for, if it is not. */
export function strayed(asking: Asking): ChoiceRefused | undefined {
  return foreign(asking) ?? unknown(asking) ?? unasked(asking) ?? unshown(asking)
}

function foreign({ request, source }: Asking): ChoiceRefused | undefined {
  const isKnown = source ? source.kind !== 'machine' : request.source === undefined
  if (isKnown && (request.via !== 'app' || source?.channel === 'app')) return undefined
  const help = 'name in `source` the key of an app or a partner that the policy declares'
  return { refused: 'no-such-source', help }
}

function unknown({ request, policy }: Asking): ChoiceRefused | undefined {
  const asked = askedOf(policy)
  const purpose = request.granted.find(id => !asked.includes(id))
  if (purpose !== undefined) {
    return { refused: 'not-asked', help: `the policy asks for no consent to \`${purpose}\`` }
  }
  const vendors = policy.rules.vendors.map(({ id }) => id)
  const vendor = request.without?.find(id => !vendors.includes(id))
  if (vendor === undefined) return undefined
  const help = `the policy declares no vendor \`${vendor}\`; \`without\` takes ids of its vendors`
  return { refused: 'no-such-vendor', help }
}

/** A layer that asks for a part is answered for that part, by whom it was to be asked. */
function unasked({ request: { asked, granted }, standing, shown }: Asking) {
  if (!asked) return undefined
  const { since, purposes } = asked
  const delta = standing?.delta ?? []
  const isDelta =
    standing?.receipt.v === since &&
    purposes.length === delta.length &&
    delta.every(id => purposes.includes(id))
  if (isDelta && shown && granted.every(id => purposes.includes(id))) return undefined
  const help = 'reload the page: of this visitor something else is to be asked now'
  return { refused: 'not-asked', help } satisfies ChoiceRefused
}

function unshown({ request, shown, tag }: Asking): ChoiceRefused | undefined {
  if (!shown?.sha256.startsWith(request.words)) {
    const help =
      request.via === 'app'
        ? 'fetch `/v1/consent` again and ask with its words: the policy has changed meanwhile'
        : 'reload the page: the policy has changed meanwhile'
    return { refused: 'words-changed', help }
  }
  if (tag !== undefined) return undefined
  return { refused: 'tag-unknown', help: 'reload the page: we served no such script of late' }
}

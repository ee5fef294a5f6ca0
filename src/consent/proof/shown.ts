import { createHash } from 'node:crypto'
import { canonical, type Json } from '../../base/json.ts'
import { type Lang, LANGS } from '../../base/lang.ts'
import { bannerWords, type BannerPurpose, deltaWords, type Policy } from '../../policy/index.ts'

/** What was put before a visitor: words by their hash, and the list of trackers beside them. */
export type Shown = {
  readonly sha256: string
  /** The words, as they are kept: without their hash. */
  readonly words: Json
  readonly trackers: Json
}

const seen = new WeakMap<Policy, ReadonlyMap<Lang, Shown>>()

/** Both layers of a policy in one language. */
export function shownWhole(policy: Policy, lang: Lang): Shown {
  const known = seen.get(policy) ?? new Map(LANGS.map(one => [one, wholeOf(policy, one)]))
  seen.set(policy, known)
  return known.get(lang) ?? wholeOf(policy, lang)
}

function wholeOf(policy: Policy, lang: Lang): Shown {
  const words = bannerWords(policy, lang)
  const { sha256, ...first } = words.first
  const trackers = words.details.purposes.map(listOf)
  return { sha256, words: plain({ first, details: words.details }), trackers: plain(trackers) }
}

function listOf({ id, trackers }: Pick<BannerPurpose, 'id' | 'trackers'>) {
  return { purpose: id, trackers }
}

/**
 * The layer that asks only for what changed since another version, which may be unknown; undefined
 * where no consent is asked for one of the purposes.
 */
export function shownDelta(
  policy: Policy,
  lang: Lang,
  since: Policy | undefined,
  purposes: readonly string[],
): Shown | undefined {
  const delta = deltaWords(policy, lang, since, purposes)
  if (!delta) return undefined
  const { sha256, ...words } = delta
  const trackers = words.purposes.map(listOf)
  return { sha256, words: plain({ delta: words }), trackers: plain(trackers) }
}

/** SHA-256, hexadecimal, over all that was shown; `tag` is the script's, empty where none ran. */
export function proofHash(said: {
  readonly version: string
  readonly words: string
  readonly trackers: Json
  readonly tag: string
}): string {
  const { version, words, trackers, tag } = said
  const text = canonical({ version, words, trackers, tag })
  return createHash('sha256').update(text).digest('hex')
}

function plain(value: unknown): Json {
  const json: Json = JSON.parse(JSON.stringify(value))
  return json
}

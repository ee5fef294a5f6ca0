import { LRUCache } from 'lru-cache'
import type { Audit, Probe } from '../audit/index.ts'
import type { Lang } from '../base/lang.ts'
import type { Platform } from '../platform/index.ts'
import { type Policy, readPolicy } from '../policy/index.ts'
import { withMarks } from './asked-again.ts'
import { openInForce } from './in-force.ts'
import { openProbes } from './probes.ts'
import {
  fingerprints,
  notices,
  publish,
  type Publication,
  type PublishAsk,
  type PublishParts,
} from './publish.ts'
import { fingerprint, openSigner } from './seal.ts'
import {
  type KeptNotice,
  type KeptNotices,
  keepNotices,
  lockPublishing,
  noticesOf,
  sealTerm,
  type Term,
  terms,
  textOf,
  unsealedTerms,
} from './store.ts'

/** Which policy is in force, and every one that was. */
export type Versions = {
  /**
   * The policy in force at this very moment. A version whose day comes takes over by itself. A
   * `Fault` while it cannot be known which one it is: whoever asks must then refuse.
   */
  readonly policy: () => Policy
  /** Publishes a policy through the gates; see `publish`. */
  readonly publish: (source: string, ask: PublishAsk) => Promise<Publication>
  /** What a start does with the policy file it was given; see `Begun`. */
  begin(source: string, file: string): Promise<Begun>
  /** Follows from now on what other processes publish. */
  readonly follow: () => void
  /**
   * The policy of a version that was in force, by its first 16 digits, with the terms that visitors
   * agreed to under it; undefined for any other, and where this Lupaus cannot read its text.
   */
  policyOf(version: string): Promise<Policy | undefined>
  /** SHA-256 of the policy in force. */
  inForce(): string
  /** The text of any version that ever was published. */
  text(version: string): Promise<string | undefined>
  /** A notice as it was rendered when its version was published; undefined when it is not whole. */
  notice(version: string, lang: Lang): Promise<KeptNotice | undefined>
  /** All notices of a version as they are kept, whole or not: for whoever checks them. */
  kept(version: string): Promise<KeptNotices | undefined>
  /** Every term, newest first. */
  list(): Promise<readonly Term[]>
  /** The key that signs, as PEM. */
  readonly publicKey: string
  readonly probes: readonly Probe[]
  close(): Promise<void>
}

/**
 * What became of the file at a start. A text that nobody has seen before is published, if the gates
 * let it; one that was published before is none of the start's business, for another process may have
 * published a newer one since: `older`. After `older` and `refused` the version in force stays.
 */
export type Begun =
  | { readonly outcome: 'in-force' | 'older' }
  | { readonly outcome: 'published' | 'refused'; readonly publication: Publication }

export type VersionsParts = {
  readonly platform: Pick<Platform, 'db' | 'clock' | 'log' | 'keys' | 'listen'>
  readonly audit: Audit
} & Pick<PublishParts, 'render' | 'keepWords' | 'neverSeen'>

/** What is kept of every version, for whoever only reads: no key, no policy in force. */
export function keptVersions(db: PublishParts['db']): Pick<Versions, 'list' | 'text' | 'kept'> {
  return {
    list: () => terms(db),
    text: version => textOf(db, version),
    kept: version => noticesOf(db, version),
  }
}

/** Opens the slice; `begin` must follow before anyone asks for the policy. */
export function openVersions({ platform, audit, ...more }: VersionsParts): Versions {
  const { db, clock, log, listen } = platform
  const signer = openSigner(platform.keys)
  const parts = { db, clock, audit, signer, ...more }
  const inForce = openInForce({ db, clock, log, listen, publicKey: signer.publicKey })
  const act = async (source: string, ask: PublishAsk) => {
    const publication = await publish(parts, source, ask)
    if (publication.outcome === 'published') await inForce.refresh()
    return publication
  }
  const { publicKey } = signer
  return {
    policy: inForce.policy,
    publish: act,
    begin: async (source, file) => {
      await sealOlder(parts)
      await inForce.refresh()
      return begin(db, source, () => act(source, { by: 'start', file }))
    },
    follow: inForce.follow,
    policyOf: openOlder(db, clock),
    inForce: () => inForce.policy().version,
    ...keptVersions(db),
    notice: async (version, lang) => {
      const kept = (await noticesOf(db, version))?.[lang]
      return kept && fingerprint(kept.html) === kept.sha256 ? kept : undefined
    },
    publicKey,
    probes: openProbes({ db, publicKey, policy: inForce.policy }),
    close: () => inForce.close(),
  }
}

const OLDER_MAX = 16

/** Reads versions that were in force, each once while it is remembered. */
function openOlder(db: PublishParts['db'], clock: PublishParts['clock']): Versions['policyOf'] {
  const known = new LRUCache<string, Policy>({ max: OLDER_MAX })
  return async version => {
    const before = known.get(version)
    if (before) return before
    const now = clock.now()
    // Newest first: a version that came back holds with the marks that it has now.
    const term = (await terms(db)).find(
      one =>
        one.version.startsWith(version) &&
        one.inForceFrom <= now &&
        (one.until === undefined || one.until > one.inForceFrom),
    )
    const text = term && (await textOf(db, term.version))
    if (!term || text === undefined || fingerprint(text) !== term.version) return undefined
    const { policy } = readPolicy(text, term.version)
    const marked = policy && withMarks(policy, term.askedAgain)
    if (marked) known.set(version, marked)
    return marked
  }
}

async function begin(
  db: PublishParts['db'],
  source: string,
  act: () => Promise<Publication>,
): Promise<Begun> {
  const [newest] = await terms(db)
  const version = fingerprint(source)
  if (newest?.version === version) return { outcome: 'in-force' }
  if ((await textOf(db, version)) !== undefined) return { outcome: 'older' }
  const publication = await act()
  // Another process was quicker with the same text.
  if (publication.outcome === 'unchanged') return { outcome: 'in-force' }
  const outcome = publication.outcome === 'published' ? 'published' : 'refused'
  return { outcome, publication }
}

/** Signs terms from before there were signatures, and renders their notices where that still works. */
async function sealOlder(parts: PublishParts): Promise<void> {
  if ((await unsealedTerms(parts.db)).length === 0) return
  await parts.db.within(async tx => {
    await lockPublishing(tx)
    for (const { term, since, ...about } of await unsealedTerms(tx)) {
      const { version } = about
      const { policy } = readPolicy((await textOf(tx, version)) ?? '', version)
      if (policy) await keepNotices(tx, version, notices(parts, policy))
      const kept = await noticesOf(tx, version)
      const seal = parts.signer.seal({
        ...{ ...about, inForceFrom: since, publishedAt: since },
        ...{ notices: kept && fingerprints(kept), informed: undefined, askedAgain: {} },
      })
      await sealTerm(tx, term, seal)
      await parts.audit.record(tx, {
        act: 'policy.signed-later',
        by: 'versions',
        details: { version, signature: seal.signature },
      })
    }
  })
}

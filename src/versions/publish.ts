import type { Audit } from '../audit/index.ts'
import type { Lang } from '../base/lang.ts'
import { isoOf, momentOf, type Moment } from '../base/time.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/postgres.ts'
import {
  type Change,
  type Diagnostic,
  diffPolicies,
  type Policy,
  readPolicy,
} from '../policy/index.ts'
import { type AskedAgain, isKeeping, marksOf } from './asked-again.ts'
import { finnishDay, startOfDay } from './begins.ts'
import { type Gate, sceneGates, textGates } from './gates.ts'
import { fingerprint, type Informed, type Signer } from './seal.ts'
import {
  beginTerm,
  inForceAt,
  keepText,
  type KeptNotices,
  lockPublishing,
  noticesOf,
  type Term,
  terms,
  textOf,
} from './store.ts'

/** How a policy is to be published. */
export type PublishAsk = {
  /** Who does it, as the audit log shall name them. */
  readonly by: string
  /** The file's name, for messages. */
  readonly file: string
  readonly informed?: Informed | undefined
  /** Trackers that are declared, never seen, and meant all the same. */
  readonly confirmed?: readonly string[]
  /** Version against which the changes were shown; another one by now is a refusal. */
  readonly against?: string | undefined
  /** Only look: nothing is published. */
  readonly dryRun?: boolean
}

/** What became of it. Every gate has its answer, passed or not. */
export type Publication = {
  /** `ready` is the answer of a dry run that would be published. */
  readonly outcome: 'published' | 'unchanged' | 'ready' | 'refused' | 'overtaken'
  readonly version: string | undefined
  readonly label: string | undefined
  readonly inForceFrom: Moment | undefined
  /** The version it was compared with; undefined for the first. */
  readonly against: string | undefined
  readonly changes: readonly Change[]
  readonly gates: readonly Gate[]
  readonly diagnostics: readonly Diagnostic[]
}

export type PublishParts = {
  readonly db: Db
  readonly clock: Clock
  readonly audit: Audit
  readonly signer: Signer
  /** Renders the notice that is kept with the version. */
  readonly render: (policy: Policy, lang: Lang) => { readonly title: string; readonly html: string }
  /** Keeps what else the version must be provable by, before it is published. */
  readonly keepWords: (policy: Policy) => Promise<void>
  /** Names of trackers that are declared but have not been seen for long; absent: nobody watches. */
  readonly neverSeen?: (() => Promise<readonly string[]>) | undefined
}

/**
 * Publishes a policy: compares it with the version that it follows, runs the gates, and only when all
 * are passed keeps it for ever, signed, with its notices. The same bytes twice change nothing.
 */
export async function publish(
  parts: PublishParts,
  source: string,
  ask: PublishAsk,
): Promise<Publication> {
  const { policy, diagnostics } = readPolicy(source, ask.file, finnishDay(parts.clock.now()))
  if (!policy) return unreadable(diagnostics)
  const neverSeen = await parts.neverSeen?.()
  const look = (db: Db) => examine(parts, db, { policy, diagnostics, ask, neverSeen })
  const first = await look(parts.db)
  if (first.publication.outcome !== 'ready' || ask.dryRun === true) return first.publication
  await parts.keepWords(policy)
  return parts.db.within(async tx => {
    await lockPublishing(tx)
    // Another process may have published since; what holds now decides.
    const found = await look(tx)
    if (found.publication.outcome !== 'ready') return found.publication
    await write(parts, tx, { policy, source, ask, found })
    return { ...found.publication, outcome: 'published' }
  })
}

type Read = {
  readonly policy: Policy
  readonly diagnostics: readonly Diagnostic[]
  readonly ask: PublishAsk
  readonly neverSeen: readonly string[] | undefined
}
type Found = {
  readonly publication: Publication
  readonly now: Moment
  readonly since: Moment
  readonly askedAgain: AskedAgain
}

async function examine(parts: PublishParts, db: Db, read: Read): Promise<Found> {
  const { policy, ask, diagnostics } = read
  const now = parts.clock.now()
  const all = await terms(db)
  const since = momentOf(Math.max(now, startOfDay(policy.inForceFrom)))
  const base = inForceAt(all, since)
  const before = base && (await compiled(db, base))
  const changes = base ? compare(before?.policy, policy) : []
  const gates = [
    ...textGates(diagnostics),
    ...sceneGates({
      ...{ policy, now, since, changes, diagnostics, neverSeen: read.neverSeen },
      ...{ informed: ask.informed, confirmed: ask.confirmed ?? [] },
      isFirst: inForceAt(all, now) === undefined,
    }),
  ]
  const isSame = all[0]?.version === policy.version
  const isOvertaken = ask.against !== undefined && ask.against !== (base?.version ?? '')
  const passed = gates.every(gate => gate.passed)
  return {
    ...{ now, since, askedAgain: marksOf(before, policy, changes) },
    publication: {
      outcome: isSame ? 'unchanged' : isOvertaken ? 'overtaken' : passed ? 'ready' : 'refused',
      ...{ version: policy.version, label: policy.label, against: base?.version },
      inForceFrom: isSame ? all[0]?.inForceFrom : since,
      ...{ changes: isSame ? [] : changes, gates: isSame ? [] : gates, diagnostics },
    },
  }
}

async function compiled(
  db: Db,
  { version, askedAgain }: Term,
): Promise<{ policy: Policy; askedAgain: AskedAgain } | undefined> {
  const source = await textOf(db, version)
  const policy = source === undefined ? undefined : readPolicy(source, version).policy
  return policy && { policy, askedAgain }
}

/** What changed; a version that can no longer be read may have said anything, so people are told. */
function compare(before: Policy | undefined, next: Policy): readonly Change[] {
  if (before) return diffPolicies(before, next)
  const words = {
    fi: 'Edellistä versiota ei voi enää lukea, joten muutoksia ei voi luetella.',
    sv: 'Den förra versionen går inte längre att läsa, så ändringarna kan inte räknas upp.',
    en: 'The version before can no longer be read, so the changes cannot be listed.',
  }
  return [{ kind: 'wider', path: 'policy', consequence: 'inform', purposes: [], words }]
}

type Ready = {
  readonly policy: Policy
  readonly source: string
  readonly ask: PublishAsk
  readonly found: Found
}

async function write(parts: PublishParts, tx: Db, ready: Ready): Promise<void> {
  const { policy, source, ask, found } = ready
  const { version, id: policyId, label } = policy
  const { changes, against: base } = found.publication
  const { since, now, askedAgain } = found
  await keepText(tx, { version, policyId, label, source, notices: notices(parts, policy) })
  const kept = await noticesOf(tx, version)
  const seal = parts.signer.seal({
    ...{ version, policyId, label, inForceFrom: since, publishedAt: now, askedAgain },
    ...{ notices: kept && fingerprints(kept), informed: ask.informed },
  })
  const confirmed = ask.confirmed ?? []
  const informed = ask.informed
  await beginTerm(tx, { version, since, base, changes, informed, confirmed, askedAgain, seal })
  await parts.audit.record(tx, {
    act: 'policy.published',
    by: 'operator',
    details: {
      ...{ version, label, policy: policyId, name: ask.by, against: base },
      ...{ inForceFrom: isoOf(since), informed, confirmed: [...confirmed] },
      changes: changes.map(({ kind, path, consequence }) => ({ kind, path, consequence })),
      askedAgain: Object.keys(askedAgain).filter(id => !isKeeping(askedAgain[id])),
      signature: seal.signature,
    },
  })
}

/** Every language's notice, with its SHA-256. */
export function notices(parts: Pick<PublishParts, 'render'>, policy: Policy): KeptNotices {
  const one = (lang: Lang) => {
    const { title, html } = parts.render(policy, lang)
    return { title, html, sha256: fingerprint(html) }
  }
  return { fi: one('fi'), sv: one('sv'), en: one('en') }
}

export function fingerprints(kept: KeptNotices): Readonly<Record<Lang, string>> {
  return { fi: kept.fi.sha256, sv: kept.sv.sha256, en: kept.en.sha256 }
}

function unreadable(diagnostics: readonly Diagnostic[]): Publication {
  return {
    ...{ outcome: 'refused', version: undefined, label: undefined, inForceFrom: undefined },
    ...{ against: undefined, changes: [], gates: textGates(diagnostics), diagnostics },
  }
}

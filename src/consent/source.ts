import { createHash } from 'node:crypto'
import type { Policy, Purpose, Rules, Source } from '../policy/index.ts'

const KEY_MAX = 256

/** The declared source with this key, however the client carried it; undefined for any other. */
export function sourceOf(policy: Policy, key: string | undefined): Source | undefined {
  if (key === undefined || key.length > KEY_MAX) return undefined
  // The hash of a secret is public, so it must not open the door itself.
  const hash = `sha256:${createHash('sha256').update(key).digest('hex')}`
  return policy.sources.find(source =>
    source.key.startsWith('sha256:') ? source.key === hash : source.key === key,
  )
}

/** The id of the partner source that a receipt must be for; undefined for our own sites and apps. */
export function partnerOf(source: Source | undefined): string | undefined {
  return source?.kind === 'partner' ? source.id : undefined
}

/** The rules that hold where a source speaks from. */
export function rulesFor(policy: Policy, source: Pick<Source, 'channel'> | undefined): Rules {
  return source?.channel === 'app' ? policy.appRules : policy.rules
}

const inApps = new WeakMap<Policy, Policy>()

/**
 * The policy as it is asked on a channel: in apps its purposes have their basis for apps, and no
 * tracker of a browser belongs to them.
 */
export function policyFor(policy: Policy, channel: 'web' | 'app'): Policy {
  if (channel === 'web') return policy
  const known = inApps.get(policy) ?? {
    ...policy,
    purposes: purposesInApps(policy),
    trackers: [],
    rules: policy.appRules,
  }
  inApps.set(policy, known)
  return known
}

function purposesInApps({ said, appRules, purposes }: Policy): readonly Purpose[] {
  return said.purposes.flatMap(({ id, category, visitors, ...more }) => {
    const rule = appRules.purposes[id]
    if (!rule || category === undefined) return []
    const onWeb = purposes.find(purpose => purpose.id === id)
    if (onWeb) return [{ ...onWeb, basis: rule.basis }]
    const inApp = {
      ...{ id, category, basis: rule.basis, line: rule.line, aims: more.aims },
      services: more.services ?? [],
      collects: more.collects ?? [],
      vendors: more.vendors ?? [],
      withoutIdentity: visitors === 'without-identity',
    } satisfies Purpose
    return [inApp]
  })
}

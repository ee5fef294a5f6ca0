import type { Policy, Source } from '../../policy/index.ts'

/**
 * What Segment's SDKs load before they start: no integration but this server, at its own address,
 * and the purposes that are asked for, which their consent wrappers may name.
 */
export function settingsFor(
  source: Source,
  policy: Policy,
  { protocol, host }: { readonly protocol: string; readonly host: string },
): object {
  const asked = policy.purposes.filter(({ basis }) => basis === 'consent').map(({ id }) => id)
  return {
    integrations: {
      'Segment.io': {
        ...{ apiKey: source.key, apiHost: `${host}/v1`, protocol },
        ...{ unbundledIntegrations: [], addBundledMetadata: false },
      },
    },
    plan: { track: {}, identify: {}, group: {} },
    ...{ edgeFunction: {}, middlewareSettings: {}, enabledMiddleware: {} },
    ...{ analyticsNextEnabled: true, legacyVideoPluginsEnabled: false, remotePlugins: [] },
    // What the SDKs tell of themselves is nobody's business here.
    metrics: { sampleRate: 0 },
    consentSettings: { allCategories: asked, hasUnmappedDestinations: false },
  }
}

/** What RudderStack's SDKs load before they start: a source without any other destination. */
export function sourceConfigFor(source: Source, policy: Policy): object {
  const statsCollection = { errors: { enabled: false }, metrics: { enabled: false } }
  return {
    source: {
      ...{ id: source.id, name: source.id, writeKey: source.key, workspaceId: policy.id },
      ...{ enabled: true, config: { statsCollection }, destinations: [], connections: [] },
    },
  }
}

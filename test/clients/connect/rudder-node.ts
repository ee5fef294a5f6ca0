import RudderAnalytics from '@rudderstack/rudder-sdk-node'

/** Events of a server, sent to Lupaus instead of RudderStack. `key` is the secret of the source. */
export function connect(lupaus: string, key: string) {
  return new RudderAnalytics(key, { dataPlaneUrl: lupaus })
}

/** What the customer chose, said with every event: ids of the policy's purposes. */
export function consentOf(granted: readonly string[], refused: readonly string[]) {
  const ids = { allowedConsentIds: [...granted], deniedConsentIds: [...refused] }
  return { consentManagement: ids }
}

import { Analytics } from '@segment/analytics-node'

/** Events of a server, sent to Lupaus instead of Segment. `key` is the secret of the source. */
export function connect(lupaus: string, key: string): Analytics {
  return new Analytics({ host: lupaus, writeKey: key })
}

/** What the customer chose, said with every event: ids of the policy's purposes. */
export function consentOf(granted: readonly string[], refused: readonly string[]) {
  const yes = granted.map(purpose => [purpose, true] as const)
  const no = refused.map(purpose => [purpose, false] as const)
  return { consent: { categoryPreferences: Object.fromEntries([...yes, ...no]) } }
}

import { createHash } from 'node:crypto'
import type { Lists, Node } from '../promises/changed.ts'

/** What stands in a policy for a source that is known by this secret. */
export function hashed(secret: string): string {
  return `sha256:${createHash('sha256').update(secret).digest('hex')}`
}

/** Lets a policy take events from these sources. */
export function withSources(policy: Lists, sources: readonly Node[]): void {
  policy['event-sources'] = sources
}

/** Lets a purpose keep one more event with these fields. */
export function alsoCollects(
  policy: Lists,
  purpose: string,
  event: string,
  fields: string[],
): void {
  const found = policy.purposes.find(({ id }) => id === purpose)
  if (!found) throw new Error(`the policy has no purpose \`${purpose}\``)
  const collects = (found['collects'] ?? []) as Node[]
  const others = collects.filter(one => one['event'] !== event)
  found['collects'] = [...others, { event, fields }]
}

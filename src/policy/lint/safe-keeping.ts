import type { Said } from '../syntax/said.ts'
import type { Note } from './safe.ts'
import { longestSaid } from './stated.ts'

/** Is something kept by a rule that ends? What no rule keeps is not kept, and so not used. */
export function isKept(policy: Said, holder: Said, note: Note): boolean {
  if (policy.at('retention').isUnstated || holder.at('retention').isUnstated) {
    note(holder, 'L18', 'nothing says how long it is kept: it is not kept')
    return false
  }
  const [endless] = rulesFor(policy, holder).filter(rule => !longestSaid(rule.at('keep')))
  if (endless) note(holder, endless.at('keep').isUnstated ? 'L07' : 'L18', 'its keeping has no end')
  return endless === undefined
}

function rulesFor(policy: Said, holder: Said): readonly Said[] {
  const [id, own] = [holder.at('id').text(), holder.at('retention').text()]
  return policy
    .at('retention')
    .items()
    .filter(
      rule =>
        (own !== undefined && rule.at('id').is(own)) ||
        (id !== undefined && rule.at('purposes').words().includes(id)),
    )
}

import type { Policy, Source } from '../../policy/index.ts'
import { type Plan, planOf } from '../keep.ts'

/** Fields that some purpose declares for an event; undefined when none declares the event. */
export type Declared = (event: string) => ReadonlySet<string> | undefined

/** What the policy in force declares for what a source sends; each policy is read once. */
export function openDeclared(policy: () => Policy): (source: Source) => Declared {
  const plans: { web?: Plan; app?: Plan } = {}
  return ({ channel }) => {
    const current = policy()
    const known = plans[channel]
    const plan = known?.policy === current ? known : (plans[channel] = planOf(current, channel))
    return event => plan.fields.get(event)
  }
}

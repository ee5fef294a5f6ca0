import { nearest } from '../../base/near.ts'
import { matches } from '../decide.ts'
import { type Deciding, purposeIds } from './asked.ts'
import { explainDevice } from './device.ts'
import {
  type Explanation,
  KEPT_BY,
  type Question,
  type Reason,
  REASONS,
  type Step,
  type Told,
} from './explanation.ts'
import type { Known } from './facts.ts'
import { explainPerson } from './person.ts'
import { Source } from './source.ts'

/**
 * Why a policy says yes or no, rule by rule. The answer is that of `decide` or `decidePerson`; this
 * only shows how it comes about.
 */
export function explain(
  policy: Deciding,
  text: string,
  question: Question,
  known: Known,
): Explanation {
  const source = new Source(text)
  const channel = question.channel ?? 'web'
  const purpose = purposeOf(policy, question)
  const { reason, steps } = told(policy, source, { ...question, purpose, channel }, known)
  return {
    answer: reason === undefined ? 'yes' : 'no',
    ...{ purpose, channel, reason },
    because: reason === undefined ? 'nothing forbids it, and it has its ground' : REASONS[reason],
    steps,
    promises: policy.promises.filter(({ slug, rule }) => isKept(slug, rule, purpose, reason)),
  }
}

/** A tracker has one purpose, whichever is asked about. */
function purposeOf({ rules }: Deciding, { purpose, tracker }: Question): string {
  if (!tracker) return purpose
  const { name, store } = tracker
  return rules.trackers.find(one => one.store === store && matches(one.name, name))?.purpose ?? ''
}

/** Is this question one about a device, which `decide` answers? */
function isOfDevice(policy: Deciding, { purpose, channel, tracker }: Question): boolean {
  if (tracker) return true
  return (channel ?? 'web') === 'web' && Object.hasOwn(policy.rules.purposes, purpose)
}

function told(policy: Deciding, source: Source, question: Question, known: Known): Told {
  const asked = { policy, source, question }
  if (isOfDevice(policy, question)) return explainDevice(asked, known)
  if (Object.hasOwn(policy.personRules.purposes, question.purpose))
    return explainPerson(asked, known)
  return { reason: 'not-promised', steps: [unknown(policy, source, question)] }
}

function unknown(policy: Deciding, source: Source, { purpose }: Question): Step {
  const ids = purposeIds(policy)
  const near = nearest(purpose, ids)
  const { line, quote } = source.at(source.item(['purposes'], 'id', purpose))
  const help = near ? `; did you mean \`${near}\`?` : `; it has ${ids.join(', ')}`
  return {
    ...{ rule: 'purposes', line, quote, fact: `purpose: ${purpose}`, verdict: 'forbids' },
    says: `No purpose of this name may be used${help}`,
  }
}

function isKept(slug: string, rule: string, purpose: string, reason: Reason | undefined): boolean {
  if (reason !== undefined) return KEPT_BY[reason]?.includes(slug) ?? slug === 'basis.default-deny'
  return rule === `purposes.${purpose}` || rule.startsWith(`purposes.${purpose}.`)
}

import type { PersonRules } from '../decide-person.ts'
import type { Policy } from '../policy.ts'
import { covers } from './covers.ts'

/**
 * Purposes that rest on consent and for which those who agreed to the old policy are asked again:
 * what they are asked to agree to is more than they agreed to, or new.
 */
export function askedAgain(old: Policy, next: Policy): readonly string[] {
  return next.said.purposes
    .map(({ id }) => id)
    .filter(
      id => hasOtherTerms(old, next, id) && (isFresh(old, next, id) || !covers(old, next, id)),
    )
}

/** Do the terms that a consent is given to read otherwise than before, on any channel? */
export function hasOtherTerms(old: Policy, next: Policy, id: string): boolean {
  return termsOf(next, id).some(terms => !termsOf(old, id).includes(terms))
}

/** Whether the purpose rests on anything but consent, anywhere. */
export function restsOnMore(policy: Policy, id: string): boolean {
  const purpose = policy.said.purposes.find(one => one.id === id)
  if (!purpose) return false
  const { from: _from, cites: _cites, ...bases } = purpose.basis
  return Object.values(bases).some(basis => basis !== 'consent')
}

// A channel that asks for consent and did not: nobody can have agreed to it.
function isFresh(old: Policy, next: Policy, id: string): boolean {
  const channels = (policy: Policy) => termsOf(policy, id).map(terms => terms.split(' ')[0])
  return channels(next).some(channel => !channels(old).includes(channel))
}

/** `device TERMS`, `email TERMS`: what a consent to the purpose has to name. */
function termsOf(policy: Policy, id: string): readonly string[] {
  const devices = [policy.rules, policy.appRules].flatMap(({ purposes }) =>
    Object.hasOwn(purposes, id) ? (purposes[id] ?? []) : [],
  )
  const asked = devices.flatMap(({ basis, terms }) =>
    basis === 'consent' ? [`device ${terms}`] : [],
  )
  return [...new Set(asked), ...personTerms(policy.personRules, id)]
}

function personTerms({ purposes }: PersonRules, id: string): readonly string[] {
  const rule = Object.hasOwn(purposes, id) ? purposes[id] : undefined
  if (!rule) return []
  return Object.entries(rule.bases).flatMap(([channel, basis]) =>
    basis === 'consent' ? [`${channel} ${rule.terms}`] : [],
  )
}

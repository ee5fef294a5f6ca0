import type { Said } from '../syntax/said.ts'
import type { Finding, LintRule } from './rule.ts'
import { persists, quoted } from './stated.ts'

/** What a group of people cannot be made from without knowing each of them. */
const PERSON_BY_PERSON = ['register-data', 'purchase-history']

/** Data is called anonymous while something in it still tells people apart. */
export const calledAnonymous: LintRule = {
  code: 'L15',
  article: 'GDPR 4(5), recital 26',
  find: policy => [
    ...purposesWithKey(policy),
    ...vendorsWithKey(policy),
    ...groupsOfPersons(policy),
    ...groupsWithout(policy),
    ...claims(policy),
  ],
}

function purposesWithKey(policy: Said): readonly Finding[] {
  return itemsOf(policy, 'purposes')
    .filter(purpose => purpose.at('form', 'is').is('anonymous'))
    .filter(purpose => keptFor(policy, 'purpose', purpose).length > 0)
    .map(purpose =>
      called(
        purpose.at('form'),
        'while a tracker of this purpose tells browsers apart for longer than a visit',
      ),
    )
}

function vendorsWithKey(policy: Said): readonly Finding[] {
  return itemsOf(policy, 'vendors')
    .filter(vendor => vendor.at('receives', 'form').is('anonymous'))
    .filter(vendor => keptFor(policy, 'vendor', vendor).length > 0)
    .map(vendor =>
      called(
        vendor.at('receives'),
        'while a tracker of this vendor tells browsers apart for longer than a visit',
      ),
    )
}

function groupsOfPersons(policy: Said): readonly Finding[] {
  return itemsOf(policy, 'audiences')
    .filter(group => group.at('form').is('anonymous'))
    .flatMap(group => {
      const from = PERSON_BY_PERSON.filter(input => group.at('inputs').words().includes(input))
      return from.length > 0
        ? [called(group.at('form'), `while it is made person by person from ${quoted(from)}`)]
        : []
    })
}

// Whoever can take one person out of a group knows who is in it.
function groupsWithout(policy: Said): readonly Finding[] {
  return itemsOf(policy, 'audiences')
    .map(group => group.at('leaves'))
    .filter(leaves => leaves.at('form').is('anonymous') && leaves.at('out').is('objectors'))
    .map(leaves => called(leaves, 'while those who object are found in it and taken out'))
}

function claims(policy: Said): readonly Finding[] {
  if (!itemsOf(policy, 'trackers').some(persists)) return []
  return itemsOf(policy, 'claims')
    .filter(claim => claim.at('claim').is('not-traceable-to-a-person'))
    .map(claim => called(claim, 'while trackers tell browsers apart for longer than a visit'))
}

function keptFor(policy: Said, key: 'purpose' | 'vendor', owner: Said): readonly Said[] {
  const id = owner.at('id').text() ?? ''
  return itemsOf(policy, 'trackers').filter(
    tracker => tracker.at(key).words().includes(id) && persists(tracker),
  )
}

function itemsOf(policy: Said, key: string): readonly Said[] {
  return policy.at(key).items()
}

function called(at: Said, why: string): Finding {
  const message = `this is called anonymous ${why}`
  const help = 'write `pseudonymous`, or take away everything that tells people apart'
  return { at, message, help }
}

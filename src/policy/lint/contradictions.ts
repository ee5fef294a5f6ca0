import type { Said } from '../syntax/said.ts'
import type { Finding, LintRule } from './rule.ts'

/** Claims that nobody can be told from what devices say. */
const NOBODY = ['not-traceable-to-a-person', 'never-joined-to-a-person']

/**
 * The policy says two things of which one cannot be true. Both places are reported, each by what
 * else the policy says: a claim by the links and trackers it denies, a link by the claims and the
 * anonymous data that it belies. Mending one place leaves the other to be mended.
 */
export const contradiction: LintRule = {
  code: 'L16',
  article: 'GDPR 5(1)(a), 12(1)',
  find: policy => [
    ...claimsOf(policy, 'never-joined-to-a-person').flatMap(at => joined(policy, at)),
    ...policy
      .at('identity', 'links')
      .items()
      .flatMap(at => denied(policy, at)),
    ...claimsOf(policy, 'only-given-data-is-collected').flatMap(at => notOnlyGiven(policy, at)),
  ],
}

/** The company puts its own duty on the person. */
export const dutyOfThePerson: LintRule = {
  code: 'L22',
  article: 'GDPR 5(1)(d), 5(2)',
  find: policy =>
    claimsOf(policy, 'correctness-is-the-persons-duty').map(at => {
      const message = '`correctness-is-the-persons-duty` puts a duty of the company on the person'
      const help = 'take the claim away; people may correct what is wrong, and we keep it right'
      return { at, message, help }
    }),
}

function joined(policy: Said, at: Said): readonly Finding[] {
  const because =
    policy.at('identity', 'links').items().length > 0
      ? '`links` join the same data to people'
      : policy.at('trackers').items().some(tellsApart)
        ? 'a tracker tells browsers apart'
        : undefined
  if (because === undefined) return []
  const message = `\`${at.at('claim').text() ?? ''}\` is claimed, while ${because}`
  return [{ at, message, help: 'take the claim away, and say when a visitor becomes known' }]
}

function denied(policy: Said, link: Said): readonly Finding[] {
  const claim = NOBODY.find(known => claimsOf(policy, known).length > 0)
  const against = claim === undefined ? anonymousUse(policy, link) : `\`${claim}\` is claimed`
  if (against === undefined) return []
  const event = link.at('event')
  const how = event.isUnstated ? 'something that is not told' : `\`${event.text() ?? ''}\``
  const message = `${how} makes a visitor a known person, while ${against}`
  return [
    { at: link, message, help: 'link only with a consent of its own, and claim nothing else' },
  ]
}

function anonymousUse(policy: Said, link: Said): string | undefined {
  const used = link.at('purposes').words()
  const isAnonymous = policy
    .at('purposes')
    .items()
    .filter(purpose =>
      purpose
        .at('id')
        .words()
        .some(id => used.includes(id)),
    )
    .some(purpose => purpose.at('form', 'is').is('anonymous'))
  return isAnonymous ? 'its purpose is called `anonymous`' : undefined
}

function notOnlyGiven(policy: Said, at: Said): readonly Finding[] {
  const because =
    policy.at('trackers').items().length > 0
      ? 'trackers collect data as well'
      : policy.at('identity', 'links').items().length > 0
        ? '`links` collect data as well'
        : policy.at('sources').items().some(isElsewhere)
          ? 'other sources are named'
          : undefined
  if (because === undefined) return []
  const message = `\`only-given-data-is-collected\` is claimed, while ${because}`
  return [{ at, message, help: 'take the claim away, and name every source and tracker' }]
}

function tellsApart(tracker: Said): boolean {
  return tracker.at('use').words().includes('tells-browsers-apart')
}

function isElsewhere(source: Said): boolean {
  return !source.at('kind').is('person')
}

function claimsOf(policy: Said, claim: string): readonly Said[] {
  return policy
    .at('claims')
    .items()
    .filter(item => item.at('claim').is(claim))
}

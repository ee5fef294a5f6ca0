import type { Said } from '../syntax/said.ts'
import type { Finding, LintRule } from './rule.ts'

/** Messages that sell something, whatever they are called; the others serve what was ordered. */
export const SELLS = [
  'own-offers',
  'newsletter',
  'partner-offers',
  'survey',
  'market-research',
  'related-services',
]

/** Marketing goes on although the person has forbidden it. */
export const pastTheObjection: LintRule = {
  code: 'L09',
  article: 'GDPR 21(2)-(3); 917/2014 §§ 200, 203',
  find: policy =>
    messagesOf(policy)
      .filter(message => SELLS.some(word => message.at('class').is(word)))
      .filter(message => !message.at('objection-stops').is(true))
      .map(at => {
        const message = `\`${at.at('class').text() ?? ''}\` is marketing, and an objection does not stop it`
        const help = 'write `objection-stops: true`; only messages of the class `service` go on'
        return { at, message, help }
      }),
}

/** What is enough for one's own products, and not for those of others. */
const FOR_OWN_PRODUCTS = ['soft-opt-in', 'until-forbidden', 'contract', 'legitimate-interest']

/** Products of others are marketed to people who have not said yes to that. */
export const partnersProducts: LintRule = {
  code: 'L10',
  article: '917/2014 § 200(1), (3)',
  find: (policy, law) => {
    const rests = law.conditions('soft-opt-in').filter(({ id }) => id === 'soft-opt-in-same-seller')
    return [
      ...messagesOf(policy)
        .filter(message => message.at('class').is('partner-offers'))
        .filter(message => isForOwn(message.at('basis')))
        .map(at => ({ ...needsConsent(at, 'partner-offers'), rests })),
      ...policy
        .at('purposes')
        .items()
        .filter(purpose => purpose.at('aims').words().includes('partner-marketing'))
        .filter(purpose =>
          purpose
            .at('basis')
            .entries()
            .some(([, basis]) => isForOwn(basis)),
        )
        .map(at => ({ ...needsConsent(at, 'partner-marketing'), rests })),
    ]
  },
}

function isForOwn(basis: Said): boolean {
  return basis.isUnstated || basis.words().some(word => FOR_OWN_PRODUCTS.includes(word))
}

function needsConsent(at: Said, what: string): Finding {
  const message = `\`${what}\` is for products of others, and rests on no consent`
  return { at, message, help: 'let it rest on `consent` of its own, asked for by name' }
}

function messagesOf(policy: Said): readonly Said[] {
  return policy.at('marketing', 'messages').items()
}

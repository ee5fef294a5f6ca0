import type { PolicyText } from '../syntax/schema/policy.ts'
import { both, either, every, first, type Ground, place } from './ground.ts'

type Field = NonNullable<PolicyText['data']>[number]['fields'][number]['field']
type MessageClass = NonNullable<PolicyText['marketing']>['messages'][number]['class']

const dataOf = (...fields: readonly Field[]) =>
  first('data', group => group.fields.some(({ field }) => fields.includes(field)))
const messageOf =
  (...classes: readonly MessageClass[]): Ground =>
  draft => {
    const messages = draft.text.marketing?.messages ?? []
    const index = messages.findIndex(message => classes.includes(message.class))
    return index < 0 ? undefined : ['marketing', 'messages', index]
  }
const contact = (role: string) => first('contacts', held => held.role === role)
const hasMarketing = place(['marketing'], ({ marketing }) => marketing !== undefined)

/** Where each promise about registers, direct marketing and calls is made. */
export const PEOPLE_GROUNDS: Readonly<Record<string, Ground>> = {
  'notice.controller-identified': place(['controller']),
  'notice.contact-and-dpo': either(
    contact('data-protection-officer'),
    contact('data-protection-questions'),
  ),
  'notice.data-subject-scope': both(
    place(['subjects'], ({ subjects }) => subjects !== undefined),
    every('purposes', ({ subjects }) => subjects !== undefined),
  ),
  'responsibility.controller': place(['controller']),
  'register.scope-prospects': first('registers', ({ subjects }) =>
    subjects.includes('potential-customers'),
  ),
  'register.entry-needs-interest-and-consent': first(
    'entries',
    ({ needs }) => needs.includes('interest') && needs.includes('consent'),
  ),
  'register.purposes': both(first('registers'), place(['purposes'])),
  'register.legitimate-interest-documented': first(
    'purposes',
    ({ interest, assessment }) => interest !== undefined && assessment !== undefined,
  ),
  'register.categories-closed': both(
    first('data'),
    every('registers', ({ data }) => data !== undefined),
  ),
  'register.company-contacts': dataOf('employer', 'job-title'),
  'register.correspondence': dataOf('correspondence', 'email-recordings', 'marketing-history'),
  'register.stated-interests': dataOf('stated-interests'),
  'register.prohibitions-and-consents': dataOf(
    'direct-marketing-ban',
    'telemarketing-ban',
    'electronic-marketing-consent',
  ),
  'register.extra-only-by-consent': first('data', group => group['only-with-consent'] === true),
  'register.source-recorded': first('sources'),
  'register.external-updates-safe': first(
    'sources',
    ({ kind, creates }) => creates === false && kind !== 'person' && kind !== 'own-services',
  ),
  'calls.recorded-for-quality': first('calls'),
  'calls.keep-25-months': first(
    'retention',
    ({ after, keep }) => after === 'call-end' && keep === '25 months',
  ),
  'calls.unsold-3-months': first(
    'retention',
    ({ after, outcome, keep }) =>
      after === 'call-end' && outcome === 'no-customer' && keep === '3 months',
  ),
  'calls.quality-only': first('calls'),
  'collect.declared-fields': first('data', ({ sources }) => sources !== undefined),
  'collect.only-when-given': both(
    first('sources', ({ kind, occasions }) => kind === 'person' && occasions !== undefined),
    every('sources', ({ kind }) => kind === 'person' || kind === 'own-services'),
  ),
  'marketing.per-channel': place(
    ['marketing', 'channels'],
    ({ marketing }) => (marketing?.channels.length ?? 0) > 1,
  ),
  'marketing.objection-covers': hasMarketing,
  'marketing.service-messages-apart': messageOf('service'),
  'marketing.newsletter': messageOf('newsletter'),
  'marketing.research': messageOf('survey', 'market-research'),
  'marketing.partner-offers': messageOf('partner-offers'),
  'marketing.identifiable-and-stoppable': hasMarketing,
  'marketing.phone-written-offer': place(
    ['marketing', 'channels'],
    ({ marketing }) => marketing?.channels.some(({ channel }) => channel === 'phone') === true,
  ),
  'machine.system-data': first('machines'),
}

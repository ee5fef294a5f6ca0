import type { PolicyText } from '../syntax/schema/policy.ts'
import { both, either, every, first, type Ground, place } from './ground.ts'

type Right = NonNullable<PolicyText['rights']>[number]
type Control = NonNullable<PolicyText['security']>[number]['control']

const right = (name: Right['right'], is: (right: Right) => boolean = () => true) =>
  first('rights', held => held.right === name && is(held))
const control = (...names: readonly Control[]) =>
  first('security', held => names.includes(held.control))
const anyRight = first('rights')
const recipientOf = (...when: readonly string[]) =>
  first('recipients', held => held.when.some(trigger => when.includes(trigger)))

/** Where each promise about rights, keeping, recipients and protection is made. */
export const KEEPING_GROUNDS: Readonly<Record<string, Ground>> = {
  'access.right': right('access'),
  'access.refusal-grounds': right('access', ({ refusals }) => refusals !== undefined),
  'request.email-intake': first('rights', ({ by }) => by?.some(way => way.by === 'email') === true),
  'request.in-person': first(
    'rights',
    ({ by }) => by?.some(way => way.by === 'in-person') === true,
  ),
  'access.fee': right('access', ({ fee }) => fee !== undefined),
  'objection.situation': right('objection'),
  'objection.refusal': right('objection', ({ refusals }) => refusals !== undefined),
  'objection.marketing-absolute': right(
    'marketing-objection',
    ({ proof, refusals }) => proof !== 'reasonable-doubt' && refusals === undefined,
  ),
  'rectify.fix-delete-complete': both(right('rectification'), right('erasure')),
  'restrict.while-waiting': right('restriction'),
  'accuracy.self-service': right(
    'rectification',
    ({ by }) => by?.some(way => way.by === 'privacy-centre') === true,
  ),
  'portability.machine-readable': right('portability'),
  'complaint.authority-told': place(['authority']),
  'identity.proof-on-request': first('rights', ({ proof }) => proof === 'reasonable-doubt'),
  'identity.no-disclosure-if-unsure': right(
    'access',
    ({ refusals }) => refusals?.includes('identity-not-established') === true,
  ),
  'refusal.reasons-told': first('rights', ({ refusals }) => refusals !== undefined),
  'refusal.can-be-contested': right('review'),
  'request.archive': first('rights', ({ archive }) => archive !== undefined),
  'request.prompt-answer': first('rights', ({ within }) => within !== undefined),
  'request.same-medium': anyRight,
  'relation.end-any-time': first('retention', ({ after }) => after === 'contract-end'),
  'retention.until-withdrawal': first('retention', ({ until }) => until !== undefined),
  'retention.external-registers': first('retention', ({ external }) => external === true),
  'retention.process-exists': first('retention'),
  'retention.contract-wind-up': first('retention', ({ after }) => after === 'contract-end'),
  'retention.never-beyond-law': every('retention', ({ keep }) => keep !== ''),
  'server.analytics-data-26-months': first(
    'retention',
    ({ after, keep }) => after === 'collection' && keep === '26 months',
  ),
  'recipients.categories': first('recipients'),
  'recipients.selected-partners': first('recipients', held => held['reviewed-by'] !== undefined),
  'recipients.dealer-partners': recipientOf(
    'insurance-claim',
    'financing-application',
    'repair-order',
  ),
  'recipients.told-on-request': both(right('access'), first('recipients')),
  'processors.used': either(
    first('processors'),
    first('vendors', ({ role }) => role === 'processor'),
  ),
  'processors.instructions': either(
    first('processors', ({ contract }) => contract.items.includes('documented-instructions')),
    first(
      'vendors',
      ({ contract }) => contract?.items.includes('documented-instructions') === true,
    ),
  ),
  'processors.security-ensured': first('processors', ({ security }) => security !== undefined),
  'transfer.mechanism': first('transfers'),
  'transfer.google-servers': first(
    'vendors',
    ({ company, transfer }) => transfer !== undefined && company.startsWith('Google '),
  ),
  'access.identified-staff': first('staff'),
  'access.rights-granted': control('access-rights'),
  'security.common-measures': control(
    'access-passes',
    'training',
    'firewall',
    'passwords',
    'antivirus',
  ),
  'security.premises-and-personal-id': both(
    control('restricted-premises'),
    control('personal-identification'),
  ),
  'security.standard-and-law': control('group-standard', 'industry-guidance'),
  'security.systematic-monitoring': control('systematic-monitoring', 'restore-drills'),
  'security.confidentiality': control('confidentiality'),
  'notice.complete-for-law': place(
    ['policy', 'kind'],
    ({ policy }) => policy.kind !== undefined && policy.kind !== 'cookie-notice',
  ),
  'notice.versioned-and-dated': place(['policy', 'version']),
  'policy.change': place(['policy', 'changes'], ({ policy }) => policy.changes !== undefined),
  'policy.current-published': place(['policy', 'in-force-from']),
}

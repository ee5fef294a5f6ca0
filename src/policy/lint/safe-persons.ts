import { createHash } from 'node:crypto'
import { canonical, type Json } from '../../base/json.ts'
import { after, moment, type Moment } from '../../base/time.ts'
import { MARKETING_AIMS } from '../compile/person-rules.ts'
import type { PersonBasis, PersonChannel, PersonRule, PersonRules } from '../decide-person.ts'
import type { LintCode } from '../diagnostic.ts'
import type { Law } from '../law/index.ts'
import { FORMATS } from '../syntax/formats.ts'
import type { Said } from '../syntax/said.ts'
import { CHANNELS } from '../vocabulary-parties.ts'
import { NEEDS, PERSON_FIELDS } from '../vocabulary-people.ts'
import { SELLS } from './marketing.ts'
import { childAge, gatedUnder } from './minors.ts'
import type { Note } from './safe.ts'
import { isKept } from './safe-keeping.ts'
import { isOnce } from './safe-purposes.ts'
import { isStated } from './stated.ts'

/** Channels on which marketing needs a consent beforehand: Act 917/2014 § 200(1). */
const ELECTRONIC: readonly string[] = ['email', 'sms', 'push']
const BASES: readonly PersonBasis[] = [
  'consent',
  'contract',
  'pre-contract',
  'legal-obligation',
  'legitimate-interest',
  'until-forbidden',
  'soft-opt-in',
]
const OF_A_CONTRACT: readonly PersonBasis[] = ['contract', 'pre-contract', 'legal-obligation']
const NEEDED = NEEDS.filter(need => need !== 'voluntary')
const PROFILING_AIMS = ['target-groups', 'picture-of-interests']

/** What a policy allows with data on known people, each purpose read so that it may be run. */
export function safePersons(
  policy: Said,
  law: Law,
  version: string,
  note: Note,
  lineOf: (at: Said) => number,
): PersonRules {
  const all = policy.at('purposes').items()
  const rules = all
    .filter(purpose => isOnce(purpose, all) && isKept(policy, purpose, note))
    .flatMap(purpose => ruleOf(policy, purpose, note, lineOf(purpose)))
  return {
    version,
    profiledFrom: profiledFrom(policy, law),
    purposes: Object.fromEntries(rules.map(rule => [rule.id, rule])),
  }
}

function ruleOf(policy: Said, purpose: Said, note: Note, line: number): readonly PersonRule[] {
  const id = purpose.at('id').text() ?? ''
  const isMarketing = sells(policy, purpose)
  const bases = basesOf(policy, purpose, isMarketing, note)
  if (Object.keys(bases).length === 0) return []
  const { fields, voluntary } = fieldsOf(policy, purpose, note)
  const aims = purpose.at('aims').words()
  const profiling = purpose.at('profiling')
  const profiles =
    (profiling.isThere && !profiling.at('by').is('none')) ||
    PROFILING_AIMS.some(aim => aims.includes(aim))
  const terms = termsOf({ id, bases, fields, aims, profiles })
  const weighedUntil = weighed(purpose)
  return [{ id, line, bases, terms, fields, voluntary, isMarketing, profiles, weighedUntil }]
}

function basesOf(policy: Said, purpose: Said, isMarketing: boolean, note: Note) {
  const ofPartners = isForPartners(policy, purpose)
  const bases: Partial<Record<PersonChannel, PersonBasis>> = {}
  for (const channel of CHANNELS) {
    const held = purpose.at('basis', channel)
    const onDevice = purpose.at('category').isThere && (channel === 'web' || channel === 'app')
    if (onDevice || !held.isThere || held.is('service-requested')) continue
    const basis = isStated(held) ? BASES.find(word => held.is(word)) : undefined
    const why = doubt(held, basis, { ofPartners, isMarketing, channel })
    if (why) note(held, ...why)
    bases[channel] = why || basis === undefined ? 'consent' : basis
  }
  return bases
}

type Asked = { ofPartners: boolean; isMarketing: boolean; channel: string }

/** Why only a consent counts here; undefined where the basis may stand. */
function doubt(
  held: Said,
  basis: PersonBasis | undefined,
  { ofPartners, isMarketing, channel }: Asked,
): readonly [LintCode | undefined, string] | undefined {
  if (basis === 'consent') return undefined
  if (held.words().length > 1) return ['L08', 'of several bases only consent counts']
  if (basis === undefined) return [undefined, 'no basis is stated: needs consent']
  if (ofPartners) return ['L10', 'products of others need consent']
  if (!isMarketing) return undefined
  if (OF_A_CONTRACT.includes(basis)) return ['L17', 'marketing is no part of a contract']
  if (ELECTRONIC.includes(channel) && basis !== 'soft-opt-in')
    return [undefined, 'electronic marketing needs consent']
  return undefined
}

function messagesOf(policy: Said, purpose: Said): readonly Said[] {
  const id = purpose.at('id').text() ?? ''
  return policy
    .at('marketing', 'messages')
    .items()
    .filter(message => message.at('purpose').is(id))
}

// An objection stops whatever sells, whether the policy says so or not: L09.
function sells(policy: Said, purpose: Said): boolean {
  const aims = purpose.at('aims').words()
  const sold = messagesOf(policy, purpose).flatMap(message => message.at('class').words())
  return MARKETING_AIMS.some(aim => aims.includes(aim)) || SELLS.some(word => sold.includes(word))
}

function isForPartners(policy: Said, purpose: Said): boolean {
  const isSent = messagesOf(policy, purpose).some(one => one.at('class').is('partner-offers'))
  return isSent || purpose.at('aims').words().includes('partner-marketing')
}

/** Data that a purpose may use; those of them that nobody has to give. */
function fieldsOf(policy: Said, purpose: Said, note: Note) {
  const used = purpose.at('data').words()
  const items = policy
    .at('data')
    .items()
    .filter(group => used.includes(group.at('id').text() ?? ''))
    .filter(group => isKept(policy, group, note))
    .flatMap(group => group.at('fields').items())
  const free = items.filter(item => !NEEDED.some(need => item.at('needed').is(need)))
  return { fields: among(items), voluntary: among(free) }
}

function among(items: readonly Said[]): readonly string[] {
  return PERSON_FIELDS.filter(field => items.some(item => item.at('field').is(field)))
}

// A review that is due on a day may still be made on that day.
function weighed(purpose: Said): Moment | undefined {
  const day = purpose.at('assessment', 'review-by').text() ?? ''
  return FORMATS.date.wrong(day) ? undefined : after(moment(day), { count: 1, unit: 'day' })
}

// Where children are possible, or nobody says, only those old enough by law and policy are profiled.
function profiledFrom(policy: Said, law: Law): number {
  if (policy.at('minors', 'possible').is(false)) return 0
  const [gate, age] = [gatedUnder(policy), childAge(policy, law)?.years]
  return gate > 0 && age !== undefined ? Math.max(gate, age) : Number.POSITIVE_INFINITY
}

function termsOf(agreed: Json): string {
  return createHash('sha256').update(canonical(agreed)).digest('hex').slice(0, 8)
}

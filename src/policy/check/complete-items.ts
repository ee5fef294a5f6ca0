import type { Law } from '../law/index.ts'
import type { Said } from '../syntax/said.ts'

/** What a policy says on one item of a checklist. */
export type Standing = {
  readonly state: 'present' | 'not-applicable' | 'missing'
  /** Where it is told, or where it belongs. */
  readonly at: Said
  /** What is missing in particular. */
  readonly lacks?: string
  /** Nothing is said on it anywhere, so that a reason may stand in its place. */
  readonly isSilent?: true
}

type Look = (policy: Said, law: Law) => Standing

const CONTACT = ['name', 'street', 'postal-code', 'city', 'country', 'email']
const RIGHTS_TOLD = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'portability',
]
/** Aims for which a picture is made of people. */
export const PROFILES: readonly string[] = [
  'product-recommendations',
  'fitting-content',
  'ad-targeting',
  'target-groups',
  'picture-of-interests',
  'onsite-ads',
  'offsite-ads',
]

/** How each item of the checklists is looked for, by what it is about. */
export const LOOKS: Readonly<Record<string, Look>> = {
  controller,
  dpo,
  purposes,
  'legitimate-interest': legitimateInterest,
  recipients,
  transfers,
  retention,
  rights,
  withdrawal,
  complaint,
  obligation,
  'automated-decisions': automatedDecisions,
  categories: policy => listed(policy, 'data'),
  source: origin,
  security: policy => listed(policy, 'security'),
}

/** Whether anything comes from elsewhere than from the people themselves; unknown counts as yes. */
export function comesFromElsewhere(policy: Said): boolean {
  const sources = policy.at('sources')
  if (!sources.isThere || sources.isUnstated) return policy.at('data').isThere
  return sources
    .items()
    .some(source => !['person', 'own-services'].some(kind => source.at('kind').is(kind)))
}

function controller(policy: Said): Standing {
  const at = policy.at('controller')
  const lacks = CONTACT.filter(key => !isSaid(at.at(key)))
  const [first] = lacks
  return first === undefined ? present(at) : missing(at.at(first), quoted(lacks))
}

function dpo(policy: Said): Standing {
  const contacts = policy.at('contacts')
  const officer = contacts.items().find(held => held.at('role').is('data-protection-officer'))
  if (!officer) return silent(contacts)
  const reached = [officer, ...contacts.items()].some(
    held => isSaid(held.at('email')) || isSaid(held.at('phone')),
  )
  return reached ? present(officer) : missing(officer, '`email` or `phone`')
}

function purposes(policy: Said): Standing {
  const at = policy.at('purposes')
  const [bare] = at.items().filter(purpose => channelsOf(purpose).length === 0)
  if (at.items().length === 0) return missing(at, '`purposes`')
  return bare ? missing(bare.at('basis'), 'a basis on any channel') : present(at)
}

function legitimateInterest(policy: Said): Standing {
  const resting = policy
    .at('purposes')
    .items()
    .filter(purpose => basesOf(purpose).includes('legitimate-interest'))
  const [first] = resting
  if (!first) return { state: 'not-applicable', at: policy.at('purposes') }
  const bare = resting.find(purpose => !isSaid(purpose.at('interest')))
  return bare ? missing(bare, '`interest`') : present(first.at('interest'))
}

function recipients(policy: Said): Standing {
  const lists = ['recipients', 'processors', 'vendors'].map(key => policy.at(key))
  const told = lists.find(list => list.items().length > 0)
  return told ? present(told) : silent(policy.at('recipients'))
}

function transfers(policy: Said, law: Law): Standing {
  const others = [...policy.at('vendors').items(), ...policy.at('processors').items()]
  const outside = others.filter(held => !law.isInEea(held.at('country').text() ?? ''))
  const bare = outside.find(held => !held.at('transfer').isThere)
  const list = policy.at('transfers')
  if (list.items().length > 0) {
    const closed = list.items().find(hidesItsCopy)
    return closed ? missing(closed, '`copy`') : present(list)
  }
  if (bare) return missing(bare.at('country'), 'the ground of the transfer')
  return others.length > 0 ? { state: 'not-applicable', at: list } : silent(list)
}

// A decision of the Commission is public; a mechanism that is left open is a fault of its own.
function hidesItsCopy(transfer: Said): boolean {
  const mechanism = transfer.at('mechanism')
  if (mechanism.is('adequacy') || mechanism.is('some-lawful-mechanism')) return false
  return mechanism.text() !== undefined && !mechanism.isUnstated && !isSaid(transfer.at('copy'))
}

// A time that is left open is said, and is a fault of its own.
function retention(policy: Said): Standing {
  const [rules, groups] = [policy.at('retention'), policy.at('data').items()]
  if (rules.isUnstated) return present(rules)
  const loose = groups.find(group => !isKept(policy, group))
  if (loose) return missing(loose, '`retention`')
  const kept = [rules, policy.at('trackers')].find(list => list.items().length > 0)
  return kept ? present(kept) : missing(rules, '`retention`')
}

function isKept(policy: Said, group: Said): boolean {
  if (group.at('retention').isThere) return true
  const id = group.at('id').text() ?? ''
  const uses = policy
    .at('purposes')
    .items()
    .filter(use => use.at('data').words().includes(id))
  return uses.length > 0 && uses.every(use => use.at('retention').isThere)
}

function rights(policy: Said): Standing {
  const list = policy.at('rights')
  const lacks = RIGHTS_TOLD.filter(name => !list.items().some(held => held.at('right').is(name)))
  return lacks.length === 0 ? present(list) : missing(list, quoted(lacks))
}

function withdrawal(policy: Said): Standing {
  const asks = policy
    .at('purposes')
    .items()
    .some(use => basesOf(use).includes('consent'))
  const list = policy.at('rights')
  if (!asks) return { state: 'not-applicable', at: list }
  const told = list.items().find(held => held.at('right').is('withdrawal'))
  if (told) return present(told)
  const choice = policy.at('consent')
  return isCookieNotice(policy) && choice.isThere ? present(choice) : missing(list, '`withdrawal`')
}

function complaint(policy: Said): Standing {
  const at = policy.at('authority')
  return isSaid(at) ? present(at) : missing(at, '`authority`')
}

function obligation(policy: Said): Standing {
  const given = policy
    .at('data')
    .items()
    .filter(group => isGiven(policy, group))
  const [first] = given
  if (!first) return silent(policy.at('data'))
  const fields = given.flatMap(group => group.at('fields').items())
  const bare = fields.find(field => !isSaid(field.at('needed')))
  if (bare) return missing(bare, '`needed`')
  const open = fields.find(
    field => !field.at('needed').is('voluntary') && !isSaid(field.at('without')),
  )
  return open ? missing(open, '`without`') : present(first)
}

// Where nothing is said of the source, it is the person.
function isGiven(policy: Said, group: Said): boolean {
  const named = group.at('sources').words()
  if (named.length === 0) return true
  return policy
    .at('sources')
    .items()
    .some(source => source.at('kind').is('person') && named.includes(source.at('id').text() ?? ''))
}

function automatedDecisions(policy: Said): Standing {
  const uses = policy.at('purposes').items()
  const bare = uses.find(
    use =>
      !use.at('profiling').isThere &&
      use
        .at('aims')
        .words()
        .some(aim => PROFILES.includes(aim)),
  )
  if (bare) return missing(bare, '`profiling`')
  const told = uses.find(use => use.at('profiling').isThere)
  return told ? present(told.at('profiling')) : silent(policy.at('purposes'))
}

function origin(policy: Said): Standing {
  const bare = policy
    .at('data')
    .items()
    .find(group => group.at('sources').words().length === 0)
  if (policy.at('sources').items().length === 0) return missing(policy.at('sources'), '`sources`')
  return bare ? missing(bare, '`sources`') : present(policy.at('sources'))
}

function listed(policy: Said, key: string): Standing {
  const at = policy.at(key)
  return at.items().length > 0 ? present(at) : missing(at, `\`${key}\``)
}

/** Is the file about devices only, and the rest of what the law asks told in another document? */
export function isCookieNotice(policy: Said): boolean {
  const kind = policy.at('policy', 'kind')
  return !kind.isThere || kind.is('cookie-notice')
}

function basesOf(purpose: Said): readonly string[] {
  return channelsOf(purpose).flatMap(basis => basis.words())
}

function channelsOf(purpose: Said): readonly Said[] {
  return purpose
    .at('basis')
    .entries()
    .flatMap(([key, held]) => (key === 'from' || key === 'cites' ? [] : [held]))
}

function isSaid(at: Said): boolean {
  return at.isThere && !at.isUnstated
}

function present(at: Said): Standing {
  return { state: 'present', at }
}

function missing(at: Said, lacks: string): Standing {
  return { state: 'missing', at, lacks }
}

function silent(at: Said): Standing {
  return { state: 'missing', at, isSilent: true }
}

function quoted(words: readonly string[]): string {
  return words.map(word => `\`${word}\``).join(', ')
}

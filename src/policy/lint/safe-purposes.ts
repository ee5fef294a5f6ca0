import { createHash } from 'node:crypto'
import { canonical, type Json } from '../../base/json.ts'
import type { Basis, Rule, Signal } from '../decide.ts'
import type { Law } from '../law/index.ts'
import type { Said } from '../syntax/said.ts'
import { CATEGORIES, EVENT_NAMES, FIELD_NAMES, SIGNALS } from '../vocabulary.ts'
import { childAge, gatedUnder, profilingPurposes } from './minors.ts'
import { isCalledNecessary, ownAims } from './necessary.ts'
import type { Note } from './safe.ts'
import { isKept } from './safe-keeping.ts'
import { isStated } from './stated.ts'

/** The purposes of a policy in which devices take part, each read so that it may be run. */
export function safePurposes(
  policy: Said,
  law: Law,
  note: Note,
  lineOf: (at: Said) => number,
): readonly Rule[] {
  const all = policy.at('purposes').items()
  const kept = all.filter(purpose => isOfDevices(purpose) && isOnce(purpose, all))
  return withoutProfiling(policy, kept, law, note).map(purpose => {
    const { id, basis, events } = safePurpose(policy, purpose, note)
    const refusedBy = basis === 'consent' ? refusedBySignals(policy, id) : []
    const terms = termsOf({ id, basis, events, refusedBy, aims: purpose.at('aims').words() })
    return { id, line: lineOf(purpose), basis, terms, events, refusedBy }
  })
}

function isOfDevices(purpose: Said): boolean {
  const { isThere, isUnstated } = purpose.at('basis')
  const isSaid = isUnstated || (isThere && purpose.at('basis', 'web').isThere)
  return isSaid && CATEGORIES.some(category => purpose.at('category').is(category))
}

/** Is a purpose the only one of its name? Of two, whichever comes last would be decided by. */
export function isOnce(purpose: Said, all: readonly Said[]): boolean {
  const id = purpose.at('id').text()
  return id !== undefined && all.filter(other => other.at('id').text() === id).length === 1
}

function withoutProfiling(
  policy: Said,
  purposes: readonly Said[],
  law: Law,
  note: Note,
): readonly Said[] {
  const age = childAge(policy, law)
  const mayBeChildren = !policy.at('minors', 'possible').is(false)
  if (!mayBeChildren || (age !== undefined && gatedUnder(policy) >= age.years)) return purposes
  const profiling = new Set(profilingPurposes(policy).map(purpose => purpose.at('id').text()))
  return purposes.filter(purpose => {
    if (!profiling.has(purpose.at('id').text())) return true
    const code = policy.at('minors', 'possible').is(true) ? 'L26' : undefined
    note(purpose, code, 'nobody is profiled until their age has been asked: left out')
    return false
  })
}

function safePurpose(
  policy: Said,
  purpose: Said,
  note: Note,
): Pick<Rule, 'id' | 'basis' | 'events'> {
  const basis = safeBasis(purpose, note)
  const collects = basis === 'consent' && isKept(policy, purpose, note)
  const events = collects ? safeEvents(purpose, note) : {}
  return { id: purpose.at('id').text() ?? '', basis, events }
}

function safeBasis(purpose: Said, note: Note): Basis {
  const web = purpose.at('basis', 'web')
  if (isNecessary(purpose)) return 'service-requested'
  if (isStated(web) && web.is('consent')) return 'consent'
  if (web.words().length > 1) note(web, 'L08', 'of several bases only consent counts')
  else if (isCalledNecessary(purpose)) note(purpose.at('basis'), 'L03', 'asked for: needs consent')
  else note(purpose, undefined, 'no basis that holds on a device: needs consent')
  return 'consent'
}

function isNecessary(purpose: Said): boolean {
  const services = purpose.at('services')
  return (
    purpose.at('category').is('functional') &&
    purpose.at('basis', 'web').is('service-requested') &&
    ownAims(purpose).length === 0 &&
    services.words().length > 0 &&
    !services.isUnstated
  )
}

function safeEvents(purpose: Said, note: Note): Rule['events'] {
  const list = purpose.at('collects').items()
  const events = list.map(item => {
    const own = item.at('own-consent').words()
    const named = FIELD_NAMES.filter(field => item.at('fields').words().includes(field))
    if (item.isOpen || item.at('fields').isOpen) note(item, 'L11', 'only what is named is kept')
    return [item.at('event').text() ?? '', named.filter(field => !own.includes(field))] as const
  })
  return Object.fromEntries(
    EVENT_NAMES.flatMap(name => {
      const fields = events.filter(([event]) => event === name).flatMap(([, named]) => named)
      return fields.length > 0 ? [[name, [...new Set(fields)]] as const] : []
    }),
  )
}

function refusedBySignals(policy: Said, id: string): readonly Signal[] {
  return SIGNALS.filter(
    signal =>
      refusesAll(policy, signal) ||
      policy
        .at('signals')
        .items()
        .some(rule => refuses(rule, signal, id)),
  )
}

function refuses(rule: Said, signal: Signal, id: string): boolean {
  return (
    rule.at('signal').is(signal) &&
    (rule.at('refuses').words().includes(id) || rule.at('refuses').isUnstated)
  )
}

// Where the browser was to be the only no, its no is at least one.
function refusesAll(policy: Said, signal: Signal): boolean {
  const ways = policy.at('consent', 'refusals').items()
  return signal === 'dnt' && ways.some(way => way.at('by').is('do-not-track'))
}

function termsOf(agreed: Json): string {
  return createHash('sha256').update(canonical(agreed)).digest('hex').slice(0, 8)
}

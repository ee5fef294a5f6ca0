import { SELF } from '../check/names.ts'
import { knownAs } from '../check/known-trackers.ts'
import type { Rule, TrackerRule } from '../decide.ts'
import type { LintCode } from '../diagnostic.ts'
import type { Law } from '../law/index.ts'
import { shortest, spanOf } from '../lifetime.ts'
import type { Said } from '../syntax/said.ts'
import type { Note } from './safe.ts'
import { isStated } from './stated.ts'

const DAY_SECONDS = 86_400

/** The trackers that are declared well enough to be set, for no longer than is sure. */
export function safeTrackers(
  policy: Said,
  purposes: readonly Rule[],
  law: Law,
  note: Note,
): readonly TrackerRule[] {
  return policy
    .at('trackers')
    .items()
    .flatMap(tracker => {
      const rule = purposes.find(({ id }) => tracker.at('purpose').is(id))
      const lack = lackOf(tracker, rule)
      if (lack) note(tracker, ...lack)
      return lack || !rule ? [] : [trackerRule(tracker, rule, law, note)]
    })
}

type Lack = readonly [code: LintCode | undefined, what: string]

function lackOf(tracker: Said, rule: Rule | undefined): Lack | undefined {
  const single = ['name', 'store', 'vendor', 'purpose', 'use'].every(key =>
    isStated(tracker.at(key)),
  )
  if (!single || tracker.isOpen) return ['L23', 'not declared by itself: never set']
  if (!rule) return [undefined, 'its purpose is left out: never set']
  if (shortestSaid(tracker.at('lifetime')) === undefined)
    return [undefined, 'nothing says when it goes: never set']
  if (rule.basis !== 'consent' && !servesVisitor(tracker))
    return [undefined, 'no service of our own that a visitor asked for: never set']
  return undefined
}

function servesVisitor(tracker: Said): boolean {
  const isOwn = tracker.at('party').is('first') && tracker.at('vendor').is(SELF)
  return isOwn && isStated(tracker.at('service')) && !knownAs(tracker.at('name').text() ?? '')
}

function trackerRule(tracker: Said, rule: Rule, law: Law, note: Note): TrackerRule {
  return {
    id: tracker.at('id').text() ?? '',
    name: tracker.at('name').text() ?? '',
    store: tracker.at('store').text() ?? '',
    purpose: rule.id,
    seconds: secondsOf(tracker, law, note),
    capSeconds: capOf(tracker, note),
  }
}

function secondsOf(tracker: Said, law: Law, note: Note): number {
  const lifetime = tracker.at('lifetime')
  if (lifetime.text() === undefined) note(lifetime, 'L14', 'the shortest time of the range applies')
  const said = shortestSaid(lifetime) ?? 0
  const days = law.cookieCapDays()
  if (!tracker.at('store').is('cookie') || days === undefined) return said
  const kept = Math.min(said, shortestSaid(tracker.at('browsers-keep')) ?? said, days * DAY_SECONDS)
  if (kept < said) note(lifetime, 'L29', 'no longer than browsers keep it')
  return kept
}

function capOf(tracker: Said, note: Note): number {
  const rolling = tracker.at('rolling')
  if (!rolling.isThere) return 0
  const cap = shortestSaid(rolling.at('up-to'))
  if (cap === undefined) note(rolling, 'L14', 'renewal has no end: it is not renewed')
  return cap ?? 0
}

/** Seconds of the shortest time that a place names; 0 for a session, undefined when it names none. */
function shortestSaid(lifetime: Said): number | undefined {
  if (lifetime.is('session')) return 0
  const ends = [lifetime, lifetime.at('from'), lifetime.at('to')]
  const spans = ends.flatMap(end => spanOf(end.text() ?? '') ?? [])
  return spans.length > 0 ? Math.min(...spans.map(shortest)) : undefined
}

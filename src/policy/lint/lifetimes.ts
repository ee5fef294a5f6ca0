import { longest, spanText } from '../lifetime.ts'
import type { Law } from '../law/index.ts'
import type { Said } from '../syntax/said.ts'
import type { Finding, LintRule } from './rule.ts'
import { longestSaid } from './stated.ts'

const DAY_SECONDS = 86_400

/** A range is given instead of a time, or renewals that end nowhere. */
export const noTime: LintRule = {
  code: 'L14',
  article: 'GDPR 5(1)(e), 13(2)(a); 917/2014 § 205(1)',
  find: policy =>
    policy
      .at('trackers')
      .items()
      .flatMap(tracker => [...rangeOf(tracker), ...endless(tracker)]),
}

/** The notice promises longer than browsers keep, or threatens with it. */
export const longerThanBrowsersKeep: LintRule = {
  code: 'L29',
  article: 'GDPR 5(1)(a), 12(1); RFC 6265bis',
  find: (policy, law) =>
    policy
      .at('trackers')
      .items()
      .flatMap(tracker => tooLong(tracker, law)),
}

function rangeOf(tracker: Said): readonly Finding[] {
  const lifetime = tracker.at('lifetime')
  const [from, to] = [lifetime.at('from').text(), lifetime.at('to').text()]
  if (from === undefined || to === undefined) return []
  const message = `\`${from}\` to \`${to}\` is a range: nobody can tell when this goes away`
  const help = 'give each tracker the one time after which it is removed'
  return [{ at: lifetime, message, help }]
}

function endless(tracker: Said): readonly Finding[] {
  const rolling = tracker.at('rolling')
  const isCapped = rolling.at('up-to').isThere && !rolling.at('up-to').isUnstated
  if (!rolling.isThere || isCapped) return []
  const message = 'each visit sets it again, and nothing says until when: it may never end'
  const help = 'add `up-to`, counted from the first visit'
  return [{ at: rolling, message, help }]
}

function tooLong(tracker: Said, law: Law): readonly Finding[] {
  const cap = law.cookieCapDays()
  const life = longestSaid(tracker.at('lifetime'))
  if (cap === undefined || !life || !mayBeCookie(tracker)) return []
  const isLong = longest(life) > cap * DAY_SECONDS
  if (!isLong || isHonest(tracker.at('browsers-keep'), cap)) return []
  const message = `\`${spanText(life)}\` is not what happens: browsers keep a cookie for ${cap} days at most`
  const help = `add \`browsers-keep: ${cap} days\`, or write a shorter lifetime`
  return [{ at: tracker.at('lifetime'), message, help, rests: [law.row('cookie-cap')] }]
}

function isHonest(kept: Said, capDays: number): boolean {
  const span = longestSaid(kept)
  return span !== undefined && longest(span) <= capDays * DAY_SECONDS
}

function mayBeCookie(tracker: Said): boolean {
  const store = tracker.at('store')
  return store.isUnstated || store.words().includes('cookie')
}

import type { Said } from '../syntax/said.ts'
import type { LintRule } from './rule.ts'

/** Before every landmark: a text without a date may be older than all of them. */
const UNDATED = '0000-00-00'
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The law has changed since the text was written, and no day is set for reading it again. */
export const neverReadAgain: LintRule = {
  code: 'L30',
  article: 'GDPR 5(2), 24(1)',
  find: (policy, law, on) => {
    const review = dayAt(policy.at('policy', 'review-by'))
    if (review !== undefined && review >= on) return []
    const written = dayAt(policy.at('policy', 'version'))
    const since = law.landmarks(topicsOf(policy), written ?? UNDATED)
    const last = since.at(-1)
    if (!last) return []
    const age = written ? `the text is of \`${written}\`` : 'the text has no date'
    const due = review
      ? `was to be read again by \`${review}\``
      : 'no day is set for reading it again'
    const message = `${age}, ${due}, and since then ${last.names.en} (${last.validFrom})`
    const help = 'read it again, and set `version` and `review-by`'
    return [{ at: policy, message, help, rests: since }]
  },
}

function topicsOf(policy: Said): readonly string[] {
  const phone = [
    policy.at('calls'),
    ...policy
      .at('marketing', 'channels')
      .items()
      .filter(channel => channel.at('channel').is('phone')),
  ]
  const speaksOf = {
    'personal-data': true,
    cookies: policy.at('trackers').items().length > 0 || policy.at('trackers').isUnstated,
    transfers: policy.at('transfers').isThere,
    'phone-marketing': phone.some(({ isThere }) => isThere),
    'machine-data': policy.at('machines').isThere,
  }
  return Object.entries(speaksOf).flatMap(([topic, speaks]) => (speaks ? [topic] : []))
}

function dayAt(at: Said): string | undefined {
  const day = at.text()
  return day !== undefined && DAY.test(day) ? day : undefined
}

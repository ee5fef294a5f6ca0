import type { Draft } from './place.ts'

/** The dates follow one another; a review whose day has passed is a warning. */
export function checkDates(draft: Draft, today: string | undefined): void {
  const about = draft.text.policy
  const [version, from, review] = [about.version, about['in-force-from'], about['review-by']]
  if (from < version) {
    const message = `the policy is in force from ${from}, before its version of ${version} was written`
    draft.wrong('L0502', ['policy', 'in-force-from'], message, 'no policy binds backwards')
  }
  if (review <= from) {
    const message = `the review on ${review} is not after ${from}, when the policy begins`
    draft.wrong('L0502', ['policy', 'review-by'], message, 'a year later is usual')
  }
  if (today !== undefined && review < today) {
    const message = `the review of this policy was due on ${review}`
    const help = 'read it again, then write a new `version` and `review-by`'
    draft.wrong('L0501', ['policy', 'review-by'], message, help)
  }
}

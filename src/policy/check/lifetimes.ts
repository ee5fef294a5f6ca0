import type { Span } from '../../base/time.ts'
import { fitsIn, spanOf, spanText } from '../lifetime.ts'
import type { Category } from '../vocabulary.ts'
import type { Path } from '../syntax/tree.ts'
import type { Draft, TrackerText } from './place.ts'

type Range = { readonly from: Span; readonly to: Span }

/** Every category that is used has a range, and every lifetime keeps to it. */
export function checkLifetimes(draft: Draft): void {
  const ranges = rangesOf(draft)
  const category = new Map(draft.text.purposes.map(purpose => [purpose.id, purpose.category]))
  for (const [index, purpose] of draft.text.purposes.entries()) {
    if (purpose.category === undefined) continue
    if (draft.text.categories.some(({ id }) => id === purpose.category)) continue
    const message = `\`categories\` gives no lifetimes for \`${purpose.category}\``
    const help = `add \`- { id: ${purpose.category}, lifetimes: { from: ..., to: ... } }\``
    draft.wrong('L0208', ['purposes', index, 'category'], message, help)
  }
  for (const [index, tracker] of draft.text.trackers.entries()) {
    checkStore(draft, tracker, index)
    const of = category.get(tracker.purpose)
    const range = of && ranges.get(of)
    if (of && range) checkRange(draft, tracker, index, of, range)
    checkRolling(draft, tracker, index)
  }
}

function rangesOf(draft: Draft): ReadonlyMap<Category, Range> {
  const ranges = new Map<Category, Range>()
  for (const [index, { id, lifetimes }] of draft.text.categories.entries()) {
    const [from, to] = [spanOf(lifetimes.from), spanOf(lifetimes.to)]
    if (!from || !to) continue
    ranges.set(id, { from, to })
    if (fitsIn(from, to)) continue
    const message = `the range of \`${id}\` ends before it begins`
    draft.wrong('L0209', ['categories', index, 'lifetimes'], message, 'exchange `from` and `to`')
  }
  return ranges
}

// What the browser drops by itself has no time of its own, and what stays has to have one.
function checkStore(draft: Draft, tracker: TrackerText, index: number): void {
  const isSession = tracker.lifetime === 'session'
  const path = ['trackers', index, 'lifetime']
  if (tracker.store === 'session-storage' && !isSession) {
    const message = `session storage cannot keep anything for \`${tracker.lifetime}\``
    draft.wrong('L0207', path, message, 'write `lifetime: session`, or choose another `store`')
  }
  if (isSession && tracker.store !== 'session-storage' && tracker.store !== 'cookie') {
    const message = `\`${tracker.store}\` does not end with the browser session`
    draft.wrong('L0207', path, message, 'write a time such as `30 days`')
  }
  if (tracker.rolling && (isSession || tracker.store === 'pixel')) {
    const what = isSession ? 'a session' : 'a pixel'
    const message = `${what} is not renewed by visits`
    draft.wrong('L0207', ['trackers', index, 'rolling'], message, 'take `rolling` away')
  }
}

function checkRange(
  draft: Draft,
  tracker: TrackerText,
  index: number,
  category: Category,
  range: Range,
): void {
  const promised = `\`${category}\` promises ${spanText(range.from)} to ${spanText(range.to)}`
  const within = (span: Span | undefined, path: Path, code: 'L0203' | 'L0206') => {
    if (!span) return
    const longer = `${spanText(span)} is longer than \`${category}\` allows`
    if (!fitsIn(span, range.to)) draft.wrong(code, path, longer, promised)
    const shorter = `${spanText(span)} is shorter than \`${category}\` allows`
    if (!fitsIn(range.from, span)) draft.wrong('L0204', path, shorter, promised)
  }
  within(spanOf(tracker.lifetime), ['trackers', index, 'lifetime'], 'L0203')
  const cap = tracker.rolling && spanOf(tracker.rolling['up-to'])
  within(cap, ['trackers', index, 'rolling', 'up-to'], 'L0206')
}

function checkRolling(draft: Draft, tracker: TrackerText, index: number): void {
  const lifetime = spanOf(tracker.lifetime)
  const cap = tracker.rolling && spanOf(tracker.rolling['up-to'])
  if (!lifetime || !cap || fitsIn(lifetime, cap)) return
  const message = `renewals end after ${spanText(cap)}, sooner than one lifetime of ${spanText(lifetime)}`
  const help = 'make `up-to` at least as long as `lifetime`'
  draft.wrong('L0205', ['trackers', index, 'rolling', 'up-to'], message, help)
}

import { overlaps } from './pattern.ts'
import type { Draft, TrackerText } from './place.ts'

/** Fewest characters before a `*`: a name that covers all declares nothing. */
const PREFIX_MIN = 3

/** No name on the device is declared by two trackers, and none is so wide that it means nothing. */
export function checkOverlap(draft: Draft): void {
  const { trackers } = draft.text
  for (const [index, tracker] of trackers.entries()) {
    checkWidth(draft, tracker, index)
    const earlier = trackers.slice(0, index).find(other => overlap(other, tracker))
    if (!earlier) continue
    const message = `\`${tracker.name}\` in ${tracker.store} is already declared as \`${earlier.id}\``
    const help = 'one tracker has one purpose and one lifetime: keep one declaration'
    draft.wrong('L0304', ['trackers', index, 'name'], message, help)
  }
}

function checkWidth(draft: Draft, { name }: TrackerText, index: number): void {
  const stars = name.split('*').length - 1
  if (stars === 0 || (stars === 1 && name.indexOf('*') >= PREFIX_MIN)) return
  const message = `\`${name}\` would cover names that nobody has declared`
  const help = `use one \`*\`, after at least ${PREFIX_MIN} characters`
  draft.wrong('L0310', ['trackers', index, 'name'], message, help)
}

function overlap(a: TrackerText, b: TrackerText): boolean {
  return a.store === b.store && overlaps(a.name, b.name)
}

import type { Core } from './core.ts'
import type { Refused } from './gate.ts'
import { type Fields, openMeasure } from './measure.ts'
import { openPage } from './page.ts'

const LINK = 'lupaus_link'

/** Takes an event that happened at `at`, by `performance.now()`; otherwise the refusal. */
export type Measured = (name: string, fields: Fields, at: number) => Refused | undefined

/** Begins to measure: pages and links by itself, and whatever is reported. */
export function start({ config: { rules }, hold, origin, track }: Core): Measured {
  const measure = openMeasure(rules, hold, origin)
  const maySay = () =>
    rules.trackers.some(({ name, purpose }) => name === LINK && hold.allows(purpose))
  const link = maySay() ? hold.read(LINK) : ''
  const from = document.referrer || (typeof link === 'string' ? link : '')
  const view = openPage(measure, track, from)
  document.addEventListener('lupaus:choice', view)
  return (name, fields, at) => {
    // Some sites hide from their own pages which of them led here.
    if (name === 'link_click' && maySay()) hold.store(LINK, location.pathname)
    return measure.add(name, fields, at)
  }
}

import type { Rule, Rules } from '../src/policy/decide.ts'
import type { Core } from './core.ts'
import type { Refused } from './gate.ts'
import { openIds } from './ids.ts'
import { bakeWith } from './jar.ts'
import { type Fields, openMeasure } from './measure.ts'
import { openPage } from './page.ts'
import { maySee, SEEN, seenIn } from './track.ts'

const LINK = 'lupaus_link'
const SEEN_MAX = 12

/** Put before this module by the server: purpose to event to the fields that may be kept of it. */
declare const lupausFields: Readonly<Record<string, Rule['events']>>

/** Takes an event that happened at `at`, by `performance.now()`; otherwise the refusal. */
export type Measured = (name: string, fields: Fields, at: number) => Refused | undefined

/** Begins to measure: pages and links by itself, and whatever is reported. */
export function start(core: Core): Measured {
  const { config, hold, origin, track } = core
  const rules = { ...config.rules, purposes: withFields(config.rules.purposes) }
  bakeWith(hold.gate.real.bake)
  const measure = openMeasure(rules, hold, openIds(core), origin)
  const link = maySee(rules, hold, LINK) ? hold.read(LINK) : ''
  const from = document.referrer || (typeof link === 'string' ? link : '')
  const view = openPage(measure, track, from)
  document.addEventListener('lupaus:choice', view)
  return (name, fields, at) => {
    // Some sites hide from their own pages which of them led here.
    if (name === 'link_click' && maySee(rules, hold, LINK)) hold.store(LINK, location.pathname)
    const { product } = fields
    if (name === 'product_view' && product && maySee(rules, hold, SEEN)) {
      const others = seenIn(hold).filter(other => other !== product)
      hold.store(SEEN, [product, ...others].slice(0, SEEN_MAX))
    }
    return measure.add(name, fields, at)
  }
}

/** The purposes with the fields of their events, of which the tag itself knows the names alone. */
function withFields(purposes: Rules['purposes']): Rules['purposes'] {
  const whole = Object.entries(purposes).map(([id, rule]) => [
    id,
    { ...rule, events: lupausFields[id] ?? {} },
  ])
  return Object.fromEntries(whole)
}

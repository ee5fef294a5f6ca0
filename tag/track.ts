import { decide } from '../src/policy/decide.ts'
import type { Core } from './core.ts'
import type { Refused } from './gate.ts'
import type { Hold } from './hold.ts'
import type { Fields } from './measure.ts'
import type { Measured } from './measure-part.ts'

const SEEN = 'lupaus_seen'
const SEEN_MAX = 12
const WAITING_MAX = 200

type Tracking = {
  /** Takes an event, or answers why it is refused. */
  readonly add: (name: string, fields: Fields) => Refused | undefined
  /** Products seen lately, newest first. */
  readonly seen: () => readonly string[]
  /** Fetches what measures, once there is something that may be measured. */
  readonly begin: (core: Core) => void
}

/** Takes events from the first moment; what measures them is only fetched where it may. */
export function openTracking({ rules }: Core['config'], hold: Hold): Tracking {
  let measured: Measured | undefined
  let fetching = false
  let waiting: Parameters<Measured>[] = []

  const refusalOf = (name: string): Refused | undefined => {
    let refused: Refused = { refused: 'event-not-declared', purpose: '', what: name }
    for (const { id, events } of Object.values(rules.purposes)) {
      if (!Object.hasOwn(events, name)) continue
      const verdict = decide(rules, id, hold.facts())
      if (!('refused' in verdict)) return undefined
      refused = { refused: verdict.refused, purpose: id, what: name }
    }
    return refused
  }
  const maySee = () =>
    rules.trackers.some(({ name, purpose }) => name === SEEN && hold.allows(purpose))
  const seen = () => {
    const kept = maySee() && hold.read(SEEN)
    return Array.isArray(kept) ? kept.map(String) : []
  }
  return {
    seen,
    add(name, fields) {
      const refused = refusalOf(name)
      if (refused) return refused
      const { product } = fields
      if (name === 'product_view' && product && maySee()) {
        const others = seen().filter(other => other !== product)
        hold.store(SEEN, [product, ...others].slice(0, SEEN_MAX))
      }
      const at = performance.now()
      if (measured) return measured(name, fields, at)
      if (waiting.length < WAITING_MAX) waiting.push([name, fields, at])
      return undefined
    },
    begin(core) {
      const { purposes } = rules
      const mayMeasure = Object.values(purposes).some(
        ({ id, events }) => Object.keys(events).length > 0 && hold.allows(id),
      )
      if (fetching || !mayMeasure) return
      fetching = true
      const part: Promise<{ start: (core: Core) => Measured }> = import(
        `${core.origin}/lupaus-measure.js`
      )
      part
        .then(({ start }) => {
          const measuring = (measured = start(core))
          waiting.forEach(event => measuring(...event))
          waiting = []
          return true
        })
        // Tried again at the next choice; the events wait.
        .catch(() => (fetching = false))
    },
  }
}

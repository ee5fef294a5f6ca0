import { admittedTracker, permittingRule, type Rules } from '../src/policy/decide.ts'
import type { Core } from './core.ts'
import type { Refused } from './gate.ts'
import type { Hold } from './hold.ts'
import type { Fields } from './measure.ts'
import type { Measured } from './measure-part.ts'

/** Where the products seen lately are kept. */
export const SEEN = 'lupaus_seen'
const WAITING_MAX = 200

/** What takes events. */
export type Tracking = {
  /** Takes an event, or answers why it is refused. */
  readonly add: (name: string, fields: Fields) => Refused | undefined
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
      const verdict = permittingRule(rules, id, hold.facts())
      if (!('refused' in verdict)) return undefined
      refused = { refused: verdict.refused, purpose: id, what: name }
    }
    return refused
  }
  return {
    add(name, fields) {
      const refused = refusalOf(name)
      if (refused) return refused
      const event: Parameters<Measured> = [name, fields, performance.now()]
      if (measured) return measured(...event)
      if (waiting.length < WAITING_MAX) waiting.push(event)
      return undefined
    },
    begin(core) {
      const mayMeasure = Object.values(rules.purposes).some(
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

/** Whether this may be kept in local storage now. */
export function maySee(rules: Rules, hold: Hold, name: string): boolean {
  return !('refused' in admittedTracker(rules, 'local-storage', name, hold.facts()))
}

/** Products seen lately, newest first; what is not permitted was swept away. */
export function seenIn(hold: Hold): readonly string[] {
  const kept = hold.read(SEEN)
  return Array.isArray(kept) ? kept.map(String) : []
}

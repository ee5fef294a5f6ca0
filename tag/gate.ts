import type { TagConfig } from '../src/consent/wire.ts'
import { decideTracker, type Facts, type TrackerRule } from '../src/policy/decide.ts'
import { cspText } from '../src/policy/gate.ts'
import { guard } from './guard.ts'
import { type Admit, guardRealm, type Real } from './realm.ts'

/** Why something was refused, as pages see it in the `lupaus:refused` event. */
export type Refused = { readonly refused: string; readonly purpose: string; readonly what?: string }

/** What stands between the page and the device. */
export type Gate = {
  /** The tracker that lets this name be written now; otherwise reports the refusal. */
  readonly admit: Admit
  readonly refuse: (refusal: Refused) => void
  readonly counts: Readonly<Record<string, number>>
  /** The browser's own ways of writing behind the gate, where it lets us have them. */
  readonly real: Real
  /** Closes the loaded page to hosts that are not permitted any more; nothing opens it again. */
  readonly narrow: () => void
}

/** From where the script came, and what its element says. */
export type Place = {
  readonly origin: string
  /** The site sends its Content-Security-Policy itself. */
  readonly headers: boolean
}

/** Reads the element of the script that runs now. */
export function placeOf(script: Element | null): Place {
  const { src, dataset } =
    script instanceof HTMLScriptElement ? script : { src: '', dataset: { lupausOrigin: '' } }
  const from = src || dataset['lupausOrigin'] || location.href
  return { origin: new URL(from).origin, headers: 'lupausHeaders' in dataset }
}

/**
 * The gate that the page's inlined part has opened already, or a new one: says which hosts may be
 * contacted, and wraps every way by which a page's scripts write to the device.
 */
export function openGate(config: TagConfig, place: Place, facts: () => Facts | undefined): Gate {
  const opened: Gate | undefined = guard(() => window.lupausGate?.())
  if (opened) return opened
  const { rules, hosts } = config
  const counts: Record<string, number> = {}
  const refuse = (refusal: Refused) => {
    const key = `${refusal.refused} ${refusal.what ?? refusal.purpose}`
    counts[key] = (counts[key] ?? 0) + 1
    document.dispatchEvent(new CustomEvent('lupaus:refused', { detail: refusal }))
  }
  const say = (by: 'meta' | 'narrower') => {
    const { origin } = place
    const own = [...hosts, new URL(origin).host]
    const meta = document.createElement('meta')
    meta.httpEquiv = 'Content-Security-Policy'
    meta.content = cspText(rules, facts(), {
      by,
      hosts: own,
      inline: true,
      frame: `${origin}/v1/frame`,
    })
    document.head.prepend(meta)
  }
  const admit: Admit = (store, name) => {
    const verdict = decideTracker(rules, store, name, facts())
    if ('tracker' in verdict) return verdict.tracker
    refuse(verdict)
    return undefined
  }
  /** Nothing outlives the consent that lets it be. */
  const left = ({ purpose }: TrackerRule) => {
    const { until = 0, now = 0 } = facts() ?? {}
    return rules.purposes[purpose]?.basis === 'consent' ? (until - now) / 1000 : Infinity
  }
  // What the tag itself keeps, pages may erase but not forge.
  const pageMay: Admit = (store, name) => {
    if (!name.startsWith('lupaus_')) {
      const tracker = admit(store, name)
      return tracker && { ...tracker, seconds: Math.min(tracker.seconds, left(tracker)) }
    }
    refuse({ refused: 'reserved', purpose: '', what: name })
    return undefined
  }
  guard(() => place.headers || say('meta'))
  document.addEventListener('securitypolicyviolation', ({ isTrusted, blockedURI }) => {
    // What was stopped for being written in the page names no host.
    const host = isTrusted && guard(() => new URL(blockedURI).host)
    if (host) refuse({ refused: 'host-not-declared', purpose: '', what: host })
  })
  const real: Real = {}
  const gate: Gate = {
    ...{ admit, refuse, counts, real },
    narrow() {
      guard(() => say(place.headers ? 'narrower' : 'meta'))
    },
  }
  guardRealm(window, { admit: pageMay, refuse, real, gate })
  return gate
}

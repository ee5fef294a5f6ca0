import type { TagConfig } from '../src/consent/wire.ts'
import { admittedTracker, type Facts } from '../src/policy/decide.ts'
import { vendorHosts } from '../src/policy/gate.ts'
import { guard } from './guard.ts'
import { type Admit, guardRealm, type Real } from './realm.ts'

/** Why something was refused, as pages see it in the `lupaus:refused` event. */
export type Refused = {
  readonly refused: string
  readonly purpose: string
  readonly what?: string | undefined
}

/** What stands between the page and the device. */
export type Gate = {
  /** The tracker that lets this name be written now; otherwise reports the refusal. */
  readonly admit: Admit
  readonly refuse: (refusal: Refused) => undefined
  readonly counts: Readonly<Record<string, number>>
  /** The browser's own ways of writing behind the gate, where it lets us have them. */
  readonly real: Real
}

/** From where the script came, and what its element says. */
export type Place = {
  readonly origin: string
  readonly host: string
  /**
   * Its `data-` attributes: `lupausHeaders` where the site sends its Content-Security-Policy itself,
   * `lupausQuiet` where the page asks only when it is told to, being about the choice.
   */
  readonly marks: DOMStringMap
}

/** Reads the element of the script that runs now. */
export function placeOf(script: Element | null): Place {
  const { src, dataset: marks = {} }: Partial<HTMLScriptElement> = Object(script)
  const { origin, host } = new URL(src || marks['lupausOrigin'] || location.href)
  return { origin, host, marks }
}

/**
 * The gate that the page's inlined part has opened already, or a new one: says which hosts may be
 * contacted, and wraps every way by which a page's scripts write to the device.
 */
export function openGate(config: TagConfig, place: Place, facts: () => Facts | undefined): Gate {
  const opened = window.lupausGate?.()
  if (opened) return opened
  const { rules } = config
  const counts: Record<string, number> = {}
  const refuse: Gate['refuse'] = detail => {
    const key = `${detail.refused} ${detail.what ?? detail.purpose}`
    counts[key] = (counts[key] ?? 0) + 1
    document.dispatchEvent(new CustomEvent('lupaus:refused', { detail }))
    return undefined
  }
  const admit: Admit = (store, name) => {
    const said = facts()
    const verdict = admittedTracker(rules, store, name, said)
    if ('refused' in verdict) return refuse(verdict)
    const { tracker, rule } = verdict
    if (!said || rule.basis !== 'consent') return tracker
    // Nothing outlives the consent that lets it be.
    return { ...tracker, seconds: Math.min(tracker.seconds, (said.until - said.now) / 1000) }
  }
  // What the tag itself keeps, pages may erase but not forge.
  const pageMay: Admit = (store, what) =>
    what.startsWith('lupaus_')
      ? refuse({ refused: 'reserved', purpose: '', what })
      : admit(store, what)
  if (!('lupausHeaders' in place.marks)) sayCsp(config, place, facts(), config.csp)
  const gate: Gate = { admit, refuse, counts, real: guardRealm(window, pageMay, refuse) }
  // A script of the page may call this as well, but is not the script that runs then.
  const current = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript')
  const value = () =>
    /^[^?#]*\/lupaus[\w-]*\.js/.test(current?.get?.call(document)?.src) ? gate : undefined
  Object.defineProperty(window, 'lupausGate', { value })
  return gate
}

/** Puts a policy into the page, its gaps filled with what is permitted now; nothing widens it again. */
export function sayCsp(
  { rules, hosts }: TagConfig,
  { origin, host }: Place,
  facts: Facts | undefined,
  policy: string,
): void {
  guard(() => {
    const meta = document.createElement('meta')
    meta.httpEquiv = 'Content-Security-Policy'
    meta.content = policy
      .replaceAll('%o', [...hosts, host].join(' '))
      .replaceAll('%v', vendorHosts(rules, facts).join(' '))
      .replace('%f', `${origin}/v1/frame`)
    document.head.prepend(meta)
  })
}

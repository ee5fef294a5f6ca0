import type { PurposeGroup, ReceiptPayload, TagConfig, VisitorIds } from '../src/consent/wire.ts'
import { type Facts, permittingRule, type TrackerRule } from '../src/policy/decide.ts'
import { factsOf, payloadOf, signalsNow } from './facts.ts'
import { type Gate, openGate, type Place } from './gate.ts'
import { guard, now } from './guard.ts'
import { bakeWith, CHOICE, cookies, idCookie, putCookie } from './jar.ts'

/** All that the tag keeps on the device, and what it knows of the visitor's choice. */
export type Hold = {
  readonly gate: Gate
  /** The choice that stands now, read anew each time: another tab may have changed it. */
  readonly standing: () => Standing
  readonly facts: () => Facts | undefined
  readonly allows: (purpose: string) => boolean
  /** Whether a signal that is on now refuses this purpose. */
  readonly objected: (purpose: string) => boolean
  /** Keeps the receipt of a choice, or `~…`, a refusal that the server has yet to hear. */
  readonly keepChoice: (text: string) => void
  /** Refuses everything from here on, and keeps what the server must be told of it. */
  readonly revoke: () => void
  /** Ids that the browser carries, permitted or not. */
  readonly carried: () => VisitorIds
  /** Seconds that a value first set at `first` may still live. */
  readonly left: Left
  readonly store: (name: string, value: unknown) => boolean
  readonly read: (name: string) => unknown
}

type Standing = {
  readonly text: string
  readonly payload: ReceiptPayload | undefined
  /** A refusal waits for the server. */
  readonly unheard: boolean
}

type Left = (tracker: TrackerRule, first: number) => number

/** Groups of purposes with an id of their own. */
export const GROUPS = [
  'personalisation',
  'analytics',
  'marketing',
] as const satisfies PurposeGroup[]

/** Seconds since 1970. */
export const seconds = () => Math.floor(now() / 1000)

/** Opens the gate and all that lies behind it. */
export function openHold(config: TagConfig, place: Place): Hold {
  const { rules } = config
  // Only where the browser keeps no cookie: the choice then holds for this page.
  let unkept = ''
  const standing = () => {
    const text = cookies()[CHOICE] ?? unkept
    return { text, payload: payloadOf(text), unheard: text.startsWith('~') }
  }
  const facts = () => factsOf(standing().payload, rules.vendors)
  const gate = openGate(config, place, facts)
  bakeWith(gate.real.bake)
  document.addEventListener('securitypolicyviolation', ({ isTrusted, blockedURI }) => {
    // What was stopped for being written in the page names no host.
    const what = blockedURI.split('/')[2]
    if (isTrusted && what) gate.refuse({ refused: 'host-not-declared', purpose: '', what })
  })
  const left: Left = ({ seconds: life, capSeconds, purpose }, first) => {
    const asked = rules.purposes[purpose]?.basis === 'consent'
    const lapse = asked ? (standing().payload?.e ?? 0) : Infinity
    return Math.min(life, first + (capSeconds || life) - seconds(), lapse - seconds())
  }
  const keepChoice = (text: string) => {
    const tracker = gate.admit('cookie', CHOICE)
    if (!tracker) return
    const lapse = payloadOf(text)?.e ?? Infinity
    const life = Math.min(tracker.seconds, lapse - seconds())
    putCookie(CHOICE, text, tracker.seconds ? life : undefined)
    unkept = cookies()[CHOICE] === text ? '' : text
  }
  return {
    ...{ gate, standing, facts, keepChoice, carried, left },
    allows: purpose => !('refused' in permittingRule(rules, purpose, facts())),
    objected: purpose =>
      signalsNow().some(signal => rules.purposes[purpose]?.refusedBy.includes(signal)),
    revoke() {
      const { text, unheard } = standing()
      const owed = { previous: text || undefined, visitors: carried() }
      if (!unheard) keepChoice(`~${btoa(JSON.stringify(owed))}`)
    },
    ...lastingStore(gate, left),
  }
}

/** Ids that the browser carries, permitted or not. */
function carried(): VisitorIds {
  return Object.fromEntries(
    GROUPS.flatMap(group => {
      const [id] = /^[\w-]{22}/.exec(cookies()[idCookie(group)] ?? '') ?? []
      return id ? [[group, id]] : []
    }),
  )
}

/** Values in local storage, each with its end beside it. */
function lastingStore(
  { admit, real }: Gate,
  left: (tracker: TrackerRule, first: number) => number,
): Pick<Hold, 'store' | 'read'> {
  const local = real.localStorage
  const held = (name: string) => boxOf(local?.getItem(name))
  return {
    store(name, value) {
      if (value === undefined) return (local?.removeItem(name), true)
      const tracker = admit('local-storage', name)
      if (!tracker) return false
      const first = held(name)?.f ?? seconds()
      const life = left(tracker, first)
      const box = JSON.stringify({ v: value, e: seconds() + life, f: first })
      // By property, for the method asks the gate.
      guard(() => life > 0 && local && Reflect.set(local, name, box))
      return local?.getItem(name) === box
    },
    read(name) {
      const box = held(name)
      if (!box) local?.removeItem(name)
      return box?.v
    },
  }
}

type Box = { readonly v: unknown; readonly e: number; readonly f: number }

/** A value kept by `store`, unless it has lapsed or has no end at all. */
export function boxOf(text: string | null | undefined): Box | undefined {
  return guard(() => {
    const box: Box = JSON.parse(text ?? '')
    return seconds() < box.e && box.f <= seconds() ? box : undefined
  })
}

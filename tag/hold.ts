import type { PurposeGroup, ReceiptPayload, TagConfig, VisitorIds } from '../src/consent/wire.ts'
import { decide, decideTracker, type Facts, type TrackerRule } from '../src/policy/decide.ts'
import { factsOf, payloadOf, signalsNow } from './facts.ts'
import { type Gate, openGate, type Place } from './gate.ts'
import { guard } from './guard.ts'
import { bakeWith, CHOICE, cookies, idCookie, putCookie, VISIT } from './jar.ts'

/** All that the tag keeps on the device, and what it knows of the visitor's choice. */
export type Hold = {
  readonly gate: Gate
  /** The choice that stands now, read anew each time: another tab may have changed it. */
  standing(): Standing
  facts(): Facts | undefined
  readonly allows: (purpose: string) => boolean
  /** Whether a signal that is on now refuses this purpose. */
  readonly objected: (purpose: string) => boolean
  /** Keeps the receipt of a choice, or `~…`, a refusal that the server has yet to hear. */
  keepChoice(text: string): void
  /** The visitor ids that are permitted now, made where there is none yet. */
  ids(): VisitorIds | undefined
  /** Ids that the browser carries, permitted or not, of groups for which none of these purposes is. */
  carried(but: readonly string[]): VisitorIds | undefined
  visit(): string | undefined
  readonly store: (name: string, value: unknown) => boolean
  readonly read: (name: string) => unknown
}

type Standing = {
  readonly text: string
  readonly payload: ReceiptPayload | undefined
  /** A refusal waits for the server. */
  readonly waiting: boolean
}

const ID = /^[\w-]{22}$/
const GROUPS = ['personalisation', 'analytics', 'marketing'] as const

/** Seconds since 1970. */
const seconds = () => Math.floor(Date.now() / 1000)

/** Opens the gate and all that lies behind it. */
export function openHold(config: TagConfig, place: Place): Hold {
  const { rules, asks } = config
  // Only where the browser keeps no cookie: the choice then holds for this page.
  let unkept = ''
  const standing = () => {
    const text = cookies().get(CHOICE) ?? unkept
    return { text, payload: payloadOf(text), waiting: text.startsWith('~') }
  }
  const facts = () => factsOf(standing().payload, rules.vendors)
  const gate = openGate(config, place, facts)
  bakeWith(gate.real.bake)
  const allows = (purpose: string) => !('refused' in decide(rules, purpose, facts()))

  /** Seconds that a value first set at `first` may still live. */
  const left = (tracker: TrackerRule, first: number) => {
    const asked = rules.purposes[tracker.purpose]?.basis === 'consent'
    const lapse = asked ? (standing().payload?.e ?? 0) : Infinity
    const end = first + (tracker.capSeconds || tracker.seconds)
    return Math.min(tracker.seconds, end - seconds(), lapse - seconds())
  }

  /** The id in a cookie, renewed as far as the policy lets it live; made when there is none. */
  const idIn = (name: string): string | undefined => {
    const verdict = decideTracker(rules, 'cookie', name, facts())
    if ('refused' in verdict) return undefined
    const { tracker } = verdict
    const [held = '', since = ''] = (cookies().get(name) ?? '').split('.')
    const first = parseInt(since, 36)
    const good = ID.test(held) && first <= seconds() && left(tracker, first) > 0
    const [id, from] = good ? [held, first] : [randomId(), seconds()]
    const value = `${id}.${from.toString(36)}`
    putCookie(name, value, tracker.seconds ? left(tracker, from) : undefined)
    return cookies().get(name) === value ? id : undefined
  }

  return {
    gate,
    standing,
    facts,
    allows,
    objected: purpose =>
      signalsNow().some(signal => rules.purposes[purpose]?.refusedBy.includes(signal)),
    keepChoice(text) {
      const tracker = gate.admit('cookie', CHOICE)
      if (!tracker) return
      const lapse = payloadOf(text)?.e ?? Infinity
      const life = Math.min(tracker.seconds, lapse - seconds())
      putCookie(CHOICE, text, tracker.seconds ? life : undefined)
      unkept = cookies().get(CHOICE) === text ? '' : text
    },
    ids: () =>
      idsOf(group => (asks.some(ask => ask.group === group) ? idIn(idCookie(group)) : undefined)),
    carried: but =>
      idsOf(group => {
        const id = cookies().get(idCookie(group))?.slice(0, 22) ?? ''
        const stays = asks.some(ask => ask.group === group && but.includes(ask.purpose))
        return ID.test(id) && !stays ? id : undefined
      }),
    visit: () => idIn(VISIT),
    ...lastingStore(gate, left),
  }
}

function idsOf(pick: (group: PurposeGroup) => string | undefined): VisitorIds | undefined {
  const picked = GROUPS.map(group => [group, pick(group)]).filter(([, id]) => id)
  return picked.length > 0 ? Object.fromEntries(picked) : undefined
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

/** 128 random bits in base64url. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22)
}

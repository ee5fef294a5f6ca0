import type { Lang } from '../src/base/lang.ts'
import type { ChoiceAnswer, ChoiceRequest, TagConfig } from '../src/consent/wire.ts'
import { sweep } from './erase.ts'
import { signalsNow } from './facts.ts'
import { guard } from './guard.ts'
import type { Hold } from './hold.ts'

export type Via = 'banner' | 'details'

/** What else is said with a choice. */
export type More = {
  /** Vendors refused by name though their purpose is granted. */
  readonly without?: readonly string[]
  /** Only these purposes were asked for: `granted` is what of them was agreed to, the rest stands. */
  readonly asked?: ChoiceRequest['asked']
  readonly ofAge?: boolean
  /** 16 digits of the hash of the words shown, where they are not the first layer's. */
  readonly words?: string
}

/**
 * Makes a choice count: a no on this device at once, a yes only once the server has recorded it.
 * False when a grant could not be recorded and so does not count.
 */
export type Choose = (granted: readonly string[], via: Via, more?: More) => Promise<boolean>

/** What the server has yet to be told with a refusal. */
type Owed = { readonly [K in 'previous' | 'visitors']?: ChoiceRequest[K] | undefined }

/**
 * Tells the server of a refusal that it did not hear when it was made. `changed` is called whenever
 * what is permitted may have changed.
 */
export function openChooser(
  { rules, asks, words, tag }: TagConfig,
  hold: Hold,
  lang: Lang,
  origin: string,
  changed: (settled: boolean) => void,
): Choose {
  const send = async (request: Owed & More & { granted: readonly string[]; via: Via }) => {
    const body = { lang, words: words[lang].sha256, tag, signals: signalsNow(), ...request }
    const receipt = await post(`${origin}/v1/choices`, body)
    if (receipt) hold.keepChoice(receipt)
    return Boolean(receipt)
  }
  const apply = (settled: boolean) => {
    sweep(rules, hold, true)
    changed(settled)
  }
  const owedNow = (granted: readonly string[]): Owed => {
    const { text, waiting } = hold.standing()
    // What has no value is left out of the JSON.
    return waiting ? owedIn(text) : { previous: text || undefined, visitors: hold.carried(granted) }
  }

  const { text, waiting } = hold.standing()
  if (waiting) void send({ ...owedIn(text), granted: [], via: 'banner' })
  return async (granted, via, more = {}) => {
    const { asked, without = [] } = more
    const stands = asks.map(({ purpose }) => purpose).filter(hold.allows)
    // Whoever is refused by name may still wait to be told of what was kept before.
    const staying = asked ? [...granted, ...stands] : granted
    const owed = owedNow(without.length > 0 ? [] : staying)
    const out = hold.facts()?.without
    const refusal = !asked && granted.length === 0
    const narrower =
      (!asked && stands.some(purpose => !granted.includes(purpose))) ||
      without.some(vendor => out?.includes(vendor) === false)
    // A no counts before anyone has answered: from here on nothing is permitted.
    if (refusal || narrower) hold.keepChoice(`~${btoa(JSON.stringify(owed))}`)
    if (refusal) apply(false)
    const heard = await send({ ...owed, granted, via, ...more })
    apply(true)
    return heard || refusal
  }
}

/** The receipt that answers a choice; undefined when the server did not take it. */
async function post(url: string, choice: unknown): Promise<string | undefined> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(choice),
      keepalive: true,
    })
    const { receipt }: Partial<ChoiceAnswer> = await answer.json()
    return receipt
  } catch {
    return undefined
  }
}

function owedIn(text: string): Owed {
  return guard((): Owed => JSON.parse(atob(text.slice(1)))) ?? {}
}

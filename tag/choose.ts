import type { ChoiceAnswer, ChoiceRequest } from '../src/consent/wire.ts'
import type { Core } from './core.ts'
import { signalsNow } from './facts.ts'
import { guard } from './guard.ts'
import { openLeave } from './leave.ts'
import { eraseRare } from './rare.ts'

export type Via = 'banner' | 'details'

/** What else is said with a choice. */
export type Extra = {
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
export type Choose = (granted: readonly string[], via: Via, extra?: Extra) => Promise<boolean>

/** What the server has yet to be told with a refusal. */
export type Owed = { readonly [K in 'previous' | 'visitors']?: ChoiceRequest[K] | undefined }

/** How choices are made to count. */
export type Chooser = {
  readonly choose: Choose
  /** Tells the server of a refusal that holds here and that it has not heard; once at a time. */
  readonly tell: () => Promise<boolean>
  readonly ran: (vendor: string) => void
}

/** Tells the server of choices; first of a refusal that it did not hear when it was made. */
export function openChooser(core: Core): Chooser {
  const { config, hold, lang, origin } = core
  const { asks, words, tag } = config
  const { ran, leave, reload } = openLeave(core)
  let turn = 0
  const send = async (request: Owed & Extra & { granted: readonly string[]; via: Via }) => {
    const body = { lang, words: words[lang].sha256, tag, signals: signalsNow(), ...request }
    const mine = ++turn
    const receipt = await post(`${origin}/v1/choices`, body)
    // What was said last stands, whatever was answered last.
    if (receipt && mine === turn) hold.keepChoice(receipt)
    return Boolean(receipt)
  }
  const choose: Choose = async (granted, via, extra = {}) => {
    const { asked, without = [] } = extra
    const standing = hold.standing()
    const stands = asks.map(({ purpose }) => purpose).filter(hold.allows)
    // Whoever is refused by name may still wait to be told of what was kept before.
    const staying = without.length > 0 ? [] : asked ? [...granted, ...stands] : granted
    const owed = standing.unheard ? owedIn(standing.text) : owedNow(core, staying)
    const out = hold.facts()?.without
    const refusal = !asked && granted.length === 0
    const narrower =
      (!asked && stands.some(purpose => !granted.includes(purpose))) ||
      without.some(vendor => out?.includes(vendor) === false)
    // A no counts before anyone has answered: from here on nothing is permitted.
    if (refusal || narrower) hold.revoke()
    if (refusal && !standing.unheard) core.changed()
    if (refusal) eraseRare(core, reload)
    const heard = await send({ ...owed, granted, via, ...extra })
    core.changed()
    eraseRare(core, reload)
    leave()
    return heard || refusal
  }
  let telling: Promise<boolean> | undefined
  const tell = () => (telling ??= choose([], 'banner').finally(() => (telling = undefined)))
  if (hold.standing().unheard) void tell()
  return { choose, tell, ran }
}

/** What is told of what stands, with the ids of groups for which none of these purposes is. */
function owedNow({ config: { asks }, hold }: Core, staying: readonly string[]): Owed {
  const kept = new Set(
    asks.filter(({ purpose }) => staying.includes(purpose)).map(({ group }) => group),
  )
  const ids = Object.entries(hold.carried()).filter(
    ([group]) => ![...kept].some(one => one === group),
  )
  // What has no value is left out of the JSON.
  return {
    previous: hold.standing().text || undefined,
    visitors: ids.length > 0 ? Object.fromEntries(ids) : undefined,
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

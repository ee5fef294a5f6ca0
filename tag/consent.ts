import type { TagConfig } from '../src/consent/wire.ts'
import type { ConsentState, Lupaus } from './api.ts'
import type { Choose } from './choose.ts'
import { signalsNow } from './facts.ts'
import type { Hold } from './hold.ts'

/** Asks how old the visitor is, in an act of its own; true only for an answer that allows it. */
type AskAge = (purposes: readonly string[]) => Promise<boolean | undefined>

const VENDOR = 'vendor:'

/**
 * The choice as a page or a person's own tools may say it. A refusal always counts; a grant only
 * while the visitor is pressing something.
 */
export function consentOf(
  { rules, asks, ofAge }: TagConfig,
  hold: Hold,
  choose: Choose,
  askAge: AskAge,
): Lupaus['consent'] {
  const asked = asks.map(({ purpose }) => purpose)
  const refuse = (refused: string, what: string) => hold.gate.refuse({ refused, purpose: '', what })
  // Taken before a page can put another in its place.
  // eslint-disable-next-line typescript/unbound-method
  const eventNow = Object.getOwnPropertyDescriptor(window, 'event')?.get
  const isPressed = () =>
    navigator.userActivation?.isActive && eventNow?.call(window)?.isTrusted === true

  const set = async (choice: Readonly<Record<string, boolean>>): Promise<boolean> => {
    const { payload } = hold.standing()
    // What stands: purposes as they are, vendors as `vendor:…` unless refused by name.
    const before = [
      ...asked.filter(hold.allows),
      ...rules.vendors.map(({ id }) => VENDOR + id).filter(key => !isWithout(key)),
    ]
    function isWithout(key: string) {
      return !!payload?.x?.includes(key.slice(VENDOR.length))
    }
    const isKnown = (key: string) =>
      asked.includes(key) || rules.vendors.some(({ id }) => VENDOR + id === key)
    const after = new Set(before)
    let [all, some] = [true, false]
    for (const [key, wanted] of Object.entries(choice)) {
      const yes = Object.is(wanted, true)
      const why = !isKnown(key) ? 'not-promised' : yes && !after.has(key) && !isPressed()
      if (why) {
        refuse(why === true ? 'no-gesture' : why, key)
        all = false
      } else {
        after[yes ? 'add' : 'delete'](key)
        some = true
      }
    }
    if (!some) return false
    const young = ofAge.filter(key => after.has(key) && !before.includes(key))
    const isOld = young.length > 0 && (payload?.a === 1 || (await askAge(young)) === true)
    if (!isOld) for (const key of young) all = !after.delete(key)
    const without = rules.vendors.map(({ id }) => id).filter(id => !after.has(VENDOR + id))
    const granted = asked.filter(key => after.has(key))
    return (await choose(granted, 'details', { without, ...(isOld && { ofAge: true }) })) && all
  }
  return {
    set,
    withdraw: (keys = asked) => set(Object.fromEntries(keys.map(key => [key, false]))),
    state: () => stateOf(rules.version, asked, hold),
  }
}

function stateOf(version: string, asked: readonly string[], hold: Hold): ConsentState {
  const { payload, waiting } = hold.standing()
  const stands = !!payload && payload.e * 1000 > Date.now()
  const isRefused = (key: string) =>
    !hold.allows(key) && (waiting || (stands && (payload.r?.includes(key) ?? true)))
  return {
    version,
    decided: stands || waiting,
    granted: asked.filter(hold.allows),
    refused: asked.filter(key => isRefused(key) || hold.objected(key)),
    without: hold.facts()?.without ?? [],
    until: stands ? new Date(payload.e * 1000).toISOString() : undefined,
    signals: signalsNow(),
  }
}

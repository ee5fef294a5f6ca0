import type { TagConfig } from '../src/consent/wire.ts'
import type { ConsentState, Lupaus } from './api.ts'
import type { More } from './embed-part.ts'
import { signalsNow } from './facts.ts'
import { now } from './guard.ts'
import type { Hold } from './hold.ts'

/**
 * The choice as a page or a person's own tools may say it. A refusal always counts, and at once; a
 * grant only while the visitor is pressing something.
 */
export function consentOf(
  { rules, asks }: TagConfig,
  hold: Hold,
  part: () => Promise<More>,
  refuse: () => Promise<boolean>,
): Lupaus['consent'] {
  const asked = asks.map(({ purpose }) => purpose)
  // Taken before a page can put another in its place.
  // eslint-disable-next-line typescript/unbound-method
  const eventNow = Object.getOwnPropertyDescriptor(window, 'event')?.get

  const set = (choice: Readonly<Record<string, boolean>>): Promise<boolean> => {
    const pressed = navigator.userActivation?.isActive && eventNow?.call(window)?.isTrusted === true
    const before = { payload: hold.standing().payload, allowed: asked.filter(hold.allows) }
    const isLess = before.allowed.some(key => choice[key] === false)
    if (isLess) hold.revoke()
    return part().then(
      more => more.set(choice, pressed, before),
      // Nothing of it can be had alone: whoever takes something back gets all of it back.
      () => isLess && refuse().then(() => false),
    )
  }
  return {
    set,
    withdraw: keys => (keys ? set(Object.fromEntries(keys.map(key => [key, false]))) : refuse()),
    state: () => stateOf(rules.version, asked, hold),
  }
}

function stateOf(version: string, asked: readonly string[], hold: Hold): ConsentState {
  const { payload, unheard } = hold.standing()
  const stands = !!payload && payload.e * 1000 > now()
  const isRefused = (key: string) =>
    !hold.allows(key) && (unheard || (stands && (payload.r?.includes(key) ?? true)))
  return {
    version,
    decided: stands || unheard,
    granted: asked.filter(hold.allows),
    refused: asked.filter(key => isRefused(key) || hold.objected(key)),
    without: hold.facts()?.without ?? [],
    until: stands ? new Date(payload.e * 1000).toISOString() : undefined,
    signals: signalsNow(),
  }
}

import type { TagConfig } from '../src/consent/wire.ts'
import type { Lupaus } from './api.ts'
import { decideVendor, type Rules } from '../src/policy/decide.ts'
import { type Banner, langNow, openBanner } from './banner.ts'
import { openChooser } from './choose.ts'
import { consentOf } from './consent.ts'
import type { Core } from './core.ts'
import { on, whenRead } from './dom.ts'
import { sweep } from './erase.ts'
import { placeOf } from './gate.ts'
import { guard } from './guard.ts'
import { type Hold, openHold } from './hold.ts'
import { openLeave } from './leave.ts'
import { openTracking } from './track.ts'

/** What pages may call where there is no policy: every call answers with nothing, and no harm. */
const INERT: Lupaus = Object(new Proxy(() => '', { get: () => INERT }))

guard(() => {
  if (window.lupaus) return
  window.lupaus = Object.freeze(window.lupausConfig ? start(window.lupausConfig) : INERT)
  const { lupaus, lupausQueue } = window
  const act = (wanted: unknown) => guard(() => typeof wanted === 'function' && wanted(lupaus))
  window.lupausQueue = { push: act }
  if (Array.isArray(lupausQueue)) lupausQueue.forEach(act)
})

function start(config: TagConfig): Lupaus {
  const { rules } = config
  const script = document.currentScript
  const place = placeOf(script)
  const quiet = !!script?.hasAttribute('data-lupaus-quiet')
  const lang = langNow()
  const hold = openHold(config, place)
  sweep(rules, hold, false)
  const leave = openLeave(rules, hold)
  const { add, seen, begin } = openTracking(config, hold)
  let banner: Banner | undefined

  const changed = (settled: boolean) => {
    leave.changed(settled)
    banner?.refresh()
    begin(core)
    document.dispatchEvent(new CustomEvent('lupaus:choice'))
    whenRead(embed)
  }
  const choose = openChooser(config, hold, lang, place.origin, changed)
  const core: Core = Object.freeze({
    ...{ ...place, config, hold, lang },
    ran: vendor => leave.ran(vendor),
    grant: async (granted, without) => (await banner?.grant(granted, without)) ?? false,
    track: (name, fields) => !add(name, fields),
  })
  const embed = once(async () => {
    if (!document.querySelector('[data-lupaus-embed],template[data-lupaus-purpose]')) return false
    const part: { start: (core: Core) => void } = await import(`${place.origin}/lupaus-embed.js`)
    return (part.start(core), true)
  })
  begin(core)
  whenRead(() => {
    guard(() => (banner = openBanner({ config, hold, choose, lang, origin: place.origin, quiet })))
    banner?.refresh()
    embed()
  })
  on('click', event => opened(event, banner))
  // Embeds that a page puts in later, as React does.
  document.addEventListener('lupaus:embed', embed)
  return {
    consent: Object.freeze(
      consentOf(config, hold, choose, async purposes => banner?.ofAge(purposes)),
    ),
    track: safe(false, (name, fields = {}) => {
      const refused = add(name, fields)
      if (refused) hold.gate.refuse(refused)
      return !refused
    }),
    allows: safe(false, what => isAllowed(what, rules, hold)),
    open: () => void banner?.open(),
    refuse: () => void choose([], 'banner'),
    store: safe(false, hold.store),
    read: safe(undefined, hold.read),
    seen,
    refusals: () => ({ ...hold.gate.counts }),
  }
}

/** Until it has come true once, each call tries; two never at a time. */
function once(act: () => Promise<boolean>): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    act().then(
      came => (isDone = came),
      () => (isDone = false),
    )
  }
}

function opened(event: Event, banner: Banner | undefined): void {
  const { target } = event
  if (!banner || !(target instanceof Element && target.closest('[data-lupaus-open]'))) return
  // A link to the privacy centre serves where scripts do not run.
  event.preventDefault()
  void banner.open()
}

/** A purpose, or `vendor:` and a vendor's id. */
function isAllowed(what: string, rules: Rules, hold: Hold): boolean {
  return what.startsWith('vendor:')
    ? !('refused' in decideVendor(rules, what.slice(7), hold.facts()))
    : hold.allows(what)
}

/** The same call, but nonsense from a page gets this answer instead of an exception. */
function safe<A extends unknown[], R>(answer: R, act: (...args: A) => R): (...args: A) => R {
  return (...args) => guard(() => act(...args)) ?? answer
}

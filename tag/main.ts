import type { TagConfig } from '../src/consent/wire.ts'
import { permittedOf, type Rules } from '../src/policy/decide.ts'
import { vendorHosts } from '../src/policy/gate.ts'
import type { Lupaus } from './api.ts'
import { type Banner, langNow, openBanner } from './banner.ts'
import { consentOf } from './consent.ts'
import type { Core } from './core.ts'
import { on, whenRead } from './dom.ts'
import type { More } from './embed-part.ts'
import { sweep } from './erase.ts'
import { placeOf, sayCsp } from './gate.ts'
import { guard } from './guard.ts'
import { type Hold, openHold } from './hold.ts'
import { openTracking, seenIn, type Tracking } from './track.ts'

/** Beside what the page was loaded under, which still holds for everything else. */
const NARROWER = "default-src 'self' %o %v data: blob: 'unsafe-inline'"

/** What is in stores that few sites use, and that a part of the tag looks after. */
const RARE = [
  async () => indexedDB.databases(),
  async () => caches.keys(),
  async () => navigator.serviceWorker.getRegistrations(),
]

guard(() => {
  const { lupausConfig, lupausQueue } = window
  if (window.lupaus || !lupausConfig) return
  const lupaus = (window.lupaus = Object.freeze(start(lupausConfig)))
  const act = (wanted: unknown) => guard(() => typeof wanted === 'function' && wanted(lupaus))
  window.lupausQueue = { push: act }
  if (Array.isArray(lupausQueue)) lupausQueue.forEach(act)
})

function start(config: TagConfig): Lupaus {
  const { rules } = config
  const place = placeOf(document.currentScript)
  const lang = langNow()
  const hold = openHold(config, place)
  const { add, begin } = openTracking(config, hold)
  const permitted = () => vendorHosts(rules, hold.facts())
  const hosts = permitted()
  let banner: Banner | undefined

  const changed = () => {
    const left = permitted()
    // What was not permitted when the page was loaded cannot be reached from it anyway.
    if (!hosts.every(host => left.includes(host))) sayCsp(config, place, hold.facts(), NARROWER)
    sweep(rules, hold, true)
    banner?.refresh()
    begin(core)
    document.dispatchEvent(new CustomEvent('lupaus:choice'))
  }
  const core: Core = Object.freeze({
    ...{ ...place, config, hold, lang, changed, hosts },
    stage: () => banner?.stage,
    track: (name, fields) => !add(name, fields),
  })
  const part = partOf(core)
  /** A no counts before anyone has answered. */
  const refuse = (): Promise<boolean> => {
    hold.revoke()
    changed()
    const told = part().then(({ tell }) => tell())
    // Told at the next load, where it cannot be now.
    return told.catch(() => true)
  }

  sweep(rules, hold, false)
  begin(core)
  whenRead(() => {
    guard(() => (banner = openBanner({ config, hold, lang, place, part, refuse })))
    banner?.refresh()
    watch(part, hold)
  })
  on('click', event => {
    const { target } = event
    if (!banner || !Object(target).closest?.('[data-lupaus-open]')) return
    // A link to the privacy centre serves where scripts do not run.
    event.preventDefault()
    void banner.open()
  })
  return {
    ...calls(rules, hold, add),
    consent: Object.freeze(consentOf(config, hold, part, refuse)),
    open: () => void banner?.open(),
    refuse: () => void refuse(),
  }
}

type Part = () => Promise<More>

/** The part that is fetched when it is first wanted; where it cannot be had, tried again the next time. */
function partOf(core: Core): Part {
  let more: Promise<More> | undefined
  return () =>
    (more ??= import(`${core.origin}/lupaus-embed.js`).then(
      ({ start: begun }: { start: (core: Core) => More }) => begun(core),
      error => {
        more = undefined
        throw error
      },
    ))
}

/** Fetches the part where the page, or what the device holds, wants it without anybody's press. */
function watch(part: Part, hold: Hold): void {
  const fetchPart = () => void part().catch(() => undefined)
  const embed = () => {
    const wanted = document.querySelector('[data-lupaus-embed],template[data-lupaus-purpose]')
    if (wanted || hold.standing().unheard) fetchPart()
  }
  // Where stores are closed to the page, Chromium answers some of these with an error of its own.
  for (const list of hold.gate.real.localStorage ? RARE : []) {
    void list().then(
      ({ length }) => length > 0 && fetchPart(),
      () => undefined,
    )
  }
  embed()
  // Content that a page puts in later, as React does.
  document.addEventListener('lupaus:embed', embed)
}

/** The calls that need nobody's press. */
function calls(
  rules: Rules,
  hold: Hold,
  add: Tracking['add'],
): Omit<Lupaus, 'consent' | 'open' | 'refuse'> {
  const acts = (what: string) =>
    rules.vendors.some(
      one => `vendor:${one.id}` === what && permittedOf(rules, one, hold.facts()).length > 0,
    )
  return {
    track: safe(false, (name, fields = {}) => {
      const refused = add(name, fields)
      if (refused) hold.gate.refuse(refused)
      return !refused
    }),
    allows: what => hold.allows(what) || acts(what),
    store: safe(false, hold.store),
    read: safe(undefined, hold.read),
    seen: () => seenIn(hold),
    refusals: () => ({ ...hold.gate.counts }),
  }
}

/** The same call, but nonsense from a page gets this answer instead of an exception. */
function safe<A extends unknown[], R>(answer: R, act: (...args: A) => R): (...args: A) => R {
  return (...args) => guard(() => act(...args)) ?? answer
}

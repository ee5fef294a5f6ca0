import type { TagConfig } from '../src/consent/wire.ts'
import type { Lupaus } from './api.ts'
import { type Banner, langNow, openBanner } from './banner.ts'
import { openChooser } from './choose.ts'
import { on, whenRead } from './dom.ts'
import { sweep } from './erase.ts'
import { guard } from './guard.ts'
import { openHold } from './hold.ts'
import { type Fields, openMeasure } from './measure.ts'
import { openPage } from './page.ts'
import { insertPartners } from './partner.ts'

const SEEN = 'lupaus_seen'
const SEEN_MAX = 12
const LINK = 'lupaus_link'

/** What pages may call where there is no policy: every call answers with nothing, and no harm. */
const INERT: Lupaus = Object(new Proxy({}, { get: () => () => '' }))

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
  const origin = originOf(script)
  const quiet = isQuiet(script)
  const lang = langNow()
  const hold = openHold(config)
  sweep(rules, hold, false)
  const measure = openMeasure(rules, hold, origin)
  let banner: Banner | undefined
  let partners = new Set<string>()

  const permitted = (tracker: string) =>
    rules.trackers.some(({ name, purpose }) => name === tracker && hold.allows(purpose))
  const seen = () => {
    const kept = permitted(SEEN) && hold.read(SEEN)
    return Array.isArray(kept) ? kept.map(String) : []
  }
  const track = (name: string, fields: Fields) => {
    const { product } = fields
    if (name === 'product_view' && product && permitted(SEEN)) {
      const others = seen().filter(other => other !== product)
      hold.store(SEEN, [product, ...others].slice(0, SEEN_MAX))
    }
    // Some sites hide from their own pages which of them led here.
    if (name === 'link_click' && permitted(LINK)) hold.store(LINK, location.pathname)
    return measure.add(name, fields)
  }
  const link = permitted(LINK) ? hold.read(LINK) : ''
  const from = document.referrer || (typeof link === 'string' ? link : '')
  const view = openPage(measure, (name, fields) => !track(name, fields), from)
  const changed = (settled: boolean) => {
    banner?.refresh()
    view()
    document.dispatchEvent(new CustomEvent('lupaus:choice'))
    // A partner's script that runs cannot be stopped but by leaving the page it runs in.
    if (settled && [...partners].some(purpose => !hold.allows(purpose))) location.reload()
  }
  const choose = openChooser(config, hold, lang, origin, changed)
  whenRead(() => {
    guard(() => (partners = insertPartners(rules, hold)))
    guard(() => (banner = openBanner({ config, hold, choose, lang, origin, quiet })))
    banner?.refresh()
  })
  on('click', event => opened(event, banner))
  return {
    track: safe(false, (name, fields = {}) => {
      const refused = track(name, fields)
      if (refused) hold.gate.refuse(refused)
      return !refused
    }),
    allows: hold.allows,
    open: () => void banner?.open(),
    refuse: () => void choose([], 'banner'),
    store: safe(false, hold.store),
    read: safe(undefined, hold.read),
    seen,
    refusals: () => ({ ...hold.gate.counts }),
  }
}

/** A page that is itself about the choice does not ask on top of it. */
function isQuiet(script: Element | null): boolean {
  return !!script?.hasAttribute('data-lupaus-quiet')
}

/** Where the tag came from is where it answers to. */
function originOf(script: Element | null): string {
  return script instanceof HTMLScriptElement ? new URL(script.src).origin : location.origin
}

function opened(event: Event, banner: Banner | undefined): void {
  const { target } = event
  if (!banner || !(target instanceof Element && target.closest('[data-lupaus-open]'))) return
  // A link to the privacy centre serves where scripts do not run.
  event.preventDefault()
  void banner.open()
}

/** The same call, but nonsense from a page gets this answer instead of an exception. */
function safe<A extends unknown[], R>(answer: R, act: (...args: A) => R): (...args: A) => R {
  return (...args) => guard(() => act(...args)) ?? answer
}

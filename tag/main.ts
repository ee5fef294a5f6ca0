import type { TagConfig } from '../src/consent/wire.ts'
import type { Rules } from '../src/policy/decide.ts'
import type { Lupaus } from './api.ts'
import { type Banner, langNow, openBanner } from './banner.ts'
import { openChooser } from './choose.ts'
import { whenRead } from './dom.ts'
import { sweep } from './erase.ts'
import { guard } from './gate.ts'
import { openHold } from './hold.ts'
import { type Fields, openMeasure } from './measure.ts'
import { openPage } from './page.ts'
import { insertPartners } from './partner.ts'

const SEEN = 'lupaus_seen'
const SEEN_MAX = 12

/** What pages may call where there is no policy: everything is refused. */
const INERT: Lupaus = {
  track: () => false,
  allows: () => false,
  open() {},
  refuse() {},
  store: () => false,
  read() {},
  seen: () => [],
  refusals: () => ({}),
}

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
  const origin = script instanceof HTMLScriptElement ? new URL(script.src).origin : location.origin
  const lang = langNow()
  const hold = openHold(config)
  const measure = openMeasure(rules, hold, origin)
  let banner: Banner | undefined
  let partners = new Set<string>()

  const seen = () => {
    const kept = hold.allows(purposeOf(rules, SEEN)) ? hold.read(SEEN) : []
    return Array.isArray(kept) ? kept.map(String) : []
  }
  const track = (name: string, fields: Fields) => {
    const { product } = fields
    if (name === 'product_view' && product && hold.allows(purposeOf(rules, SEEN))) {
      const others = seen().filter(other => other !== product)
      hold.store(SEEN, [product, ...others].slice(0, SEEN_MAX))
    }
    return measure.add(name, fields)
  }
  const page = openPage(measure, (name, fields) => !track(name, fields))
  const changed = (settled: boolean) => {
    banner?.refresh()
    page.view()
    document.dispatchEvent(new CustomEvent('lupaus:choice'))
    // A partner's script that runs cannot be stopped but by leaving the page it runs in.
    if (settled && [...partners].some(purpose => !hold.allows(purpose))) location.reload()
  }
  const chooser = openChooser(config, hold, lang, origin, changed)
  sweep(rules, hold, false)
  chooser.tellWaiting()
  whenRead(() => {
    guard(() => (partners = insertPartners(rules, hold)))
    guard(() => (banner = openBanner(config, hold, chooser, lang, origin)))
    banner?.refresh()
  })
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-lupaus-open]')) banner?.open()
  })
  return {
    track(name, fields = {}) {
      const refused = track(name, fields)
      if (refused) hold.gate.refuse(refused)
      return !refused
    },
    allows: hold.allows,
    open: () => banner?.open(),
    refuse: () => void chooser.choose([], 'banner'),
    store: hold.store,
    read: hold.read,
    seen,
    refusals: () => ({ ...hold.gate.counts }),
  }
}

function purposeOf({ trackers }: Rules, name: string): string {
  return trackers.find(tracker => tracker.name === name)?.purpose ?? ''
}

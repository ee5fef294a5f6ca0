import type { DetailsAnswer } from '../src/consent/wire.ts'
import { decideVendor } from '../src/policy/decide.ts'
import type { Core } from './core.ts'
import { el } from './dom.ts'
import { type Layers, layerOf } from './layers.ts'
import { leadHome } from './links.ts'

/** One place for a vendor's content: `draw` shows what may be shown there now. */
type Place = { readonly draw: () => void }

/**
 * Shows in each `data-lupaus-embed` what may be shown: a vendor's content in a frame of its own, or
 * what would happen, in words, with one button. The link inside stays for whoever wants neither.
 */
export function openEmbeds(core: Core, pick: Layers['pick']): void {
  const known = new Map<Element, Place>()
  const words = new Map<string, Promise<DetailsAnswer>>()
  const wordsOf = (vendor: string) => {
    const query = `?ask=embed&vendor=${encodeURIComponent(vendor)}`
    const held = words.get(vendor) ?? layerOf(`${core.origin}/v1/details/${core.lang}${query}`)
    words.set(vendor, held)
    return held
  }
  const find = () => {
    for (const host of document.querySelectorAll<HTMLElement>('[data-lupaus-embed]')) {
      if (known.has(host) || host.shadowRoot) continue
      const vendor = host.dataset['lupausEmbed'] ?? ''
      const place: Place = { draw: () => undefined }
      known.set(host, place)
      // Where the words cannot be had, the link stays alone.
      void wordsOf(vendor).then(
        answer => Object.assign(place, openPlace(core, host, vendor, answer, pick)).draw(),
        () => core.hold.gate.refuse({ refused: 'vendor-not-declared', purpose: '', what: vendor }),
      )
    }
  }
  find()
  document.addEventListener('lupaus:embed', find)
  document.addEventListener('lupaus:choice', () => {
    for (const { draw } of known.values()) draw()
    find()
  })
}

function openPlace(
  core: Core,
  host: HTMLElement,
  vendor: string,
  answer: DetailsAnswer,
  pick: Layers['pick'],
): Place {
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(answer.look)
  root.adoptedStyleSheets = [sheet]
  let frame: HTMLElement | undefined
  const { ground, later } = placeholder(host, answer)
  leadHome(ground, core.origin)
  const draw = () => {
    const may = !('refused' in decideVendor(core.config.rules, vendor, core.hold.facts()))
    if (may === Boolean(frame) && root.hasChildNodes()) return
    // What stands below does not move.
    if (root.hasChildNodes()) host.style.minHeight = `${host.offsetHeight}px`
    const inside = root.activeElement
    frame = may ? frameOf(core, host, vendor) : undefined
    root.replaceChildren(frame ?? ground)
    if (inside) frame?.focus()
  }
  root.addEventListener('click', event => {
    const { target, isTrusted } = event
    if (!(target instanceof HTMLButtonElement) || !isTrusted) return
    if (target.name === 'reload') location.reload()
    if (target.name !== 'show' || !(navigator.userActivation?.isActive ?? true)) return
    target.disabled = true
    void ask(core, vendor, pick).then(() => (target.disabled = false))
  })
  // A page that was loaded without the frame's address in its policy cannot show it any more.
  document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
    if (!frame || effectiveDirective !== 'frame-src' || !blockedURI.includes('/v1/frame')) return
    later()
    root.replaceChildren(ground)
  })
  return { draw }
}

/** The words with their one button over a picture of the site's own, or a plain ground. */
function placeholder(host: HTMLElement, { content }: DetailsAnswer) {
  const { title = '', picture = '' } = host.dataset
  const isOwn = picture !== '' && new URL(picture, location.href).origin === location.origin
  const said = title && el('strong', {}, title)
  const card = el(
    'div',
    { class: 'card', role: 'group', 'aria-label': title },
    said,
    ...content,
    el('slot', {}),
  )
  const image = isOwn ? [el('img', { src: picture, alt: '', loading: 'lazy' })] : []
  return {
    ground: el('div', { class: 'ground' }, ...image, card),
    later: () => {
      card.querySelector<HTMLElement>('[name=show]')?.remove()
      card.querySelector('[role=status]')?.removeAttribute('hidden')
    },
  }
}

/** Our own page that holds the vendor's frame, with a policy of that vendor's hosts alone. */
function frameOf({ origin, lang }: Core, host: HTMLElement, vendor: string): HTMLElement {
  const { src = '', title = vendor } = host.dataset
  const query = new URLSearchParams({ vendor, src, title, lang })
  return el('iframe', {
    ...{ src: `${origin}/v1/frame?${query}`, title },
    allow: 'fullscreen; encrypted-media; picture-in-picture',
  })
}

/** A real choice: this vendor's purpose, and of its other vendors only those that may act already. */
function ask(
  { config: { rules, asks }, hold }: Core,
  vendor: string,
  pick: Layers['pick'],
): Promise<boolean> {
  const served = rules.vendors.find(({ id }) => id === vendor)?.purposes ?? []
  const [wanted] = asks.filter(({ purpose }) => served.includes(purpose))
  const granted = asks
    .map(({ purpose }) => purpose)
    .filter(purpose => purpose === wanted?.purpose || hold.allows(purpose))
  const without = rules.vendors.filter(
    ({ id, purposes }) =>
      id !== vendor &&
      purposes.some(purpose => granted.includes(purpose)) &&
      'refused' in decideVendor(rules, id, hold.facts()),
  )
  return pick(granted, 'details', { without: without.map(({ id }) => id) })
}

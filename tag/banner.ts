import { LANGS, type Lang } from '../src/base/lang.ts'
import type { BannerDetails, TagConfig } from '../src/consent/wire.ts'
import type { Chooser, Via } from './choose.ts'
import { drawDetails } from './details.ts'
import { el } from './dom.ts'
import type { Hold } from './hold.ts'

/** The region that asks, and the small permanent way back to it. */
export type Banner = {
  /** Shows the first layer unless the visitor has answered; draws the small link anew. */
  refresh(): void
  open(): Promise<void>
}

const NOT_SAVED = {
  fi: 'Valinta ei tallentunut. Yritä hetken kuluttua uudelleen.',
  sv: 'Valet sparades inte. Försök igen om en stund.',
  en: 'Your choice was not saved. Please try again in a moment.',
}

/** The language of the page, else of the browser, else Finnish. */
export function langNow(): Lang {
  const wanted = [document.documentElement.lang, ...navigator.languages]
  const known = wanted.map(want => LANGS.find(lang => lang === want.slice(0, 2).toLowerCase()))
  return known.find(lang => lang) ?? 'fi'
}

/** Whether what was said so far leaves something to ask; docs/reference/tag.md has the rules. */
function mustAsk({ asks }: TagConfig, hold: Hold): boolean {
  const { payload, waiting } = hold.standing()
  if (waiting) return false
  return payload && payload.e * 1000 > Date.now()
    ? asks.some(({ purpose }) => purpose in payload.g && !hold.allows(purpose))
    : !asks.every(({ purpose }) => hold.objected(purpose))
}

/** What the banner speaks with and acts through. */
type BannerParts = {
  readonly config: TagConfig
  readonly hold: Hold
  readonly chooser: Chooser
  readonly lang: Lang
  readonly origin: string
}

/** Puts banner and link before everything else on the page. */
export function openBanner(parts: BannerParts): Banner {
  const { config, hold, chooser, lang } = parts
  const words = config.words[lang]
  const { root, card, chip } = frame(words.open, lang)
  const notSaved = el('p', { role: 'alert' }, NOT_SAVED[lang])
  let busy = false

  const draw = () => {
    chip.hidden = mustAsk(config, hold)
    less.hidden = !config.asks.some(({ purpose }) => hold.allows(purpose))
    settings.ariaExpanded = String(!card.hidden)
    // What the keyboard reaches behind the card scrolls out from under it.
    document.documentElement.style.scrollPaddingBottom = card.hidden ? '' : `${card.offsetHeight}px`
  }
  const show: Face['show'] = content => {
    card.replaceChildren(...content)
    card.hidden = false
    card.scrollTop = 0
    draw()
  }
  const close = () => {
    const inside = root.activeElement
    card.hidden = true
    draw()
    if (inside) settings.focus()
  }
  const choose: Face['choose'] = async (granted, via) => {
    busy = true
    const work = chooser.choose(granted, via)
    if (granted.length === 0) close()
    const stands = await work
    busy = false
    if (stands) close()
    else card.prepend(notSaved)
  }
  const button: Face['button'] = (look, text, grants, act) => {
    const made = el('button', { type: 'button', class: look }, text)
    made.addEventListener('click', ({ isTrusted }) => {
      const given = isTrusted && (navigator.userActivation?.isActive ?? true)
      if (!busy && (given || !grants)) act()
    })
    return made
  }
  const { first, second } = layers(parts, { card, show, choose, button })
  const settings = button('', words.open, false, () => (card.hidden ? second() : close()))
  const less = button('', words.refuse, false, () => choose([], 'banner'))
  chip.append(settings, less)
  // Leaving is no answer: what stood before still stands, and an open question stays open.
  root.addEventListener('keydown', event => {
    if (event instanceof KeyboardEvent && event.key === 'Escape' && !mustAsk(config, hold)) close()
  })
  return {
    open: second,
    refresh: () => (card.hidden && mustAsk(config, hold) ? first() : draw()),
  }
}

type Face = {
  readonly card: HTMLElement
  readonly show: (content: readonly Node[]) => void
  readonly choose: (granted: readonly string[], via: Via) => Promise<void>
  /** Makes a button; one that grants counts only when a person pressed it, not a script. */
  readonly button: (look: string, text: string, grants: boolean, act: () => unknown) => HTMLElement
}

/** Both layers; accept and refuse are one kind of button, so that neither can outshine the other. */
function layers(
  { config, hold, lang, origin }: BannerParts,
  { card, show, choose, button }: Face,
): { first(this: void): void; second(this: void): Promise<void> } {
  const words = config.words[lang]
  const purposes = config.asks.map(ask => ask.purpose)
  const refuse = (via: Via) => button('main', words.refuse, false, () => choose([], via))
  const first = () =>
    show([
      el('h2', { id: 't' }, words.title),
      el('p', {}, words.body),
      ...(purposes.some(hold.objected) ? [el('p', {}, words.signalNote)] : []),
      el('a', { href: origin + words.noticeHref }, words.notice),
      el(
        'div',
        { class: 'row' },
        refuse('banner'),
        button('main', words.accept, true, () => choose(purposes, 'banner')),
        button('more', words.choose, false, second),
      ),
    ])
  const second = async () => {
    try {
      const answer = await fetch(`${origin}/v1/details/${lang}`)
      const details: BannerDetails = await answer.json()
      const { content, chosen } = drawDetails(details, hold)
      const back = button('back', `‹ ${details.back}`, false, () => (first(), card.focus()))
      const save = button('main', details.save, true, () => choose(chosen(), 'details'))
      show([back, ...content, el('div', { class: 'row foot' }, refuse('details'), save)])
    } catch {
      first()
    }
    card.focus()
  }
  return { first, second }
}

/** Where banner and link stand: a shadow tree, so that neither style disturbs the other. */
function frame(label: string, lang: Lang) {
  const host = el('div', { 'data-nosnippet': '', lang })
  const root = host.attachShadow({ mode: 'open' })
  // A sheet made by script passes a policy that forbids inline style.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(LOOK)
  root.adoptedStyleSheets = [sheet]
  const card = el('section', { 'aria-labelledby': 't', tabindex: '-1' })
  const chip = el('div', { class: 'chip', role: 'region', 'aria-label': label })
  card.hidden = true
  root.append(card, chip)
  document.body.prepend(host)
  return { root, card, chip }
}

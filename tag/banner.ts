import { LANGS, type Lang } from '../src/base/lang.ts'
import type { BannerDetails, TagConfig } from '../src/consent/wire.ts'
import type { Chooser } from './choose.ts'
import { drawDetails } from './details.ts'
import { el } from './dom.ts'
import { signalsNow } from './facts.ts'
import type { Hold } from './hold.ts'

/** The region that asks, and the small permanent way back to it. */
export type Banner = {
  /** Shows the first layer unless the visitor has answered; draws the small link anew. */
  refresh(): void
  open(): void
}

const NOT_SAVED = {
  fi: 'Valintaa ei voitu tallentaa, joten se ei ole voimassa. Yritä hetken kuluttua uudelleen.',
  sv: 'Valet kunde inte sparas och gäller därför inte. Försök igen om en stund.',
  en: 'Your choice could not be saved, so it does not apply. Please try again in a moment.',
}

/** The language of the page, else of the browser, else Finnish. */
export function langNow(): Lang {
  const wanted = [document.documentElement.lang, ...navigator.languages]
  for (const want of wanted) {
    const lang = LANGS.find(ours => ours === want.slice(0, 2).toLowerCase())
    if (lang) return lang
  }
  return 'fi'
}

/** Whether what the visitor has said so far leaves something to ask; the reference page has the rules. */
export function mustAsk({ rules, asks }: TagConfig, hold: Hold): boolean {
  const { payload, waiting } = hold.standing()
  const facts = hold.facts()
  if (waiting || asks.length === 0) return false
  const on = signalsNow()
  if (!payload || !facts || facts.now >= facts.until) {
    return !asks.every(({ purpose }) =>
      rules.purposes[purpose]?.refusedBy.some(signal => on.includes(signal)),
    )
  }
  return asks.some(({ purpose }) => purpose in payload.g && !hold.allows(purpose))
}

/** Puts banner and link before everything else on the page. */
export function openBanner(
  config: TagConfig,
  hold: Hold,
  chooser: Chooser,
  lang: Lang,
  origin: string,
): Banner {
  const words = config.words[lang]
  const purposes = config.asks.map(ask => ask.purpose)
  const host = el('div', { 'data-nosnippet': '' })
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(LOOK)
  root.adoptedStyleSheets = [sheet]
  const card = el('section', { class: 'card', 'aria-labelledby': 't', lang, tabindex: '-1' })
  const settings = el('button', { type: 'button' }, words.open)
  const less = el('button', { type: 'button' }, words.refuse)
  const chip = el(
    'div',
    { class: 'chip', role: 'region', 'aria-label': words.open, lang },
    settings,
    less,
  )
  card.hidden = true
  root.append(card, chip)
  document.body.prepend(host)

  const close = () => {
    card.hidden = true
    document.documentElement.style.scrollPaddingBottom = ''
    draw()
  }
  const draw = () => {
    const asking = mustAsk(config, hold)
    chip.hidden = asking || purposes.length === 0
    less.hidden = !purposes.some(purpose => hold.allows(purpose))
    settings.setAttribute('aria-expanded', String(!card.hidden))
  }
  const show = (wide: boolean, ...content: Node[]) => {
    card.classList.toggle('wide', wide)
    card.replaceChildren(...content)
    card.hidden = false
    card.scrollTop = 0
    // What the keyboard reaches behind the card scrolls out from under it.
    document.documentElement.style.scrollPaddingBottom = `${card.offsetHeight + 24}px`
    draw()
  }
  const choose = async (granted: readonly string[], via: 'banner' | 'details') => {
    const inside = card.contains(root.activeElement) || root.activeElement === less
    card.ariaBusy = 'true'
    const work = chooser.choose(granted, via)
    if (granted.length === 0) close()
    const stands = await work
    card.ariaBusy = 'false'
    if (!stands) return card.prepend(el('p', { class: 'note', role: 'alert' }, NOT_SAVED[lang]))
    close()
    if (inside) settings.focus()
  }
  /** A grant counts only when a person gave it, not a script that clicks. */
  const button = (look: string, text: string, act: () => void, grants: boolean) => {
    const made = el('button', { type: 'button', class: look }, text)
    made.onclick = event => {
      if (card.ariaBusy === 'true') return
      if (!grants || (event.isTrusted && navigator.userActivation?.isActive !== false)) act()
    }
    return made
  }
  const refuse = (via: 'banner' | 'details') =>
    button('main', words.refuse, () => void choose([], via), false)

  const first = () => {
    const noted = signalsNow().some(signal =>
      purposes.some(purpose => config.rules.purposes[purpose]?.refusedBy.includes(signal)),
    )
    show(
      false,
      el('h2', { id: 't' }, words.title),
      el('p', {}, words.body),
      ...(noted ? [el('p', { class: 'note' }, words.signalNote)] : []),
      el('a', { href: origin + words.noticeHref }, words.notice),
      el(
        'div',
        { class: 'row' },
        refuse('banner'),
        button('main', words.accept, () => void choose(purposes, 'banner'), true),
        button('more', words.choose, () => void second(), false),
      ),
    )
  }
  const second = async () => {
    try {
      const answer = await fetch(`${origin}/v1/details/${lang}`)
      const details: BannerDetails = await answer.json()
      const { content, chosen } = drawDetails(details, hold)
      const back = button('back', `‹ ${details.back}`, () => (first(), card.focus()), false)
      const save = button('main', details.save, () => void choose(chosen(), 'details'), true)
      show(true, back, ...content, el('div', { class: 'row sticky' }, refuse('details'), save))
    } catch {
      first()
    }
    card.focus()
  }

  settings.onclick = () => (card.hidden ? void second() : close())
  less.onclick = () => void choose([], 'banner')
  // Leaving is no answer: what stood before still stands, and an open question stays open.
  root.addEventListener('keydown', event => {
    if (event instanceof KeyboardEvent && event.key === 'Escape' && !mustAsk(config, hold)) {
      close()
      settings.focus()
    }
  })
  return {
    open: () => void second(),
    refresh() {
      if (card.hidden && mustAsk(config, hold)) first()
      draw()
    },
  }
}

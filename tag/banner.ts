import { LANGS, type Lang } from '../src/base/lang.ts'
import type { DetailsAnswer, Markup, TagConfig } from '../src/consent/wire.ts'
import type { Choose, Via } from './choose.ts'
import { drawn, el } from './dom.ts'
import type { Hold } from './hold.ts'

/** The region that asks, and the small permanent way back to it. */
export type Banner = {
  /** Shows the first layer unless the visitor has answered; draws the small link anew. */
  refresh(): void
  open(): Promise<void>
}

const NOT_SAVED = {
  fi: 'Valinta ei tallentunut. Yritä uudelleen.',
  sv: 'Valet sparades inte. Försök igen.',
  en: 'Your choice was not saved. Please try again.',
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
  readonly choose: Choose
  readonly lang: Lang
  readonly origin: string
  /** Asks only when it is opened: the page itself is about the choice. */
  readonly quiet: boolean
}

/** Puts banner and link before everything else on the page. */
export function openBanner({ config, hold, choose, lang, origin, quiet }: BannerParts): Banner {
  const words = config.words[lang]
  const purposes = config.asks.map(ask => ask.purpose)
  const press = (name: string) => busy || acts[name]?.()
  const parts = frame(words, lang, press)
  const { card, style } = parts
  const { draw, show, close } = openCard(config, hold, parts)
  let busy = false

  const pick = async (granted: readonly string[], via: Via) => {
    busy = true
    const work = choose(granted, via)
    if (granted.length === 0) close()
    const stands = await work
    busy = false
    if (stands) close()
    else card.prepend(el('p', { role: 'alert' }, NOT_SAVED[lang]))
  }
  const first = () =>
    show(firstLayer(words, purposes.some(hold.objected), `${origin}/privacy/${lang}`))
  const second = async () => {
    try {
      const { look, content } = await detailsFrom(`${origin}/v1/details/${lang}`)
      style(look)
      show(content)
      for (const box of card.querySelectorAll('input')) box.checked = hold.allows(box.id)
    } catch {
      first()
    }
    card.focus()
  }
  const acts: Acts = {
    open: () => (card.hidden ? second() : close()),
    choose: second,
    back: () => (first(), card.focus()),
    // Leaving is no answer: what stood before still stands, and an open question stays open.
    Escape: () => mustAsk(config, hold) || close(),
    refuse: () => pick([], 'banner'),
    none: () => pick([], 'details'),
    accept: () => pick(purposes, 'banner'),
    save: () => pick(switchedOn(card), 'details'),
  }
  return {
    open: second,
    refresh: () => (!quiet && card.hidden && mustAsk(config, hold) ? first() : draw()),
  }
}

/** Draws the link and shows, fills and closes the card. */
function openCard(
  config: TagConfig,
  hold: Hold,
  { root, card, chip, settings, less }: ReturnType<typeof frame>,
) {
  const draw = () => {
    chip.hidden = mustAsk(config, hold)
    less.hidden = !config.asks.some(({ purpose }) => hold.allows(purpose))
    settings.ariaExpanded = String(!card.hidden)
    // What the keyboard reaches behind the card scrolls out from under it.
    document.documentElement.style.scrollPaddingBottom = card.hidden ? '' : `${card.offsetHeight}px`
  }
  return {
    draw,
    show: (content: readonly Markup[]) => {
      card.replaceChildren(...content.map(drawn))
      card.hidden = false
      card.scrollTop = 0
      draw()
    },
    close: () => {
      const inside = root.activeElement
      card.hidden = true
      draw()
      if (inside) settings.focus()
    },
  }
}

async function detailsFrom(url: string): Promise<DetailsAnswer> {
  const answer = await fetch(url)
  return answer.json()
}

function switchedOn(card: Element): string[] {
  return [...card.querySelectorAll('input')].filter(box => box.checked).map(box => box.id)
}

type FirstWords = TagConfig['words'][Lang]

/** What the buttons do, by their names. */
type Acts = Readonly<Record<string, () => unknown>>

/** Accept and refuse are one kind of button, so that neither can outshine the other. */
function firstLayer(words: FirstWords, objected: boolean, notice: string): Markup[] {
  return [
    ['h2', { id: 't' }, words.title],
    ['p', {}, words.body],
    ...(objected ? [['p', {}, words.signalNote] as const] : []),
    ['a', { href: notice }, words.notice],
    [
      'div',
      { class: 'row' },
      button('refuse', words.refuse, 'main'),
      button('accept', words.accept, 'main'),
      button('choose', words.choose, 'more'),
    ],
  ]
}

function button(name: string, text: string, look = '') {
  return ['button', { type: 'button', name, class: look }, text] as const
}

/** Where banner and link stand: a shadow tree, so that neither style disturbs the other. */
function frame(words: FirstWords, lang: Lang, press: (name: string) => unknown) {
  const host = el('div', { 'data-nosnippet': '', lang })
  const root = host.attachShadow({ mode: 'open' })
  // A sheet made by script passes a policy that forbids inline style.
  const sheet = new CSSStyleSheet()
  const style = (look: string) => sheet.replaceSync(LOOK + look)
  style('')
  root.adoptedStyleSheets = [sheet]
  root.addEventListener('click', ({ target, isTrusted }) => {
    const { name = '' } = target instanceof HTMLButtonElement ? target : {}
    // A grant counts only when a person pressed, not a script.
    const given = isTrusted && (navigator.userActivation?.isActive ?? true)
    if (given || !/accept|save/.test(name)) press(name)
  })
  const card = el('section', { 'aria-labelledby': 't', tabindex: '-1', hidden: '' })
  const chip = el('div', { class: 'chip', role: 'region', 'aria-label': words.open })
  const settings = el(...button('open', words.open))
  const less = el(...button('refuse', words.refuse))
  chip.append(settings, less)
  root.append(card, chip)
  host.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') press(key)
  })
  document.body.prepend(host)
  return { root, card, chip, settings, less, style }
}

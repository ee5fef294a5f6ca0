import { LANGS, type Lang } from '../src/base/lang.ts'
import type { ChoiceRequest, Markup, TagConfig } from '../src/consent/wire.ts'
import { drawn, el } from './dom.ts'
import type { More } from './embed-part.ts'
import type { Place } from './gate.ts'
import { now } from './guard.ts'
import type { Hold } from './hold.ts'

/** The region that asks, and the small permanent way back to it. */
export type Banner = {
  /** Asks what is open, unless the visitor has answered; draws the small link anew. */
  readonly refresh: () => void
  /** Shows the second layer, or the first when that cannot be fetched. */
  readonly open: () => Promise<void>
  readonly stage: Stage
}

/** What buttons do, by their names; `left` when something else is shown in their place. */
export type Acts = Readonly<Record<string, () => unknown>>

/** What the buttons do now, and what they do where no layer says otherwise. */
type Desk = { acts: Acts; base: Acts }

/** What the banner speaks with and acts through. */
type BannerParts = {
  readonly config: TagConfig
  readonly hold: Hold
  readonly lang: Lang
  readonly place: Place
  /** All that is only wanted once something was pressed. */
  readonly part: () => Promise<More>
  readonly refuse: () => unknown
}

/** Where layers that the server draws are shown; they come with a script of their own. */
export type Stage = {
  readonly card: HTMLElement
  readonly show: (content: readonly Markup[], acts: Acts, look?: string) => void
  readonly first: () => void
  readonly close: () => void
}

/** The language of the page, else of the browser, else Finnish. */
export function langNow(): Lang {
  const wanted = [document.documentElement.lang, ...navigator.languages]
  const known = wanted.map(want => LANGS.find(lang => lang === want.slice(0, 2).toLowerCase()))
  return known.find(lang => lang) ?? 'fi'
}

/**
 * What what was said so far leaves open; docs/reference/tag.md has the rules. `since` is the version
 * of the choice that stands: then only these purposes are asked for. Undefined: there is nothing to ask.
 */
function question({ asks }: TagConfig, hold: Hold): Partial<ChoiceRequest['asked']> {
  const { payload, unheard } = hold.standing()
  const stands = payload && payload.e * 1000 > now() ? payload : undefined
  const { g = {}, r } = stands ?? {}
  const purposes = asks
    .map(({ purpose }) => purpose)
    .filter(id => (id in g ? !hold.allows(id) : !stands || (r && !r.includes(id))))
  if (unheard || purposes.every(id => !(id in g) && hold.objected(id))) return undefined
  return { ...(stands && { since: stands.v }), purposes }
}

/** Puts banner and link before everything else on the page. */
export function openBanner(parts: BannerParts): Banner {
  const { config, hold, lang, place, part, refuse } = parts
  const words = config.words[lang]
  const purposes = config.asks.map(ask => ask.purpose)
  const desk: Desk = { acts: {}, base: {} }
  const drawing = frame(words, lang, name => desk.acts[name]?.())
  const { card } = drawing
  const { draw, show, close } = openCard(config, hold, drawing, desk)
  const showFirst = (note: readonly Markup[]) =>
    show(firstLayer(words, note, `${place.origin}/privacy/${lang}`), {})
  const act = async (how: (more: More) => unknown) => {
    try {
      await how(await part())
    } catch {
      showFirst([])
    }
  }
  /** With a word on the signals that this browser sends, which few do. */
  const first = () =>
    purposes.some(hold.objected)
      ? void act(async more => showFirst(await more.note()))
      : showFirst([])
  const open = () => act(more => more.open())
  const none = () => (close(), refuse())
  desk.base = {
    open: () => (card.hidden ? open() : close()),
    choose: open,
    // Leaving is no answer: what stood before still stands, and an open question stays open.
    Escape: () => question(config, hold) || close(),
    refuse: none,
    withdraw: none,
    accept: () => act(more => more.pick(purposes, 'banner')),
  }
  desk.acts = desk.base
  return {
    open,
    stage: { card, show, first, close },
    refresh() {
      const asked = question(config, hold)
      draw()
      if ('lupausQuiet' in place.marks || !card.hidden || !asked) return
      const { since, purposes: left = [] } = asked
      if (since) void act(more => more.delta({ since, purposes: left }))
      else first()
    },
  }
}

/** Draws the link and shows, fills and closes the card. */
function openCard(
  config: TagConfig,
  hold: Hold,
  { root, card, chip, settings, less, style }: ReturnType<typeof frame>,
  desk: Desk,
) {
  const draw = () => {
    const asked = question(config, hold)
    chip.hidden = !!asked && !asked.since
    less.hidden = !config.asks.some(({ purpose }) => hold.allows(purpose))
    settings.ariaExpanded = String(!card.hidden)
    // What the keyboard reaches behind the card scrolls out from under it.
    document.documentElement.style.scrollPaddingBottom = card.hidden ? '' : `${card.offsetHeight}px`
  }
  const show: Stage['show'] = (content, own, look = '') => {
    desk.acts['left']?.()
    desk.acts = { ...desk.base, ...own }
    style(look)
    card.replaceChildren(...content.map(drawn))
    card.hidden = false
    card.scrollTop = 0
    draw()
  }
  const close = () => {
    desk.acts['left']?.()
    desk.acts = desk.base
    const inside = root.activeElement
    card.hidden = true
    draw()
    if (inside) settings.focus()
  }
  return { draw, show, close }
}

type FirstWords = TagConfig['words'][Lang]

/** Accept and refuse are one kind of button, so that neither can outshine the other. */
function firstLayer(words: FirstWords, note: readonly Markup[], notice: string): Markup[] {
  return [
    ['h2', { id: 't' }, words.title],
    ['p', {}, words.body],
    ...note,
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
    if (given || !/accept|save|of-age/.test(name)) press(name)
  })
  const card = el('section', { 'aria-labelledby': 't', tabindex: '-1', hidden: '' })
  const chip = el('div', { class: 'chip', role: 'region', 'aria-label': words.open })
  const settings = el(...button('open', words.open))
  const less = el(...button('withdraw', words.refuse))
  chip.append(settings, less)
  root.append(card, chip)
  host.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') press(key)
  })
  document.body.prepend(host)
  return { root, card, chip, settings, less, style }
}

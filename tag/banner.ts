import { LANGS, type Lang } from '../src/base/lang.ts'
import type { ChoiceRequest, Markup, TagConfig } from '../src/consent/wire.ts'
import type { Choose, More, Via } from './choose.ts'
import { drawn, el } from './dom.ts'
import type { Hold } from './hold.ts'
import type { Layers } from './layers.ts'

/** The region that asks, and the small permanent way back to it. */
export type Banner = {
  /** Asks what is open, unless the visitor has answered; draws the small link anew. */
  refresh(): void
  /** Shows the second layer, or the first when that cannot be fetched. */
  open(): Promise<void>
  /** A person's press beside a vendor's content: grants these purposes, without these vendors. */
  grant(granted: readonly string[], without: readonly string[]): Promise<boolean>
  /** Asks for the age in an act of its own; undefined when the visitor leaves without an answer. */
  ofAge(purposes: readonly string[]): Promise<boolean | undefined>
}

/** What the buttons do now, and what they do where no layer says otherwise. */
type Desk = { acts: Acts; base: Acts }

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

/** What buttons do, by their names; `left` when something else is shown in their place. */
export type Acts = Readonly<Record<string, () => unknown>>

/** Where layers that the server draws are shown; they come with a script of their own. */
export type Stage = Omit<BannerParts, 'quiet' | 'choose'> & {
  readonly card: HTMLElement
  readonly show: (content: readonly Markup[], acts: Acts, look?: string) => void
  readonly first: () => void
  readonly pick: (granted: readonly string[], via: Via, more?: More) => Promise<boolean>
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

/**
 * What what was said so far leaves open; docs/reference/tag.md has the rules. `since` is the version
 * of the choice that stands: then only these purposes are asked for. Undefined: there is nothing to ask.
 */
function question({ asks }: TagConfig, hold: Hold): Partial<ChoiceRequest['asked']> {
  const { payload, waiting } = hold.standing()
  const stands = payload && payload.e * 1000 > Date.now() ? payload : undefined
  const { g = {}, r } = stands ?? {}
  const purposes = asks
    .map(({ purpose }) => purpose)
    .filter(id => (id in g ? !hold.allows(id) : !stands || (r && !r.includes(id))))
  if (waiting || purposes.every(id => !(id in g) && hold.objected(id))) return undefined
  return { ...(stands && { since: stands.v }), purposes }
}

/** Puts banner and link before everything else on the page. */
export function openBanner({ config, hold, choose, lang, origin, quiet }: BannerParts): Banner {
  const words = config.words[lang]
  const purposes = config.asks.map(ask => ask.purpose)
  let busy = false
  const desk: Desk = { acts: {}, base: {} }
  const parts = frame(words, lang, name => busy || desk.acts[name]?.())
  const { card } = parts
  const { draw, show, close } = openCard(config, hold, parts, desk)
  const first = () =>
    show(firstLayer(words, purposes.some(hold.objected), `${origin}/privacy/${lang}`), {})
  const picked: Stage['pick'] = (...given) => pick(...given)
  const pick: Stage['pick'] = async (granted, via, more = {}) => {
    const young = granted.filter(id => config.ofAge.includes(id))
    const asksAge = young.length > 0 && !hold.standing().payload?.a
    const ofAge = asksAge ? await layers(({ ask }) => ask(young)) : true
    if (ofAge === null) return false
    if (ofAge === undefined) return failed()
    const agreed = ofAge ? granted : granted.filter(id => !young.includes(id))
    busy = true
    const work = choose(agreed, via, asksAge ? { ...more, ofAge } : more)
    if (agreed.length === 0) close()
    const stands = await work
    busy = false
    if (stands) close()
    else if (asksAge) first()
    return stands || failed()
  }
  const failed = () => {
    card.prepend(el('p', { role: 'alert' }, NOT_SAVED[lang]))
    return false
  }
  const second = () => layers(({ open }) => open()).then(() => card.focus())
  const layers = openFetched({ config, hold, lang, origin, card, show, first, pick: picked })
  desk.base = {
    open: () => (card.hidden ? second() : close()),
    choose: second,
    // Leaving is no answer: what stood before still stands, and an open question stays open.
    Escape: () => question(config, hold) || close(),
    refuse: () => pick([], 'banner'),
    withdraw: () => pick([], 'banner'),
    accept: () => pick(purposes, 'banner'),
  }
  desk.acts = desk.base
  return {
    open: second,
    refresh() {
      const asked = question(config, hold)
      draw()
      if (quiet || !card.hidden || !asked) return
      const { since, purposes: open = [] } = asked
      if (since) void layers(({ delta }) => delta({ since, purposes: open }))
      else first()
    },
    grant: (granted, without) => pick(granted, 'details', { without: [...without] }),
    ofAge: async young => {
      const answer = await layers(({ ask }) => ask(young))
      return (close(), answer ?? undefined)
    },
  }
}

/** Layers that the server draws, fetched once; the first one where they cannot be had. */
function openFetched(stage: Stage) {
  let part: Promise<Layers> | undefined
  return async <T>(act: (layers: Layers) => Promise<T>): Promise<T | undefined> => {
    try {
      part ??= import(`${stage.origin}/lupaus-embed.js`).then(loaded => loaded.openLayers(stage))
      return await act(await part)
    } catch {
      part = undefined
      return (stage.first(), undefined)
    }
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

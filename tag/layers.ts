import type { ChoiceRequest, DetailsAnswer, Markup } from '../src/consent/wire.ts'
import { decideVendor } from '../src/policy/decide.ts'
import type { Acts, Stage } from './banner.ts'
import type { Choose, Extra, Via } from './choose.ts'
import type { Core } from './core.ts'
import { el } from './dom.ts'
import { leadHome } from './links.ts'

type Asked = NonNullable<ChoiceRequest['asked']>

/** Layers that the server draws. Each fails when it cannot be fetched. */
export type Layers = {
  /** The second layer, with a switch for each purpose and vendor. */
  readonly open: () => Promise<void>
  /** Asks anew for these purposes, unless something is shown meanwhile. */
  readonly delta: (asked: Asked) => Promise<void>
  /** What the first layer says besides where the browser sends signals. */
  readonly note: () => Promise<readonly Markup[]>
  /** Asks for the age; null when something else is shown before it is answered. */
  readonly ask: (purposes: readonly string[]) => Promise<boolean | null>
  /** A person's press that grants these purposes: asks for the age first where that is wanted. */
  readonly pick: (granted: readonly string[], via: Via, extra?: Extra) => Promise<boolean>
}

const NOT_SAVED = {
  fi: 'Valinta ei tallentunut. Yritä uudelleen.',
  sv: 'Valet sparades inte. Försök igen.',
  en: 'Your choice was not saved. Please try again.',
}

const VENDOR = 'vendor:'

/** Opens what is shown on the banner's stage beyond its first layer. */
export function openLayers(core: Core, choose: Choose): Layers {
  const { config, hold, lang, origin } = core
  const stage = (): Stage => {
    const here = core.stage()
    if (!here) throw new Error('the page has not been read')
    return here
  }
  const draw = async (query: string, acts: (words: string) => Acts, may = () => true) => {
    const { look, words, content } = await layerOf(`${origin}/v1/details/${lang}${query}`)
    if (!may()) return
    stage().show(content, acts(words), look)
    leadHome(stage().card, origin)
  }
  const ask: Layers['ask'] = purposes =>
    new Promise((resolve, reject) => {
      const acts = () => ({
        'of-age': () => resolve(true),
        'too-young': () => resolve(false),
        left: () => resolve(null),
      })
      const query = `?ask=age&purposes=${purposes.join()}`
      draw(query, acts).then(() => stage().card.focus(), reject)
    })
  const pick = openPick(core, stage, ask, choose)
  const open = async () => {
    const { card, first } = stage()
    await draw('', words => ({
      back: () => (first(), card.focus()),
      none: () => pick([], 'details', { words }),
      save: () => {
        const { granted, without } = switched(card)
        return pick(granted, 'details', { words, without })
      },
    }))
    for (const box of boxesIn(card)) {
      if (isVendor(box)) box.checked = allows(config, hold, box.id.slice(VENDOR.length))
      else box.checked = hold.allows(box.id)
    }
    follow(card)
    // One listener, however often the layer is opened.
    // eslint-disable-next-line unicorn/prefer-add-event-listener
    card.onchange = ({ target }) => {
      if (target instanceof HTMLInputElement) follow(card, target.id)
    }
    card.focus()
  }
  const delta: Layers['delta'] = asked =>
    draw(
      `?since=${asked.since}&purposes=${asked.purposes.join()}`,
      words => ({
        accept: () => pick(asked.purposes, 'banner', { words, asked }),
        refuse: () => pick([], 'banner', { words, asked }),
      }),
      () => stage().card.hidden === true,
    )
  const note = async () => (await layerOf(`${origin}/v1/details/${lang}?ask=signals`)).content
  return { open, delta, note, ask, pick }
}

/** A choice is made once at a time; the card says so where it could not be saved. */
function openPick(
  { config, hold, lang }: Core,
  stage: () => Stage,
  ask: Layers['ask'],
  choose: Choose,
): Layers['pick'] {
  let busy = false
  return async (granted, via, extra = {}) => {
    if (busy) return false
    const young = granted.filter(id => config.ofAge.includes(id))
    const asksAge = young.length > 0 && !hold.standing().payload?.a
    const ofAge = asksAge ? await ask(young).catch(() => undefined) : true
    if (ofAge === null) return false
    if (ofAge === undefined) return (stage().first(), unsaved(stage(), lang))
    const agreed = ofAge ? granted : granted.filter(id => !young.includes(id))
    busy = true
    const work = choose(agreed, via, asksAge ? { ...extra, ofAge } : extra)
    const stands = await settle(stage(), lang, agreed, asksAge, work)
    busy = false
    return stands
  }
}

/** Closes the card once the choice stands, and at once where nothing was agreed to. */
async function settle(
  stage: Stage,
  lang: Core['lang'],
  agreed: readonly string[],
  asksAge: boolean,
  work: Promise<boolean>,
): Promise<boolean> {
  const { first, close } = stage
  if (agreed.length === 0) close()
  const stands = await work
  if (stands) close()
  else if (asksAge) first()
  return stands || unsaved(stage, lang)
}

/** Says that nothing was saved, for whoever sees the card and whoever hears it. */
function unsaved({ card }: Stage, lang: Core['lang']): false {
  const said = el('p', { role: 'alert' }, NOT_SAVED[lang])
  Object.assign(said.style, { borderInlineStart: '4px solid', paddingInlineStart: '12px' })
  card.prepend(said)
  return false
}

function allows({ rules }: Core['config'], hold: Core['hold'], vendor: string): boolean {
  return !('refused' in decideVendor(rules, vendor, hold.facts()))
}

function isVendor({ id }: HTMLInputElement): boolean {
  return id.startsWith(VENDOR)
}

/** The answer of the server; throws when there is none. */
export async function layerOf(url: string): Promise<DetailsAnswer> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${answer.status}`)
  return answer.json()
}

function boxesIn(card: Element): HTMLInputElement[] {
  return [...card.querySelectorAll('input')]
}

/** What the switches say: a vendor is refused by name only where one of its purposes is on. */
function switched(card: Element): { readonly granted: string[]; readonly without: string[] } {
  const boxes = boxesIn(card)
  return {
    granted: boxes.filter(box => box.checked && !isVendor(box)).map(({ id }) => id),
    without: boxes
      .filter(box => isVendor(box) && !box.checked && !box.disabled)
      .map(({ id }) => id.slice(VENDOR.length)),
  }
}

/**
 * A vendor can be on only where one of its purposes is; it goes on with the purpose that is switched
 * on, which names it, and can then be switched off alone.
 */
function follow(card: Element, pressed = ''): void {
  const boxes = boxesIn(card)
  const isOn = (id: string) => boxes.some(box => box.id === id && box.checked)
  for (const box of boxes) {
    const purposes = box.dataset['purpose']?.split(' ')
    if (!purposes) continue
    const on = purposes.some(isOn)
    box.disabled = !on
    if (!on) box.checked = false
    else if (purposes.includes(pressed) && isOn(pressed)) box.checked = true
  }
}

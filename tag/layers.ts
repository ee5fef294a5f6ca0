import type { ChoiceRequest, DetailsAnswer } from '../src/consent/wire.ts'
import { decideVendor } from '../src/policy/decide.ts'
import type { Acts, Stage } from './banner.ts'

type Asked = NonNullable<ChoiceRequest['asked']>

/** Layers that the server draws. Each fails when it cannot be fetched. */
export type Layers = {
  /** The second layer, with a switch for each purpose and vendor. */
  readonly open: () => Promise<void>
  /** Asks anew for these purposes, unless something is shown meanwhile. */
  readonly delta: (asked: Asked) => Promise<void>
  /** Asks for the age; null when something else is shown before it is answered. */
  readonly ask: (purposes: readonly string[]) => Promise<boolean | null>
}

const VENDOR = 'vendor:'

/** Opens what is shown on the banner's stage beyond its first layer. */
export function openLayers({ config, hold, lang, origin, card, show, first, pick }: Stage): Layers {
  const draw = async (query: string, acts: (words: string) => Acts, may = () => true) => {
    const { look, words, content } = await layerOf(`${origin}/v1/details/${lang}${query}`)
    if (may()) show(content, acts(words), look)
  }
  const save = (words: string) => {
    const { granted, without } = switched(card)
    return pick(granted, 'details', { words, without })
  }
  const open = async () => {
    await draw('', words => ({
      back: () => (first(), card.focus()),
      none: () => pick([], 'details', { words }),
      save: () => save(words),
    }))
    for (const box of boxesIn(card)) {
      if (box.id.startsWith(VENDOR)) box.checked = allows(config, hold, box.id.slice(VENDOR.length))
      else box.checked = hold.allows(box.id)
    }
    follow(card)
    // One listener, however often the layer is opened.
    // eslint-disable-next-line unicorn/prefer-add-event-listener
    card.onchange = ({ target }) => {
      if (target instanceof HTMLInputElement) follow(card, target.id)
    }
  }
  return {
    open,
    delta: asked =>
      draw(
        `?since=${asked.since}&purposes=${asked.purposes.join()}`,
        words => ({
          accept: () => pick(asked.purposes, 'banner', { words, asked }),
          refuse: () => pick([], 'banner', { words, asked }),
        }),
        () => card.hidden === true,
      ),
    ask: purposes =>
      new Promise((resolve, reject) => {
        const acts = () => ({
          'of-age': () => resolve(true),
          'too-young': () => resolve(false),
          left: () => resolve(null),
        })
        draw(`?ask=age&purposes=${purposes.join()}`, acts).then(() => card.focus(), reject)
      }),
  }
}

function allows({ rules }: Stage['config'], hold: Stage['hold'], vendor: string): boolean {
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

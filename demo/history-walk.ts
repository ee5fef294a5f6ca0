import type { Lang } from '../src/base/lang.ts'
import { type Moment, momentOf } from '../src/base/time.ts'
import {
  CATEGORIES,
  CATEGORY_IDS,
  type CategoryId,
  type Product,
  PRODUCTS,
  productsIn,
  search,
} from './catalogue/index.ts'
import type { Dice } from './dice.ts'
import type { MadeUpEvent } from './history.ts'
import { FRAME, GOODS, LETTER } from './words.ts'
import { ORDER } from './words-order.ts'

/** Who walks: when, in which language, how late in the season (0 to 1), on what. */
export type Walker = {
  readonly at: Moment
  readonly lang: Lang
  readonly age: number
  readonly isMobile: boolean
}

type Step =
  | { readonly kind: 'home' | 'cart' | 'checkout' | 'newsletter' }
  | { readonly kind: 'category'; readonly id: CategoryId }
  | { readonly kind: 'product'; readonly product: Product }
  | { readonly kind: 'search'; readonly query: string }

const TITLES = {
  home: FRAME.home,
  search: GOODS.searchTitle,
  cart: ORDER.title,
  checkout: ORDER.checkout,
  newsletter: LETTER.title,
  thanks: ORDER.thanks,
} as const

const PAGES_MAX = 14
const ENDS_MOBILE = 0.31
const ENDS_DESKTOP = 0.24
const CART_CHANCE = 0.14
const BUY_CHANCE = 0.42

const REFERRERS = [
  ['', 34],
  ['https://www.google.com/', 36],
  ['https://www.instagram.com/', 11],
  ['https://www.facebook.com/', 6],
  ['https://www.bing.com/', 4],
  ['https://duckduckgo.com/', 4],
  ['https://perheblogi.example/arvostelut/vaunut', 3],
  ['https://testilehti.example/puulelut', 2],
] as const

const CAMPAIGNS = [
  ['uutiskirje', 5],
  ['syysvillat', 3],
  ['joulun-puulelut', 4],
] as const

const QUERIES = {
  fi: ['villa', 'vaunut', 'kurapuku', 'lapaset', 'puupalikat', 'yövalo', 'kelkka', 'turvaistuin'],
  sv: ['ull', 'vagn', 'regnställ', 'vantar', 'klossar', 'nattlampa', 'kälke', 'bilbarnstol'],
  en: ['wool', 'pram', 'rain suit', 'mittens', 'blocks', 'night light', 'sledge', 'car seat'],
} as const

/** How wanted a product is at the start of the season and at its end. */
const WANTED: Readonly<Record<string, readonly [number, number]>> = {
  pulkka: [1, 9],
  lapanen: [3, 10],
  kuu: [5, 9],
  villa: [6, 8],
  hiekka: [5, 1],
  kumppari: [8, 4],
  kura: [9, 6],
  hirvi: [6, 9],
  pilvi: [7, 6],
}
const WANTED_ELSE = [4, 4] as const

/** One visit, page by page: what it looked at, put in the cart, and perhaps bought. */
export function walk(walker: Walker, dice: Dice): MadeUpEvent[] {
  const events: MadeUpEvent[] = []
  const cart = new Map<Product, number>()
  let now = walker.at
  let step = landing(walker, dice)
  let referrer: string = dice.pick(REFERRERS)
  const campaign = campaignFor(referrer, dice)
  const add = (name: string, fields: MadeUpEvent['fields']) => {
    events.push({ at: now, name, fields })
  }
  for (let page = 0; page < PAGES_MAX; page++) {
    const path = pathOf(step, walker.lang)
    add('page_view', {
      path,
      title: titleOf(step, walker.lang),
      ...(referrer === '' ? {} : { referrer }),
      language: walker.lang,
      ...(page === 0 && campaign !== undefined ? { campaign } : {}),
    })
    const seconds = Math.round(4 + 70 * dice.roll() ** 2)
    for (const [name, fields] of shopEvents(step, walker.lang)) add(name, fields)
    now = momentOf(now + seconds * 1000)
    if (step.kind === 'product' && dice.roll() < CART_CHANCE) {
      const quantity = dice.pick([
        [1, 9],
        [2, 1],
      ])
      cart.set(step.product, (cart.get(step.product) ?? 0) + quantity)
      add('cart_add', pieceOf(step.product, quantity))
    }
    add('page_leave', { path, visible_seconds: seconds })
    const next = nextStep(walker, step, cart.size > 0, dice)
    if (!next) break
    add('link_click', { path, link_kind: 'internal', link_target: pathOf(next, walker.lang) })
    referrer = ''
    step = next
  }
  if (cart.size > 0) now = momentOf(now + finish(cart, now, walker.lang, events, dice))
  return events
}

/** What is done with a full cart at last: some of it is taken out, or all of it is bought. */
function finish(
  cart: Map<Product, number>,
  from: Moment,
  lang: Lang,
  events: MadeUpEvent[],
  dice: Dice,
): number {
  const at = momentOf(from + dice.between(20, 200) * 1000)
  if (dice.roll() < 0.18) {
    for (const [product, quantity] of cart)
      events.push({ at, name: 'cart_remove', fields: pieceOf(product, quantity) })
    return at - from
  }
  if (dice.roll() >= BUY_CHANCE) return 0
  const cents = [...cart].reduce((sum, [product, count]) => sum + product.cents * count, 0)
  const quantity = [...cart.values()].reduce((sum, count) => sum + count, 0)
  const [first] = cart.keys()
  events.push(
    {
      at,
      name: 'page_view',
      fields: { path: `/${lang}/thanks`, title: TITLES.thanks[lang], language: lang },
    },
    {
      at,
      name: 'purchase',
      fields: {
        ...(cart.size === 1 && first ? { product: first.slug } : {}),
        quantity,
        value: cents / 100,
        currency: 'EUR',
      },
    },
  )
  return at - from
}

function landing(walker: Walker, dice: Dice): Step {
  const kind = dice.pick([
    ['home', 36],
    ['category', 24],
    ['product', 36],
    ['newsletter', 2],
  ] as const)
  if (kind === 'category') return { kind, id: categoryFor(dice) }
  return kind === 'product' ? { kind, product: productFor(walker, PRODUCTS, dice) } : { kind }
}

function nextStep(walker: Walker, step: Step, hasCart: boolean, dice: Dice): Step | undefined {
  if (dice.roll() < (walker.isMobile ? ENDS_MOBILE : ENDS_DESKTOP)) return undefined
  if (hasCart && dice.roll() < 0.45)
    return { kind: step.kind === 'cart' || step.kind === 'checkout' ? 'checkout' : 'cart' }
  const kind = dice.pick([
    ['product', step.kind === 'category' || step.kind === 'search' ? 70 : 40],
    ['category', 34],
    ['search', 11],
    ['home', 6],
  ] as const)
  if (kind === 'category') return { kind, id: categoryFor(dice) }
  if (kind === 'search') {
    const query = dice.pick(QUERIES[walker.lang].map((word, at) => [word, 9 - at]))
    return { kind, query }
  }
  if (kind === 'home') return { kind }
  return { kind, product: productFor(walker, nearby(step, walker.lang), dice) }
}

function nearby(step: Step, lang: Lang): readonly Product[] {
  if (step.kind === 'category') return productsIn(step.id)
  const found = step.kind === 'search' ? search(step.query, lang) : []
  return found.length > 0 ? found : PRODUCTS
}

function productFor({ age }: Walker, among: readonly Product[], dice: Dice): Product {
  return dice.pick(
    among.map(product => {
      const [from, to] = WANTED[product.slug] ?? WANTED_ELSE
      return [product, from + (to - from) * age] as const
    }),
  )
}

function categoryFor(dice: Dice): CategoryId {
  return dice.pick(CATEGORY_IDS.map((id, at) => [id, 9 - at] as const))
}

function shopEvents(step: Step, lang: Lang): [string, MadeUpEvent['fields']][] {
  if (step.kind === 'search')
    return [['search', { query: step.query, results: search(step.query, lang).length }]]
  if (step.kind !== 'product') return []
  const { product } = step
  const fields = {
    product: product.slug,
    product_name: product.name[lang],
    category: product.category,
    value: product.cents / 100,
    currency: 'EUR',
  }
  return [['product_view', fields]]
}

function pieceOf(product: Product, quantity: number): MadeUpEvent['fields'] {
  return {
    product: product.slug,
    quantity,
    value: (product.cents * quantity) / 100,
    currency: 'EUR',
  }
}

function pathOf(step: Step, lang: Lang): string {
  if (step.kind === 'home') return `/${lang}/`
  if (step.kind === 'category') return `/${lang}/c/${step.id}`
  return step.kind === 'product' ? `/${lang}/p/${step.product.slug}` : `/${lang}/${step.kind}`
}

function titleOf(step: Step, lang: Lang): string {
  if (step.kind === 'product') return step.product.name[lang]
  return step.kind === 'category' ? CATEGORIES[step.id].name[lang] : TITLES[step.kind][lang]
}

function campaignFor(referrer: string, dice: Dice): string | undefined {
  const isSocial = referrer.includes('instagram') || referrer.includes('facebook')
  return dice.roll() < (isSocial ? 0.4 : 0.08) ? dice.pick(CAMPAIGNS) : undefined
}
